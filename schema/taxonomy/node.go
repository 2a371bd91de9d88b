package taxonomy

import (
	"slices"
	"strings"

	"moselle/schema"
)

// Kinds are the codes of the schemes that say what kind of thing a record is.
func Kinds() []string { return []string{"event", "place", "work"} }

// OfTerm returns the concept of one of the schemes that a record's term or
// feature stands for: the one that it names itself, as harvested records do,
// else the one that its IRIs elsewhere or its code match. nil when there is
// none.
func OfTerm(term *schema.Node, schemes ...string) *Concept {
	for _, look := range []func(string) *Concept{Find, Matching} {
		for _, prop := range []string{"sameAs", "termCode"} {
			for _, v := range term.Values(prop) {
				if c := look(v.Text + string(v.Ref)); c != nil && slices.Contains(schemes, c.Scheme.Code) {
					return c
				}
			}
		}
	}
	return nil
}

// OfKind returns the concept of a type as views name it: a schema.org type's
// local name, else an IRI.
func OfKind(name string) *Concept {
	if strings.Contains(name, ":") {
		return Matching(name)
	}
	return OfType(name)
}

// KindsOf returns what kinds of thing a record is by its types, its further
// types and its genres, each once and none that is above another.
func KindsOf(n *schema.Node) []*Concept {
	var out []*Concept
	add := func(c *Concept) {
		if c == nil || slices.ContainsFunc(out, func(o *Concept) bool { return o.Within(c) }) {
			return
		}
		out = append(slices.DeleteFunc(out, c.Within), c)
	}
	for _, t := range n.Types {
		if t != n.Class.Name { // which is no kind of its own
			add(OfKind(t))
		}
	}
	for _, prop := range []string{"additionalType", "genre"} {
		for _, v := range n.Values(prop) {
			if v.Part != nil {
				add(OfTerm(v.Part, Kinds()...))
			}
		}
	}
	return out
}

// RegionOf is Region of the postal address of a place or an organization; nil
// for one without.
func RegionOf(n *schema.Node) *Concept {
	a := n.Node("address")
	if a == nil {
		return nil
	}
	return Region(a.String("addressCountry"), a.String("postalCode"), a.String("addressLocality"), a.String("addressRegion"))
}

// FeaturesOf returns the features that make a thing accessible, of what speaks
// of them from the nearest on: an event, its place, the place around it. Of a
// feature that several speak of, the nearest counts; what is said to be missing
// is left out. Of the amenities of places those count that are concepts.
func FeaturesOf(from ...*schema.Node) []*schema.Node {
	var out []*schema.Node
	var said []string
	for _, n := range from {
		for _, prop := range []string{"accessibilityFeature", "amenityFeature"} {
			for _, v := range n.Values(prop) {
				if v.Part == nil {
					continue
				}
				key, _ := v.Part.Title()
				if c := OfTerm(v.Part, "accessibility"); c != nil {
					key = c.ID()
				} else if prop == "amenityFeature" {
					continue
				}
				if v.Part.String("present") != "false" && !slices.Contains(said, key) {
					out = append(out, v.Part)
				}
				said = append(said, key)
			}
		}
	}
	return out
}
