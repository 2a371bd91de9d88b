package sqlite

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"time"

	"moselle/hub/fault"
)

//go:embed migrations/*.sql
var migrations embed.FS

// applicationID marks a file as ours (set by the first migration).
const applicationID = 0x4d6f7365

// migrate runs the migrations that the database lacks, in the order of their
// numbers, one transaction each. PRAGMA user_version holds the last one's number.
func migrate(ctx context.Context, c *conn) error {
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return err
	}
	version, err := c.version(len(names))
	if err != nil {
		return err
	}
	// Only now is it certain that the file is ours to change.
	mode, err := c.logAhead(ctx)
	if err != nil {
		return err
	}
	if mode != "wal" {
		return fmt.Errorf("journal mode is %q, want \"wal\": the file system may not support it; use a local disk", mode)
	}
	for n := version; n < len(names); n++ {
		text, err := migrations.ReadFile(names[n])
		if err != nil {
			return err
		}
		err = c.transact(ctx, func(c *conn) error {
			now, err := c.version(len(names))
			if err != nil || now > n { // another process was faster
				return err
			}
			_, err = c.raw.ExecContext(context.Background(), string(text)+fmt.Sprintf("\nPRAGMA user_version = %d;", n+1))
			return err
		})
		if err != nil {
			return fmt.Errorf("%s: %w", names[n], err)
		}
	}
	return nil
}

// logAhead asks for the write-ahead log and returns the mode that the file then
// has. The mode stays with the file; it cannot be set inside a transaction, and
// SQLite does not wait for its turn here as it does elsewhere: when another
// process opens the same new file at that moment, it says busy at once.
func (c *conn) logAhead(ctx context.Context) (mode string, err error) {
	ctx, cancel := context.WithTimeout(ctx, busyTimeout)
	defer cancel()
	for wait := time.Millisecond; ; wait = min(2*wait, 100*time.Millisecond) {
		err = c.one("PRAGMA journal_mode = WAL", nil, &mode)
		if resultCode(err) != codeBusy {
			return mode, err
		}
		select {
		case <-ctx.Done():
			return mode, err
		case <-time.After(wait):
		}
	}
}

// version returns the number of the last migration the database has had, 0 for
// a new file. It refuses a file that is not ours or is ahead of this program.
func (c *conn) version(known int) (int, error) {
	var id, version, tables int
	if err := c.one("SELECT application_id, user_version, (SELECT count(*) FROM sqlite_master) FROM pragma_application_id, pragma_user_version",
		nil, &id, &version, &tables); err != nil {
		return 0, err
	}
	switch {
	case id != applicationID && (id != 0 || tables > 0):
		return 0, fault.New(fault.Invalid, "the file belongs to another program; name another file")
	case version > known:
		return 0, fault.New(fault.Invalid, "a newer program has written it (version %d; this one knows up to %d); use that program or a newer one", version, known)
	}
	return version, nil
}
