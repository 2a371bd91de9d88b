package skos

import (
	"strings"

	"moselle/schema"
	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// concept maps a concept.
func (m *mapper) concept() {
	m.build("Concept")
	m.preferred()
	m.labels("altLabel", core+"altLabel", xl+"altLabel")
	m.labels("hiddenLabel", core+"hiddenLabel", xl+"hiddenLabel")
	for t := range m.g.About(m.id) {
		if t.P.Value == core+"notation" && t.O.Kind == rdf.Literal {
			m.b.Put("notation", t.O.Value)
		}
	}
	m.prose("definition", core+"definition", vocab.DCTerms+"description", vocab.RDFS+"comment")
	m.prose("scopeNote", core+"scopeNote", core+"note")
	m.schemes()
	m.hierarchy()
	m.collections()
	for t := range m.g.About(m.id) {
		if name, ok := strings.CutPrefix(t.P.Value, core); ok && strings.HasSuffix(name, "Match") && m.b.Class().Property(name) != nil && t.O.Kind != rdf.Blank {
			m.b.Put(name, t.O.Value)
		}
	}
}

// scheme maps a scheme.
func (m *mapper) scheme() {
	m.build("ConceptScheme")
	m.preferred()
	if !m.b.Has("prefLabel") {
		m.b.Fault(schema.Fault{Path: "prefLabel", Value: m.id.Value, Message: "the scheme has no label, so it is called by the end of its address: give it a prefLabel"})
		m.b.Text("prefLabel", schema.Und, tail(m.id.Value))
	}
	m.prose("definition", core+"definition", vocab.DCTerms+"description", "http://purl.org/dc/elements/1.1/description", core+"note", vocab.RDFS+"comment")
	m.link("hasTopConcept", "", hasTop, topOf)
}

// collection maps a group of concepts.
func (m *mapper) collection() {
	m.build("Collection")
	m.preferred()
	m.labels("alternateName", core+"altLabel", xl+"altLabel")
	m.prose("description", core+"definition", core+"scopeNote", core+"note", vocab.DCTerms+"description")
	m.collections()
}

// collections links to the groups that a thing is a member of.
func (m *mapper) collections() {
	in := func(t rdf.Term) {
		if t.Kind == rdf.IRI && t != m.id && m.is(t, collection) {
			m.b.Link("isPartOf", schema.Mint(m.env.Source, "Collection", t.Value))
		}
	}
	for t := range m.g.To(m.id) {
		if member[t.P.Value] {
			in(t.S)
		}
	}
	for t := range m.g.About(m.id) {
		if within[t.P.Value] {
			in(t.O)
		}
	}
}

// is reports whether a thing is known to be of a kind.
func (m *mapper) is(thing rdf.Term, kind uint8) bool {
	for t := range m.g.About(thing) {
		if t.P.Value == rdf.Type && kinds[t.O.Value] == kind {
			return true
		}
	}
	return false
}
