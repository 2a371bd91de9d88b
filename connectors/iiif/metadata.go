package iiif

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"moselle/schema"
)

// maxPairs bounds the pairs of metadata read of one manifest.
const maxPairs = 200

// pair is one label of the metadata with its values and what they mean; "" when
// nothing is known of the label.
type pair struct {
	labels, values []text
	meaning        string
}

// pairs reads the metadata.
func (m *mapper) pairs() (out []pair) {
	for i, o := range m.objects("metadata") {
		if i >= maxPairs {
			m.fault("metadata", "", fmt.Sprintf("more than %d pairs; the first are kept", maxPairs))
			break
		}
		p := pair{labels: texts(o["label"], m.lang), values: texts(o["value"], m.lang)}
		if len(p.values) == 0 {
			continue // a form's empty field
		}
		if len(p.labels) == 0 {
			m.fault("metadata", p.values[0].s, "a value without a label is left out: write both")
			continue
		}
		for _, l := range p.labels {
			key := schema.NameKey(l.s)
			if p.meaning = m.labels[key]; p.meaning == "" {
				p.meaning = known()[key]
			}
			if p.meaning != "" {
				break
			}
		}
		out = append(out, p)
	}
	return out
}

// describe adds what the metadata say. What has no place of its own becomes
// lines at the end of the description.
func (m *mapper) describe(b *schema.Builder, all []pair) {
	lines := map[string][]string{}
	for _, p := range all {
		if p.meaning == ignored || p.meaning != "" && m.apply(b, p) {
			continue
		}
		if !m.Others {
			m.fault("metadata", p.labels[0].s+": "+p.values[0].s, "metadata with a label that is not known: name what it means under labels")
			continue
		}
		for lang, s := range linesOf(p) {
			lines[lang] = append(lines[lang], s)
		}
	}
	m.append(b, lines)
}

// linesOf writes a pair as a line in each language that it is there in.
func linesOf(p pair) map[string]string {
	label := map[string]string{}
	for _, l := range slices.Backward(p.labels) {
		label[l.lang] = oneLine(l.s)
	}
	values := map[string][]string{}
	for _, v := range p.values {
		values[v.lang] = append(values[v.lang], oneLine(v.s))
	}
	out := map[string]string{}
	for lang, v := range values {
		line := strings.Join(v, "; ")
		switch l, ok := label[lang]; {
		case ok:
			out[lang] = l + ": " + line
		case lang == schema.Und: // a name or a number, the same in all languages
			for lang, l := range label {
				out[lang] = l + ": " + line
			}
		default:
			out[lang] = oneLine(p.labels[0].s) + ": " + line
		}
	}
	return out
}

// append adds the description: the summary, and lines behind it in their
// language. It stands at the end, as the builder keeps the first text of a
// language.
func (m *mapper) append(b *schema.Builder, lines map[string][]string) {
	whole := maps.Clone(m.summary)
	for lang, l := range lines {
		whole[lang] = strings.TrimLeft(whole[lang]+"\n\n"+strings.Join(l, "\n"), "\n")
	}
	for _, lang := range slices.Sorted(maps.Keys(whole)) {
		b.Text("description", lang, whole[lang])
	}
}

// apply puts a pair where it belongs; false when that place is taken already or
// the values do not fit it.
func (m *mapper) apply(b *schema.Builder, p pair) bool {
	switch p.meaning {
	case "title":
		for _, v := range p.values {
			b.Text("alternateName", v.lang, oneLine(v.s))
		}
	case "creator", "contributor":
		m.people(b, p)
	case "publisher", "holder":
		return m.institution(b, map[string]string{"publisher": "publisher", "holder": "holdingArchive"}[p.meaning], p)
	case "date":
		return m.dates(b, "dateCreated", p)
	case "published":
		return m.dates(b, "datePublished", p)
	case "subject", "genre", "type", "material":
		concepts(b, map[string]string{"subject": "about", "genre": "genre", "type": "additionalType", "material": "material"}[p.meaning], p)
	case "keywords":
		for _, v := range p.values {
			b.Text("keywords", v.lang, oneLine(v.s))
		}
	case "language":
		return languages(b, p)
	case "identifier":
		for _, v := range p.values {
			i := b.Part("identifier", "PropertyValue")
			i.Put("propertyID", oneLine(p.labels[0].s))
			i.Put("value", oneLine(v.s))
		}
	case "origin", "shows":
		return m.places(b, p)
	case "page":
		return m.pageOf(b, p)
	case "rights":
		m.reuse(b, p)
	default:
		return m.wording(b, p)
	}
	return true
}
