package linkedart

import (
	"cmp"
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/schema"
)

// What the thesaurus calls the names and identifiers that are told apart.
var (
	preferred = []string{"300404670"}
	alternate = []string{"300417227", "300404672", "300404671", "300417203", "300417205", "300417204", "300417226", "300417229", "300264273", "300451544"}
	sorting   = []string{"300456575", "300456574"}
)

// names adds how a thing is called: preferred names first, one in each language,
// all others beside it. Where there are none its label has to do.
func (m *mapper) names(b *schema.Builder, n *node) {
	name, other := "name", "alternateName"
	if b.Class().Name == "Concept" {
		name, other = "prefLabel", "altLabel"
	}
	all := m.namesOf(n)
	named := map[string]bool{}
	for _, v := range all {
		m.called(b, name, other, m.langOf(v), m.nameText(v), named)
	}
	for _, v := range n.all("_label") {
		if len(all) == 0 { // a label is for those who read the JSON
			m.called(b, name, other, m.tag(v), v.text, named)
		}
	}
	for _, v := range n.all("alternative") {
		m.called(b, name, other, m.tag(v), v.text, named)
	}
}

// namesOf returns the names of a thing, preferred ones first.
func (m *mapper) namesOf(n *node) (all []*node) {
	for _, v := range n.all("identified_by") {
		if !v.is("Identifier", "SpatialCoordinates", "TimeSpan") && !v.aat(sorting...) && m.nameText(v) != "" {
			all = append(all, v)
		}
	}
	slices.SortStableFunc(all, func(a, c *node) int { return cmp.Compare(rank(a), rank(c)) })
	return all
}

// called adds one name: as the name of its language, or where there is one beside
// it.
func (m *mapper) called(b *schema.Builder, name, other, lang, text string, named map[string]bool) {
	text = strings.Join(strings.Fields(text), " ")
	switch {
	case text == "" || named[lang+" "+text]:
		return
	case !named[lang]:
		b.Text(name, lang, text)
	case b.Class().Property(other) != nil:
		b.Text(other, lang, text)
	}
	named[lang], named[lang+" "+text] = true, true
}

func rank(n *node) int {
	switch {
	case n.aat(alternate...):
		return 2
	case n.aat(preferred...):
		return 0
	}
	return 1
}

// nameText returns the text of a name, else that of its parts, or what it is
// labelled.
func (m *mapper) nameText(n *node) string {
	if s := n.content(); s != "" {
		return s
	}
	var parts []string
	for _, p := range n.all("part") {
		if s := p.content(); s != "" {
			parts = append(parts, s)
		}
	}
	if len(parts) == 0 && n.is("Name") && n.id != "" { // of a dump that gives names no text but a label
		return n.label()
	}
	return strings.Join(parts, " ")
}

// identifiers adds the numbers of a thing, with what sort each is.
func (m *mapper) identifiers(b *schema.Builder, n *node) {
	for _, v := range n.all("identified_by") {
		text := v.content()
		if !v.is("Identifier") || text == "" || v.aat(sorting...) {
			continue
		}
		if connectors.IsWeb(text) {
			b.Put("sameAs", text)
			continue
		}
		p := b.Part("identifier", "PropertyValue")
		p.Put("propertyID", sortOf(v))
		p.Put("value", text)
	}
}

// sorts names the identifiers whose type comes without a label.
var sorts = map[string]string{"300312355": "accession number", "300404621": "repository number", "300404626": "identification number", "300311706": "call number", "300404012": "unique identifier"}

func sortOf(n *node) string {
	for _, t := range n.all("classified_as") {
		number := inAAT(t.iri())
		if slices.Contains(preferred, number) {
			continue
		}
		if s := cmp.Or(sorts[number], t.label()); s != "" {
			return s
		}
	}
	return ""
}

// number returns the identifier by which a thing without an address is known
// best; "" for none.
func number(n *node) string {
	best := ""
	for _, v := range n.all("identified_by") {
		if s := v.content(); v.is("Identifier") && s != "" && (best == "" || v.aat("300312355") || v.aat(preferred...)) {
			best = s
		}
	}
	return best
}
