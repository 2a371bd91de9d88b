package linkedart

import (
	"slices"
	"strings"

	"moselle/schema"
)

// statements says which property the statements about a thing become, by the
// number of their type in the thesaurus.
var statements = map[string]string{
	"300435416": "description", "300080091": "description", "300411780": "description", "300026032": "abstract", "300435422": "description", "300080102": "description",
	"300435418": "creditText", "300026687": "creditText",
	"300435429": "material", "300264237": "material", "300163343": "material",
	"300435430": "size", "300266036": "size",
	"300435434": "copyrightNotice", "300055547": "copyrightNotice",
	"300435438": "provenance", "300444174": "provenance", "300055863": "provenance",
	"300435414": "text", "300435420": "text", "300028702": "text",
	"300133046": "conditionsOfAccess", "300055768": "keywords", "300404764": "",
}

// worded is the same by the words of the types' labels, for lists of an
// institution's own. The first that fits counts.
var worded = []struct {
	words []string
	prop  string
}{
	{[]string{"credit", "acknowledg"}, "creditText"}, {[]string{"alternative text", "alt text", "citation", "bibliograph"}, "note"},
	{[]string{"rights", "copyright", "licens"}, "copyrightNotice"}, {[]string{"provenance", "ownership"}, "provenance"}, {[]string{"inscription", "marks", "signature", "markings"}, "text"},
	{[]string{"dimension", "measure", "size"}, "size"}, {[]string{"material", "medium", "technique"}, "material"}, {[]string{"culture"}, "keywords"},
	{[]string{"date", "dating"}, "dateText"}, {[]string{"access"}, "conditionsOfAccess"}, {[]string{"abstract", "summary"}, "abstract"}, {[]string{"descri", "note", "biograph", "label text"}, "description"},
}

// kindOf returns the property that a statement becomes: "note" for one of a sort
// that has no place of its own, and under which heading it stands there.
func kindOf(n *node) (prop, heading string) {
	for _, t := range n.all("classified_as") {
		if p, ok := statements[inAAT(t.iri())]; ok && p != "" {
			return p, ""
		}
	}
	for _, t := range n.all("classified_as") {
		label := strings.ToLower(t.label())
		if label == "" || is(t, "300418049") || is(t, preferred...) { // a short text, of whatever sort
			continue
		}
		if heading == "" {
			heading = t.label()
		}
		for _, w := range worded {
			if slices.ContainsFunc(w.words, func(s string) bool { return strings.Contains(label, s) }) {
				return w.prop, heading
			}
		}
	}
	if heading == "" {
		return "description", ""
	}
	return "note", heading
}

// referred adds what is said of a thing in words, and what is written on it.
func (m *mapper) referred(b *schema.Builder, n *node, under string) {
	for _, v := range n.all("referred_to_by", "subject_of") {
		text := v.content()
		if text == "" || v.is("DigitalObject") || v.web() == text {
			continue
		}
		prop, heading := kindOf(v)
		lang := m.langOf(v)
		switch {
		case prop == "keywords" && b.Class().Property(prop) != nil:
			b.Text(prop, lang, text)
			continue
		case prop == "material" && b.Class().Property(prop) != nil:
			b.Term(prop, lang, schema.PlainText(text), "")
			continue
		case prop == "note" && !m.Others:
			continue
		case prop == "note", b.Class().Property(prop) == nil:
			if prop == "creditText" || prop == "copyrightNotice" { // of who or what takes none
				continue
			}
			prop = "description"
			if heading != "" {
				text = heading + ": " + text
			}
		}
		if under != "" {
			text = under + ": " + text
		}
		m.say(prop, lang, text)
	}
	for _, v := range n.all("note") {
		m.say("description", m.tag(v), v.content())
	}
}

// carried adds what is written on a thing, or what it holds as a text.
func (m *mapper) carried(b *schema.Builder, n *node) {
	for _, v := range n.all("carries") {
		if text := v.content(); text != "" && v.web() != text {
			m.say("text", m.langOf(v), text)
		}
		m.subjects(b, v)
		for _, l := range v.all("language") {
			b.Put("inLanguage", tagOf(l))
		}
	}
}

// prose is what one property says, by language.
type prose struct {
	langs []string
	texts map[string][]string
}

// say keeps a text for a property that has one in each language.
func (m *mapper) say(prop, lang, text string) {
	text = strings.TrimSpace(text)
	if text == "" {
		return
	}
	p := m.prose[prop]
	if p == nil {
		p = &prose{texts: map[string][]string{}}
		m.prose[prop] = p
		m.order = append(m.order, prop)
	}
	if _, ok := p.texts[lang]; !ok {
		p.langs = append(p.langs, lang)
	}
	if !slices.Contains(p.texts[lang], text) {
		p.texts[lang] = append(p.texts[lang], text)
	}
}

// write adds what was kept to the item's own record.
func (m *mapper) write(b *schema.Builder) {
	for _, prop := range m.order {
		if b.Class().Property(prop) == nil {
			continue
		}
		between := "\n\n"
		if prop == "creditText" || prop == "copyrightNotice" || prop == "size" || prop == "dateText" {
			between = "; "
		}
		p := m.prose[prop]
		for _, lang := range p.langs {
			b.Text(prop, lang, strings.Join(p.texts[lang], between))
		}
	}
}
