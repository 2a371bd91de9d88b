package sqlite

import (
	"context"
	"iter"
)

// A page holds at most pageRows rows, and about pageBytes of packed payload.
// The first pages are smaller, for the caller who wants but a few.
const (
	firstRows = 32
	pageRows  = 512
	pageBytes = 4 << 20
)

// paged yields the rows that page reads, each opened by open. The connection
// is given back before a row is yielded. page is handed the last row it read,
// nil at first, and ends the iteration by reading none.
func paged[R, V any](ctx context.Context, s *Store, page func(c *conn, last *R, limit int) ([]R, error), open func(R) (V, error)) iter.Seq2[V, error] {
	return func(yield func(V, error) bool) {
		var zero V
		var last *R
		for limit := firstRows; ; limit = min(2*limit, pageRows) {
			var rows []R
			err := s.view(ctx, func(c *conn) (err error) {
				rows, err = page(c, last, limit)
				return err
			})
			if err != nil {
				yield(zero, err)
				return
			}
			if len(rows) == 0 {
				return
			}
			for _, r := range rows {
				v, err := open(r)
				if !yield(v, err) || err != nil {
					return
				}
			}
			last = &rows[len(rows)-1]
		}
	}
}
