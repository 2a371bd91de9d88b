package skos

import (
	"fmt"
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// naming are the predicates that name a thing, the surest first; each level
// counts only when there is none of those before.
var naming = [][]string{
	{core + "prefLabel", xl + "prefLabel"},
	{vocab.RDFS + "label"},
	{vocab.DCTerms + "title", "http://purl.org/dc/elements/1.1/title"},
	{vocab.Schema + "name", "http://schema.org/name"},
}

// preferred adds the preferred label of each language. Of two the first in the
// order of their letters is kept, and the other becomes one more label.
func (m *mapper) preferred() {
	prop := m.b.Class().TitleOf()
	for _, level := range naming {
		first := map[string]string{}
		for _, t := range m.literals(level...) {
			lang := m.lang(prop, t)
			kept, twice := first[lang]
			switch {
			case !twice:
				first[lang] = t.Value
				m.b.Text(prop, lang, t.Value)
			case kept != t.Value:
				m.b.Fault(schema.Fault{Path: prop, Value: t.Value, Message: fmt.Sprintf("a second preferred label in the language %q, which may have one only; it is kept as another label", lang)})
				m.other(lang, t.Value)
			}
		}
		if m.b.Has(prop) {
			return
		}
	}
}

// other adds a label that is not the preferred one.
func (m *mapper) other(lang, s string) {
	for _, prop := range []string{"altLabel", "alternateName"} {
		if m.b.Class().Property(prop) != nil {
			m.b.Text(prop, lang, s)
		}
	}
}

// labels adds all labels.
func (m *mapper) labels(prop string, predicates ...string) {
	for _, t := range m.literals(predicates...) {
		m.b.Text(prop, m.lang(prop, t), t.Value)
	}
}

// prose adds the notes of the first of the predicates that has any, those of one
// language below each other.
func (m *mapper) prose(prop string, predicates ...string) {
	for _, p := range predicates {
		var langs []string
		notes := map[string][]string{}
		for _, t := range m.literals(p) {
			lang := m.lang(prop, t)
			if !slices.Contains(langs, lang) {
				langs = append(langs, lang)
			}
			notes[lang] = append(notes[lang], t.Value)
		}
		for _, lang := range langs {
			m.b.Text(prop, lang, strings.Join(notes[lang], "\n\n"))
		}
		if m.b.Has(prop) {
			return
		}
	}
}

// literals returns the texts that predicates lead to, each once: as they stand, or
// as the literal form of an XL label, or as the value of a note that is a node.
func (m *mapper) literals(predicates ...string) (out []rdf.Term) {
	add := func(t rdf.Term) {
		if t.Kind == rdf.Literal && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	for _, p := range predicates {
		for t := range m.g.About(m.id) {
			if t.P.Value != p {
				continue
			}
			add(t.O)
			if t.O.Kind == rdf.Literal {
				continue
			}
			for n := range m.g.About(t.O) {
				if v := n.P.Value; v == xl+"literalForm" || v == rdf.RDF+"value" {
					add(n.O)
				}
			}
		}
	}
	return out
}

// lang returns the language of a text; the source's for one that names none, which
// is told once.
func (m *mapper) lang(prop string, t rdf.Term) string {
	if t.Lang != "" {
		return schema.CleanLang(t.Lang)
	}
	if !m.untagged {
		m.untagged = true
		m.b.Fault(schema.Fault{Path: prop, Value: t.Value, Severity: schema.Info,
			Message: fmt.Sprintf("names no language; it and all others without one are read as %q: name it with the text, or set lang", schema.CleanLang(m.env.Lang))})
	}
	return schema.CleanLang(m.env.Lang)
}
