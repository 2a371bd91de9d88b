package jsonld_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/rdf/jsonld"
	"moselle/schema/rdf/rdftest"
)

// TestLinkedArt reads a museum's records under the pinned context and under the
// published one: the same graphs.
func TestLinkedArt(t *testing.T) {
	t.Parallel()
	dir := rdftest.Data(t, "linked-art")
	published, err := os.ReadFile(filepath.Join(dir, "linked-art__linked.art/docs/ns/v1/linked-art.json"))
	if err != nil {
		t.Fatal(err)
	}
	const address = "https://linked.art/ns/v1/linked-art.json"
	records, err := filepath.Glob(filepath.Join(dir, "thegetty__linkedart.js/src/data/mocks/*.json"))
	more, err2 := filepath.Glob(filepath.Join(dir, "thegetty__linkedart.js/*.json"))
	if err := errors.Join(err, err2); err != nil {
		t.Fatal(err)
	}
	compared := 0
	for _, path := range append(records, more...) {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(text, []byte(address)) {
			continue
		}
		got, _, err := decode(jsonld.Reader{}, text, "")
		want, _, err2 := decode(jsonld.Reader{Contexts: map[string]*jsonld.Context{address: jsonld.NewContext(published)}}, text, "")
		if err := errors.Join(err, err2); err != nil {
			t.Errorf("%s: %v", filepath.Base(path), err)
			continue
		}
		if len(got) == 0 {
			t.Errorf("%s says nothing", filepath.Base(path))
		}
		if d := cmp.Diff(canonical(t, want), canonical(t, got)); d != "" {
			t.Errorf("%s (-published +pinned):\n%s", filepath.Base(path), d)
		}
		compared++
	}
	t.Logf("%d records compared", compared)
}

// TestPublished reads what institutions publish as JSON-LD: each document
// either says something or is refused for a context that is not at hand.
func TestPublished(t *testing.T) {
	t.Parallel()
	read, refused := 0, map[string]int{}
	for _, dir := range []string{"iiif", "linked-art", "events-jsonld", "skos", "activitypub"} {
		err := filepath.WalkDir(rdftest.Data(t, dir), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.Contains(filepath.Ext(path), ".json") {
				return err
			}
			text, err := os.ReadFile(path)
			if err != nil || !bytes.Contains(text, []byte(`"@context"`)) || len(text) > 1<<20 {
				return err
			}
			quads, left, err := decode(jsonld.Reader{}, text, "https://a.example/")
			var unknown *jsonld.ContextError
			switch {
			case errors.As(err, &unknown):
				refused[unknown.Address]++
			case err != nil:
				t.Logf("%s: %v", strings.TrimPrefix(path, dir), err)
			case len(quads) == 0 && left == 0:
				t.Logf("%s says nothing", path)
			default:
				read++
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d documents read; contexts not at hand: %v", read, refused)
	if read < 100 {
		t.Errorf("%d documents read, want at least 100", read)
	}
}
