package search

import (
	"slices"

	"moselle/schema"
	"moselle/schema/taxonomy"
)

// setAccessibility puts what makes a record accessible. What an event does not
// say its places say, and what a place does not say the one that it is part of:
// of a feature that several speak of, the nearest counts.
func (d *Document) setAccessibility(n *schema.Node, related func(schema.IRI) *schema.Node) {
	alone := true
	for _, iri := range n.Refs("location") {
		if p := related(iri); p != nil {
			d.putFeatures(append([]*schema.Node{n}, within(p, related)...))
			alone = false
		}
	}
	if alone {
		d.putFeatures(within(n, related))
	}
}

// putFeatures puts the features that are there, of what speaks of them from the
// nearest on.
func (d *Document) putFeatures(from []*schema.Node) {
	var said []*taxonomy.Concept
	var worded []string
	for _, n := range from {
		for _, prop := range []string{"accessibilityFeature", "amenityFeature"} {
			for _, v := range n.Values(prop) {
				if v.Part == nil {
					continue
				}
				there := v.Part.String("present") != "false"
				if c := taxonomy.OfTerm(v.Part, "accessibility"); c != nil {
					if there && !slices.Contains(said, c) {
						d.putConcept("accessibility", c)
					}
					said = append(said, c)
				} else if word, _ := v.Part.Title(); prop == "accessibilityFeature" {
					if there && !slices.Contains(worded, word) {
						d.Put("accessibility", word)
					}
					worded = append(worded, word)
				}
			}
		}
	}
}
