package rdf

import (
	"moselle/connectors"
	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// addresses are the predicates that say what tells a thing without an address of
// its own from others, the surest first.
var addresses = []string{
	vocab.OWL + "sameAs", vocab.Schema + "url", "http://schema.org/url", vocab.Schema + "sameAs", "http://schema.org/sameAs",
	vocab.DCTerms + "identifier", "http://purl.org/dc/elements/1.1/identifier", vocab.Schema + "identifier", "http://schema.org/identifier",
	vocab.DCAT + "landingPage", foaf + "homepage",
}

// named returns the graph with the address that a thing without one goes by in
// its place; false when there is none.
func named(g *rdf.Graph, thing rdf.Term) (*rdf.Graph, rdf.Term, bool) {
	if thing.Kind != rdf.Blank {
		return g, thing, true
	}
	for _, p := range addresses {
		for t := range g.About(thing) {
			if t.P.Value != p || t.O.Kind == rdf.Blank || !connectors.IsWeb(t.O.Value) || !rdf.ValidIRI(t.O.Value) {
				continue
			}
			address := rdf.NewIRI(t.O.Value)
			return g.Map(func(t rdf.Term) rdf.Term {
				if t == thing {
					return address
				}
				return t
			}), address, true
		}
	}
	return g, thing, false
}

// classesOf returns the classes of a thing.
func classesOf(g *rdf.Graph, thing rdf.Term) (classes []string) {
	for t := range g.About(thing) {
		if t.P.Value == rdf.Type {
			classes = append(classes, t.O.Value)
		}
	}
	return classes
}
