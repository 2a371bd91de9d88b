package sqlite

import (
	"context"

	"moselle/hub/fault"
)

// view lends a reading connection to fn.
func (s *Store) view(ctx context.Context, fn func(*conn) error) error {
	c, err := s.take(ctx, s.readers)
	if err != nil {
		return err
	}
	defer func() { s.readers <- c }()
	return explain(fn(c))
}

// update runs fn in a transaction of the writing connection. An error, or a
// context that ends before the commit, takes everything back.
func (s *Store) update(ctx context.Context, fn func(*conn) error) error {
	c, err := s.take(ctx, s.writer)
	if err != nil {
		return err
	}
	defer func() { s.writer <- c }()
	return explain(c.transact(ctx, fn))
}

func (c *conn) transact(ctx context.Context, fn func(*conn) error) error {
	if err := c.exec("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	err := fn(c)
	if err == nil {
		err = ctx.Err()
	}
	if err == nil {
		err = c.exec("COMMIT")
	}
	if err != nil {
		// After some failures SQLite has rolled back by itself and says so here.
		_ = c.exec("ROLLBACK")
	}
	return err
}

// take waits for a connection of the pool, no longer than ctx and the store last.
func (s *Store) take(ctx context.Context, pool chan *conn) (*conn, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	select {
	case <-s.closed:
		return nil, fault.New(fault.Unavailable, "the store is closed")
	default:
	}
	select {
	case c := <-pool:
		return c, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-s.closed:
		return nil, fault.New(fault.Unavailable, "the store is closed")
	}
}
