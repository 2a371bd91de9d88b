package lido

import (
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/dom"
)

// word is a text with its language.
type word struct{ lang, text string }

// lang returns the language of a text: its own, else that of the source.
func (m *reader) lang(e *dom.Element) string {
	if e.Lang != "" {
		return e.Lang
	}
	return m.Lang
}

func preferred(pref string) bool {
	return pref == "preferred" || strings.HasSuffix(pref, "/lido00169") // term of LIDO 1.1
}

func alternate(pref string) bool {
	return pref == "alternate" || strings.HasSuffix(pref, "/lido00170")
}

// names adds for each language the preferred name, or the first, as name and
// all others as alternate names. Values are those of appellationValue.
func (m *reader) names(b *schema.Builder, values []*dom.Element) {
	order := slices.Clone(values)
	slices.SortStableFunc(order, func(a, b *dom.Element) int { return rank(a) - rank(b) })
	named := map[string]string{}
	for _, v := range order {
		lang, text := schema.CleanLang(m.lang(v)), v.Value()
		switch first, ok := named[lang]; {
		case text == "":
		case !ok && (rank(v) < 2 || len(named) == 0):
			named[lang] = text
			b.Text("name", lang, text)
		case first != text:
			b.Text("alternateName", lang, text)
		}
	}
}

// main returns the name by which a thing is known among its names, however they are
// ordered: a preferred one, in the source's language, else in English, else in the
// language whose tag comes first; "" for none.
func (m *reader) main(values []*dom.Element) string {
	best, at := "", ""
	for _, v := range values {
		lang, text := schema.CleanLang(m.lang(v)), v.Value()
		switch lang {
		case m.Lang:
			lang = " "
		case "en":
			lang = "!"
		}
		if key := string(rune('0'+rank(v))) + lang; text != "" && (best == "" || key < at) {
			best, at = text, key
		}
	}
	return best
}

// rank orders names: preferred ones first, alternate ones last.
func rank(e *dom.Element) int {
	switch pref := e.Attr("pref"); {
	case preferred(pref):
		return 0
	case alternate(pref):
		return 2
	}
	return 1
}

// words returns what a concept is called, one word for each language: the
// preferred term, or the first; one added for the search only where there is no
// other, and one that repeats the identifier last of all.
func (m *reader) words(e *dom.Element) (words []word) {
	if e == nil {
		return nil
	}
	terms := e.All("term")
	if e.Name != "term" && len(terms) == 0 && len(e.Children) == 0 {
		terms = []*dom.Element{e} // measurementType and its like in LIDO 1.0 are a text
	}
	rank := func(t *dom.Element) int {
		switch {
		case isCode(e, t.Value()):
			return 4
		case t.Attr("addedSearchTerm") == "yes":
			return 3
		}
		return rank(t)
	}
	slices.SortStableFunc(terms, func(a, b *dom.Element) int { return rank(a) - rank(b) })
	for _, t := range terms {
		if rank(t) > 2 && rank(t) != rank(terms[0]) { // what is there for the search stands for a code alone: "23 D 42"
			break
		}
		lang, text := schema.CleanLang(m.lang(t)), t.Value()
		if text != "" && !slices.ContainsFunc(words, func(w word) bool { return w.lang == lang }) {
			words = append(words, word{lang, text})
		}
	}
	return words
}

// isCode reports whether a term merely repeats the identifier of its concept.
func isCode(concept *dom.Element, text string) bool {
	return slices.ContainsFunc(concept.All("conceptID"), func(id *dom.Element) bool { return id.Value() == text })
}

func oneOf(words []word) string {
	if len(words) == 0 {
		return ""
	}
	return words[0].text
}

// term adds a concept with its names, its code and what others know it as.
func (m *reader) term(b *schema.Builder, prop string, e *dom.Element) bool {
	words := m.words(e)
	if len(words) == 0 {
		if len(e.All("conceptID")) > 0 {
			b.Fault(schema.Fault{Path: prop, Value: e.Child("conceptID").Value(), Message: e.Name + " has no term; a concept that is only a number is left out: write its term too"})
		}
		return false
	}
	t := b.Part(prop, "DefinedTerm")
	for _, w := range words {
		t.Text("name", w.lang, w.text)
	}
	for _, id := range e.All("conceptID") {
		iri := authority(id)
		t.Put("sameAs", iri)
		if iri == "" || !strings.HasPrefix(id.Value(), "http") {
			t.Put("termCode", id.Value())
		}
	}
	return true
}
