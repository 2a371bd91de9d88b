package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"moselle/hub/store"
	"moselle/schema"
)

// SaveRun keeps a report and lets go of the oldest.
func (s *Store) SaveRun(ctx context.Context, r store.Run) error {
	r.Started, r.Ended = r.Started.UTC(), r.Ended.UTC()
	report, err := json.Marshal(r)
	if err != nil {
		return fmt.Errorf("report of source %s: %w", r.Source, err)
	}
	return s.update(ctx, func(c *conn) error {
		if r.Continues {
			if done, err := c.continueRun(r, report); done || err != nil {
				return err
			}
		}
		if err := c.exec("INSERT INTO runs (source, report) VALUES (?,?)", string(r.Source), report); err != nil {
			return err
		}
		return c.exec("DELETE FROM runs WHERE source = ? AND id <= (SELECT id FROM runs WHERE source = ? ORDER BY id DESC LIMIT 1 OFFSET ?)",
			string(r.Source), string(r.Source), store.KeptRuns)
	})
}

// continueRun puts a report in the place of the one that it goes on with; false
// when that is not the last one.
func (c *conn) continueRun(r store.Run, report []byte) (bool, error) {
	var id int64
	var last []byte
	err := c.one("SELECT id, report FROM runs WHERE source = ? ORDER BY id DESC LIMIT 1", []any{string(r.Source)}, &id, &last)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	var before store.Run
	if err == nil {
		err = json.Unmarshal(last, &before)
	}
	if err != nil || !before.Started.Equal(r.Started) {
		return false, err
	}
	return true, c.exec("UPDATE runs SET report = ? WHERE id = ?", report, id)
}

// Runs returns the reports that were saved last.
func (s *Store) Runs(ctx context.Context, source schema.SourceID, n int) (runs []store.Run, err error) {
	query, args := "SELECT report FROM runs ORDER BY id DESC LIMIT ?", []any{max(n, 0)}
	if source != "" {
		query, args = "SELECT report FROM runs WHERE source = ? ORDER BY id DESC LIMIT ?", []any{string(source), max(n, 0)}
	}
	err = s.view(ctx, func(c *conn) error {
		return c.each(query, args, func(scan func(...any) error) (bool, error) {
			var report []byte
			var r store.Run
			if err := scan(&report); err != nil {
				return false, err
			}
			err := json.Unmarshal(report, &r)
			runs = append(runs, r)
			return true, err
		})
	})
	return runs, err
}

// Checkpoint returns how far a follower has come.
func (s *Store) Checkpoint(ctx context.Context, follower string) (seq store.Seq, err error) {
	err = s.view(ctx, func(c *conn) error {
		return c.one("SELECT seq FROM checkpoints WHERE follower = ?", []any{follower}, &seq)
	})
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return seq, err
}

// SetCheckpoint notes how far a follower has come.
func (s *Store) SetCheckpoint(ctx context.Context, follower string, at store.Seq) error {
	return s.update(ctx, func(c *conn) error {
		return c.exec("INSERT INTO checkpoints (follower, seq) VALUES (?,?) ON CONFLICT DO UPDATE SET seq = excluded.seq", follower, int64(at))
	})
}
