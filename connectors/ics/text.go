package ics

import (
	"strconv"
	"strings"

	"moselle/connectors"
	"moselle/schema"
	wire "moselle/schema/wire/ics"
)

// plain returns text without HTML; where nothing is left of it (a title in
// angle brackets), the text as it is.
func plain(s string) string {
	if p := schema.PlainText(s); p != "" {
		return p
	}
	return schema.CleanText(s)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func number(n int) string { return strconv.Itoa(n) }

// langOf returns the language of a text: its own, else the source's.
func (m *mapper) langOf(p *wire.Property) string {
	if l := p.Param("LANGUAGE"); l != "" && schema.CleanLang(l) != schema.Und {
		return l
	}
	return m.lang
}

// texts maps what an event says about itself in words and addresses.
func (m *mapper) texts(b *schema.Builder, e *entry) {
	if m.Type != "" {
		b.Type(m.Type)
	}
	e.each("SUMMARY", func(p *wire.Property) { b.Text("name", m.langOf(p), oneLine(plain(p.Text()))) })
	e.each("DESCRIPTION", func(p *wire.Property) { b.Text("description", m.langOf(p), plain(p.Text())) })
	for _, name := range []string{"STYLED-DESCRIPTION", "X-ALT-DESC"} {
		if !b.Has("description") {
			e.each(name, func(p *wire.Property) { b.Text("description", m.langOf(p), schema.PlainText(p.Text())) })
		}
	}
	b.Put("url", e.Text("URL"))
	if at := m.env.Location; connectors.IsWeb(at) {
		b.Put("derivedFrom", at)
	}
	categories := 0
	e.each("CATEGORIES", func(p *wire.Property) {
		for _, k := range p.Texts() {
			if categories++; categories <= maxValues {
				m.category(b, m.langOf(p), oneLine(plain(k)))
			}
		}
	})
	if categories == 0 {
		m.category(b, m.lang, m.Category)
	}
	e.each("X-TAGS", func(p *wire.Property) {
		for _, k := range p.Texts() {
			if categories++; categories <= maxValues {
				b.Text("keywords", m.langOf(p), oneLine(plain(k)))
			}
		}
	})
	for _, k := range m.Keywords {
		b.Text("keywords", m.lang, k)
	}
	m.tickets(b, e)
	e.each("IMAGE", func(p *wire.Property) { m.image(b, p) })
	e.each("X-WP-IMAGES-URL", func(p *wire.Property) { m.largest(b, p) })
	e.each("ATTACH", func(p *wire.Property) {
		if isImage(p) {
			m.image(b, p)
		}
	})
}

// category is both: a word to search by and the kind of event it is.
func (m *mapper) category(b *schema.Builder, lang, k string) {
	b.Text("keywords", lang, k)
	b.Term("additionalType", lang, k, "")
}
