package connectors_test

import (
	"testing"

	"moselle/connectors"
	"moselle/schema/rdf"
)

// TestReaderOf holds that what is said of a thing counts as its classes do.
func TestReaderOf(t *testing.T) {
	t.Parallel()
	thing := rdf.NewIRI("urn:thing")
	all := []connectors.Vocabulary{
		{Name: "classes", Class: func(iri string) int { return map[string]int{"urn:Event": 60, "urn:Show": 80}[iri] }},
		{Name: "stamp", Class: func(iri string) int { return map[string]int{"urn:Event": 30}[iri] }, Thing: func(g *rdf.Graph, of rdf.Term) int {
			if len(g.Subject(of)) > 2 {
				return 90
			}
			return 0
		}},
	}
	for _, c := range []struct {
		classes []string
		want    string
	}{{[]string{"urn:Event"}, "classes"}, {[]string{"urn:Event", "urn:Show"}, "classes"}, {[]string{"urn:Event", "urn:Show", "urn:Third"}, "stamp"}, {[]string{"urn:Other"}, ""}, {nil, ""}} {
		g := &rdf.Graph{}
		for _, class := range c.classes {
			g.Add(rdf.Triple{S: thing, P: rdf.NewIRI(rdf.Type), O: rdf.NewIRI(class)})
		}
		if v, ok := connectors.ReaderOf(all, g, thing); v.Name != c.want || ok != (c.want != "") {
			t.Errorf("ReaderOf(%v) = %q, %v, want %q", c.classes, v.Name, ok, c.want)
		}
	}
}
