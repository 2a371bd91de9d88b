package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"slices"

	"moselle/hub/store"
	"moselle/schema"
)

// writeSource writes what a batch says of its source and the source's items.
func (c *conn) writeSource(b store.Batch) error {
	source := string(b.Source)
	for _, key := range b.Forget {
		if err := c.exec("DELETE FROM items WHERE source = ? AND key = ?", source, key); err != nil {
			return err
		}
	}
	items := slices.Clone(b.Items)
	slices.SortStableFunc(items, func(a, b store.ItemState) int { return cmp.Compare(a.Key, b.Key) })
	for _, it := range items {
		if err := c.exec("INSERT INTO items (source, key, raw, records) VALUES (?,?,?,?) ON CONFLICT DO UPDATE SET raw = excluded.raw, records = excluded.records",
			source, it.Key, it.Raw[:], packRefs(it.Records)); err != nil {
			return err
		}
	}
	if b.State == nil {
		return nil
	}
	return c.exec(`INSERT INTO sources (source, cursor, validator, midway, owed) VALUES (?,?,?,?,?) ON CONFLICT DO UPDATE SET
		cursor = excluded.cursor, validator = excluded.validator, midway = excluded.midway, owed = excluded.owed`,
		source, b.State.Cursor, b.State.Validator, b.State.Midway, b.State.Owed)
}

// State returns the source's state, zero when there is none.
func (s *Store) State(ctx context.Context, source schema.SourceID) (st store.State, err error) {
	err = s.view(ctx, func(c *conn) error {
		return c.one("SELECT cursor, validator, midway, owed FROM sources WHERE source = ?", []any{string(source)}, &st.Cursor, &st.Validator, &st.Midway, &st.Owed)
	})
	if errors.Is(err, sql.ErrNoRows) {
		return store.State{}, nil
	}
	return st, err
}

// packedItem is an item as a query gives it.
type packedItem struct {
	key          string
	raw, records []byte
}

// Items yields the source's items by key.
func (s *Store) Items(ctx context.Context, source schema.SourceID) iter.Seq2[store.ItemState, error] {
	page := func(c *conn, last *packedItem, limit int) (items []packedItem, err error) {
		from, after := ">=", ""
		if last != nil {
			from, after = ">", last.key
		}
		err = c.each("SELECT key, raw, records FROM items WHERE source = ? AND key "+from+" ? ORDER BY key LIMIT ?",
			[]any{string(source), after, limit}, func(scan func(...any) error) (bool, error) {
				var it packedItem
				err := scan(&it.key, &it.raw, &it.records)
				items = append(items, it)
				return true, err
			})
		return items, err
	}
	return paged(ctx, s, page, func(p packedItem) (store.ItemState, error) {
		it := store.ItemState{Key: p.key}
		var ok bool
		copy(it.Raw[:], p.raw)
		if it.Records, ok = unpackRefs(p.records); !ok {
			return it, fmt.Errorf("source %s: what is stored of item %q is damaged; restore a backup", source, p.key)
		}
		return it, nil
	})
}

// Digests returns the digests of the source's live records.
func (s *Store) Digests(ctx context.Context, source schema.SourceID) (map[schema.IRI]schema.Digest, error) {
	out := map[schema.IRI]schema.Digest{}
	err := s.view(ctx, func(c *conn) error {
		return c.each("SELECT iri, digest FROM records INDEXED BY records_source WHERE live = 1 AND source = ? ORDER BY iri", []any{string(source)},
			func(scan func(...any) error) (bool, error) {
				var iri schema.IRI
				var digest []byte
				var d schema.Digest
				err := scan(&iri, &digest)
				copy(d[:], digest)
				out[iri] = d
				return true, cmp.Or(err, ctx.Err())
			})
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
