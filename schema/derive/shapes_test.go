package derive_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
	"moselle/schema/derive"
	"moselle/schema/rdf"
	"moselle/schema/rdf/rdftest"
	"moselle/schema/rdf/shacl"
	"moselle/schema/rdf/turtle"
)

// TestShapesReadBack: the document says what the class tables are checked by.
func TestShapesReadBack(t *testing.T) {
	t.Parallel()
	read := readShapes(t)
	if got, want := quads(read.Graph()), quads(schema.Shapes().Graph()); !rdftest.Isomorphic(got, want) {
		t.Errorf("Parse of Shapes gives %d statements that are not the %d of the class tables", len(got), len(want))
	}
}

func readShapes(t *testing.T) *shacl.Shapes {
	t.Helper()
	g, err := rdftest.Graph(turtle.Format(), bytes.NewReader(derive.Shapes()))
	if err != nil {
		t.Fatal(err)
	}
	shapes, err := shacl.Parse(g)
	if err != nil {
		t.Fatalf("Parse of Shapes = %v, want no error", err)
	}
	return shapes
}

func quads(g *rdf.Graph) (out []rdf.Quad) {
	for t := range g.All() {
		out = append(out, rdf.Quad{Triple: t})
	}
	return out
}

// TestCorpus: records without a fault have no result, those with one have just
// that, and the shapes of the document find what the compiled ones do. The
// golden is also what other SHACL processors are held to.
func TestCorpus(t *testing.T) {
	t.Parallel()
	const dir = "testdata/corpus"
	files, err := filepath.Glob(dir + "/*/*.ttl")
	if err != nil || len(files) < 60 {
		t.Fatalf("%d files in the corpus (%v), want all", len(files), err)
	}
	read := readShapes(t)
	var b strings.Builder
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		g, err := rdftest.Graph(turtle.Format(), bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		got := told(schema.Shapes().Validate(g))
		name := strings.TrimPrefix(filepath.ToSlash(path), dir+"/")
		if d := cmp.Diff(got, told(read.Validate(g))); d != "" {
			t.Errorf("%s by the shapes of the document (-compiled +read):\n%s", name, d)
		}
		want := 1
		if strings.HasPrefix(name, "good/") {
			want = 0
		}
		if len(got) != want {
			t.Errorf("%s: results %q, want %d", name, got, want)
		}
		if faults := schema.Check(g, subject(g)); len(faults) != len(got) {
			t.Errorf("%s: faults %v, want one for each of %q", name, faults, got)
		}
		fmt.Fprintf(&b, "%s\n", name)
		for _, line := range got {
			fmt.Fprintf(&b, "  %s\n", line)
		}
	}
	golden(t, filepath.Join(dir, "results.txt"), []byte(b.String()))
}

func told(results []shacl.Result) []string {
	out := []string{}
	for _, r := range results {
		out = append(out, r.String())
	}
	slices.Sort(out)
	return out
}

// subject returns the record of a graph: the node that is no part.
func subject(g *rdf.Graph) schema.IRI {
	for t := range g.All() {
		if !strings.Contains(t.S.Value, "#") {
			return schema.IRI(t.S.Value)
		}
	}
	return ""
}
