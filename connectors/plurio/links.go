package plurio

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/wire/plurio"
)

// find returns the entry that a reference leads to; false for one that was not
// read.
func (x *index) find(number, own, name string) (known, bool) {
	for _, hit := range []struct {
		in  map[string]known
		key string
	}{{x.own, own}, {x.number, number}, {x.name, schema.NameKey(name)}} {
		if k, ok := hit.in[hit.key]; ok && hit.key != "" && k.key != "" {
			return k, true
		}
	}
	return known{}, false
}

// key returns the key of what a reference leads to, as far as it says one.
func (x *index) key(r plurio.Ref) string {
	if k, ok := x.find(r.ID, r.ExtID, r.Name+r.EntityName); ok {
		return k.key
	}
	return cmp.Or(r.ExtID, r.ID)
}

// venue adds where an event is.
func (m *mapper) venue(b *schema.Builder, v *plurio.Venue) {
	if v == nil {
		warn(b, "location", "", "relationsAgenda has no placeOfEvent: say where it is")
		return
	}
	place := m.placeOf(b, v)
	if place.key == "" {
		return
	}
	iri := schema.Mint(m.env.Source, "Place", place.key)
	b.Link("location", iri)
	if v.IsOrganizer == "true" && place.name != "" {
		b.Link("organizer", m.Embed("Organization", "place "+place.key, "organizer", func(o *schema.Builder) {
			m.origin(o, "", "")
			o.Text("name", m.lang, place.name)
			o.Link("location", iri)
		}))
	}
}

// placeOf returns the place that is referred to, with its record where the guide
// does not have it; empty for none.
func (m *mapper) placeOf(b *schema.Builder, v *plurio.Venue) known {
	name := schema.PlainText(cmp.Or(v.Name, v.EntityName))
	number := cmp.Or(v.Number, v.ID)
	if k, ok := m.guide.places.find(number, v.ExtID, name); ok {
		if k.place != nil {
			lang := m.lang
			m.Embed("Place", k.key, "location", func(p *schema.Builder) { m.place(p, *k.place) })
			m.lang = lang
		}
		return k
	}
	switch told := m.Places[number]; {
	case number != "" && told != "":
		a := schema.ParseAddress(told)
		m.Embed("Place", number, "location", func(p *schema.Builder) {
			m.origin(p, "building", number)
			p.Text("name", m.lang, a.Name)
			at := p.Part("address", "PostalAddress")
			at.Put("streetAddress", a.Street)
			at.Put("postalCode", a.PostalCode)
			at.Put("addressLocality", a.Locality)
			at.Put("addressCountry", a.Country)
		})
		return known{key: number, name: a.Name}
	case name != "":
		key := m.venueKey(v, number, name)
		m.Embed("Place", key, "location", func(p *schema.Builder) { m.embedVenue(p, v, number, name) })
		return known{key: key, name: name}
	case m.partial && v.ExtID != "":
		return known{key: v.ExtID}
	case v.ExtID != "":
		warn(b, "location", v.ExtID, "placeOfEvent/extId: no entityBuilding of the guide has this entityId, so that the event has no place: describe it under guideBuildings")
	case number != "":
		warn(b, "location", number, "placeOfEvent/id: the place is given by its number on Plurio.net alone, which nobody can look up any more: describe it under guideBuildings, or name it in the setting places of the source")
	default:
		warn(b, "location", "", "placeOfEvent is empty: say where it is")
	}
	return known{}
}

func (m *mapper) venueKey(v *plurio.Venue, number, name string) string {
	if number != "" {
		return number
	}
	town := m.locality(v.Locality).Name
	if v.City != nil {
		town = v.City.Name
	}
	return schema.PlaceKey(name, town)
}

