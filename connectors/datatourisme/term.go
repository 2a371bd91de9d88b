package datatourisme

import (
	"strings"

	"moselle/schema"
	"moselle/schema/tree"
)

// Where the ontology and its vocabularies are at home.
const (
	ontology   = "https://www.datatourisme.fr/ontology/core#"
	vocabulary = "https://www.datatourisme.fr/resource/core#"
)

// term fills a part with a value of a vocabulary: its labels, its code, its
// address. What has no label stays empty and is left out.
func (m *mapper) term(p *schema.Builder, v tree.Node) {
	if v.Kind() == tree.String && strings.Contains(v.Text(), " ") { // words, not a code
		p.Text("name", m.lang, v.Text())
		return
	}
	c := code(v)
	m.texts(p, "name", get(v, "label"))
	if !p.Has("name") && c != "" {
		p.Text("name", "en", words(c))
	}
	if c != "" && p.Has("name") {
		p.Put("termCode", c)
		p.Put("sameAs", vocabulary+c)
	}
}

// classes adds the classes of an object as terms, but for those that say no more
// than that it is an event or a place. The ontology names its classes in English.
func (m *mapper) classes(b *schema.Builder, k kind) {
	for _, c := range k.classes {
		if general[c] {
			continue
		}
		p := b.Part("additionalType", "DefinedTerm")
		p.Text("name", "en", words(c))
		p.Put("termCode", c)
		p.Put("sameAs", ontology+c)
	}
}

// labels adds the labels of values as keywords.
func (m *mapper) labels(b *schema.Builder, n tree.Node) {
	for v := range tree.Values(n) {
		if reviewed := get(v, "hasReviewValue"); reviewed.Kind() != tree.Absent {
			v = first(reviewed)
		}
		for _, t := range texts(get(v, "label")) {
			b.Text("keywords", m.langOf(t), t.text)
		}
	}
}
