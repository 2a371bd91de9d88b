package schemaorg

import (
	"strings"

	"moselle/schema"
)

// fillers are what plug-ins write in place of a name to satisfy validators: that
// the performer is an "Organization".
var fillers = set("organization", "person", "performinggroup", "musicgroup")

// agent builds the person or institution a value names and returns its IRI; ""
// when it names nobody. class is what one without a type is taken for: the
// property says more of that than a bare name does.
func (m *mapper) agent(r *records, v value, class, path string) schema.IRI {
	n := m.meant(v, "Organization", "Person")
	if n.is("Person") {
		class = "Person"
	} else if len(n.types) > 0 {
		class = "Organization"
	}
	name := m.name(n)
	if fillers[schema.NameKey(name)] {
		return ""
	}
	if name == "" || strings.Contains(name, "://") {
		if r.item != nil && len(n.props) > 0 && (name != "" || n.is("Person", "Organization")) {
			r.item.Fault(schema.Fault{Path: path, Value: name + m.address(n.all("url")), Message: "somebody without a name is left out"})
		}
		return ""
	}
	if listed := m.items[n]; listed != "" && path != "" {
		return schema.Mint(m.source, class, listed)
	}
	key := m.agentKey(n)
	if key == "" { // a name of signs alone
		key = name
	}
	return r.embed(class, key, path, n, name, m.describeAgent)
}

func (m *mapper) describeAgent(r *records, b *schema.Builder, n *node, path string) {
	for _, t := range n.types {
		b.Type(t)
	}
	m.texts(b, "name", n.all("name", "legalName"), title)
	m.texts(b, "description", n.all("description", "disambiguatingDescription"), schema.PlainText)
	m.common(b, n, m.pageOf(path))
	within := func(prop string) string { return strings.TrimPrefix(path+"."+prop, ".") }
	if b.Class().Name == "Person" {
		b.Put("birthDate", m.plain(n.all("birthDate")))
		b.Put("deathDate", m.plain(n.all("deathDate")))
		m.terms(b, "hasOccupation", n.all("hasOccupation", "jobTitle"))
		for _, prop := range []string{"birthPlace", "deathPlace"} {
			for _, v := range n.all(prop) {
				b.Link(prop, m.place(r, v, within(prop)))
			}
		}
		return
	}
	m.addressOf(b, n)
	m.images(b, "logo", n.all("logo"), "")
	m.keywords(b, n.all("keywords"))
	m.terms(b, "additionalType", n.all("additionalType"))
	for _, v := range n.all("areaServed") {
		b.Put("areaServed", m.label(v))
	}
	for _, v := range append(n.all("contactPoint"), value{node: n}) {
		if v.node == nil || v.node.is("Person") {
			continue
		}
		c := b.Part("contactPoint", "ContactPoint")
		c.Put("email", strings.TrimPrefix(m.plain(v.node.all("email")), "mailto:"))
		c.Put("telephone", m.plain(v.node.all("telephone")))
		if v.node != n {
			c.Put("url", m.address(v.node.all("url")))
		}
	}
	for _, v := range n.all("location") {
		b.Link("location", m.place(r, v, within("location")))
	}
	for _, v := range n.all("parentOrganization") {
		b.Link("parentOrganization", m.agent(r, v, "Organization", within("parentOrganization")))
	}
}
