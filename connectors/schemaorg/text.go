package schemaorg

import (
	"regexp"
	"strings"

	"golang.org/x/text/language"

	"moselle/schema"
	"moselle/schema/rdf"
)

// title decodes what may stand in a title and puts it on one line.
func title(s string) string { return strings.Join(strings.Fields(schema.PlainText(s)), " ") }

// plain returns the first of the values that is a text or leads to one.
func (m *mapper) plain(values []value) string {
	for _, v := range values {
		if s := m.label(v); s != "" {
			return s
		}
	}
	return ""
}

// label returns a value's text on one line: the literal, else the node's name,
// else the address it leads to.
func (m *mapper) label(v value) string {
	if v.node == nil {
		return title(v.text)
	}
	for _, p := range []string{"name", "legalName", "prefLabel", "value"} {
		for _, v := range v.node.all(p) {
			if s := title(v.text); s != "" {
				return s
			}
		}
	}
	return v.node.stable()
}

// name returns what a node is called; "" when it has no name.
func (m *mapper) name(n *node) string {
	for _, v := range n.all("name", "legalName", "headline") {
		if s := title(v.text); v.node == nil && s != "" {
			return s
		}
	}
	return strings.TrimSpace(m.plain(n.all("givenName")) + " " + m.plain(n.all("familyName")))
}

// texts adds the literals among values to a property, each in its language,
// else in the document's.
func (m *mapper) texts(b *schema.Builder, prop string, values []value, clean func(string) string) {
	for _, v := range values {
		if v.node != nil {
			v = value{text: m.label(v)}
		}
		b.Text(prop, m.lang(v), clean(v.text))
	}
}

func (m *mapper) lang(v value) string {
	if v.lang != "" {
		return v.lang
	}
	return m.textLang
}

// pageLang returns the language of a page without the region, which says where
// the site is at home and not how its texts differ; "" when it says none.
func pageLang(tag string) string {
	t, err := language.Parse(strings.ReplaceAll(strings.TrimSpace(tag), "_", "-"))
	if err != nil {
		return ""
	}
	base, confidence := t.Base()
	if confidence == language.No {
		return ""
	}
	return schema.CleanLang(base.String())
}

// languages are the names that sources write in place of a language tag.
var languages = map[string]string{
	"francais": "fr", "french": "fr", "franzosisch": "fr", "frans": "fr",
	"deutsch": "de", "german": "de", "allemand": "de", "duits": "de",
	"english": "en", "anglais": "en", "englisch": "en", "engels": "en",
	"letzebuergesch": "lb", "luxembourgish": "lb", "luxembourgeois": "lb", "luxemburgisch": "lb",
	"nederlands": "nl", "dutch": "nl", "neerlandais": "nl", "niederlandisch": "nl",
	"italiano": "it", "italian": "it", "italien": "it", "espanol": "es", "spanish": "es", "espagnol": "es",
	"portugues": "pt", "portuguese": "pt", "portugais": "pt",
}

// inLanguage adds the languages a thing is held or written in.
func (m *mapper) inLanguage(b *schema.Builder, n *node) {
	for _, v := range n.all("inLanguage") {
		s := m.label(v)
		if v.node != nil {
			if code := m.plain(v.node.all("alternateName")); code != "" {
				s = code
			}
		}
		if tag, ok := languages[schema.NameKey(s)]; ok {
			s = tag
		}
		if tag := schema.CleanLang(s); tag != schema.Und {
			b.Put("inLanguage", tag)
		} else if s != "" && s != schema.Und {
			b.Fault(schema.Fault{Path: "inLanguage", Value: s, Message: "not a language: write its tag, such as fr or de"})
		}
	}
}

// address returns the first of the values that is an address, made absolute;
// "" when there is none.
func (m *mapper) address(values []value) string {
	for _, v := range values {
		s := v.text
		if v.node != nil {
			if s = v.node.stable(); s == "" {
				s = m.address(v.node.all("url"))
			}
		}
		if s = m.absolute(s); s != "" {
			return s
		}
	}
	return ""
}

// ampersand is the sign as it is escaped for HTML, which JSON does not undo. Other
// escapes may be parameters of an address: "&copy=1".
var ampersand = regexp.MustCompile(`&(?:amp|#0*38|#[xX]0*26);`)

// absolute makes an address absolute against the page; "" for what is none.
func (m *mapper) absolute(s string) string {
	s = schema.CleanURL(ampersand.ReplaceAllString(s, "&"))
	if s == "" || strings.HasPrefix(s, "data:") || strings.HasPrefix(s, "javascript:") {
		return ""
	}
	s = resolve(m.doc.graph.base, s)
	if !rdf.ValidIRI(s) || !strings.Contains(s, "://") && !strings.HasPrefix(s, "urn:") {
		return ""
	}
	return s
}

// addresses adds every address among values to a property.
func (m *mapper) addresses(b *schema.Builder, prop string, values []value) {
	for _, v := range values {
		s := m.address([]value{v})
		if s == "" && v.node == nil {
			s = v.text // the builder says what is wrong with it
		}
		b.Put(prop, s)
	}
}

// maxKeywords bounds the keywords read of one property.
const maxKeywords = 500

// keywords adds keywords, which stand in one text with commas or each alone.
func (m *mapper) keywords(b *schema.Builder, values []value) {
	count := 0
	for _, v := range values {
		s := v.text
		if v.node != nil {
			s = m.label(v)
		}
		for k := range strings.SplitSeq(s, ",") {
			if count++; count > maxKeywords {
				b.Fault(schema.Fault{Path: "keywords", Message: "more than 500 keywords; the first 500 are kept"})
				return
			}
			b.Text("keywords", m.lang(v), title(k))
		}
	}
}

// terms adds controlled values: a text, a DefinedTerm, or an address whose last
// part names it.
func (m *mapper) terms(b *schema.Builder, prop string, values []value) {
	for _, v := range values {
		name, code, same := m.label(v), "", ""
		if v.node != nil {
			code = m.plain(v.node.all("termCode"))
			same = m.address(append([]value{{text: v.node.stable()}}, v.node.all("sameAs", "url")...))
		} else if rdf.ValidIRI(v.text) && strings.Contains(v.text, "://") {
			same = v.text
		}
		if strings.Contains(name, "://") {
			name = strings.TrimRight(name, "/#")
			name = name[strings.LastIndexAny(name, "/#")+1:]
		}
		if name == "" {
			continue
		}
		t := b.Part(prop, "DefinedTerm")
		if v.node != nil {
			m.texts(t, "name", v.node.all("name", "prefLabel"), title)
		}
		if !t.Has("name") {
			t.Text("name", m.lang(v), name)
		}
		t.Put("termCode", code)
		t.Put("sameAs", same)
	}
}
