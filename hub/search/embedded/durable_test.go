package embedded_test

import (
	"bufio"
	"bytes"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"moselle/hub/search"
	"moselle/hub/search/embedded"
	"moselle/hub/search/searchtest"
	"moselle/hub/store"
	"moselle/schema/taxonomy"
)

func TestDurable(t *testing.T) {
	t.Parallel()
	searchtest.Durable(t, func(t testing.TB, dir string) search.Index { return open(t, dir) })
}

func TestInMemoryKeepsNothing(t *testing.T) {
	t.Parallel()
	ix := open(t, "")
	defer ix.Close()
	if err := ix.Apply(t.Context(), search.Batch{Seq: 7, Put: searchtest.Words("event/a", "a")}); err != nil {
		t.Fatal(err)
	}
	if got := ix.Seq(); got != 0 {
		t.Errorf("Seq() = %d, want 0: nothing survives", got)
	}
}

// What is damaged is thrown away with a warning, and built again.
func TestDamage(t *testing.T) {
	t.Parallel()
	for name, damage := range map[string]func(dir string) error{
		"no snapshot":  func(dir string) error { return os.Remove(filepath.Join(dir, "columns")) },
		"cut off":      func(dir string) error { return os.Truncate(filepath.Join(dir, "columns"), 300) },
		"empty":        func(dir string) error { return os.Truncate(filepath.Join(dir, "columns"), 0) },
		"another file": func(dir string) error { return os.WriteFile(filepath.Join(dir, "columns"), []byte("hello"), 0o600) },
		"another version": func(dir string) error {
			path := filepath.Join(dir, "columns")
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			return os.WriteFile(path, bytes.Replace(data, []byte("MOSELLE SEARCH 3 "), []byte("MOSELLE SEARCH 1 "), 1), 0o600)
		},
		"other facets": func(dir string) error {
			path := filepath.Join(dir, "columns")
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			return os.WriteFile(path, bytes.Replace(data, []byte(" category "), []byte(" kategory "), 1), 0o600)
		},
		"other vocabularies": func(dir string) error {
			path := filepath.Join(dir, "columns")
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			version := []byte(taxonomy.Version())
			return os.WriteFile(path, bytes.Replace(data, version, bytes.Repeat([]byte("0"), len(version)), 1), 0o600)
		},
		"one bit": func(dir string) error {
			path := filepath.Join(dir, "columns")
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			data[len(data)/2] ^= 1
			return os.WriteFile(path, data, 0o600)
		},
		"no text": func(dir string) error { return os.RemoveAll(filepath.Join(dir, "text")) },
		"text of nothing": func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "text", "root.bolt"), []byte("hello"), 0o600)
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			first := search.Batch{Seq: 5, Put: searchtest.Words("event/a", "alpha", "event/b", "beta")}
			ix := open(t, dir)
			if err := ix.Apply(t.Context(), first); err != nil {
				t.Fatal(err)
			}
			if err := ix.Close(); err != nil {
				t.Fatal(err)
			}
			if err := damage(dir); err != nil {
				t.Fatal(err)
			}
			var log bytes.Buffer
			ix, err := embedded.Open(t.Context(), dir, embedded.Options{Log: slog.New(slog.NewTextHandler(&log, nil))})
			if err != nil {
				t.Fatal(err)
			}
			defer ix.Close()
			if got := ix.Seq(); got != 0 {
				t.Errorf("Seq() = %d, want 0", got)
			}
			if warned := strings.Contains(log.String(), "level=WARN"); warned != (name != "no snapshot") {
				t.Errorf("log %q, want a warning about what is damaged", log.String())
			}
			if err := ix.Apply(t.Context(), first); err != nil {
				t.Fatal(err)
			}
			if got := total(t, ix, "alpha "); got != 1 {
				t.Errorf("Search(alpha) = %d hits after building again, want 1", got)
			}
		})
	}
}

// TestKill kills a process that indexes, at different moments, and replays from
// Seq: every document is there once, by its newest text.
func TestKill(t *testing.T) {
	if dir := os.Getenv("SEARCH_KILL_DIR"); dir != "" {
		indexUntilKilled(t, dir)
	}
	t.Parallel()
	dir := t.TempDir()
	survived := store.Seq(0)
	for round := range 6 {
		victim := exec.Command(os.Args[0], "-test.run=^TestKill$")
		victim.Env = append(os.Environ(), "SEARCH_KILL_DIR="+dir)
		out, err := victim.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := victim.Start(); err != nil {
			t.Fatal(err)
		}
		applied := store.Seq(0)
		for s, lines := bufio.NewScanner(out), 0; lines < 40*round+7 && s.Scan(); lines++ {
			if _, err := fmt.Sscanf(s.Text(), "applied %d", &applied); err != nil {
				t.Fatalf("the indexing process said %q", s.Text())
			}
		}
		if err := victim.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = victim.Wait() // killed, as it should be
		ix := open(t, dir)
		if ix.Seq() < survived {
			t.Errorf("round %d: Seq() = %d, but %d was on disk before", round, ix.Seq(), survived)
		}
		survived = ix.Seq()
		for seq := survived + 1; seq <= max(applied, survived); seq++ {
			if err := ix.Apply(t.Context(), change(seq)); err != nil {
				t.Fatal(err)
			}
		}
		check(t, ix, max(applied, survived))
		if err := ix.Close(); err != nil {
			t.Fatal(err)
		}
		survived = max(applied, survived)
	}
	if survived < 100 {
		t.Errorf("%d changes in all, want enough to tell", survived)
	}
}

const documents = 50

// change writes one of the documents anew; its text is its position in the log.
func change(seq store.Seq) search.Batch {
	return search.Batch{Seq: seq, Put: searchtest.Words(fmt.Sprintf("event/%d", seq%documents), fmt.Sprintf("position %d", seq))}
}

func indexUntilKilled(t *testing.T, dir string) {
	ix, err := embedded.Open(t.Context(), dir, embedded.Options{SaveAfter: 1, SaveEvery: time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	for seq := ix.Seq() + 1; ; seq++ {
		if err := ix.Apply(t.Context(), change(seq)); err != nil {
			t.Fatal(err)
		}
		fmt.Printf("applied %d\n", seq)
	}
}

func check(t *testing.T, ix search.Index, last store.Seq) {
	t.Helper()
	if got, want := total(t, ix, ""), min(int(last), documents); got != want {
		t.Errorf("at %d: %d documents, want %d", last, got, want)
	}
	for seq := last; seq > 0 && seq+documents > last; seq-- {
		if got := total(t, ix, fmt.Sprintf("position %d ", seq)); got != 1 {
			t.Errorf("at %d: Search(position %d) = %d hits, want 1", last, seq, got)
		}
	}
	if last > documents {
		if got := total(t, ix, fmt.Sprintf("position %d ", last-documents)); got != 0 {
			t.Errorf("at %d: a text of before is found %d times", last, got)
		}
	}
}

func total(t *testing.T, ix search.Index, text string) int {
	t.Helper()
	p, err := ix.Search(t.Context(), search.Query{Text: text})
	if err != nil {
		t.Fatal(err)
	}
	return p.Total
}
