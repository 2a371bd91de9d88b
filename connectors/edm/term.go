package edm

import (
	"fmt"
	"regexp"
	"strings"

	"moselle/schema"
	"moselle/schema/crosswalk/edm"
	"moselle/schema/taxonomy"
)

// kinds are what edm:type says, in words and as a type of the Dublin Core.
var kinds = map[string]struct{ names, same string }{
	"TEXT":  {"en text|fr texte|de Text|lb Text", "http://purl.org/dc/dcmitype/Text"},
	"IMAGE": {"en image|fr image|de Bild|lb Bild", "http://purl.org/dc/dcmitype/StillImage"},
	"SOUND": {"en sound|fr son|de Ton|lb Toun", "http://purl.org/dc/dcmitype/Sound"},
	"VIDEO": {"en film|fr film|de Film|lb Film", "http://purl.org/dc/dcmitype/MovingImage"},
	"3D":    {"en 3D|fr 3D|de 3D|lb 3D", ""},
}

// measure is in texts that say how large something is, or how long.
var measure = regexp.MustCompile(`(?i)\d\s*(?:[cm]?m|cm\.|in\.?|inches|p\.|pp\.|s\.|str\.|pages?|seiten|blatt|bl\.|ff?\.|fol\.|vol\.?|min\.?)(?:\W|$)`)

// kind adds what kind of thing the object is: what Europeana sorts it under, and
// the source's own words.
func (m *mapper) kind(b *schema.Builder) {
	c := m.cho
	for _, v := range c.Values(edm.Kind) {
		if !strings.EqualFold(v.Text, c.Type) || v.Text == "" {
			m.term(b, "additionalType", v)
		}
	}
	k, ok := kinds[c.Type]
	if !ok {
		b.Fault(schema.Fault{Path: "additionalType", Message: "no edm:type: write TEXT, IMAGE, SOUND, VIDEO or 3D"})
		return
	}
	t := b.Part("additionalType", "DefinedTerm")
	for name := range strings.SplitSeq(k.names, "|") {
		lang, word, _ := strings.Cut(name, " ")
		t.Text("name", lang, word)
	}
	t.Put("termCode", c.Type)
	t.Put("sameAs", k.same)
}

// subjects adds what the object is about and shows, by what each value leads to.
func (m *mapper) subjects(b *schema.Builder, props []edm.Prop) {
	for _, p := range props {
		for _, v := range p.Values {
			switch p.Property {
			case edm.Subject, edm.HasMet:
				m.subject(b, v)
			case edm.Spatial:
				b.Link("contentLocation", m.place(b, v, "contentLocation", 0))
			case edm.Temporal:
				m.period(b, v)
			case edm.Coverage:
				if s := m.spanOf(v); v.Context == nil && s.IsZero() {
					b.Text("keywords", m.lang(v), oneLine(v.Text))
				} else {
					m.subject(b, v)
				}
			case edm.Format:
				switch {
				case v.Context == nil && measure.MatchString(v.Text):
					b.Text("size", m.lang(v), oneLine(v.Text))
				case !strings.Contains(v.Text, "/"): // a media type is said of the files
					m.keyword(b, v)
				}
			}
		}
	}
}

func (m *mapper) subject(b *schema.Builder, v edm.Value) {
	switch {
	case v.Context == nil && m.spanOf(v) != (span{words: v.Text, lang: m.lang(v)}) && v.Text != "":
		m.period(b, v)
	case v.Context != nil && v.Context.Class == edm.Place:
		b.Link("contentLocation", m.place(b, v, "contentLocation", 0))
	case v.Context != nil && v.Context.Class == edm.TimeSpan:
		m.period(b, v)
	default:
		m.term(b, "about", v)
	}
}

// known adds a term of which only the address is given, by the names that it has
// in the hub's own vocabularies.
func (m *mapper) known(b *schema.Builder, prop string, iri schema.IRI) {
	c := taxonomy.Matching(string(iri))
	if c == nil {
		m.nameless(prop, iri)
		return
	}
	t := b.Part(prop, "DefinedTerm")
	for _, lang := range schema.Languages {
		t.Text("name", lang, c.Labels[lang])
	}
	t.Put("sameAs", string(iri))
}

// keyword adds a word without saying what it is of.
func (m *mapper) keyword(b *schema.Builder, v edm.Value) {
	if v.Context == nil {
		b.Text("keywords", m.lang(v), oneLine(v.Text))
		return
	}
	for _, name := range firstOfEach(v.Context.Values(edm.PrefLabel)) {
		b.Text("keywords", m.lang(name), oneLine(name.Text))
	}
}

// term adds a controlled value: a text, or a concept with its names, its code and
// what others know it as.
func (m *mapper) term(b *schema.Builder, prop string, v edm.Value) {
	x := v.Context
	if x == nil {
		b.Term(prop, m.lang(v), oneLine(schema.PlainText(v.Text)), "")
		m.known(b, prop, v.Ref)
		return
	}
	names := firstOfEach(x.Values(edm.PrefLabel))
	if len(names) == 0 {
		m.known(b, prop, x.ID)
		return
	}
	t := b.Part(prop, "DefinedTerm")
	for _, n := range names {
		t.Text("name", m.lang(n), oneLine(n.Text))
	}
	for _, n := range x.Values(edm.Notation) {
		t.Put("termCode", n.Text)
	}
	t.Put("sameAs", absolute(string(x.ID)))
	for _, p := range []edm.Property{edm.ExactMatch, edm.SameAs} {
		for _, s := range x.Values(p) {
			t.Put("sameAs", address(s))
		}
	}
}

// nameless notes a link that leads to nothing that has a name.
func (m *mapper) nameless(path string, to schema.IRI) {
	said := string(to)
	if to == "" || said == base || strings.HasPrefix(said, "_:") {
		return
	}
	if ref := relative(said); ref != "" {
		said = ref
	}
	for i := range m.blind {
		if b := &m.blind[i]; b.path == path {
			b.links++
			return
		}
	}
	m.blind = append(m.blind, blind{path, said, 1})
}

// blind is a property with links that lead to nothing that has a name.
type blind struct {
	path, first string
	links       int
}

// unnamed tells of such links, once a property.
func (m *mapper) unnamed(b *schema.Builder) {
	for _, l := range m.blind {
		message := "left out, as the record does not say what is at this address: add a resource with its skos:prefLabel"
		if l.links > 1 {
			message = fmt.Sprintf("%d links are left out, as the record does not say what is at these addresses: add resources with their skos:prefLabel", l.links)
		}
		b.Fault(schema.Fault{Path: l.path, Value: l.first, Message: message})
	}
}

// firstOfEach returns the first text of each language, as long as there are.
func firstOfEach(values []edm.Value) (out []edm.Value) {
	seen := map[string]bool{}
	for _, v := range values {
		if v.Text != "" && !seen[v.Lang] {
			seen[v.Lang] = true
			out = append(out, v)
		}
	}
	return out
}
