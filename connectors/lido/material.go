package lido

import (
	"regexp"

	"moselle/connectors/markup"
	"moselle/schema"
)

// technique marks terms that say how a thing was made and not of what.
var technique = regexp.MustCompile(`(?i)techni|lido00131$|procédé|verfahren`)

// materials adds what the object is made of as terms, and how as keywords. Texts
// count where no terms are given.
func (m *mapper) materials(b *schema.Builder, sets []*markup.Element) {
	for _, set := range sets {
		terms := set.All("materialsTech", "termMaterialsTech")
		for _, t := range terms {
			if !technique.MatchString(t.Attr("type")) {
				m.term(b, "material", t)
				continue
			}
			for _, w := range m.words(t) {
				b.Text("keywords", w.lang, w.text)
			}
		}
		if len(terms) > 0 {
			continue
		}
		for _, d := range set.All("displayMaterialsTech") {
			if technique.MatchString(d.Attr("label")) {
				m.listed(b, "keywords", d)
			} else {
				m.listed(b, "material", d)
			}
		}
	}
}
