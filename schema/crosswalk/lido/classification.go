package lido

import (
	"regexp"
	"strings"

	"moselle/schema"
	"moselle/schema/crosswalk"
	"moselle/schema/dom"
	"moselle/schema/vocab"
)

// What the types of classifications and of descriptions say.
var (
	tongue   = regexp.MustCompile(`(?i)^(?:language|sprache|langue|taal)$`)
	facet    = regexp.MustCompile(`(?i)keyword|schlagw[oö]rt|trefwoord|mots?-clef|mots?-clé|authenticity|alloy|nominal`)
	styled   = regexp.MustCompile(`(?i)^(?:period|style|stil|epoche|époque|periode|mouvement)`)
	shows    = regexp.MustCompile(`(?i)^(?:iconograph|ikonogra|subject|thema|motiv|sujet)`)
	called   = regexp.MustCompile(`(?i)^(?:designation|objektbezeichnung|dénomination|object name|objectnaam)`)
	kept     = regexp.MustCompile(`(?i)^(?:collection|sammlung|collectie|fonds|bestand)$`)
	abstract = regexp.MustCompile(`(?i)\babstract\b|kurzbeschreibung|short description|résumé`)
	authored = regexp.MustCompile(`(?i)^(?:urheber|quelle|autor|author|source)\b`)
)

// classification adds what kind of thing it is, its genres, its languages and
// words that are neither.
func (m *reader) classification(b *schema.Builder, e *dom.Element) {
	for _, t := range e.All("objectWorkTypeWrap", "objectWorkType") {
		if name, ok := strings.CutPrefix(t.Child("conceptID").Value(), vocab.Schema); ok {
			b.Type(name)
			continue
		}
		m.term(b, "additionalType", t)
	}
	for _, t := range e.All("classificationWrap", "classification") {
		switch kind := t.Attr("type"); {
		case strings.HasPrefix(kind, "europeana:"): // its medium, which the pictures say too
		case tongue.MatchString(kind):
			for _, w := range m.words(t) {
				if tag := crosswalk.Language(w.text); tag != schema.Und {
					b.Put("inLanguage", tag)
				}
			}
		case facet.MatchString(kind), styled.MatchString(kind):
			m.keywords(b, t)
		case shows.MatchString(kind):
			m.term(b, "about", t)
		case called.MatchString(kind):
			m.term(b, "additionalType", t)
		case kept.MatchString(kind) && len(m.words(t)) > 0:
			b.Link("isPartOf", m.sorted(t))
		case kind == "restriction":
		default:
			m.term(b, "genre", t)
		}
	}
}

// sorted builds the collection that a classification names.
func (m *reader) sorted(t *dom.Element) schema.IRI {
	words := m.words(t)
	key, same := identity(t.All("conceptID"))
	if key == "" {
		key = schema.NameKey(m.main(t.All("term")))
	}
	return m.Embed("Collection", key, "isPartOf", func(c *schema.Builder) {
		for _, w := range words {
			c.Text("name", w.lang, w.text)
		}
		for _, s := range same {
			c.Put("sameAs", s)
		}
	})
}

// keywords adds the names of a concept as free words.
func (m *reader) keywords(b *schema.Builder, e *dom.Element) {
	for _, w := range m.words(e) {
		b.Text("keywords", w.lang, w.text)
	}
}
