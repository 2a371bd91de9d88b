package destination

import (
	"strings"

	"moselle/schema"
	"moselle/schema/tree"
)

// maxAddresses bounds the addresses that are looked at of one item.
const maxAddresses = 100

// addressed returns the address with a rel that has a name.
func (m *mapper) addressed(rel string) (tree.Node, bool) {
	n := 0
	for a := range tree.Values(get(m.o, "addresses")) {
		if n++; n > maxAddresses {
			break
		}
		if strings.EqualFold(text(get(a, "rel")), rel) && text(get(a, "name", "company")) != "" {
			return a, true
		}
	}
	return tree.Node{}, false
}

// organizer builds who organises an event, "" for nobody.
func (m *mapper) organizer() schema.IRI {
	a, ok := m.addressed("organizer")
	if !ok {
		return ""
	}
	return m.agent(a, m.ofPool("VA"), "organizer")
}

// publisher builds who keeps the item in the pool, "" for nobody.
func (m *mapper) publisher() schema.IRI {
	for _, rel := range []string{"organisation", "author"} {
		if a, ok := m.addressed(rel); ok {
			return m.agent(a, "", "sdPublisher")
		}
	}
	return ""
}

// agent builds the organisation that an address describes; without a key its name
// is one.
func (m *mapper) agent(a tree.Node, key, path string) schema.IRI {
	name := plain(get(a, "name"))
	if name == "" {
		name = plain(get(a, "company"))
	}
	if key == "" {
		key = schema.NameKey(name)
	}
	return m.EmbedNamed("Organization", key, path, func(b *schema.Builder) {
		b.Text("name", m.lang, name)
		b.Put("url", text(get(a, "web")))
		b.Put("derivedFrom", m.origin())
		m.address(b, a)
		p := b.Part("contactPoint", "ContactPoint")
		p.Put("email", text(get(a, "email")))
		p.Put("telephone", text(get(a, "phone")))
	})
}
