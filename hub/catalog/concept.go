package catalog

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"moselle/hub/fault"
	"moselle/hub/search"
	"moselle/schema"
	"moselle/schema/taxonomy"
)

// Category is a kind of thing by name.
type Category struct {
	ID string `json:"id,omitempty"` // public address of the concept; "" for the source's own words
	Label
}

// categories are the concepts of a record's kinds, then the source's own words
// that no concept stands for.
func (c *Catalog) categories(n *schema.Node, langs []string) []Category {
	var out []Category
	for _, k := range taxonomy.KindsOf(n) {
		name, lang := k.Name(langs...)
		out = append(out, Category{c.ID(k.IRI()), Label{name, lang}})
	}
	for _, t := range n.Nodes("additionalType") {
		if taxonomy.OfTerm(t, taxonomy.Kinds()...) == nil {
			out = append(out, Category{Label: labelOf(t, langs)})
		}
	}
	return out
}

// Term is a concept of the hub's vocabularies as answers name it.
type Term struct {
	ID        string // public address
	Label     string // in the first of the asked languages that there is one in
	LabelLang string
	Broader   string // the value of the concept it stands below; "" for a top one
}

// Term returns the concept that a value of a facet is, nil for other values.
func (c *Catalog) Term(facet, value string, langs []string) *Term {
	concept := taxonomy.Find(value)
	if concept == nil || !OfConcepts(facet) {
		return nil
	}
	t := &Term{ID: c.ID(concept.IRI())}
	t.Label, t.LabelLang = concept.Name(langs...)
	if concept.Broader != nil {
		t.Broader = concept.Broader.ID()
	}
	return t
}

// OfConcepts reports whether the values of a facet are concepts.
func OfConcepts(facet string) bool {
	i := search.FacetAt(facet)
	return i >= 0 && search.Facets[i].Kind == search.Concept
}

// Concepts returns what a facet of concepts is asked for by: an id
// ("event.concert"), the code alone ("concert"), an address of the concept here
// or in another vocabulary, a schema.org type ("MusicEvent"), or a label in any
// language. What means one concept in each of several vocabularies asks for all
// of them; nil when it means none.
func Concepts(facet, s string) []*taxonomy.Concept {
	if !OfConcepts(facet) {
		return nil
	}
	schemes := search.Facets[search.FacetAt(facet)].Schemes()
	for _, look := range []func(string) *taxonomy.Concept{taxonomy.Find, taxonomy.OfKind} {
		if c := look(s); c != nil && slices.Contains(schemes, c.Scheme.Code) {
			return []*taxonomy.Concept{c}
		}
	}
	var out []*taxonomy.Concept
	for _, scheme := range schemes {
		if c := taxonomy.Find(scheme + "." + strings.ToLower(s)); c != nil {
			out = append(out, c)
		} else if c := taxonomy.Named(scheme, s); c != nil {
			out = append(out, c)
		}
	}
	return out
}

// conceptValues reads a value given for a facet of concepts.
func conceptValues(f *search.Facet, s string) ([]string, error) {
	var out []string
	for _, c := range Concepts(f.Name, s) {
		out = append(out, c.ID())
	}
	switch {
	case len(out) > 0:
		return out, nil
	case f.Name == "category" && isType(s):
		return []string{s}, nil
	case worded(f) && !strings.HasPrefix(s, f.Name+".") && !strings.Contains(s, "/id/concept/"):
		return []string{s}, nil
	}
	return nil, fault.Param(f.Name, "no %s is called %q; %s", strings.Replace(f.Name, "accessibility", "accessibility feature", 1), s, nearConcept(f.Schemes(), s))
}

// worded reports whether a facet holds a source's own words besides concepts.
func worded(f *search.Facet) bool { return f.Name == "audience" || f.Name == "accessibility" }

// isType reports whether a class of records has the subclass; those that no
// concept stands for are categories by their own name.
func isType(name string) bool {
	return slices.ContainsFunc(schema.Classes, func(c *schema.Class) bool { return slices.Contains(c.Subclasses, name) })
}

// nearConcept says which concept was likely meant.
func nearConcept(schemes []string, s string) string {
	var known []string
	named := map[string]*taxonomy.Concept{}
	add := func(name string, c *taxonomy.Concept) {
		if named[name] == nil {
			named[name] = c
			known = append(known, name)
		}
	}
	for _, scheme := range schemes {
		for _, c := range taxonomy.SchemeAt(scheme).Concepts {
			add(c.ID(), c)
			add(c.Code, c)
			for _, lang := range slices.Sorted(maps.Keys(c.Labels)) {
				add(c.Labels[lang], c)
			}
		}
	}
	if c := named[fault.Nearest(s, known)]; c != nil {
		return fmt.Sprintf("did you mean %q?", c.ID())
	}
	return fmt.Sprintf("write its id, such as %q, or its label", taxonomy.SchemeAt(schemes[0]).Concepts[0].ID())
}
