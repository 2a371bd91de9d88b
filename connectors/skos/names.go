package skos

import (
	"moselle/schema/vocab"
)

const (
	core    = vocab.SKOS
	xl      = "http://www.w3.org/2008/05/skos-xl#"
	isothes = "http://purl.org/iso25964/skos-thes#"
	getty   = "http://vocab.getty.edu/ontology#"
)

// What a thing is.
const (
	none uint8 = iota
	concept
	scheme
	collection
	label // of SKOS-XL: comes with the concept
)

// kinds tells what a thing is by its class.
var kinds = map[string]uint8{
	core + "Concept":                   concept,
	core + "ConceptScheme":             scheme,
	core + "Collection":                collection,
	core + "OrderedCollection":         collection,
	isothes + "ThesaurusArray":         collection,
	isothes + "ConceptGroup":           collection,
	xl + "Label":                       label,
	getty + "Concept":                  concept,
	isothes + "PreferredTerm":          label,
	isothes + "SimpleNonPreferredTerm": label,
}

// broader are the predicates that lead to a wider concept, narrower those that
// lead to one that falls under it.
var (
	broader  = set(core+"broader", isothes+"broaderGeneric", isothes+"broaderPartitive", isothes+"broaderInstantial", getty+"broaderPreferred")
	narrower = set(core+"narrower", isothes+"narrowerGeneric", isothes+"narrowerPartitive", isothes+"narrowerInstantial")
	related  = set(core + "related")
	topOf    = set(core + "topConceptOf")
	hasTop   = set(core + "hasTopConcept")
	inScheme = set(core+"inScheme", core+"topConceptOf")
	member   = set(core+"member", isothes+"subordinateArray", isothes+"subGroup")
	within   = set(isothes+"superOrdinate", isothes+"superGroup", isothes+"memberOf")
)

// incoming are the predicates that say something of the thing they lead to.
var incoming = func() map[string]bool {
	all := map[string]bool{}
	for _, s := range []map[string]bool{broader, narrower, related, topOf, hasTop, member} {
		for p := range s {
			all[p] = true
		}
	}
	return all
}()

func set(names ...string) map[string]bool {
	s := map[string]bool{}
	for _, n := range names {
		s[n] = true
	}
	return s
}
