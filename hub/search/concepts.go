package search

import (
	"maps"
	"slices"
	"sync"

	"moselle/schema"
	"moselle/schema/taxonomy"
)

// setKinds puts what kinds of thing a record is: the concepts of its types and
// terms. A type that no concept stands for is a category of its own where the
// class knows it, else a word of the source.
func (d *Document) setKinds(n *schema.Node) {
	for _, c := range taxonomy.KindsOf(n) {
		d.putConcept("category", c)
	}
	for _, t := range n.Types {
		switch {
		case t == n.Class.Name, t == "CreativeWork", t == "MediaObject", taxonomy.OfKind(t) != nil:
		case slices.Contains(n.Class.Subclasses, t):
			d.Put("category", t)
		default:
			d.Put("term", t)
		}
	}
}

// setTerms puts the terms or features of one facet: the concepts they stand
// for, else the source's own words.
func (d *Document) setTerms(facet string, terms []*schema.Node) {
	for _, t := range terms {
		if c := taxonomy.OfTerm(t, facet); c != nil {
			d.putConcept(facet, c)
		} else if word, _ := t.Title(); word != "" {
			d.Put(facet, word)
		}
	}
}

// setRegions puts the regions a record is in: by its own address, else by those
// of where it happens, what it shows, or where it is kept, whichever is known
// first.
func (d *Document) setRegions(n *schema.Node, related func(schema.IRI) *schema.Node) {
	if d.putRegion(n, related); len(d.Values["region"]) > 0 {
		return
	}
	for _, prop := range whereabouts {
		for _, iri := range n.Refs(prop) {
			if p := related(iri); p != nil {
				d.putRegion(p, related)
			}
		}
		if len(d.Values["region"]) > 0 {
			return
		}
	}
}

// whereabouts are the properties that lead to where a record is, the most
// telling first.
var whereabouts = []string{"location", "contentLocation", "itemLocation"}

// putRegion puts the region of a place, by the nearest address of itself and of
// the places that it is in.
func (d *Document) putRegion(n *schema.Node, related func(schema.IRI) *schema.Node) {
	for _, p := range within(n, related) {
		if c := taxonomy.RegionOf(p); c != nil {
			d.putConcept("region", c)
			return
		}
	}
}

// setAccessibility puts what makes a record accessible: what an event does not
// say its places say, and what a place does not say the one that it is part of.
func (d *Document) setAccessibility(n *schema.Node, related func(schema.IRI) *schema.Node) {
	alone := true
	for _, iri := range n.Refs("location") {
		if p := related(iri); p != nil {
			d.setTerms("accessibility", taxonomy.FeaturesOf(append([]*schema.Node{n}, within(p, related)...)...))
			alone = false
		}
	}
	if alone {
		d.setTerms("accessibility", taxonomy.FeaturesOf(within(n, related)...))
	}
}

// maxWithin bounds how many places around a place count as its own.
const maxWithin = 4

// within returns a place and those it is part of, the nearest first; of any
// other record itself alone.
func within(n *schema.Node, related func(schema.IRI) *schema.Node) []*schema.Node {
	out := []*schema.Node{n}
	for range maxWithin {
		around := n.Refs("containedInPlace")
		if len(around) == 0 {
			break
		}
		if n = related(around[0]); n == nil || slices.Contains(out, n) {
			break
		}
		out = append(out, n)
	}
	return out
}

// putConcept adds a concept and those above it as values of a facet, and their
// labels as words to find the record by.
func (d *Document) putConcept(facet string, c *taxonomy.Concept) {
	path := concepts()[c]
	n := slices.IndexFunc(path.ids, func(id string) bool { return slices.Contains(d.Values[facet], id) })
	if n < 0 {
		n = len(path.ids) // else the rest is there: what is above it came with it
	}
	if len(d.Values[facet]) == 0 {
		d.set(facet, path.ids) // most have one, and share it
	} else {
		d.Put(facet, path.ids[:n]...)
	}
	for _, l := range path.labels[:n] {
		d.Texts = append(d.Texts, l...)
	}
}

// conceptPath is what a document takes from a concept and those above it, the
// concept itself first.
type conceptPath struct {
	ids    []string
	labels [][]FieldText // in all languages, what is spelled alike once
}

// concepts are the paths of all concepts, made once: every document that is
// indexed takes some.
var concepts = sync.OnceValue(func() map[*taxonomy.Concept]conceptPath {
	out := map[*taxonomy.Concept]conceptPath{}
	for _, s := range taxonomy.All() {
		for _, c := range s.Concepts {
			above := out[c.Broader]
			out[c] = conceptPath{
				ids:    slices.Clip(slices.Concat([]string{c.ID()}, above.ids)),
				labels: slices.Concat([][]FieldText{labels(c)}, above.labels),
			}
		}
	}
	return out
})

func labels(c *taxonomy.Concept) []FieldText {
	var out []FieldText
	for _, lang := range slices.Sorted(maps.Keys(c.Labels)) {
		label := c.Labels[lang]
		if !slices.ContainsFunc(out, func(t FieldText) bool { return t.Text == label }) {
			out = append(out, FieldText{lang, InKeyword, label})
		}
	}
	return out
}
