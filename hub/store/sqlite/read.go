package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"iter"
	"slices"
	"strings"
	"time"

	"moselle/hub/fault"
	"moselle/hub/store"
	"moselle/schema"
)

// row is a record as a query gives it, still packed.
type row struct {
	record  schema.Record
	seq     store.Seq
	payload []byte
}

const getQuery = `SELECT r.live, r.class, r.source, r.digest, c.key, c.modified, c.payload, r.seq, c.at, c.reason
	FROM records r CROSS JOIN changes c ON c.seq = r.seq WHERE r.iri = ?`

// Get returns a live record, a tombstone as error, or fault.NotFound.
func (s *Store) Get(ctx context.Context, iri schema.IRI) (schema.Record, error) {
	var live bool
	var at int64
	var reason sql.NullString
	r := row{record: schema.Record{IRI: iri}}
	err := s.view(ctx, func(c *conn) error {
		var digest []byte
		var modified int64
		err := c.one(getQuery, []any{string(iri)}, &live, &r.record.Class, &r.record.Source, &digest, &r.record.Key,
			&modified, &r.payload, &r.seq, &at, &reason)
		copy(r.record.Digest[:], digest)
		r.record.Modified = time.Unix(modified, 0).UTC()
		return err
	})
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return schema.Record{}, fault.New(fault.NotFound, "record %s: there is none", iri)
	case err != nil:
		return schema.Record{}, err
	case !live:
		return schema.Record{}, &store.Tombstone{IRI: iri, Class: r.record.Class, Source: r.record.Source,
			At: time.UnixMicro(at).UTC(), Reason: reason.String, Seq: r.seq}
	}
	return s.open(r)
}

// open unpacks a record.
func (s *Store) open(r row) (schema.Record, error) {
	if err := s.codec.unpack(r.payload, &r.record); err != nil {
		return schema.Record{}, err
	}
	return r.record, nil
}

const recordColumns = `r.iri, r.class, r.source, r.digest, c.key, c.modified, c.payload
	FROM records r `

func scanRecord(scan func(...any) error) (r row, err error) {
	var digest []byte
	var modified int64
	err = scan(&r.record.IRI, &r.record.Class, &r.record.Source, &digest, &r.record.Key, &modified, &r.payload)
	copy(r.record.Digest[:], digest)
	r.record.Modified = time.Unix(modified, 0).UTC()
	return r, err
}

// many is how many IRIs one query of GetMany and Apply asks for.
const many = 64

// placeholders is the end of a query that takes many IRIs.
var placeholders = "IN (?" + strings.Repeat(",?", many-1) + ")"

// chunks yields iris as arguments of queries that take many, sorted and each
// once; the last query is filled up with NULL, which equals nothing.
func chunks(iris []schema.IRI) iter.Seq[[]any] {
	iris = slices.Compact(slices.Sorted(slices.Values(iris)))
	return func(yield func([]any) bool) {
		for part := range slices.Chunk(iris, many) {
			args := make([]any, many)
			for i, iri := range part {
				args[i] = string(iri)
			}
			if !yield(args) {
				return
			}
		}
	}
}

// GetMany returns the live ones among iris.
func (s *Store) GetMany(ctx context.Context, iris []schema.IRI) (map[schema.IRI]schema.Record, error) {
	out := make(map[schema.IRI]schema.Record, len(iris))
	for args := range chunks(iris) {
		var rows []row
		err := s.view(ctx, func(c *conn) error {
			return c.each("SELECT "+recordColumns+"CROSS JOIN changes c ON c.seq = r.seq WHERE r.live = 1 AND r.iri "+placeholders, args,
				func(scan func(...any) error) (bool, error) {
					r, err := scanRecord(scan)
					rows = append(rows, r)
					return true, err
				})
		})
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			if out[r.record.IRI], err = s.open(r); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

// List yields live records in IRI order.
func (s *Store) List(ctx context.Context, f store.Filter) iter.Seq2[schema.Record, error] {
	index, where, args := "", "", []any(nil)
	switch {
	case f.Source != "":
		index, where, args = "INDEXED BY records_source ", " AND r.source = ?", append(args, string(f.Source))
		if f.Class != "" {
			where, args = where+" AND r.class = ?", append(args, f.Class)
		}
	case f.Class != "":
		index, where, args = "INDEXED BY records_class ", " AND r.class = ?", append(args, f.Class)
	}
	query := "SELECT " + recordColumns + index + "CROSS JOIN changes c ON c.seq = r.seq WHERE r.live = 1" + where +
		" AND r.iri > ? ORDER BY r.iri LIMIT ?"
	page := func(c *conn, last *row, limit int) (rows []row, err error) {
		after := ""
		if last != nil {
			after = string(last.record.IRI)
		}
		size := 0
		err = c.each(query, append(slices.Clone(args), after, limit), func(scan func(...any) error) (bool, error) {
			r, err := scanRecord(scan)
			rows = append(rows, r)
			size += len(r.payload)
			return size < pageBytes, err
		})
		return rows, err
	}
	return paged(ctx, s, page, s.open)
}

// Count returns the numbers of live records.
func (s *Store) Count(ctx context.Context) (counts []store.Count, err error) {
	err = s.view(ctx, func(c *conn) error {
		return c.each("SELECT class, source, records FROM counts WHERE records > 0 ORDER BY class, source", nil,
			func(scan func(...any) error) (bool, error) {
				var n store.Count
				err := scan(&n.Class, &n.Source, &n.Records)
				counts = append(counts, n)
				return true, err
			})
	})
	return counts, err
}
