package lido_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/lido"
	"moselle/schema"
	crosswalk "moselle/schema/crosswalk/lido"
	"moselle/schema/rdf/rdftest"
)

// nodes are the records of an item by their IRIs.
func nodes(it connectors.Item) map[schema.IRI]*schema.Node {
	all := map[schema.IRI]*schema.Node{}
	for _, d := range it.Drafts {
		all[d.IRI] = schema.NewNode(d.Graph, d.IRI, schema.ClassNamed(d.Class))
	}
	return all
}

// written returns all works of a document as LIDO.
func written(t testing.TB, location string) (items []connectors.Item, doc []byte) {
	t.Helper()
	c, err := lido.Kind().Open(nil, conntest.Env(t, location))
	if err != nil {
		t.Fatal(err)
	}
	doc = []byte(`<lido:lidoWrap xmlns:lido="` + crosswalk.Namespace + `">`)
	items = conntest.Harvest(t.Context(), c, nil).Items
	keys := map[schema.IRI]string{} // so that they are the same records again
	for _, it := range items {
		for _, d := range it.Drafts {
			keys[d.IRI] = d.Key
		}
	}
	for _, it := range items {
		all := nodes(it)
		w := crosswalk.Writer{
			Record: func(iri schema.IRI) *schema.Node { return all[iri] },
			Public: func(iri schema.IRI) string { return keys[iri] },
		}
		doc = append(crosswalk.Print(doc, w.Write(all[it.Drafts[0].IRI])), '\n')
	}
	return items, append(doc, "</lido:lidoWrap>"...)
}

// TestWriteReal reads real LIDO, writes it, reads that and writes it again: the
// second document is the first, and the records say what they said.
func TestWriteReal(t *testing.T) {
	t.Parallel()
	for _, path := range append(rdftest.RealFiles(t, ".xml"), rdftest.RealFiles(t, ".gz")...) {
		if !strings.Contains(filepath.ToSlash(path), "/lido/") {
			continue
		}
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel()
			same(t, path)
		})
	}
}

// TestWriteCases does so with the cases of this package.
func TestWriteCases(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"object/input.xml", "oai/input.xml", "zip/input.zip", "concepts/input.xml", "portals/input.xml", "profile/input.xml"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			same(t, filepath.Join("testdata", name))
		})
	}
}

// same holds what is read of a document to what is read of it written.
func same(t *testing.T, path string) {
	t.Helper()
	first, doc := written(t, path)
	again := filepath.Join(t.TempDir(), "again.xml")
	if err := os.WriteFile(again, doc, 0o600); err != nil {
		t.Fatal(err)
	}
	second, twice := written(t, again)
	if len(first) != len(second) {
		t.Fatalf("%d records were read, %d of what was written", len(first), len(second))
	}
	if !bytes.Equal(doc, twice) {
		t.Errorf("written again (-want +got):\n%.4000s", cmp.Diff(strings.Split(string(doc), "><"), strings.Split(string(twice), "><")))
	}
	for i, it := range first {
		if d := cmp.Diff(said(it), said(second[i])); d != "" {
			t.Errorf("%s written and read (-want +got):\n%.4000s", it.Key, d)
			return
		}
	}
}

// elsewhere are statements of where it was read, and links to other works.
var elsewhere = regexp.MustCompile(`wasDerivedFrom|/(?:isPartOf|isBasedOn)> <moselle:id/work/`)

// said are the statements of an item in order, but for where it was read and for
// links to other works, which the comparison of the documents holds.
func said(it connectors.Item) []string {
	var out []string
	for _, d := range it.Drafts {
		for line := range strings.Lines(string(d.Graph.Canonical())) {
			if !elsewhere.MatchString(line) {
				out = append(out, line)
			}
		}
	}
	slices.Sort(out)
	return out
}
