package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"iter"
	"slices"
	"time"

	"moselle/hub/store"
)

// entry is a change as a query gives it, still packed.
type entry struct {
	change  store.Change
	payload []byte
}

// Changes yields the entries after a position.
func (s *Store) Changes(ctx context.Context, after store.Seq, f store.Filter) iter.Seq2[store.Change, error] {
	index, where, args := "NOT INDEXED ", "", []any(nil)
	switch {
	case f.Source != "":
		index, where, args = "INDEXED BY changes_source ", "source = ? AND ", append(args, string(f.Source))
		if f.Class != "" {
			where, args = where+"class = ? AND ", append(args, f.Class)
		}
	case f.Class != "":
		index, where, args = "INDEXED BY changes_class ", "class = ? AND ", append(args, f.Class)
	}
	query := "SELECT seq, at, op, iri, source, key, class, digest, modified, reason, payload FROM changes " + index +
		"WHERE " + where + "seq > ? ORDER BY seq LIMIT ?"
	page := func(c *conn, last *entry, limit int) (entries []entry, err error) {
		from := after
		if last != nil {
			from = last.change.Seq
		}
		size := 0
		err = c.each(query, append(slices.Clone(args), int64(from), limit), func(scan func(...any) error) (bool, error) {
			e, err := scanEntry(scan)
			entries = append(entries, e)
			size += len(e.payload)
			return size < pageBytes, err
		})
		return entries, err
	}
	return paged(ctx, s, page, s.openEntry)
}

func scanEntry(scan func(...any) error) (e entry, err error) {
	var at, modified int64
	var digest []byte
	var reason sql.NullString
	r := &e.change.Record
	err = scan(&e.change.Seq, &at, &e.change.Op, &r.IRI, &r.Source, &r.Key, &r.Class, &digest, &modified, &reason, &e.payload)
	e.change.At = time.UnixMicro(at).UTC()
	e.change.Reason = reason.String
	r.Modified = time.Unix(modified, 0).UTC()
	copy(r.Digest[:], digest)
	return e, err
}

func (s *Store) openEntry(e entry) (store.Change, error) {
	if e.change.Op == store.Delete {
		return e.change, nil
	}
	err := s.codec.unpack(e.payload, &e.change.Record)
	return e.change, err
}

// Last returns the newest committed position.
func (s *Store) Last(ctx context.Context) (seq store.Seq, err error) {
	err = s.view(ctx, func(c *conn) error {
		seq, _, err = c.last()
		return err
	})
	return seq, err
}

// last returns position and time of the newest entry, zero when there is none.
func (c *conn) last() (seq store.Seq, at int64, err error) {
	err = c.one("SELECT seq, at FROM changes ORDER BY seq DESC LIMIT 1", nil, &seq, &at)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, 0, nil
	}
	return seq, at, err
}

// keyOf returns the source's key of a record, from its entry.
func (c *conn) keyOf(seq store.Seq) (key string, err error) {
	err = c.one("SELECT key FROM changes WHERE seq = ?", []any{int64(seq)}, &key)
	return key, err
}

// append adds an entry to the log.
func (c *conn) append(ch store.Change, payload []byte) error {
	r := &ch.Record
	var digest, packed, reason any
	if ch.Op == store.Delete {
		reason = ch.Reason
	} else {
		digest, packed = r.Digest[:], payload
	}
	return c.exec("INSERT INTO changes (seq, at, op, iri, source, key, class, digest, modified, reason, payload) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
		int64(ch.Seq), ch.At.UnixMicro(), int64(ch.Op), string(r.IRI), string(r.Source), r.Key, r.Class, digest, r.Modified.Unix(), reason, packed)
}
