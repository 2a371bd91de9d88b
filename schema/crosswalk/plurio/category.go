package plurio

import (
	"cmp"
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/taxonomy"
	"moselle/schema/wire/plurio"
)

// category is how Plurio.net's categories are named in records.
const category = "urn:plurio:category:"

// other is the category of what has none: of leisure, traditions and others the
// last.
const other = "445"

// codes returns the categories of Plurio.net that a record has: its own, and for
// terms of others those that the hub's concepts match.
func codes(n *schema.Node, props ...string) (out []string) {
	for _, prop := range props {
		for _, t := range n.Nodes(prop) {
			if s := code(t.Strings("sameAs")); s != "" && !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}

func code(terms []string) string {
	for _, s := range terms {
		if own, ok := strings.CutPrefix(s, category); ok {
			return own
		}
	}
	for _, s := range terms {
		own := taxonomy.Find(s)
		for c := own; c != nil; c = c.Broader {
			// What is above a concept stands for it only where it is for all of a field.
			if s := nearest(c); s != "" && (c == own || wide(s)) {
				return s
			}
		}
	}
	return ""
}

// nearest returns the category that says no more than the concept.
func nearest(c *taxonomy.Concept) string {
	best := ""
	for _, iri := range slices.Concat(c.Exact, c.Close) {
		if number, ok := strings.CutPrefix(iri, category); ok && (best == "" || before(number, best)) {
			best = number
		}
	}
	return best
}

// How much a category says, from what is for all of a field on.
const (
	rest   = iota // "other" in its field
	public        // for everybody
	across        // across disciplines
	special
)

// before reports whether a category is the more general one; of two alike that
// with the lower number.
func before(a, b string) bool {
	return cmp.Or(cmp.Compare(extent(a), extent(b)), cmp.Compare(len(a), len(b)), strings.Compare(a, b)) < 0
}

// wide reports whether a category is for all of a field.
func wide(number string) bool { return extent(number) == rest || extent(number) == across }

func extent(number string) int {
	c, _ := plurio.CategoryOf(number)
	switch name := c.Names["de"]; {
	case strings.HasSuffix(name, ": Anderes"):
		return rest
	case strings.HasPrefix(name, "Kulturelle Bildung"):
		return public
	case strings.HasSuffix(name, ": Spartenübergreifend"):
		return across
	}
	return special
}
