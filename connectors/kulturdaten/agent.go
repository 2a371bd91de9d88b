package kulturdaten

import (
	"strings"

	"moselle/schema"
	"moselle/schema/tree"
)

// organization fills the record of an organisation. Where it is at home is a
// place of its own when its position is known.
func (m *mapper) organization(b *schema.Builder, o tree.Node) {
	m.common(b, o, organization)
	m.description(b, o.Member("description"), o.Member("address").Member("description"))
	m.terms(b, o.Member("tags"))
	m.address(b, o)
	m.contact(b, o.Member("contact"))
	if plain(o.Member("coordinates").Member("latitude")) == "" {
		return
	}
	b.Link("location", m.Embed("Place", "seat/"+keyOf(o), "location", func(p *schema.Builder) {
		m.texts(p, "name", o.Member("title"))
		m.address(p, o)
		m.borough(p, o)
		m.geo(p, o.Member("coordinates"))
	}))
}

// contact adds how to reach an office.
func (m *mapper) contact(b *schema.Builder, n tree.Node) {
	email, phone := contactOf(n)
	p := b.Part("contactPoint", "ContactPoint")
	p.Put("email", email)
	p.Put("telephone", phone)
}

// contactOf returns the mailbox and the telephone of a contact. The API means a
// person by it: when the mailbox bears the person's name, both are nobody's
// business, and the name never is anybody's.
func contactOf(n tree.Node) (email, phone string) {
	email, phone = plain(n.Member("email")), plain(n.Member("telephone"))
	box, _, ok := strings.Cut(email, "@")
	if !ok {
		return email, phone
	}
	box = bare(box)
	for _, name := range strings.Fields(bare(plain(n.Member("name")))) {
		if len(name) > 2 && strings.Contains(box, name) {
			return "", ""
		}
	}
	return email, phone
}

// bare returns a name as it is compared with mailboxes: "Müller" is "muller", as
// is "mueller".
func bare(s string) string { return umlauts.Replace(schema.NameKey(s)) }

// umlauts are those that mailboxes spell in two letters.
var umlauts = strings.NewReplacer("ue", "u", "oe", "o", "ae", "a")
