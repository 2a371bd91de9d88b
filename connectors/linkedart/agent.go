package linkedart

import (
	"regexp"
	"strings"

	"moselle/schema"
)

var (
	// nobody are the names that say that a maker is not known.
	nobody = regexp.MustCompile(`(?i)^\W*(?:anonym\w*|unknown|unbekannt\w*|inconnue?|onbekend|unidentified)(?:\W+(?:artist|maker|künstler\w*|artiste|auteur|kunstenaar))?\W*$`)
	// many are pieces of addresses that stand for peoples and bodies rather than for
	// somebody, where a class says no more than that it is an actor.
	many = regexp.MustCompile(`(?i)/(?:cultures?|groups?|organi[sz]ations?|corporat\w*|institutions?|workshops?|nationalit\w*)/`)
	// peoples are those of addresses of groups that nobody joins.
	peoples = regexp.MustCompile(`(?i)/(?:cultures?|nationalit\w*|ethnic\w*)/`)
)

// actorClass returns whether an actor is a person or a group.
func actorClass(n *node) string {
	switch {
	case n.is("Person"):
		return "Person"
	case n.is("Group"), many.MatchString(n.id), inAAT(n.id) != "", n.one("formed_by") != nil:
		return "Organization"
	}
	return "Person"
}

// agent builds the person or the body that did something; "" for nobody.
func (m *mapper) agent(a *node, path string) schema.IRI {
	class := classOf(a)
	if class != "Organization" {
		class = "Person"
		if len(a.types) == 0 {
			class = actorClass(a)
		}
	}
	if nobody.MatchString(m.title(a)) {
		return ""
	}
	return m.record(a, class, path)
}

// record builds what a thing names beside the item: all that is said of it there.
// The key is its address, without one its name.
func (m *mapper) record(n *node, class, path string) schema.IRI {
	name, iri := m.title(n), n.iri()
	switch {
	case name == "" && iri == "":
		return ""
	case name == "": // it may be read under its own address
		return schema.Mint(m.env.Source, class, iri)
	}
	key := iri
	if key == "" {
		if key = schema.NameKey(name); class == "Place" {
			key = schema.PlaceKey(name, "")
		}
	}
	return m.records.EmbedNamed(class, key, path, func(b *schema.Builder) {
		m.names(b, n)
		if n.text == name {
			b.Text("name", m.tag(n), name)
		}
		m.same(b, n)
		switch class {
		case "Person":
			m.life(b, n)
			m.pages(b, n)
		case "Organization":
			m.types(b, n)
			m.identifiers(b, n)
			m.pages(b, n)
		case "Place":
			m.where(b, n)
		case "Collection", "Work":
			m.types(b, n)
		}
	})
}

// person maps somebody.
func (m *mapper) person(b *schema.Builder, n *node) {
	m.life(b, n)
	m.referred(b, n, "")
	m.pages(b, n)
	m.media(b, n)
	for _, g := range n.all("member_of") {
		if g.is("Group") && !g.aat(nationality, cultures) && !peoples.MatchString(g.id) && inAAT(g.id) == "" {
			b.Link("affiliation", m.record(g, "Organization", "affiliation"))
		}
	}
}

// life adds when and where somebody was born and died, and what they did.
func (m *mapper) life(b *schema.Builder, n *node) {
	for _, row := range []struct{ date, place, now, before string }{{"birthDate", "birthPlace", "born", "beginning"}, {"deathDate", "deathPlace", "died", "ending"}} {
		e := n.one(row.now, row.before)
		if t := e.one("timespan"); t != nil {
			b.Put(row.date, m.spanOf(row.date, t).Single())
		}
		b.Link(row.place, m.place(e.one("took_place_at"), row.place))
	}
	for _, t := range n.all("classified_as") {
		if t.aat(occupations) || occupation(t) {
			m.term(b, "hasOccupation", t)
		}
	}
}

// occupation reports whether a type that nothing says the use of is one of the
// occupations that makers have.
func occupation(t *node) bool {
	if t.aat(nationality) || t.aat(genders) {
		return false
	}
	if use := strings.ToLower(typed(t)); strings.Contains(use, "occupation") || strings.Contains(use, "profession") {
		return true
	}
	label, _, _ := strings.Cut(strings.ToLower(t.label()), " (")
	return roles.MatchString(label)
}

// group maps a body.
func (m *mapper) group(b *schema.Builder, n *node) {
	m.identifiers(b, n)
	m.types(b, n)
	m.referred(b, n, "")
	m.pages(b, n)
	m.media(b, n)
	b.Link("location", m.place(n.one("residence"), "location"))
	for _, g := range n.all("member_of") {
		if g.is("Group") && !b.Has("parentOrganization") {
			b.Link("parentOrganization", m.record(g, "Organization", "parentOrganization"))
		}
	}
	for _, c := range n.all("contact_point") {
		switch text := c.content(); {
		case strings.Contains(text, "@") && !strings.ContainsAny(text, " /"):
			b.Part("contactPoint", "ContactPoint").Put("email", strings.TrimPrefix(text, "mailto:"))
		case strings.HasPrefix(text, "http"):
			b.Part("contactPoint", "ContactPoint").Put("url", text)
		}
	}
}
