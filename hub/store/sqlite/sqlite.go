// Package sqlite keeps the store in one SQLite file: the backend for one
// machine, without a server and without cgo. One connection writes, a few
// others read beside it. hub/app opens it; storetest says what it must do.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"modernc.org/sqlite"

	"moselle/hub/fault"
	"moselle/hub/store"
)

// Options are what Open may be told.
type Options struct {
	Now func() time.Time // the clock of the log; time.Now when nil
}

// Store is a SQLite database. It may be used by any number of goroutines, and
// the file by several processes of one machine.
type Store struct {
	now     func() time.Time
	codec   *codec
	write   *sql.DB
	read    *sql.DB
	writer  chan *conn // the one that may write, while nobody does
	readers chan *conn // those that wait for something to read
	closing sync.Once
	closed  chan struct{}
	closeOK error
}

var _ store.Store = (*Store)(nil)

// Open opens the database at path, makes it when there is none, and brings its
// tables up to date. A database of a newer program, or of another program, is
// refused and left as it is.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	s, err := open(ctx, path, o)
	if err != nil {
		return nil, fmt.Errorf("database %s: %w", path, explain(err))
	}
	return s, nil
}

func open(ctx context.Context, path string, o Options) (*Store, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		return nil, err
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	codec, err := newCodec()
	if err != nil {
		return nil, err
	}
	n := runtime.GOMAXPROCS(0) + 2
	s := &Store{now: o.Now, codec: codec, closed: make(chan struct{}),
		writer: make(chan *conn, 1), readers: make(chan *conn, n)}
	if err := s.connect(ctx, path, n); err != nil {
		return nil, errors.Join(err, s.disconnect())
	}
	return s, nil
}

// connect opens the writer, which makes the file and its tables, then n readers.
func (s *Store) connect(ctx context.Context, path string, n int) error {
	var err error
	if s.write, err = openDB(path, writerSettings); err != nil {
		return err
	}
	w, err := newConn(ctx, s.write)
	if err != nil {
		return err
	}
	s.writer <- w
	if err := migrate(ctx, w); err != nil {
		return err
	}
	if s.read, err = openDB(path, readerSettings); err != nil {
		return err
	}
	for range n {
		r, err := newConn(ctx, s.read)
		if err != nil {
			return err
		}
		s.readers <- r
	}
	return nil
}

// Ping reports whether the store can serve: its file can be read.
func (s *Store) Ping(ctx context.Context) error {
	_, err := s.Last(ctx)
	return err
}

// Close waits for what is being read or written and closes the file. Whatever
// is asked afterwards fails as fault.Unavailable.
func (s *Store) Close() error {
	s.closing.Do(func() {
		close(s.closed)
		idle := make([]*conn, cap(s.readers))
		for i := range idle {
			idle[i] = <-s.readers
		}
		w := <-s.writer
		for _, c := range idle {
			s.readers <- c
		}
		s.writer <- w
		s.closeOK = s.disconnect()
	})
	return s.closeOK
}

// disconnect closes the connections, which are all idle. The readers come
// first, so that the writer, as the last, brings everything into the main file.
func (s *Store) disconnect() error {
	var errs []error
	for _, pool := range []chan *conn{s.readers, s.writer} {
		for range len(pool) {
			errs = append(errs, (<-pool).close())
		}
	}
	for _, db := range []*sql.DB{s.read, s.write} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	s.codec.close()
	return errors.Join(errs...)
}

// explain gives the failures that an operator can mend their kind and words.
func explain(err error) error {
	switch resultCode(err) {
	case codeBusy:
		return fault.New(fault.Unavailable, "another process is writing and does not come to an end: %w", err)
	case codeReadOnly:
		return fault.New(fault.Unavailable, "the file or its folder may not be written to; check its owner and permissions: %w", err)
	case codeFull:
		return fault.New(fault.Unavailable, "no room is left on the disk: %w", err)
	case codeNotDatabase:
		return fault.New(fault.Invalid, "the file is not a database or is damaged; restore it from a backup or name another: %w", err)
	}
	return err
}

// SQLite's result codes that the store tells apart (https://www.sqlite.org/rescode.html).
const codeBusy, codeReadOnly, codeFull, codeNotDatabase = 5, 8, 13, 26

// resultCode returns the primary result code in err, 0 when SQLite has no part in it.
func resultCode(err error) int {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return 0
	}
	return e.Code() & 0xff
}
