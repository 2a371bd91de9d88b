package lido

import (
	"regexp"
	"strings"

	"moselle/schema"
	"moselle/schema/crosswalk"
	"moselle/schema/dom"
)

// nobody are the names that say that a maker is not known.
var nobody = regexp.MustCompile(`(?i)^\W*(?:` + maker + `\W+)?(?:anonym\w*|anonim\w*|unknown|unbekannt\w*|inconnue?|onbekende?|onbekannt|necunoscut\w*|n\.? ?n\.?|unidentified)(?:\W+` + maker + `)?\W*$`)

// maker are words for anybody who makes something.
const maker = `(?:artist|maker|künstler\w*|meister\w*|hersteller\w*|fotograf\w*|photographe?r?|artiste|auteur|kunstenaar|autor\w*)`

// actor builds the person or the body that an actor names; "" for nobody. Roles
// are what they did for the object, nil where that is no occupation.
func (m *reader) actor(b *schema.Builder, a *dom.Element, roles []*dom.Element, path string) schema.IRI {
	var names []*dom.Element
	for _, set := range a.All("nameActorSet") {
		names = append(names, set.All("appellationValue")...)
	}
	names = whole(names)
	name := m.main(names)
	if name == "" || nobody.MatchString(name) {
		if name == "" && a != nil {
			b.Fault(schema.Fault{Path: path, Value: a.Child("actorID").Value(), Message: "somebody without a name (nameActorSet) is left out"})
		}
		return ""
	}
	class := "Person"
	switch kind := strings.ToLower(a.Attr("type")); {
	case kind == "" && len(a.All("vitalDatesActor")) == 0 && crosswalk.IsBody(name):
		class = "Organization"
	case kind == "", strings.Contains(kind, "person") && !strings.Contains(kind, "group"), strings.Contains(kind, "individual"), strings.HasSuffix(kind, "/lido00163"):
	default: // a corporation, a family, a group
		class = "Organization"
	}
	key, same := identity(a.All("actorID"))
	if key == "" {
		key = schema.NameKey(name)
	}
	return m.Embed(class, key, path, func(p *schema.Builder) {
		m.names(p, names)
		for _, s := range same {
			p.Put("sameAs", s)
		}
		if class == "Organization" {
			for _, id := range a.All("actorID") {
				if !crosswalk.IsAddress(id.Value()) && kindOf(id) != "" {
					identifier(p, id)
				}
			}
			return
		}
		m.life(p, a.Child("vitalDatesActor"))
		m.from(p, a.All("vitalPlaceActor"))
		for _, r := range roles {
			m.term(p, "hasOccupation", r)
		}
	})
}

var (
	given  = regexp.MustCompile(`(?i)^(?:first ?name|given ?name|forename|prénom|vorname|voornaam)$`)
	family = regexp.MustCompile(`(?i)^(?:last ?name|family ?name|surname|nom|nachname|achternaam)$`)
)

// whole puts a name that is written in two parts together.
func whole(names []*dom.Element) []*dom.Element {
	var before, behind *dom.Element
	for _, n := range names {
		switch label := n.Attr("label"); {
		case given.MatchString(label):
			before = n
		case family.MatchString(label):
			behind = n
		default:
			return names
		}
	}
	if before.Value() == "" || behind.Value() == "" {
		return names
	}
	name := *behind
	name.Text = before.Value() + " " + behind.Value()
	return []*dom.Element{&name}
}

// shownActor adds who made the object where it is said for people only: a name,
// years of life behind it and the role before it, with a colon.
func (m *reader) shownActor(b *schema.Builder, texts []*dom.Element) {
	text := m.main(texts)
	role, name, ok := strings.Cut(text, ": ")
	if !ok {
		role, name = "", text
	}
	if len(name) > maxName || strings.ContainsAny(name, ";\n") {
		m.prose(b, "creditText", texts, "; ")
		return
	}
	prop := "creator"
	if others.MatchString(role) {
		prop = "contributor"
	}
	b.Link(prop, m.Agent("", m.lang(texts[0]), name, "", prop))
}

// maxName is how long a text may be, in bytes, to be a name.
const maxName = 120

// life adds when somebody was born and died, not when they were active.
func (m *reader) life(p *schema.Builder, dates *dom.Element) {
	for _, d := range []struct{ element, prop string }{{"earliestDate", "birthDate"}, {"latestDate", "deathDate"}} {
		e := dates.Child(d.element)
		if kind := strings.ToLower(e.Attr("type")); e.Value() == "" || strings.Contains(kind, "activ") || strings.Contains(kind, "floruit") {
			continue
		}
		if s, ok := indexed(e.Value()); ok {
			p.Put(d.prop, s)
		} else {
			p.Fault(schema.Fault{Path: d.prop, Value: e.Value(), Message: "not a date: write it as 1943, 1943-05 or 1943-05-08, and words into displayDate"})
		}
	}
}

var (
	birth = regexp.MustCompile(`(?i)birth|geburt|naissance|geboorte`)
	death = regexp.MustCompile(`(?i)death|tod|sterbe|décès|mort|overlijden`)
)

// from adds where somebody was born and died (LIDO 1.1).
func (m *reader) from(p *schema.Builder, places []*dom.Element) {
	for _, e := range places {
		prop := ""
		switch kind := e.Attr("type"); {
		case birth.MatchString(kind):
			prop = "birthPlace"
		case death.MatchString(kind):
			prop = "deathPlace"
		default:
			continue
		}
		p.Link(prop, m.place(p, e.Child("place"), prop, e.All("displayPlace")))
	}
}

// body builds the institution of a legalBody; "" when it has no name.
func (m *reader) body(e *dom.Element, path string) schema.IRI {
	var names []*dom.Element
	for _, n := range e.All("legalBodyName") {
		names = append(names, n.All("appellationValue")...)
	}
	name := m.main(names)
	if name == "" {
		return ""
	}
	key, same := identity(e.All("legalBodyID"))
	if key == "" {
		key = schema.NameKey(name)
	}
	return m.Embed("Organization", key, path, func(o *schema.Builder) {
		m.names(o, names)
		for _, s := range same {
			o.Put("sameAs", s)
		}
		for _, id := range e.All("legalBodyID") {
			if !crosswalk.IsAddress(id.Value()) {
				identifier(o, id)
			}
		}
		o.Put("url", e.Child("legalBodyWeblink").Value())
	})
}

// first returns the first text there is.
func first(values []*dom.Element) string {
	for _, v := range values {
		if s := v.Value(); s != "" {
			return s
		}
	}
	return ""
}
