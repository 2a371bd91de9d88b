package web

import (
	"slices"
	"strings"

	"moselle/schema"
)

// concept adds the lines of a term of a vocabulary, and of a vocabulary: where
// it stands among the others, which it leads to.
func (v view) concept(add func(label string, values ...link)) {
	add("scopeNote", v.text("scopeNote"))
	add("altLabel", v.also("altLabel")...)
	add("notation", link{Text: v.node.String("notation")})
	add("inScheme", v.records("inScheme")...)
	add("broader", v.records("broader")...)
	add("narrower", v.sorted("narrower")...)
	add("hasTopConcept", v.sorted("hasTopConcept")...)
}

// also gives the texts of a property in the page's language.
func (v view) also(prop string) []link {
	var out []link
	for _, value := range v.node.Values(prop) {
		if value.Lang == v.lang {
			out = append(out, link{Text: value.Text})
		}
	}
	return out
}

// sorted names linked records in the order of their titles.
func (v view) sorted(prop string) []link {
	out := v.records(prop)
	slices.SortStableFunc(out, func(a, b link) int {
		return strings.Compare(schema.NameKey(a.Text), schema.NameKey(b.Text))
	})
	return out
}