// embedVenue fills the place of an export, or one that an import names with its
// town and street.
func (m *mapper) embedVenue(p *schema.Builder, v *plurio.Venue, number, name string) {
	m.origin(p, "building", number)
	p.Text("name", m.lang, name)
	t := m.locality(v.Locality)
	if v.City != nil {
		t = m.locality(v.City.Locality)
		t.Name = cmp.Or(t.Name, capitals(v.City.Name))
	}
	if code := strings.TrimSpace(value(v.Postcode)); code != "" {
		a := schema.ParseAddress("x, " + code + " Town")
		t.PostalCode, t.Country = cmp.Or(a.PostalCode, code), cmp.Or(a.Country, t.Country)
	}
	at := p.Part("address", "PostalAddress")
	at.Put("streetAddress", capitals(value(v.Street)))
	at.Put("postalCode", t.PostalCode)
	at.Put("addressLocality", t.Name)
	at.Put("addressCountry", t.Country)
	if v.Contact != nil {
		m.page(p, *v.Contact)
		m.telephones(p, *v.Contact)
	}
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// organisations adds who organises and supports an event, and who else is part
// of it. Without a function it organises it, unless another is said to.
func (m *mapper) organisations(b *schema.Builder, list []plurio.Ref) {
	usual := "organizer"
	if slices.ContainsFunc(list, func(r plurio.Ref) bool { return m.meaning(r.Function()) == usual }) {
		usual = "contributor"
	}
	for _, r := range m.bounded(b, list, "relationsAgenda.organisationsToEvent") {
		iri := m.agent(b, "Organization", r, &m.guide.organisations, m.Organisations, "relationsAgenda.organisationsToEvent")
		switch role := m.role(b, r.Function(), usual); role {
		case "actor", "director", "superEvent": // which only people and events are
			b.Link("contributor", iri)
		default:
			b.Link(role, iri)
		}
	}
}

// persons adds who acts, directs and performs; without a function somebody
// performs.
func (m *mapper) persons(b *schema.Builder, list []plurio.Ref) {
	for _, r := range m.bounded(b, list, "relationsAgenda.personsToEvent") {
		iri := m.agent(b, "Person", r, &m.guide.persons, nil, "relationsAgenda.personsToEvent")
		if role := m.role(b, r.Function(), "performer"); role != "superEvent" {
			b.Link(role, iri)
		}
	}
}

func (m *mapper) bounded(b *schema.Builder, list []plurio.Ref, path string) []plurio.Ref {
	if len(list) > maxList {
		warn(b, path, "", fmt.Sprintf("more than %d; the first are kept", maxList))
		return list[:maxList]
	}
	return list
}

// agent returns the record of a person or an organisation that is referred to.
func (m *mapper) agent(b *schema.Builder, class string, r plurio.Ref, in *index, told map[string]string, path string) schema.IRI {
	number := cmp.Or(r.Number, r.ID)
	name := schema.PlainText(cmp.Or(r.Name, r.EntityName, r.Text))
	if k, ok := in.find(number, r.ExtID, name); ok {
		return schema.Mint(m.env.Source, class, k.key)
	}
	name = cmp.Or(name, told[number])
	switch {
	case name != "":
		kind := "organisation"
		if class == "Person" {
			kind = "person"
		}
		return m.Embed(class, cmp.Or(number, schema.NameKey(name)), path, func(p *schema.Builder) {
			m.origin(p, kind, number)
			p.Text("name", m.lang, name)
		})
	case m.partial && r.ExtID != "":
		return schema.Mint(m.env.Source, class, r.ExtID)
	case r.ExtID != "":
		warn(b, path+".extId", r.ExtID, "no entry of the guide has this entityId; it is left out: describe it in the guide, before the agenda")
	case number != "" && class == "Organization":
		warn(b, path+".id", number, "named by its number on Plurio.net alone, which nobody can look up any more; it is left out: describe it in the guide, or name it in the setting organisations of the source")
	case number != "":
		warn(b, path+".id", number, "named by its number on Plurio.net alone, which nobody can look up any more; it is left out: describe it in the guide")
	default:
		warn(b, path, "", "empty: an entry without a name and a number is left out")
	}
	return ""
}

// related adds the event that an event is part of; what else two events are to
// each other has no place here.
func (m *mapper) related(b *schema.Builder, list []plurio.Ref) {
	for _, r := range m.bounded(b, list, "relationsAgenda.internalEvents") {
		const path = "relationsAgenda.internalEvents.intEvent"
		number, name := cmp.Or(r.Number, r.ID), schema.PlainText(cmp.Or(r.Name, r.EntityName, r.Text))
		key := cmp.Or(r.ExtID, number)
		if k, ok := m.guide.events.find(number, r.ExtID, name); ok {
			key = k.key
		}
		switch {
		case key == "":
			warn(b, path, name, "no event that stands before this one has this name; it is left out: name it by its extId or id")
		case m.meaning(r.Function()) == "superEvent":
			b.Link("superEvent", schema.Mint(m.env.Source, "Event", key))
		default:
			note(b, path, strings.TrimSpace(r.Function()+" "+cmp.Or(name, key)), "related to another event, in a way that is not known here and so is not kept: if this event is part of the other, say so in the setting roles of the source (ee01: superEvent)")
		}
	}
}
