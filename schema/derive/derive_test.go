package derive_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
	"moselle/schema/derive"
	"moselle/schema/rdf/turtle"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestGoldens(t *testing.T) {
	t.Parallel()
	var vocabulary bytes.Buffer
	if err := turtle.Format().Encode(&vocabulary, derive.Vocabulary()); err != nil {
		t.Fatal(err)
	}
	for name, got := range map[string][]byte{
		"context.jsonld": derive.Context(),
		"schema.json":    derive.JSONSchema(base),
		"search.json":    derive.SearchMapping(),
		"shapes.ttl":     derive.Shapes(),
		"types.graphql":  []byte(derive.SDL()),
		"vocabulary.ttl": vocabulary.Bytes(),
	} {
		golden(t, filepath.Join("testdata", name), got)
	}
}

// golden compares with a golden file, or writes it anew.
func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), string(got)); d != "" {
		t.Errorf("%s differs (-want +got):\n%s", path, d)
	}
}

// TestNamesHaveOneMeaning: one context serves all classes, so that a name
// stands for one IRI, one kind of value, and one name for an IRI.
func TestNamesHaveOneMeaning(t *testing.T) {
	t.Parallel()
	type meaning struct{ iri, kind string }
	names := map[string]meaning{}
	iris := map[string]string{}
	for _, c := range slices.Concat(schema.Classes, schema.Parts) {
		for _, p := range c.Properties {
			m := meaning{p.IRI, p.Range.Datatype()}
			switch p.Range {
			case schema.Text:
				m.kind = "text"
			case schema.Code:
				m.kind = "code"
			case schema.URL, schema.Link, schema.Part:
				m.kind = "node"
			}
			if other, ok := names[p.Name]; ok && other != m {
				t.Errorf("%s.%s means %v, elsewhere %v", c.Name, p.Name, m, other)
			}
			if other, ok := iris[p.IRI]; ok && other != p.Name {
				t.Errorf("%s.%s is called %s elsewhere", c.Name, p.Name, other)
			}
			names[p.Name], iris[p.IRI] = m, p.Name
		}
	}
}
