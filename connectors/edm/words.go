package edm

import (
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/crosswalk/edm"
)

// lang returns the language of a text: its own, else that of the source.
func (m *mapper) lang(v edm.Value) string {
	if v.Lang != "" {
		return v.Lang
	}
	return m.Lang
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// address returns the address of the web that a value leads to; "" for none.
func address(v edm.Value) string { return absolute(string(v.Ref)) }

func absolute(iri string) string {
	if !connectors.IsWeb(iri) || relative(iri) != "" {
		return ""
	}
	return iri
}

// titles adds for each language the first title as name and all others as
// alternate names. An object that has none is called by its description.
func (m *mapper) titles(b *schema.Builder) {
	m.names(b, m.cho.Values(edm.Title), m.cho.Values(edm.Alternative))
	if b.Has("name") {
		return
	}
	for _, v := range m.cho.Values(edm.Description) {
		if text := schema.Excerpt(schema.PlainText(v.Text)); text != "" {
			b.Text("name", m.lang(v), text)
			b.Fault(schema.Fault{Path: "name", Value: text, Message: "no title (dc:title); the object is called by its description: give it a title"})
			return
		}
	}
}

// names adds the first text of each language as name, all others as alternate
// names.
func (m *mapper) names(b *schema.Builder, names, others []edm.Value) {
	said := map[string]string{}
	for i, v := range slices.Concat(names, others) {
		lang, text := schema.CleanLang(m.lang(v)), oneLine(schema.PlainText(v.Text))
		switch first, ok := said[lang]; {
		case text == "":
		case !ok && (i < len(names) || len(said) == 0):
			said[lang] = text
			b.Text("name", lang, text)
		case first != text:
			b.Text("alternateName", lang, text)
		}
	}
}

// prose adds the texts of properties, those of one language together.
func (m *mapper) prose(b *schema.Builder, prop, between string, from ...edm.Property) {
	var texts []edm.Value
	for _, p := range from {
		texts = append(texts, m.cho.Values(p)...)
	}
	m.text(b, prop, between, texts)
}

func (m *mapper) text(b *schema.Builder, prop, between string, texts []edm.Value) {
	var langs []string
	said := map[string][]string{}
	for _, v := range texts {
		text, lang := schema.PlainText(tidy(v.Text)), schema.CleanLang(m.lang(v))
		if text == "" || slices.Contains(said[lang], text) {
			continue
		}
		if said[lang] == nil {
			langs = append(langs, lang)
		}
		said[lang] = append(said[lang], text)
	}
	for _, lang := range langs {
		b.Text(prop, lang, strings.Join(said[lang], between))
	}
}

// tidy returns a text with the breaks between its lines but not their indents.
func tidy(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	for i, l := range lines {
		lines[i] = oneLine(l)
	}
	return strings.Join(lines, "\n")
}
