package web

import (
	"net/url"
	"slices"

	"moselle/hub/catalog"
	"moselle/schema/taxonomy"
)

// branch is a value of a facet with those below it.
type branch struct {
	link
	Below []branch
}

// maxBelow bounds the values shown below one that is not chosen.
const maxBelow = 5

// tree draws the values of a facet of concepts as the vocabulary has them: two
// levels, and of what is chosen everything that stands right below it.
type tree struct {
	words
	name   string
	here   string // address of the page
	asked  url.Values
	open   []*taxonomy.Concept // those chosen, and those above them
	counts map[*taxonomy.Concept][]catalog.FacetCount
}

// branches puts the counted values of a facet below one another. What is no
// concept stands at the top.
func branches(w words, here string, v url.Values, name string, counts []catalog.FacetCount) []branch {
	t := tree{w, name, here, v, nil, map[*taxonomy.Concept][]catalog.FacetCount{}}
	for _, raw := range v[name] {
		for _, c := range catalog.Concepts(name, raw) {
			t.open = append(t.open, c.Path()...)
		}
	}
	var counted []*taxonomy.Concept
	for _, f := range counts {
		counted = append(counted, taxonomy.Find(f.Value))
	}
	for i, c := range counted {
		var above *taxonomy.Concept
		if c != nil && slices.Contains(counted, c.Broader) {
			above = c.Broader
		}
		t.counts[above] = append(t.counts[above], counts[i])
	}
	return t.below(nil, maxValues)
}

// below returns the branches below a concept, the most frequent most.
func (t tree) below(above *taxonomy.Concept, most int) []branch {
	var out []branch
	for _, f := range t.counts[above] {
		c := taxonomy.Find(f.Value)
		open := c != nil && slices.Contains(t.open, c)
		if len(out) >= most && !open {
			continue
		}
		b := branch{link: t.link(c, f)}
		switch {
		case open:
			b.Below = t.below(c, maxValues)
		case above == nil && c != nil && len(t.open) == 0:
			b.Below = t.below(c, maxBelow)
		}
		out = append(out, b)
	}
	return out
}

// link leads to the list narrowed down to a value instead of what is above and
// below it, or without it when it is chosen.
func (t tree) link(c *taxonomy.Concept, f catalog.FacetCount) link {
	next := without(t.asked, "cursor")
	chosen := false
	next[t.name] = slices.DeleteFunc(next[t.name], func(raw string) bool {
		if c == nil {
			chosen = chosen || raw == f.Value
			return raw == f.Value
		}
		return slices.ContainsFunc(catalog.Concepts(t.name, raw), func(other *taxonomy.Concept) bool {
			chosen = chosen || other == c
			return other.Within(c) || c.Within(other)
		})
	})
	if !chosen {
		next.Add(t.name, f.Value)
	} else if len(next[t.name]) == 0 {
		delete(next, t.name)
	}
	l := link{Text: t.Value(t.name, f.Value), URL: t.here + query(next), Current: chosen, Count: f.Count}
	if c != nil {
		text, lang := c.Name(t.T("lang.code"))
		l.Text, l.Lang = text, other(t.T("lang.code"), lang)
	}
	return l
}
