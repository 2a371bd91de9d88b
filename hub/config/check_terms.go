package config

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"moselle/hub/fault"
	"moselle/schema/taxonomy"
)

// mappable are the schemes that terms of a source are mapped to.
var mappable = []string{"event", "place", "work", "audience", "accessibility"}

// terms checks that each term of a source is mapped to a concept there is.
func (k *checker) terms(key string, terms Terms) {
	for _, term := range slices.Sorted(maps.Keys(terms)) {
		id := terms[term]
		switch c := taxonomy.Find(id); {
		case c == nil:
			k.fault(key+"."+term, "there is no concept %q; %s", id, nearConcept(id))
		case !slices.Contains(mappable, c.Scheme.Code):
			k.fault(key+"."+term, "%q is none of the concepts that a term is mapped to; those are of %s", id, strings.Join(mappable, ", "))
		}
	}
}

// nearConcept says which concept was likely meant: one of nearly that id, or
// one of that code.
func nearConcept(id string) string {
	var known []string
	for _, code := range mappable {
		for _, c := range taxonomy.SchemeAt(code).Concepts {
			if c.Code == id {
				return fmt.Sprintf("did you mean %q?", c.ID())
			}
			known = append(known, c.ID())
		}
	}
	if near := fault.Nearest(id, known); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return "write scheme and code, such as event.concert; the schemes are " + strings.Join(mappable, ", ")
}
