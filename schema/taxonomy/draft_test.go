package taxonomy_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
	"moselle/schema/taxonomy"
)

func TestDrafts(t *testing.T) {
	t.Parallel()
	byIRI := map[schema.IRI]schema.Draft{}
	nodes := map[schema.IRI]*schema.Node{}
	for _, d := range taxonomy.Drafts() {
		if _, twice := byIRI[d.IRI]; twice {
			t.Errorf("%s is drafted twice", d.IRI)
		}
		byIRI[d.IRI] = d
		nodes[d.IRI] = schema.NewNode(d.Graph, d.IRI, schema.ClassNamed(d.Class))
	}
	for _, s := range taxonomy.All() {
		n := nodes[s.IRI()]
		if n == nil {
			t.Fatalf("scheme %s has no draft", s.Code)
		}
		if d := cmp.Diff(s.Labels, n.Texts("prefLabel")); d != "" {
			t.Errorf("labels of scheme %s (-want +got):\n%s", s.Code, d)
		}
		tops := 0
		for _, c := range s.Concepts {
			if c.Broader == nil {
				tops++
			}
			checkDraft(t, nodes[c.IRI()], c)
		}
		if got := len(n.Refs("hasTopConcept")); got != tops {
			t.Errorf("scheme %s has %d top concepts, want %d", s.Code, got, tops)
		}
	}
	if got, want := len(byIRI), len(concepts())+len(taxonomy.All()); got != want {
		t.Errorf("%d drafts, want %d", got, want)
	}
}

// checkDraft finds everything that a concept says in its record: no value was
// left out for a fault.
func checkDraft(t *testing.T, n *schema.Node, c *taxonomy.Concept) {
	t.Helper()
	if n == nil {
		t.Fatalf("%s has no draft", c.ID())
	}
	alt := 0
	for _, labels := range c.Alt {
		alt += len(labels)
	}
	top, broader := 1, 0
	if c.Broader != nil {
		top, broader = 0, 1
	}
	notation, note := 0, 0
	if c.Notation != "" {
		notation = 1
	}
	if c.Note != "" {
		note = 1
	}
	for prop, want := range map[string]int{
		"prefLabel": 5, "altLabel": alt, "hiddenLabel": len(c.Hidden), "notation": notation, "scopeNote": note, "inScheme": 1,
		"topConceptOf": top, "broader": broader, "narrower": len(c.Narrower), "exactMatch": len(c.Exact), "closeMatch": len(c.Close),
		"sourceIdentifier": 1, "sdLicense": 1,
	} {
		if got := len(n.Values(prop)); got != want {
			t.Errorf("%s: %d values of %s, want %d", c.ID(), got, prop, want)
		}
	}
}

func BenchmarkDrafts(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		taxonomy.Drafts()
	}
}
