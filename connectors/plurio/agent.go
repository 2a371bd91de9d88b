package plurio

import (
	"strings"

	"moselle/schema"
	"moselle/schema/wire/plurio"
)

// organisation maps an organisation of the guide.
func (m *mapper) organisation(o plurio.Organisation, key string) {
	b := m.build("Organization", key, "organisation", o.ID, append(o.Long, o.Short...)...)
	b.Text("name", m.lang, schema.PlainText(o.Name))
	m.description(b, o.Short, o.Long, o.Texts, m.address(b, o.Address, o.Name)...)
	m.page(b, o.Contact)
	m.points(b, o.Contact)
	m.categories(b, "additionalType", o.Relations.Categories)
	m.pictures(b, o.Relations.Pictures, o.Relations.Collections, o.Relations.Movies)
	for _, r := range o.Relations.Buildings {
		if k := m.guide.places.key(r); k != "" {
			b.Link("location", schema.Mint(m.env.Source, "Place", k))
		}
	}
	b.Link("location", m.guide.homes[key])
	for _, r := range o.Relations.Persons {
		if k := m.guide.persons.key(r); k != "" && m.guide.members[k] == "" {
			m.guide.members[k] = b.IRI()
		}
	}
}

// person maps somebody of the guide. Of the living only what is meant for the
// public is kept: no postal address, no telephone.
func (m *mapper) person(p plurio.Person, key, name string) {
	b := m.build("Person", key, "person", p.ID, append(p.Long, p.Short...)...)
	b.Text("name", m.lang, schema.PlainText(name))
	if p.Title != "" {
		b.Text("alternateName", m.lang, strings.TrimSpace(schema.PlainText(p.Title))+" "+schema.PlainText(name))
	}
	b.Put("birthDate", p.Born)
	m.description(b, p.Short, p.Long, p.Texts)
	if p.Contact != nil {
		m.page(b, *p.Contact)
	}
	m.categories(b, "hasOccupation", p.Relations.Categories)
	m.pictures(b, p.Relations.Pictures, p.Relations.Collections, p.Relations.Movies)
	b.Link("affiliation", m.guide.members[key])
}
