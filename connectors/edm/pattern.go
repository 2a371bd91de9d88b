package edm

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/crosswalk/edm"
)

// The bounds of Europeana's problem patterns, in characters.
const (
	longTitle        = 70
	shortDescription = 50
	shortTitle       = 2
	oddSigns         = 5 // in a title
)

// patterns tells of titles and descriptions that Europeana counts as problems
// (its patterns P2, P3, P5, P6, P9 and P12). P7, no description at all, is told of
// every work, and P1 by again.
func (m *mapper) patterns(b *schema.Builder) {
	titles, descriptions := m.cho.Values(edm.Title), m.cho.Values(edm.Description)
	for _, t := range titles {
		title := oneLine(t.Text)
		switch length := utf8.RuneCountInString(title); {
		case length <= shortTitle:
			m.poor(b, "name", title, "a title of one or two characters tells nobody anything: write what the object is")
		case length > longTitle:
			m.poor(b, "name", title, "a title of more than %d characters is cut off in lists: shorten it, and put the rest into dc:description", longTitle)
		}
		if signs(title) > oddSigns {
			m.poor(b, "name", title, "a title with so many signs is hard to read: write it as people would say it")
		}
		for _, v := range m.cho.Values(edm.Identifier) {
			if utf8.RuneCountInString(v.Text) > 3 && strings.Contains(title, v.Text) {
				m.poor(b, "name", title, "the title holds the object's identifier; leave it out there")
			}
		}
		for _, d := range descriptions {
			if alike(title, oneLine(d.Text)) {
				m.poor(b, "description", title, "the description says the same as the title: describe the object, or leave it out")
			}
		}
	}
	for _, d := range descriptions {
		if text := oneLine(d.Text); utf8.RuneCountInString(text) < shortDescription {
			m.poor(b, "description", text, "a description of less than %d characters; say in a sentence or two what the object is and shows", shortDescription)
		}
	}
}

func (m *mapper) poor(b *schema.Builder, path, value, format string, args ...any) {
	b.Fault(schema.Fault{Path: path, Value: value, Message: fmt.Sprintf(format, args...)})
}

// signs counts what is neither letter nor digit nor blank nor a usual mark between
// words.
func signs(s string) (n int) {
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !unicode.IsSpace(r) && !strings.ContainsRune(",.-–'’()[]", r) {
			n++
		}
	}
	return n
}

// alike reports whether two texts are the same but for case, signs and a few
// letters at their ends.
func alike(a, b string) bool {
	a, b = schema.NameKey(a), schema.NameKey(b)
	if len(a) > len(b) {
		a, b = b, a
	}
	return a != "" && len(a)*10 >= len(b)*9 && strings.Contains(b, a)
}

// Bounds of looking for titles that come again (pattern P1).
const (
	maxTitles = 100_000
	often     = 10
)

// again tells once of a title that many objects have.
func (r *run) again(it connectors.Item) (schema.Fault, bool) {
	title := ""
	if len(it.Drafts) > 0 {
		title, _ = schema.NewNode(it.Drafts[0].Graph, it.Drafts[0].IRI, schema.ClassNamed("Work")).Title()
	}
	if _, known := r.titles[title]; title == "" || !known && len(r.titles) >= maxTitles {
		return schema.Fault{}, false
	}
	r.titles[title]++
	return schema.Fault{Path: "name", Value: title, Message: fmt.Sprintf("the %dth object with this title: say what tells them apart", often)}, r.titles[title] == often
}
