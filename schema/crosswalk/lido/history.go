package lido

import (
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/dom"
)

// history tells an event in the source's words: when, where, who, how and what, in
// each language that any of it is said in.
func (m *reader) history(set, event *dom.Element) {
	if m.displayed(set) {
		return
	}
	for _, lang := range m.tongues(event) {
		parts := []string{m.when(event.Child("eventDate"), lang)}
		for _, p := range event.All("eventPlace") {
			parts = append(parts, m.where(p, lang))
		}
		for _, a := range event.All("eventActor") {
			s := m.in(lang, a.All("displayActorInRole"))
			if s == "" {
				s = m.in(lang, a.All("actorInRole", "actor", "nameActorSet", "appellationValue"))
			}
			parts = append(parts, s)
		}
		for _, e := range event.All("eventMethod") {
			parts = append(parts, m.in(lang, e.All("term")))
		}
		for _, n := range event.All("eventDescriptionSet") {
			parts = append(parts, m.in(lang, n.All("descriptiveNoteValue")))
		}
		parts = slices.DeleteFunc(parts, func(p string) bool { return p == "" || nobody.MatchString(p) })
		if len(parts) > 0 {
			m.past = append(m.past, happened{m.in(lang, event.All("eventType", "term")), lang, strings.Join(parts, "; ")})
		}
	}
}

// tongues returns the languages of what is said in words of an event; that of the
// event where there are none.
func (m *reader) tongues(event *dom.Element) (langs []string) {
	for _, path := range [][]string{{"eventPlace", "displayPlace"}, {"eventActor", "displayActorInRole"}, {"eventMethod", "term"}, {"eventDescriptionSet", "descriptiveNoteValue"}} {
		for _, e := range event.All(path...) {
			if lang := schema.CleanLang(m.lang(e)); e.Value() != "" && !slices.Contains(langs, lang) {
				langs = append(langs, lang)
			}
		}
	}
	if len(langs) == 0 {
		return []string{schema.CleanLang(m.lang(event))}
	}
	return langs
}

// in returns the first text in a language, else the first there is.
func (m *reader) in(lang string, values []*dom.Element) string {
	for _, v := range values {
		if s := v.Value(); s != "" && schema.CleanLang(m.lang(v)) == lang {
			return s
		}
	}
	return first(values)
}

// where words a place, with those around it.
func (m *reader) where(p *dom.Element, lang string) string {
	if s := m.in(lang, p.All("displayPlace")); s != "" {
		return s
	}
	var names []string
	for e := p.Child("place"); e != nil && len(names) <= maxLevels; e = e.Child("partOfPlace") {
		if s := m.in(lang, placeNames(e)); s != "" {
			names = append(names, s)
		}
	}
	return strings.Join(names, ", ")
}

// when words a date.
func (m *reader) when(e *dom.Element, lang string) string {
	if s := m.in(lang, e.All("displayDate")); s != "" || e == nil {
		return s
	}
	from, to := e.Child("date", "earliestDate").Value(), e.Child("date", "latestDate").Value()
	if from == to {
		return from
	}
	return strings.Trim(from+"–"+to, "–")
}

// displayed takes over what is said of an event in words; false for nothing.
func (m *reader) displayed(set *dom.Element) (any bool) {
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
func (m *reader) provenance(b *schema.Builder) {
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
