package lido

import (
	"regexp"
	"strings"

	"moselle/connectors/markup"
	"moselle/schema"
)

// nobody are the names that say that a maker is not known.
var nobody = regexp.MustCompile(`(?i)^\W*(?:anonym\w*|anonim\w*|unknown|unbekannt\w*|inconnue?|onbekend|onbekannt|necunoscut\w*|n\.? ?n\.?|unidentified)(?:\W+(?:artist|maker|künstler\w*|meister|artiste|auteur|kunstenaar|autor))?\W*$`)

// actor builds the person or the body that an actor names; "" for nobody. Roles
// are what they did for the object, nil where that is no occupation.
func (m *mapper) actor(b *schema.Builder, a *markup.Element, roles []*markup.Element, path string) schema.IRI {
	var names []*markup.Element
	for _, set := range a.All("nameActorSet") {
		names = append(names, set.All("appellationValue")...)
	}
	name := first(names)
	if name == "" || nobody.MatchString(name) {
		if name == "" && a != nil {
			b.Fault(schema.Fault{Path: path, Value: a.Child("actorID").Value(), Message: "somebody without a name (nameActorSet) is left out"})
		}
		return ""
	}
	class := "Person"
	switch kind := strings.ToLower(a.Attr("type")); {
	case kind == "", strings.Contains(kind, "person") && !strings.Contains(kind, "group"), strings.Contains(kind, "individual"), strings.HasSuffix(kind, "/lido00163"):
	default: // a corporation, a family, a group
		class = "Organization"
	}
	key, same := identity(a.All("actorID"))
	if key == "" {
		key = schema.NameKey(name)
	}
	return m.embed(class, key, path, func(p *schema.Builder) {
		m.names(p, names)
		for _, s := range same {
			p.Put("sameAs", s)
		}
		if class == "Organization" {
			return
		}
		m.life(p, a.Child("vitalDatesActor"))
		for _, r := range roles {
			m.term(p, "hasOccupation", r)
		}
	})
}

// life adds when somebody was born and died, not when they were active.
func (m *mapper) life(p *schema.Builder, dates *markup.Element) {
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

// body builds the institution of a legalBody; "" when it has no name.
func (m *mapper) body(e *markup.Element, path string) schema.IRI {
	var names []*markup.Element
	for _, n := range e.All("legalBodyName") {
		names = append(names, n.All("appellationValue")...)
	}
	name := first(names)
	if name == "" {
		return ""
	}
	key, same := identity(e.All("legalBodyID"))
	if key == "" {
		key = schema.NameKey(name)
	}
	return m.embed("Organization", key, path, func(o *schema.Builder) {
		m.names(o, names)
		for _, s := range same {
			o.Put("sameAs", s)
		}
		for _, id := range e.All("legalBodyID") {
			if !isAddress(id.Value()) {
				v := o.Part("identifier", "PropertyValue")
				v.Put("propertyID", kindOf(id))
				v.Put("value", id.Value())
			}
		}
		o.Put("url", e.Child("legalBodyWeblink").Value())
	})
}

// first returns the first text there is.
func first(values []*markup.Element) string {
	for _, v := range values {
		if s := v.Value(); s != "" {
			return s
		}
	}
	return ""
}
