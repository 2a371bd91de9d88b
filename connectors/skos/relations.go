package skos

import (
	"net/url"
	"strings"

	"moselle/schema"
	"moselle/schema/rdf"
)

// hierarchy links to wider, narrower and related concepts, whichever of the two
// says so.
func (m *mapper) hierarchy() {
	m.link("broader", "broadMatch", broader, narrower)
	m.link("narrower", "narrowMatch", narrower, broader)
	m.link("related", "relatedMatch", related, related)
}

// link adds the concepts that predicates lead to, and those that the opposite ones
// come from. One that the document says nothing of is a concept elsewhere, to
// which the match leads.
func (m *mapper) link(prop, match string, there, back map[string]bool) {
	to := func(t rdf.Term) {
		switch {
		case t.Kind != rdf.IRI:
			m.b.Fault(schema.Fault{Path: prop, Message: "leads to no address of a concept; it is left out"})
		case t == m.id:
			m.b.Fault(schema.Fault{Path: prop, Value: t.Value, Message: "leads to the concept itself; it is left out"})
		case m.described(t):
			m.b.Link(prop, schema.Mint(m.env.Source, "Concept", t.Value))
		case match != "":
			m.b.Put(match, t.Value)
		}
	}
	for t := range m.g.About(m.id) {
		if there[t.P.Value] {
			to(t.O)
		}
	}
	for t := range m.g.To(m.id) {
		if back[t.P.Value] && t.S != m.id {
			to(t.S)
		}
	}
}

func (m *mapper) described(t rdf.Term) bool { return len(m.g.Subject(t)) > 0 }

// schemes links to the schemes of a concept: those it names, those that begin with
// it, else the one named after the address that its own begins with.
func (m *mapper) schemes() {
	belongs := func(t rdf.Term, top bool) {
		if t.Kind != rdf.IRI {
			return
		}
		iri := schema.Mint(m.env.Source, "ConceptScheme", t.Value)
		if !m.described(t) {
			m.recs.Embed("ConceptScheme", t.Value, "inScheme", func(b *schema.Builder) { b.Text("prefLabel", schema.Und, tail(t.Value)) })
		}
		m.b.Link("inScheme", iri)
		if top {
			m.b.Link("topConceptOf", iri)
		}
	}
	for t := range m.g.About(m.id) {
		if inScheme[t.P.Value] {
			belongs(t.O, topOf[t.P.Value])
		}
	}
	for t := range m.g.To(m.id) {
		if hasTop[t.P.Value] {
			belongs(t.S, true)
		}
	}
	if !m.b.Has("inScheme") {
		belongs(rdf.NewIRI(namespace(m.id.Value)), false)
	}
}

// namespace returns the address that an IRI begins with.
func namespace(iri string) string {
	trimmed := strings.TrimRight(iri, "/#")
	if i := strings.LastIndexAny(trimmed, "/#:"); i > 0 {
		return trimmed[:i+1]
	}
	return iri
}

// tail returns the last piece of an IRI, by which a scheme that nobody names is
// called.
func tail(iri string) string {
	trimmed := strings.TrimRight(iri, "/#")
	s := trimmed[strings.LastIndexAny(trimmed, "/#:")+1:]
	if plain, err := url.PathUnescape(s); err == nil {
		s = plain
	}
	if s == "" {
		return iri
	}
	return s
}
