package linkedart

import (
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/schema"
)

// work maps an object, an image or a text.
func (m *mapper) work(b *schema.Builder, n *node) {
	m.identifiers(b, n)
	m.types(b, n)
	m.made(b, n)
	for _, v := range n.all("made_of", "technique") {
		m.term(b, "material", v)
	}
	m.measures(b, n, "")
	m.referred(b, n, "")
	if text := n.one("content", "value"); text != nil { // of a text that stands in its own record
		m.say("text", m.langOf(n), text.content())
	}
	for _, l := range n.all("language") {
		b.Put("inLanguage", tagOf(l))
	}
	m.shown(b, n)
	m.carried(b, n)
	m.holders(b, n)
	m.memberships(b, n)
	m.rights(b, n)
	m.pages(b, n)
	m.media(b, n)
	m.parts(b, n)
}

// subclasses are the more specific types of works, by number in the thesaurus and
// by the words that types are labelled with.
var subclasses = []struct {
	class   string
	numbers []string
	words   []string
}{
	{"Painting", []string{"300033618"}, []string{"painting", "paintings"}}, {"Photograph", []string{"300046300"}, []string{"photograph", "photographs"}},
	{"Sculpture", []string{"300047090"}, []string{"sculpture", "sculptures"}}, {"Drawing", []string{"300033973"}, []string{"drawing", "drawings"}},
	{"Map", []string{"300028094"}, []string{"map", "maps"}}, {"Poster", []string{"300027221"}, []string{"poster", "posters"}}, {"Book", []string{"300028051"}, []string{"book", "books"}},
	{"Manuscript", []string{"300028569"}, []string{"manuscript", "manuscripts"}}, {"Movie", []string{"300136900"}, []string{"film", "films", "motion picture", "motion pictures"}},
}

// Types of types, which say what a term is for.
const (
	styles       = "300015646"
	cultures     = "300055768"
	nationality  = "300379842"
	ownerships   = "300055863"
	occupations  = "300263369"
	genders      = "300055147"
	webPages     = "300264578"
	publishing   = "300054686"
	exhibition   = "300054766"
	exhibitions  = "300417531"
	thumbnail    = "300412188"
	positional   = "300010269"
	countedUnits = "300055665"
)

// types adds what kind of thing it is.
func (m *mapper) types(b *schema.Builder, n *node) {
	all := n.all("classified_as")
	if len(all) == 0 { // as an act of classifying, in dumps of CIDOC CRM
		for _, act := range n.all("classified_by") {
			all = append(all, act.all("assigned")...)
		}
	}
	for _, t := range all {
		switch {
		case t.aat(styles) && b.Class().Property("genre") != nil:
			m.term(b, "genre", t)
		case t.aat(cultures) && b.Class().Property("keywords") != nil:
			b.Text("keywords", m.lang, t.label())
		default:
			m.term(b, "additionalType", t)
		}
		label := strings.ToLower(m.title(t))
		label, _, _ = strings.Cut(label, " (")
		for _, s := range subclasses {
			if b.Class().Name == "Work" && (is(t, s.numbers...) || slices.Contains(s.words, label)) {
				b.Type(s.class)
			}
		}
	}
}

// term adds a term of a list: how it is called in each language, with its address
// at an authority.
func (m *mapper) term(b *schema.Builder, prop string, t *node) {
	if b.Class().Property(prop) == nil || t == nil {
		return
	}
	iri, names := t.iri(), m.titles(t)
	if len(names) == 0 {
		if iri != "" {
			m.blind(prop, iri)
		}
		return
	}
	p := b.Part(prop, "DefinedTerm")
	called := map[string]bool{}
	for _, v := range names {
		if !called[v.lang] {
			called[v.lang] = true
			p.Text("name", v.lang, v.text)
		}
	}
	if s := codeOf(iri); s != "" {
		p.Put("termCode", s)
	}
	if connectors.IsWeb(iri) {
		p.Put("sameAs", iri)
	}
	for _, e := range t.all("equivalent") {
		p.Put("sameAs", e.web())
	}
}

// blind tells of a term that is given by its address alone, once for each
// property.
func (m *mapper) blind(prop, iri string) {
	m.records.Fault(schema.Fault{Path: prop, Value: iri, Message: "given by its address alone: add how it is called (_label), as people cannot read addresses"})
}

// codeOf returns the last piece of the address of a term, by which lists of terms
// number it; "" where it is none.
func codeOf(iri string) string {
	code := localOf(strings.TrimRight(iri, "/"))
	if len(code) > 60 || strings.ContainsAny(code, " %?=") {
		return ""
	}
	return code
}

// titles returns how a thing is called in passing, what goes before all others
// first: by its names, else its labels, its text, or what its list calls it.
func (m *mapper) titles(n *node) (out []node) {
	for _, v := range m.namesOf(n) {
		out = append(out, node{text: m.nameText(v), lang: m.langOf(v)})
	}
	keys := []string{"_label", "notation"}
	if n.is("Type", "Material") {
		keys = []string{"content", "_label", "notation"}
	}
	for _, key := range keys {
		if len(out) > 0 {
			break
		}
		for _, v := range n.all(key) {
			if v.text != "" {
				out = append(out, node{text: v.text, lang: m.tag(v)})
			}
		}
	}
	if len(out) == 0 && n != nil && n.text != "" && n.iri() == "" {
		out = append(out, node{text: n.text, lang: m.tag(n)})
	}
	return out
}

// title returns the first of titles; "" for none.
func (m *mapper) title(n *node) string {
	if all := m.titles(n); len(all) > 0 {
		return all[0].text
	}
	return ""
}

// titleLang returns the language of title.
func (m *mapper) titleLang(n *node) string {
	if all := m.titles(n); len(all) > 0 {
		return all[0].lang
	}
	return m.lang
}
