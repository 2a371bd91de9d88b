package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"modernc.org/sqlite"
)

// writerSettings makes a commit durable before it returns: in WAL mode
// synchronous=FULL syncs the log at every commit, where NORMAL would leave the
// last commits to a power cut (https://www.sqlite.org/pragma.html#pragma_synchronous);
// fullfsync makes macOS keep that promise too. Pages of 8 KB take a packed
// record without overflow. The log is brought into the file every 32 MB.
const writerSettings = "&_synchronous=FULL&_pragma=page_size(8192)&_pragma=fullfsync(1)&_pragma=checkpoint_fullfsync(1)" +
	"&_pragma=cache_size(-32768)&_pragma=wal_autocheckpoint(4096)&_pragma=journal_size_limit(67108864)"

// busyTimeout is how long a connection waits for another process.
const busyTimeout = 10 * time.Second

// readerSettings are those of the connections that only read.
const readerSettings = "&mode=ro&_query_only=1&_pragma=cache_size(-8192)"

// openDB returns a handle on the file; nothing is opened yet. Foreign
// characters of the path are escaped, since it becomes a URI.
func openDB(path, settings string) (*sql.DB, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	u := url.URL{Path: "/" + strings.TrimPrefix(filepath.ToSlash(abs), "/")}
	c, err := sqlite.NewConnector("file:" + u.EscapedPath() + "?_busy_timeout=" + strconv.FormatInt(busyTimeout.Milliseconds(), 10) + settings)
	if err != nil {
		return nil, err
	}
	return sql.OpenDB(c), nil
}

// conn is a connection with its prepared statements. One goroutine at a time
// has it. Its statements run without the caller's context: each ends within
// milliseconds, while watching a context costs the driver a goroutine a
// statement, which is more than a point read itself.
type conn struct {
	raw   *sql.Conn
	stmts map[string]*sql.Stmt
}

func newConn(ctx context.Context, db *sql.DB) (*conn, error) {
	raw, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	return &conn{raw: raw, stmts: map[string]*sql.Stmt{}}, nil
}

// close ends the statements, without which SQLite keeps the file open, and
// gives the connection back to its sql.DB, which closes no other.
func (c *conn) close() error {
	var errs []error
	for _, st := range c.stmts {
		errs = append(errs, st.Close())
	}
	return errors.Join(append(errs, c.raw.Close())...)
}

func (c *conn) prepare(text string) (*sql.Stmt, error) {
	if st, ok := c.stmts[text]; ok {
		return st, nil
	}
	st, err := c.raw.PrepareContext(context.Background(), text)
	if err != nil {
		return nil, err
	}
	c.stmts[text] = st
	return st, nil
}

func (c *conn) exec(text string, args ...any) error {
	st, err := c.prepare(text)
	if err != nil {
		return err
	}
	_, err = st.ExecContext(context.Background(), args...)
	return err
}

// one scans the first row of a query; sql.ErrNoRows when there is none.
func (c *conn) one(text string, args []any, dest ...any) error {
	st, err := c.prepare(text)
	if err != nil {
		return err
	}
	return st.QueryRowContext(context.Background(), args...).Scan(dest...)
}

// each calls row for every row of a query until it reports false.
func (c *conn) each(text string, args []any, row func(scan func(...any) error) (bool, error)) error {
	st, err := c.prepare(text)
	if err != nil {
		return err
	}
	rows, err := st.QueryContext(context.Background(), args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		more, err := row(rows.Scan)
		if err != nil {
			return err
		}
		if !more {
			break
		}
	}
	return rows.Err()
}
