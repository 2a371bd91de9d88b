package lido

import (
	"regexp"

	"moselle/schema"
	"moselle/schema/dom"
)

var (
	// technique marks terms that say how a thing was made and not of what.
	technique = regexp.MustCompile(`(?i)techni|lido00131$|procédé|verfahren`)
	// sign marks terms of what is on it and not in it: marks and colours.
	sign = regexp.MustCompile(`(?i)^mark$|marke$|watermark|wasserzeichen|filigrane|colou?r|farbe|couleur|kleur|lido00427$|lido00479$`)
)

// materials adds what the object is made of as terms, and how as keywords. Texts
// count where no terms are given.
func (m *reader) materials(b *schema.Builder, sets []*dom.Element) {
	for _, set := range sets {
		terms := 0
		for _, t := range set.All("materialsTech", "termMaterialsTech") {
			switch kind := t.Attr("type"); {
			case len(m.words(t)) == 0:
				continue
			case technique.MatchString(kind), sign.MatchString(kind):
				m.keywords(b, t)
			default:
				m.term(b, "material", t)
			}
			terms++
		}
		if terms > 0 {
			continue
		}
		var how, what []*dom.Element
		for _, d := range set.All("displayMaterialsTech") {
			if technique.MatchString(d.Attr("label")) {
				how = append(how, d)
			} else {
				what = append(what, d)
			}
		}
		m.listed(b, "keywords", how)
		m.listed(b, "material", what)
	}
}
