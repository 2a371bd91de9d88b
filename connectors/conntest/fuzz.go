package conntest

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"

	"moselle/connectors"
	"moselle/schema"
)

// Seeds gives a fuzz target the inputs of all cases, and more.
func Seeds(f *testing.F, more ...string) {
	f.Helper()
	paths, err := filepath.Glob(filepath.Join("testdata", "*", "input.*"))
	if err != nil || len(paths) == 0 {
		f.Fatalf("no cases: %v", err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, text := range more {
		f.Add([]byte(text))
	}
}

// Fuzz reads any document as a file of that name under the default settings. It
// ends in what Sound asks for, and two readings agree.
func Fuzz(f *testing.F, k connectors.Kind, name string, more ...string) {
	f.Helper()
	Seeds(f, more...)
	f.Fuzz(func(t *testing.T, document []byte) {
		c, err := k.Open(nil, Memory(t, name, document))
		if err != nil {
			t.Fatal(err)
		}
		r := Harvest(t.Context(), c, nil)
		Sound(t, r)
		triples, text := Render(r)
		again, againText := Render(Harvest(t.Context(), c, nil))
		if !bytes.Equal(triples, again) || !bytes.Equal(text, againText) {
			t.Error("a second reading gives something else")
		}
	})
}

// Sound checks what holds for any result, of good documents and of bad: something
// is said; an item has a key that no other has, a place, and a record that is not
// refused, unless it is gone or the same; a refusal has a place and a reason.
func Sound(t testing.TB, r Result) {
	t.Helper()
	if len(r.Items)+len(r.Refusals) == 0 && r.Err == nil {
		t.Error("no item, no refusal and no error")
	}
	seen := map[string]bool{}
	for _, it := range r.Items {
		switch {
		case it.Key == "", it.Where == "":
			t.Errorf("item %q at %q lacks its key or its place", it.Key, it.Where)
		case seen[it.Key]:
			t.Errorf("item %q comes twice", it.Key)
		case len(it.Drafts) == 0 && !it.Deleted && !it.Same:
			t.Errorf("item %q has no record", it.Key)
		case schema.Refused(it.Faults) != nil:
			t.Errorf("item %q is kept in spite of %v", it.Key, schema.Refused(it.Faults))
		}
		seen[it.Key] = true
	}
	for _, refusal := range r.Refusals {
		if refusal.Where == "" || len(refusal.Faults) == 0 || refusal.Faults[0].Message == "" {
			t.Errorf("refusal %+v lacks its place or its reason", refusal)
		}
	}
}

// Memory returns an environment whose one document, at location, is held in memory.
func Memory(t testing.TB, location string, document []byte) connectors.Env {
	t.Helper()
	env := Env(t, location)
	env.Open = func(_ context.Context, at string, _ []byte) (*connectors.Body, error) {
		if at != location {
			return nil, os.ErrNotExist
		}
		r, err := connectors.Gunzip(io.NopCloser(bytes.NewReader(document)))
		if err != nil {
			return nil, err
		}
		return &connectors.Body{ReadCloser: r, Location: at}, nil
	}
	return env
}
