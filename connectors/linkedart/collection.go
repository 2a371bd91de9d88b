package linkedart

import (
	"net/url"

	"moselle/schema"
)

// set maps a set of objects as a collection.
func (m *mapper) set(b *schema.Builder, n *node) {
	m.types(b, n)
	m.referred(b, n, "")
	m.pages(b, n)
	m.media(b, n)
	for _, a := range n.all("current_keeper", "current_owner", "former_keeper", "created_by") {
		if classOf(a) == "Organization" && !b.Has("provider") {
			b.Link("provider", m.record(a, "Organization", "provider"))
		}
	}
	m.subjects(b, n)
	m.memberships(b, n)
}

// memberships adds the sets and works that a thing belongs to. Sets of what was
// shown somewhere are those of an event.
func (m *mapper) memberships(b *schema.Builder, n *node) {
	for _, s := range n.all("member_of") {
		if (s.is("Set") || len(s.types) == 0) && s.one("used_for") == nil {
			b.Link("isPartOf", m.record(s, "Collection", "isPartOf"))
		}
	}
	for _, s := range n.all("part_of") {
		switch classOf(s) {
		case "Work", "Collection":
			b.Link("isPartOf", m.record(s, classOf(s), "isPartOf"))
		case "":
			if s.iri() != "" && s.label() != "" {
				b.Link("isPartOf", m.record(s, "Work", "isPartOf"))
			}
		}
	}
}

// concept maps a term of a list. One that names no list is of that of its
// address.
func (m *mapper) concept(b *schema.Builder, n *node) {
	for _, v := range n.all("identified_by") {
		if v.is("Identifier") {
			b.Put("notation", v.content())
		}
	}
	for _, v := range n.all("broader") {
		b.Link("broader", m.broader(v))
	}
	for _, v := range n.all("close_match") {
		b.Put("closeMatch", v.web())
	}
	for _, v := range n.all("referred_to_by") {
		b.Text("definition", m.langOf(v), v.content())
	}
	list := n.id
	if u, err := url.Parse(n.id); err == nil && u.Host != "" {
		list = u.Scheme + "://" + u.Host
	}
	b.Link("inScheme", m.records.EmbedNamed("ConceptScheme", list, "inScheme", func(s *schema.Builder) { s.Text("prefLabel", "", list) }))
}

// broader returns the record of a broader term, which is read under its own
// address.
func (m *mapper) broader(n *node) schema.IRI {
	if n.iri() == "" {
		return ""
	}
	return schema.Mint(m.env.Source, "Concept", n.iri())
}
