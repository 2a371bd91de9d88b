package connectors

import "moselle/schema/rdf"

// Vocabulary reads the things that RDF describes in one vocabulary, such as
// schema.org or EDM. A connector exports the one that it knows how to map;
// connectors/all gives them to the kinds that read RDF of any sort.
type Vocabulary struct {
	Name string // as settings and messages call it
	// Class reports how sure the vocabulary is that an instance of the class, an
	// IRI, is a thing of its own, as Kind.Sniff does: 0 is no, 100 is certain. What
	// only comes with another thing (an address, a web resource) is none.
	Class func(iri string) int
	// Thing reports, on the same scale, how sure it is of this very thing by what
	// is said of it, where others have the same classes; nil when classes say all.
	Thing func(g *rdf.Graph, thing rdf.Term) int
	// Types are those, IRIs, of things that are told of others and are none of their
	// own whatever their class, as the group of all who have a nationality; nil for
	// none.
	Types []string
	// Open returns what reads one thing of a graph: the item, keyed by the thing's
	// IRI, or a *Refusal. where is the thing's place for messages.
	Open func(env Env) func(g *rdf.Graph, thing rdf.Term, where string) (Item, error)
}

// Reader returns the vocabulary that is surest of a thing with these classes;
// false when none takes it for its own.
func Reader(all []Vocabulary, classes []string) (best Vocabulary, ok bool) {
	most := 0
	for _, v := range all {
		for _, c := range classes {
			if sure := v.Class(c); sure > most {
				best, most = v, sure
			}
		}
	}
	return best, most > 0
}

// ReaderOf is Reader for a thing of a graph: what is said of it counts as its
// classes do.
func ReaderOf(all []Vocabulary, g *rdf.Graph, thing rdf.Term) (best Vocabulary, ok bool) {
	most := 0
	for _, v := range all {
		sure := 0
		for _, t := range g.Subject(thing) {
			if t.P.Value == rdf.Type {
				sure = max(sure, v.Class(t.O.Value))
			}
		}
		if v.Thing != nil {
			sure = max(sure, v.Thing(g, thing))
		}
		if sure > most {
			best, most = v, sure
		}
	}
	return best, most > 0
}
