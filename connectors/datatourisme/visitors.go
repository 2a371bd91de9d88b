package datatourisme

import (
	"moselle/schema"
	"moselle/schema/tree"
)

// access says whether people with reduced mobility (PMR) can come in; what is not
// said is not known.
func (m *mapper) access(b *schema.Builder, o tree.Node) {
	m.feature(b, "accessibilityFeature", "reducedMobilityAccess", get(o, "reducedMobilityAccess"),
		"accessible PMR", "accessible to people with reduced mobility")
}

// amenities adds what a place offers its visitors, or says it does not.
func (m *mapper) amenities(b *schema.Builder, o tree.Node) {
	at := first(get(o, "isLocatedAt"))
	m.feature(b, "amenityFeature", "petsAllowed", get(at, "petsAllowed"), "animaux acceptés", "pets allowed")
	m.feature(b, "amenityFeature", "internetAccess", get(at, "internetAccess"), "accès à Internet", "Internet access")
	seen := map[string]bool{}
	for f := range tree.Values(get(o, "hasFeature")) {
		for v := range tree.Values(get(f, "features")) {
			if c := code(v); !seen[c] {
				seen[c] = true
				m.term(b.Part("amenityFeature", "Feature"), v)
			}
		}
	}
}

// feature adds something that is there or is not.
func (m *mapper) feature(b *schema.Builder, prop, code string, said tree.Node, fr, en string) {
	switch s := plain(said); s {
	case "":
	case "true", "false":
		p := b.Part(prop, "Feature")
		p.Text("name", "fr", fr)
		p.Text("name", "en", en)
		p.Put("termCode", code)
		p.Put("present", s)
	default:
		b.Fault(schema.Fault{Path: code, Value: s, Message: "not true or false"})
	}
}
