package sqlite_test

import (
	"bytes"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"moselle/hub/fault"
	"moselle/hub/store"
	"moselle/hub/store/sqlite"
	"moselle/hub/store/storetest"
)

// execute runs SQL on a database file beside the store.
func execute(t *testing.T, path, text string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(text); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
}

func TestOpenRefuses(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		prepare func(t *testing.T, path string)
		want    string
	}{
		"a newer program's database": {func(t *testing.T, path string) {
			s, err := sqlite.Open(t.Context(), path, sqlite.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			execute(t, path, "PRAGMA user_version = 9999")
		}, "a newer program has written it (version 9999;"},
		"another program's database": {func(t *testing.T, path string) {
			execute(t, path, "CREATE TABLE recipes (name TEXT)")
		}, "belongs to another program"},
		"a text file": {func(t *testing.T, path string) {
			if err := os.WriteFile(path, []byte(strings.Repeat("programme of the season\n", 100)), 0o600); err != nil {
				t.Fatal(err)
			}
		}, "not a database or is damaged"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "hub.db")
			c.prepare(t, path)
			before, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			s, err := sqlite.Open(t.Context(), path, sqlite.Options{})
			if err == nil {
				t.Fatal(s.Close(), "Open() = nil, want an error")
			}
			if fault.Of(err) != fault.Invalid || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), path) {
				t.Errorf("Open() = %v, want invalid, with the path and %q", err, c.want)
			}
			after, err := os.ReadFile(path)
			if err != nil || !bytes.Equal(before, after) {
				t.Errorf("Open() has changed a file that it refused (%v)", err)
			}
		})
	}
}

func TestOpenFolder(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "new", "Müller & Söhne 100%?#x", "hub.db")
	s, err := sqlite.Open(t.Context(), path, sqlite.Options{})
	if err != nil {
		t.Fatalf("Open(%s) = %v", path, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Errorf("Open(%s) has made the database elsewhere: %v", path, err)
	}
	if _, err := sqlite.Open(t.Context(), filepath.Dir(path), sqlite.Options{}); err == nil {
		t.Error("Open(folder) = nil, want an error")
	}
}

// TestTwoProcesses has two stores on one file, as a harvest from the command
// line beside a running hub: both start on a new file, and one log comes of it.
func TestTwoProcesses(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	const batches = 25
	var wg sync.WaitGroup
	for w := range 2 {
		wg.Go(func() {
			s, err := open(t.Context(), dir, time.Now)
			if err != nil {
				t.Errorf("Open() = %v", err)
				return
			}
			defer s.Close()
			for n := range batches {
				r := storetest.Record(w*batches+n, 1)
				if _, err := s.Apply(t.Context(), store.Batch{Changes: []store.Change{{Op: store.Create, Record: r}}}); err != nil {
					t.Errorf("Apply() = %v", err)
					return
				}
			}
		})
	}
	wg.Wait()
	s, err := open(t.Context(), dir, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	n := store.Seq(0)
	for c, err := range s.Changes(t.Context(), 0, store.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		if n++; c.Seq != n {
			t.Fatalf("entry %d follows %d", c.Seq, n-1)
		}
	}
	if n != 2*batches {
		t.Errorf("the log has %d entries, want %d", n, 2*batches)
	}
}

func TestDamagedPayload(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s, err := open(t.Context(), dir, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var batch store.Batch
	for i := range 4 {
		batch.Changes = append(batch.Changes, store.Change{Op: store.Create, Record: storetest.Record(i, 1)})
	}
	if _, err := s.Apply(t.Context(), batch); err != nil {
		t.Fatal(err)
	}
	for seq, blob := range []string{"x''", "x'00'", "zeroblob(100)", "x'28b52ffd2000010000'"} {
		execute(t, filepath.Join(dir, "hub.db"), fmt.Sprintf("UPDATE changes SET payload = %s WHERE seq = %d", blob, seq+1))
		iri := storetest.Record(seq, 1).IRI
		if _, err := s.Get(t.Context(), iri); err == nil || !strings.Contains(err.Error(), string(iri)) || !strings.Contains(err.Error(), "damaged") {
			t.Errorf("Get() of the damaged payload %s = %v, want an error that names the record", blob, err)
		}
	}
}

func TestMigrationsAreNumbered(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("migrations/*")
	if err != nil || len(files) == 0 {
		t.Fatalf("no migrations (%v)", err)
	}
	for i, f := range files {
		if want := fmt.Sprintf("%04d_", i+1); !strings.HasPrefix(filepath.Base(f), want) || filepath.Ext(f) != ".sql" {
			t.Errorf("migration %d is called %s, want %swhat.sql", i+1, filepath.Base(f), want)
		}
	}
}

// Close brings everything into the one file and lets go of it.
func TestCloseLeavesOneFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	s, err := open(t.Context(), dir, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Apply(t.Context(), store.Batch{Source: storetest.Source, Changes: []store.Change{{Op: store.Create, Record: storetest.Record(1, 1)}}}); err != nil {
		t.Fatal(err)
	}
	for _, err := range s.List(t.Context(), store.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != 1 {
		t.Errorf("after Close() the folder holds %v (%v), want the database alone", files, err)
	}
}
