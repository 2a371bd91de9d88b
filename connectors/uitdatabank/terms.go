package uitdatabank

import (
	"strconv"
	"strings"

	"moselle/schema"
)

// types are the schema.org types of event types and actor types that have one.
var types = map[string]string{
	"0.0.0.0.0": "ExhibitionEvent", "0.50.4.0.0": "MusicEvent", "0.55.0.0.0": "TheaterEvent", "0.54.0.0.0": "DanceEvent",
	"0.50.6.0.0": "ScreeningEvent", "0.5.0.0.0": "Festival", "0.3.1.0.0": "EducationEvent", "0.57.0.0.0": "EducationEvent",
	"0.59.0.0.0": "SportsEvent", "0.19.0.0.0": "SportsEvent", "0.37.0.0.0": "SaleEvent",
	"GnPFp9uvOUyqhOckIFMKmg": "Museum", "kI7uAyn2uUu9VV6Z3uWZTA": "Library",
}

// terms adds publiq's terms: types and themes as what kind of thing it is, with
// their codes, facilities as what it offers its visitors.
func (m *mapper) terms(b *schema.Builder, terms []term) {
	for i, t := range terms {
		if i == maxTexts {
			fault(b, "additionalType", "", "more than 500 terms; the first are kept")
			return
		}
		label := t.Label.in(m.main)
		if label == "" {
			label = t.ID
		}
		if t.Domain == "facility" {
			m.facility(b, t, label)
			continue
		}
		if t.Domain == "targetaudience" && b.Class().Property("audience") != nil {
			m.term(b.Part("audience", "DefinedTerm"), t, label)
			continue
		}
		b.Type(types[t.ID])
		m.term(b.Part("additionalType", "DefinedTerm"), t, label)
	}
}

// term names a term in its languages; labels that name none are Dutch in every
// document.
func (m *mapper) term(p *schema.Builder, t term, label string) {
	p.Put("termCode", t.ID)
	if len(t.Label) < 2 {
		p.Text("name", "nl", label)
		return
	}
	m.texts(p, "name", t.Label)
}

// facility adds something that is there for visitors. Of an event, which has no
// amenities of its own, it is a keyword unless it makes it accessible.
func (m *mapper) facility(b *schema.Builder, t term, label string) {
	prop := "accessibilityFeature"
	if !accessible(t.ID) {
		if prop = "amenityFeature"; b.Class().Property(prop) == nil {
			b.Text("keywords", "nl", label)
			return
		}
	}
	m.term(b.Part(prop, "Feature"), t, label)
}

// accessible reports whether a facility is one of those for people with
// disabilities: publiq numbers them 3.13, 3.17, 3.23 and 3.25 to 3.40.
func accessible(id string) bool {
	rest, ok := strings.CutPrefix(id, "3.")
	number, _, _ := strings.Cut(rest, ".")
	n, err := strconv.Atoi(number)
	return ok && err == nil && (n == 13 || n == 17 || n == 23 || n >= 25 && n <= 40)
}
