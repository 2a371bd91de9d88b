package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"moselle/hub/fault"
	"moselle/hub/store"
	"moselle/schema"
)

// Claim gives the source to the holder for a while, unless another has it.
func (s *Store) Claim(ctx context.Context, source schema.SourceID, holder string, span time.Duration) (store.Claim, error) {
	if source == "" || holder == "" || span <= 0 {
		return store.Claim{}, fault.New(fault.Invalid, "claim on source %q: it needs a source, a holder and a time", source)
	}
	now := s.now()
	claim := store.Claim{Holder: holder, Since: now.UTC().Truncate(time.Microsecond), Until: now.Add(span).UTC().Truncate(time.Microsecond)}
	err := s.update(ctx, func(c *conn) error {
		var by string
		var since, until int64
		err := c.one("SELECT holder, since, until FROM claims WHERE source = ?", []any{string(source)}, &by, &since, &until)
		switch {
		case errors.Is(err, sql.ErrNoRows):
		case err != nil:
			return err
		case by == holder:
			claim.Since = time.UnixMicro(since).UTC()
		case until > now.UnixMicro():
			claim = store.Claim{Holder: by, Since: time.UnixMicro(since).UTC(), Until: time.UnixMicro(until).UTC()}
			return nil
		}
		return c.exec("INSERT INTO claims (source, holder, since, until) VALUES (?,?,?,?) ON CONFLICT DO UPDATE SET holder = excluded.holder, since = excluded.since, until = excluded.until",
			string(source), holder, claim.Since.UnixMicro(), claim.Until.UnixMicro())
	})
	if err != nil {
		return store.Claim{}, fmt.Errorf("claim on source %s: %w", source, err)
	}
	return claim, nil
}

// Release gives the source back when the holder has it.
func (s *Store) Release(ctx context.Context, source schema.SourceID, holder string) error {
	return s.update(ctx, func(c *conn) error {
		return c.exec("DELETE FROM claims WHERE source = ? AND holder = ?", string(source), holder)
	})
}
