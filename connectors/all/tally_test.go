package all_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"gopkg.in/yaml.v3"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/schema"
	"moselle/schema/rdf/rdftest"
)

// file is a real file, unpacked.
type file struct {
	path string // for reports: from the family on, with slashes
	full string
	data []byte
}

// head is what a kind is chosen by.
func (f file) head() []byte { return f.data[:min(len(f.data), 16<<10)] }

// ext is the ending of the name, that of packing left out.
func (f file) ext() string { return filepath.Ext(strings.TrimSuffix(f.path, ".gz")) }

// files reads the files of a folder of the real data, one after the other.
func files(t *testing.T, folder string) iter.Seq[file] {
	t.Helper()
	root := rdftest.Data(t, folder)
	return func(yield func(file) bool) {
		n := 0
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := unpacked(path)
			if err != nil {
				return err
			}
			name, _ := filepath.Rel(root, path)
			if n++; !yield(file{folder + "/" + filepath.ToSlash(name), path, data}) {
				return fs.SkipAll
			}
			return nil
		})
		if err != nil || n == 0 {
			t.Errorf("%s: %d files, %v", folder, n, err)
		}
	}
}

func unpacked(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if err != nil || !strings.HasSuffix(path, ".gz") {
		return data, err
	}
	zr, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(zr)
}

// tally is what became of files.
type tally struct{ files, items, deleted, warned, refused, ended int }

func (y *tally) add(x tally) {
	y.files += x.files
	y.items += x.items
	y.deleted += x.deleted
	y.warned += x.warned
	y.refused += x.refused
	y.ended += x.ended
}

// told reports whether anything was said of what was read, but for what is missing.
func (y tally) told() bool { return y.warned+y.refused+y.ended > 0 }

// patience is how long a file may take, on a busy machine.
const patience = 3 * time.Minute

// read runs a kind over a file and holds it to account. What it says of a panic
// or of a file that does not end is an error of the test.
func read(t *testing.T, k connectors.Kind, s *yaml.Node, f file) tally {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	done := make(chan tally, 1)
	go func() {
		y := tally{files: 1}
		defer func() {
			if r := recover(); r != nil {
				t.Errorf("%s as %s: panic: %v\n%s", f.path, k.Name, r, debug.Stack())
			}
			done <- y
		}()
		c, err := k.Open(s, conntest.Env(t, f.full))
		if err != nil {
			t.Errorf("%s as %s: %v", f.path, k.Name, err)
			return
		}
		a := account{t: t, kind: k.Name, file: f}
		for it, err := range c.Harvest(ctx, nil) {
			a.hear(&y, it, err)
		}
		a.close(y)
	}()
	select {
	case y := <-done:
		return y
	case <-time.After(2 * patience):
		t.Fatalf("%s as %s: hangs and does not heed its context", f.path, k.Name)
		return tally{}
	}
}

// account hears what a kind says of a file, and holds it to what is promised.
type account struct {
	t    *testing.T
	kind string
	file file
}

func (a account) hear(y *tally, it connectors.Item, err error) {
	a.t.Helper()
	var refusal *connectors.Refusal
	switch {
	case errors.As(err, &refusal):
		y.refused++
		if refusal.Where == "" || len(refusal.Faults) == 0 {
			a.t.Errorf("%s as %s: refusal without place or reason: %v", a.file.path, a.kind, refusal)
		}
		for _, w := range refusal.Faults {
			a.sentence("refusal", w.Message)
		}
	case errors.Is(err, context.DeadlineExceeded):
		a.t.Errorf("%s as %s: not read to its end within %v", a.file.path, a.kind, patience)
	case err != nil:
		y.ended++
		message, ok := strings.CutPrefix(err.Error(), filepath.Base(a.file.path)+": ")
		if a.sentence("error", message); !ok {
			a.t.Errorf("%s as %s: error %q names no place", a.file.path, a.kind, err)
		}
	default:
		y.items++
		if it.Deleted {
			y.deleted++
		}
		if slices.ContainsFunc(it.Faults, func(f schema.Fault) bool { return f.Rule == "" }) { // more than what is missing
			y.warned++
		}
		if it.Key == "" || it.Where == "" || len(it.Drafts) == 0 && !it.Deleted {
			a.t.Errorf("%s as %s: item without key, place or draft: %.200v", a.file.path, a.kind, it)
		}
		for _, w := range it.Faults {
			a.sentence("warning", w.Message)
		}
	}
}

// jargon is what messages must not say: words of our libraries and of Go.
var jargon = regexp.MustCompile(`(?i)unmarshal|invalid character|strconv|\bEOF\b|syntax error|%!|\bnil\b|panic|runtime error|goroutine|parsing time|encoding/|flate|bufio|(?-i:\b(?:json|yaml|xml|html):|\b(schema|rdf|table|ics|connectors)\.[A-Z])`)

// quoted is text of the source inside a message.
var quoted = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)

func (a account) sentence(what, message string) {
	a.t.Helper()
	if plain := quoted.ReplaceAllString(message, ""); strings.TrimSpace(plain) == "" || jargon.MatchString(plain) {
		a.t.Errorf("%s as %s: %s %q is no sentence for whoever keeps the source", a.file.path, a.kind, what, message)
	}
}

func (a account) close(y tally) {
	a.t.Helper()
	if y.items+y.refused+y.ended == 0 {
		a.t.Errorf("%s as %s: no item, no refusal and no error: something is lost in silence", a.file.path, a.kind)
	}
	if n := rows(a.file); a.kind == "table" && n > 0 && y.ended == 0 && y.items+y.refused != n {
		a.t.Errorf("%s as table: %d rows, but %d items and %d refusals", a.file.path, n, y.items, y.refused)
	}
}

// rows counts the elements of a JSON list by the standard library; -1 for any
// other file.
func rows(f file) int {
	var list []json.RawMessage
	if f.ext() == ".ndjson" || json.Unmarshal(f.data, &list) != nil {
		return -1
	}
	return len(list)
}
