package schemaorg

import (
	"strings"

	"moselle/schema"
)

// visitors adds whom an event or a place is meant for, what it offers them, and
// who makes it possible, as far as the class has a place for it.
func (m *mapper) visitors(r *records, b *schema.Builder, n *node) {
	if b.Class().Property("audience") != nil {
		for _, v := range n.all("audience") {
			switch {
			case v.node == nil:
				m.terms(b, "audience", []value{v})
			case m.name(v.node) == "":
				m.terms(b, "audience", v.node.all("audienceType"))
			default:
				m.texts(b.Part("audience", "DefinedTerm"), "name", v.node.all("name"), title)
			}
		}
	}
	for _, prop := range []string{"accessibilityFeature", "amenityFeature"} {
		if b.Class().Property(prop) != nil {
			m.features(b, prop, n.all(prop))
		}
	}
	for _, prop := range []string{"sponsor", "funder"} {
		if b.Class().Property(prop) != nil {
			r.link(b, prop, n.all(prop), func(v value, path string) schema.IRI {
				return m.agent(r, v, "Organization", path)
			})
		}
	}
}

// features adds what is there and what is said to be missing. A feature of
// schema.org has a value when it may be missing; a text stands for one that is
// there.
func (m *mapper) features(b *schema.Builder, prop string, values []value) {
	for _, v := range values {
		if v.node == nil {
			b.Part(prop, "Feature").Text("name", m.lang(v), title(v.text))
			continue
		}
		if m.name(v.node) == "" {
			continue
		}
		f := b.Part(prop, "Feature")
		m.texts(f, "name", v.node.all("name"), title)
		switch said := m.plain(v.node.all("value")); strings.ToLower(said) {
		case "":
		case "true", "false":
			f.Put("present", said)
		default: // a number or a word says that there is some
			f.Put("present", "true")
		}
	}
}
