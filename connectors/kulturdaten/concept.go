package kulturdaten

import (
	"strings"

	"moselle/schema"
	"moselle/schema/tree"
)

// concept fills the record of a tag. Its code names the vocabulary it is of and
// what it falls under, where that stands before it: "organization.category.Museum.History" falls under
// "organization.category.Museum".
func (m *mapper) concept(b *schema.Builder, o tree.Node, key string) {
	m.texts(b, "prefLabel", o.Member("title"))
	b.Put("notation", key)
	if m.r.api != "" {
		b.Put("derivedFrom", m.r.api+tag.list()+"/"+key)
	}
	for v := range o.Member("metadata").Member("externalIDs").Children() {
		if s := plain(v); s != "" {
			b.Put("sourceIdentifier", v.Key()+"/"+s)
		}
	}
	parts := strings.Split(key, ".")
	scheme := "tags"
	if len(parts) > 2 {
		scheme = strings.Join(parts[:2], ".")
	}
	above := strings.Join(parts[:len(parts)-1], ".")
	if _, item, _ := m.r.find(tag, above); item {
		b.Link("broader", schema.Mint(m.r.env.Source, "Concept", above))
	}
	b.Link("inScheme", m.Embed("ConceptScheme", scheme, "inScheme", func(s *schema.Builder) {
		s.Text("prefLabel", "en", "kulturdaten.berlin, "+scheme)
	}))
}
