package iiif

import (
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
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
	for i, o := range listed(of) {
		if i >= maxPairs {
			m.fault("metadata", "", fmt.Sprintf("more than %d pairs; the first are kept", maxPairs))
			break
		}
		p := pair{labels: texts(o["label"], m.lang), values: texts(worded(o["value"]), m.lang)}
		p.values = slices.DeleteFunc(p.values, func(t text) bool { return len(t.s) <= maxEmpty && empty.MatchString(t.s) })
		switch {
		case len(p.values) == 0: // a form's empty field
			continue
		case len(p.labels) > 0:
			p.meaning = m.meaning(p.labels)
		case p.values[0].href != "": // "View the record"
			p.labels, p.meaning = p.values[:1], "page"
		default:
			m.fault("metadata", p.values[0].s, "a value without a label is left out: write both")
			continue
		}
		out = append(out, p)
	}
	return out
}

// worded returns a number as the text that it should be, anything else as it is.
func worded(v any) any {
	if n, ok := v.(float64); ok {
		return strconv.FormatFloat(n, 'f', -1, 64)
	}
	return v
}

// maxEmpty bounds what forms put in for nothing, in bytes; empty is what they put.
const maxEmpty = 12

var empty = regexp.MustCompile(`(?i)^(?:n/?a|null|none|unspecified|[-–—.?\s]+)$`)

// listed returns the pairs of an object's metadata, also where they stand under
// names of their own instead of in a list.
func listed(of wire.Object) []wire.Object {
	all := of.Objects("metadata")
	if len(all) != 1 || all[0]["label"] != nil || all[0]["value"] != nil {
		return all
	}
	var out []wire.Object
	for _, name := range slices.Sorted(maps.Keys(all[0])) {
		out = append(out, wire.Object(all[0]).Objects(name)...)
	}
	return out
}

// maxShared bounds the canvases that are asked what they have in common.
const maxShared = 2000

// common returns the metadata that all canvases share, where they have any: some
// publishers write what they know of the work there and nowhere else.
func (m *reading) common() []pair {
	count, canvases := map[string]int{}, 0
	var first []wire.Object
	for i, c := range m.Canvases() {
		all := listed(c)
		if i >= maxShared || len(all) == 0 {
			return nil
		}
		if canvases++; first == nil {
			first = all[:min(len(all), maxPairs)]
		}
		for _, o := range all[:min(len(all), maxPairs)] {
			count[keyOf(o)]++
		}
	}
	var shared []any
	for _, o := range first {
		if key := keyOf(o); count[key] >= canvases {
			shared = append(shared, map[string]any(o))
			m.lifted[key] = true
		}
	}
	return m.pairs(wire.Object{"metadata": shared})
}

// keyOf tells one pair from another.
func keyOf(o wire.Object) string { return fmt.Sprint(o["label"], o["value"]) }

// meaning returns what most of the languages that a label is in say it means, as
// a word may mean this in one language and that in another; of as many the first.
func (m *reading) meaning(labels []text) (best string) {
	if len(labels) == 1 {
		key := schema.NameKey(labels[0].s)
		return cmp.Or(m.Labels[key], meant(labels[0].s))
	}
	votes := map[string]int{}
	for _, l := range labels {
		key := schema.NameKey(l.s)
		said := m.Labels[key]
		if said != "" {
			return said // the source's own word
		}
		if said = meant(l.s); said == "" {
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
		s := oneLine(v.s)
		if wire.IsWeb(v.href) && !strings.Contains(s, v.href) {
			s += " (" + v.href + ")" // "View the record" alone leads nowhere
		}
		values[v.lang] = append(values[v.lang], s)
	}
	out := map[string]string{}
	for lang, v := range values {
		line := strings.Join(v, "; ")
		switch l, ok := label[lang]; {
		case ok && strings.HasPrefix(line, l):
			out[lang] = line
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
