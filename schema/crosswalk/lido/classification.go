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
		case facet.MatchString(kind):
			m.keywords(b, t)
		default:
			m.term(b, "genre", t)
		}
	}
}

// keywords adds the names of a concept as free words.
func (m *reader) keywords(b *schema.Builder, e *dom.Element) {
	for _, w := range m.words(e) {
		b.Text("keywords", w.lang, w.text)
	}
}
