package lido

import (
	"regexp"
	"strings"

	"moselle/connectors/markup"
	"moselle/schema"
)

// Kinds of events, by the last part of their address at the LIDO terminology or
// by their name.
var (
	making     = regexp.MustCompile(`(?i)^(?:lido00007|lido00012|lido00224|lido00025|lido00032|lido00484|lido00486|.*\b(?:production|creation|designing|planning|drafting|création|conception|fabrication|exécution|herstellung|entwurf|planung|anfertigung|schöpfung|vervaardiging|ontwerp|creatie|productie|producere|fotografie|photography)\b.*)$`)
	publishing = regexp.MustCompile(`(?i)^(?:lido00228|lido00485|publication|publishing|veröffentlichung|herausgabe|édition|publicatie|uitgave)$`)
	// others had a part in the making without being who made it.
	others = regexp.MustCompile(`(?i)commission|patron|paymaster|client|issuer|financ|donor|owner|printer|publisher|engrav(?:ed)? after|auftraggeb|stifter|eigentümer|besitzer|drucker|verleger|commanditaire|imprimeur|éditeur|propriétaire|opdrachtgever|drukker|uitgever|comanditar`)
)

// kinds returns the names that an event's type goes by.
func (m *mapper) kinds(event *markup.Element) (kinds []string) {
	for _, t := range event.All("eventType") {
		for _, id := range t.All("conceptID") {
			s := id.Value()
			kinds = append(kinds, s[strings.LastIndexAny(s, "/#")+1:])
		}
		for _, w := range t.All("term") {
			kinds = append(kinds, w.Value())
		}
	}
	return kinds
}

func anyOf(re *regexp.Regexp, texts []string) bool {
	for _, t := range texts {
		if re.MatchString(t) {
			return true
		}
	}
	return false
}

// event maps what once happened to the object: its making and its publication
// in properties of their own, all else as a sentence of its provenance.
func (m *mapper) event(b *schema.Builder, set *markup.Element) {
	event := set.Child("event")
	switch kinds := m.kinds(event); {
	case event == nil:
		m.displayed(set)
	case anyOf(making, kinds):
		m.made(b, event)
	case anyOf(publishing, kinds):
		m.published(b, event)
	default:
		m.history(set, event)
	}
}

func (m *mapper) made(b *schema.Builder, event *markup.Element) {
	var shown []*markup.Element
	for _, a := range event.All("eventActor") {
		indexed := a.All("actorInRole")
		for _, r := range indexed {
			m.maker(b, r)
		}
		if len(indexed) == 0 || a.Child("actorInRole", "attributionQualifierActor") != nil {
			shown = append(shown, a.All("displayActorInRole")...)
		}
	}
	m.prose(b, "creditText", shown, "; ")
	m.created(b, event.Child("eventDate"))
	for _, p := range event.All("eventPlace") {
		iri := m.place(b, p.Child("place"), "locationCreated")
		if iri == "" {
			iri = m.named(p.All("displayPlace"), "locationCreated")
		}
		b.Link("locationCreated", iri)
	}
	for _, name := range []string{"culture", "periodName"} {
		for _, e := range event.All(name) {
			for _, w := range m.words(e) {
				b.Text("keywords", w.lang, w.text)
			}
		}
	}
	m.materials(b, event.All("eventMaterialsTech"))
}

// maker adds somebody who had a part in the making: as its creator unless they
// paid or printed it, or are only thought to have made it.
func (m *mapper) maker(b *schema.Builder, r *markup.Element) {
	roles := r.All("roleActor")
	prop := "creator"
	for _, role := range roles {
		for _, t := range role.All("term") {
			if others.MatchString(t.Value()) {
				prop, roles = "contributor", nil
			}
		}
	}
	if r.Child("attributionQualifierActor").Value() != "" {
		prop = "contributor"
	}
	b.Link(prop, m.actor(b, r.Child("actor"), roles, prop))
}

func (m *mapper) published(b *schema.Builder, event *markup.Element) {
	for _, r := range event.All("eventActor", "actorInRole") {
		b.Link("publisher", m.actor(b, r.Child("actor"), nil, "publisher"))
	}
	if e := event.Child("eventDate"); e != nil {
		b.Put("datePublished", m.spanOf(b, e, "datePublished").single())
	}
}

// history tells an event in the source's words: what, when, where, who.
func (m *mapper) history(set, event *markup.Element) {
	if m.displayed(set) {
		return
	}
	var parts []string
	if s := m.when(event.Child("eventDate")); s != "" {
		parts = append(parts, s)
	}
	for _, p := range event.All("eventPlace") {
		if s := first(p.All("displayPlace")); s != "" {
			parts = append(parts, s)
		} else if place := p.Child("place"); place != nil {
			name := place.Child("namePlaceSet", "appellationValue").Value()
			for _, l := range levels(place) {
				name += ", " + l.name
			}
			parts = append(parts, strings.TrimPrefix(name, ", "))
		}
	}
	for _, a := range event.All("eventActor") {
		s := first(a.All("displayActorInRole"))
		if s == "" {
			s = a.Child("actorInRole", "actor", "nameActorSet", "appellationValue").Value()
		}
		parts = append(parts, s)
	}
	for _, n := range event.All("eventDescriptionSet", "descriptiveNoteValue") {
		parts = append(parts, n.Value())
	}
	var said []string
	for _, p := range parts {
		if p != "" && !nobody.MatchString(p) {
			said = append(said, p)
		}
	}
	if len(said) == 0 {
		return
	}
	m.past = append(m.past, happened{oneOf(m.words(event.Child("eventType"))), schema.CleanLang(m.lang(event)), strings.Join(said, "; ")})
}

// displayed takes over what is said of an event in words; false for nothing.
func (m *mapper) displayed(set *markup.Element) (any bool) {
	for _, e := range set.All("displayEvent") {
		if s := e.Value(); s != "" {
			m.past, any = append(m.past, happened{"", schema.CleanLang(m.lang(e)), s}), true
		}
	}
	return any
}

// happened is one line of an object's provenance.
type happened struct{ kind, lang, text string }

// provenance adds what was gathered, a line for each event and language.
func (m *mapper) provenance(b *schema.Builder) {
	lines := map[string][]string{}
	var langs []string
	for _, h := range m.past {
		if lines[h.lang] == nil {
			langs = append(langs, h.lang)
		}
		lines[h.lang] = append(lines[h.lang], strings.TrimPrefix(h.kind+": "+h.text, ": "))
	}
	for _, lang := range langs {
		b.Text("provenance", lang, strings.Join(lines[lang], "\n"))
	}
}

// when words a date.
func (m *mapper) when(e *markup.Element) string {
	if s := first(e.All("displayDate")); s != "" || e == nil {
		return s
	}
	from, to := e.Child("date", "earliestDate").Value(), e.Child("date", "latestDate").Value()
	if from == to {
		return from
	}
	return strings.Trim(from+"–"+to, "–")
}
