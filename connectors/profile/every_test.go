package profile_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors/conntest"
	"moselle/schema"
	"moselle/schema/rdf"
)

// TestEveryProperty reads back records in which every property of their class,
// and of the parts in it, has a value: a row that is added to a table is read
// without a line of code here.
func TestEveryProperty(t *testing.T) {
	t.Parallel()
	for _, c := range schema.Classes {
		t.Run(c.Name, func(t *testing.T) {
			t.Parallel()
			b := schema.Build("mill", c.Name, "k")
			conntest.Fill(b, "mill")
			d, faults := b.Draft()
			for _, f := range faults {
				if !f.Missing() {
					t.Fatalf("the record itself is wrong: %s", f)
				}
			}
			g := schema.PublicGraph(d.Graph, origin)
			thing := rdf.NewIRI(d.IRI.Public(origin))
			it, err := read(t, g, thing)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range it.Faults {
				if !f.Missing() {
					t.Errorf("warning %s", f)
				}
			}
			own := it.Drafts[0]
			back := func(iri string) string {
				for _, k := range schema.Classes {
					for _, key := range []string{"k", "other"} {
						at := schema.Mint("mill", k.Name, key).Public(origin)
						if rest, ok := strings.CutPrefix(iri, string(schema.Mint("test", k.Name, at))); ok {
							return at + rest
						}
					}
				}
				return iri
			}
			if d := cmp.Diff(facts(g, c, thing.Value, asIs), facts(own.Graph, c, string(own.IRI), back)); d != "" {
				t.Errorf("facts (-served +read):\n%s", d)
			}
		})
	}
}
