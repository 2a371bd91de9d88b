package datatourisme

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/calendar"
	"moselle/schema/tree"
)

// mapper turns one object into records.
type mapper struct {
	*connectors.Records
	lang    string // of texts without a language
	zone    *time.Location
	license string // of media, as the source declares it
	window  func() calendar.Range

	undated *schema.Fault // the first that is wrong with a date
}

func (r *run) mapper(o tree.Node) *mapper {
	m := &mapper{lang: r.env.Lang, zone: r.zone, license: r.env.License, window: r.env.Window}
	if m.lang == "" {
		m.lang = "fr"
	}
	if m.zone == nil {
		m.zone = r.zoneOf(o)
	}
	env := r.env
	env.Zone = m.zone
	m.Records = connectors.NewRecords(env)
	return m
}

// item maps an object into an item or a refusal.
func (m *mapper) item(o tree.Node, k kind, key, where string) (connectors.Item, *connectors.Refusal) {
	if len(texts(get(o, "label"))) == 0 {
		return connectors.Item{}, connectors.Refuse(key, where, "rdfs:label", "", "missing: what it is called")
	}
	switch {
	case k.event:
		m.event(o, k, key)
	case k.place:
		m.site(o, k, key)
	default:
		return connectors.Item{}, connectors.Refuse(key, where, "@type", k.name(), "the object is neither an event nor a place; take its class out of the setting types")
	}
	return m.Item(key, where)
}

// common adds what an event and a place have in common.
func (m *mapper) common(b *schema.Builder, o tree.Node, k kind) {
	for _, t := range k.schema {
		b.Type(t)
	}
	for _, c := range k.classes {
		if sub, ok := subclasses[c]; ok {
			b.Type(sub)
		} else {
			b.Type(c)
		}
	}
	m.texts(b, "name", get(o, "label"))
	m.description(b, o)
	if id := addressOf(o); id != "" {
		b.Put("derivedFrom", id)
		b.Put("sameAs", id)
	}
	for _, t := range texts(get(o, "sameAs")) {
		b.Put("sameAs", t.text)
	}
	for v := range tree.Values(get(o, "identifier")) {
		b.Put("sourceIdentifier", v.Text())
	}
	m.classes(b, k)
	m.images(b, o)
	m.contacts(b, o)
	m.access(b, o)
}

// texts adds the texts of a property on one line.
func (m *mapper) texts(b *schema.Builder, prop string, n tree.Node) {
	for _, t := range texts(n) {
		b.Text(prop, m.langOf(t), strings.Join(strings.Fields(t.text), " "))
	}
}

func (m *mapper) langOf(t text) string {
	if t.lang == "" {
		return m.lang
	}
	return t.lang
}

// description adds the short text and the long one in each language, one behind
// the other unless the one contains the other.
func (m *mapper) description(b *schema.Builder, o tree.Node) {
	var short, long []text
	for d := range tree.Values(get(o, "hasDescription")) {
		short = append(short, texts(get(d, "shortDescription"))...)
		long = append(long, texts(get(d, "description"))...)
	}
	if len(short) == 0 {
		short = texts(get(o, "comment"))
	}
	for _, t := range append(slices.Clone(short), long...) {
		lang := m.langOf(t)
		a, z := m.in(lang, short), m.in(lang, long)
		switch {
		case strings.Contains(z, a):
			b.Text("description", lang, z)
		case strings.Contains(a, z):
			b.Text("description", lang, a)
		default:
			b.Text("description", lang, fmt.Sprintf("%s\n\n%s", a, z))
		}
	}
}

// in returns the first of the texts in a language, as plain text.
func (m *mapper) in(lang string, all []text) string {
	for _, t := range all {
		if m.langOf(t) == lang {
			return schema.PlainText(t.text)
		}
	}
	return ""
}
