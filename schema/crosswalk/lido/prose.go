package lido

import (
	"regexp"
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/dom"
)

// listed adds each part of texts that list words between semicolons. Texts in as
// many languages with as many parts are translations of each other.
func (m *reader) listed(b *schema.Builder, prop string, texts []*dom.Element) {
	var lists [][]word
	langs := map[string]bool{}
	for _, e := range texts {
		var list []word
		for part := range strings.SplitSeq(e.Value(), ";") {
			if part = strings.TrimSpace(part); part != "" {
				list = append(list, word{schema.CleanLang(m.lang(e)), part})
			}
		}
		if len(list) > 0 {
			lists = append(lists, list)
			langs[list[0].lang] = true
		}
	}
	same := len(langs) == len(lists) && !slices.ContainsFunc(lists, func(l []word) bool { return len(l) != len(lists[0]) })
	if !same || b.Class().Property(prop).Range == schema.Text {
		for _, list := range lists {
			for _, w := range list {
				m.listing(b, prop, []word{w})
			}
		}
		return
	}
	if len(lists) == 0 {
		return
	}
	for i := range lists[0] {
		var words []word
		for _, list := range lists {
			words = append(words, list[i])
		}
		m.listing(b, prop, words)
	}
}

// listing adds one word of a list, in its languages.
func (m *reader) listing(b *schema.Builder, prop string, words []word) {
	if b.Class().Property(prop).Range == schema.Text {
		b.Text(prop, words[0].lang, words[0].text)
		return
	}
	t := b.Part(prop, "DefinedTerm")
	for _, w := range words {
		t.Text("name", w.lang, w.text)
	}
}

// blanks are what is left around a character that was taken out.
var blanks = regexp.MustCompile(` {2,}`)

// prose adds texts, those of one language together.
func (m *reader) prose(b *schema.Builder, prop string, texts []*dom.Element, between string) {
	var langs []string
	said := map[string][]string{}
	for _, e := range texts {
		text, lang := blanks.ReplaceAllString(schema.PlainText(tidy(e)), " "), schema.CleanLang(m.lang(e))
		if text == "" || slices.Contains(said[lang], text) {
			continue
		}
		if said[lang] == nil {
			langs = append(langs, lang)
		}
		said[lang] = append(said[lang], text)
	}
	for _, lang := range langs {
		b.Text(prop, lang, strings.Join(said[lang], between))
	}
}

// tidy returns a text with the breaks between its lines. A line that is indented
// goes on where the one before ended: whoever laid out the XML broke it.
func tidy(e *dom.Element) string {
	lines := strings.Split(strings.TrimSpace(e.Text), "\n")
	var b strings.Builder
	for i, l := range lines {
		text := strings.Join(strings.Fields(l), " ")
		switch {
		case i == 0:
		case text != "" && strings.TrimSpace(lines[i-1]) != "" && (l[0] == ' ' || l[0] == '\t'):
			b.WriteByte(' ')
		default:
			b.WriteByte('\n')
		}
		b.WriteString(text)
	}
	return b.String()
}
