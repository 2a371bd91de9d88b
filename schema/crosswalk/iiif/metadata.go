package iiif

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"moselle/schema"
	wire "moselle/schema/wire/iiif"
)

// maxPairs bounds the pairs of metadata read of one document.
const maxPairs = 200

// pair is one label of the metadata with its values and what they mean; "" when
// nothing is known of the label.
type pair struct {
	labels, values []text
	meaning        string
}

// pairs reads the metadata of the document or of a part of it.
func (m *reading) pairs(of wire.Object) (out []pair) {
	for i, o := range of.Objects("metadata") {
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
		p.meaning = m.meaning(p.labels)
		out = append(out, p)
	}
	return out
}

// meaning returns what most of the languages that a label is in say it means, as
// a word may mean this in one language and that in another; of as many the first.
func (m *reading) meaning(labels []text) (best string) {
	if len(labels) == 1 {
		key := schema.NameKey(labels[0].s)
		return cmp.Or(m.Labels[key], known()[key])
	}
	votes := map[string]int{}
	for _, l := range labels {
		key := schema.NameKey(l.s)
		said := m.Labels[key]
		if said != "" {
			return said // the source's own word
		}
		if said = known()[key]; said == "" {
			continue
		}
		if votes[said]++; votes[said] > votes[best] {
			best = said
		}
	}
	return best
}

// describe adds what the metadata say. What has no place of its own becomes
// lines at the end of the description.
func (m *reading) describe(all []pair) {
	lines := map[string][]string{}
	for _, p := range all {
		if p.meaning == ignored || p.meaning != "" && m.apply(p) {
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
	m.append(lines)
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
func (m *reading) append(lines map[string][]string) {
	whole := maps.Clone(m.summary)
	for lang, l := range lines {
		whole[lang] = strings.TrimLeft(whole[lang]+"\n\n"+strings.Join(l, "\n"), "\n")
	}
	for _, lang := range slices.Sorted(maps.Keys(whole)) {
		m.b.Text("description", lang, whole[lang])
	}
}
