package openagenda

import (
	"slices"
	"strconv"

	"moselle/schema"
)

// feature is a code of OpenAgenda's for those to whom an event is accessible.
type feature struct{ code, fr, de, en string }

var features = []feature{
	{"hi", "Handicap auditif", "Hörbehinderung", "Hearing impairment"},
	{"ii", "Handicap intellectuel", "Geistige Behinderung", "Intellectual impairment"},
	{"mi", "Handicap moteur", "Motorische Behinderung", "Motor impairment"},
	{"pi", "Handicap psychique", "Psychische Behinderung", "Psychic impairment"},
	{"vi", "Handicap visuel", "Sehbehinderung", "Visual impairment"},
}

// visitors adds whom the event is accessible to and which ages it is meant for.
func (m *mapper) visitors(b *schema.Builder, o object) {
	var codes []string
	if in := o.object("accessibility"); in != nil {
		for _, code := range in.names() {
			if in.truth(code) {
				codes = append(codes, code)
			}
		}
	}
	for _, v := range o.list("accessibility") {
		code := plain(v)
		if in := object(asObject(v)); in != nil {
			code = in.text("code", "id", "value")
		}
		codes = append(codes, code)
	}
	for _, code := range codes[:min(len(codes), maxTexts)] {
		i := slices.IndexFunc(features, func(f feature) bool { return f.code == code })
		if i < 0 {
			b.Fault(schema.Fault{Path: "accessibility", Value: code, Message: "not one of OpenAgenda's codes, which are hi, ii, mi, pi, vi; it is left out"})
			continue
		}
		f := b.Part("accessibilityFeature", "Feature")
		f.Put("termCode", code)
		f.Text("name", "fr", features[i].fr)
		f.Text("name", "de", features[i].de)
		f.Text("name", "en", features[i].en)
	}
	m.age(b, o.object("age"))
}

// oldest is the age from which OpenAgenda means everybody who is older.
const oldest = 99

// age adds the ages as "7-12" or "7-". From 0 to the oldest is for everybody,
// and is not said.
func (m *mapper) age(b *schema.Builder, age object) {
	low, errLow := strconv.Atoi(age.text("min"))
	high, errHigh := strconv.Atoi(age.text("max"))
	open := errHigh != nil || high >= oldest
	switch {
	case errLow != nil && errHigh != nil, low == 0 && open:
	case open:
		b.Put("typicalAgeRange", strconv.Itoa(low)+"-")
	case high < low, low < 0:
		b.Fault(schema.Fault{Path: "age", Value: age.text("min") + "-" + age.text("max"), Message: "the greater age comes first; it is left out"})
	default:
		b.Put("typicalAgeRange", strconv.Itoa(low)+"-"+strconv.Itoa(high))
	}
}
