package rdf

import (
	"iter"
	"slices"
)

// Graph is a set of triples. The zero Graph is empty and ready for use. It is
// not safe for concurrent use: the first reading after a change sorts it.
type Graph struct {
	triples []Triple
	sorted  bool    // triples are in canonical order and free of doubles
	objects []int32 // places of the triples that link, in the order of their objects; nil until asked for
}

// Add puts triples into the graph; a triple that is there already changes nothing.
func (g *Graph) Add(t ...Triple) {
	if len(t) > 0 {
		g.triples = append(g.triples, t...)
		g.sorted, g.objects = false, nil
	}
}

// Len returns the number of distinct triples.
func (g *Graph) Len() int { g.sort(); return len(g.triples) }

// Grow makes room for n more triples.
func (g *Graph) Grow(n int) { g.triples = slices.Grow(g.triples, n) }

// All yields the triples in canonical order: that of their canonical N-Triples
// lines, code point by code point.
func (g *Graph) All() iter.Seq[Triple] {
	g.sort()
	return slices.Values(g.triples)
}

// Triples returns what All yields as a piece of the graph itself, which the
// caller must not change.
func (g *Graph) Triples() []Triple {
	g.sort()
	return g.triples[:len(g.triples):len(g.triples)]
}

// About yields the triples whose subject is s, in canonical order.
func (g *Graph) About(s Term) iter.Seq[Triple] { return slices.Values(g.Subject(s)) }

// Subject returns what About yields as a piece of the graph itself, which the
// caller must not change.
func (g *Graph) Subject(s Term) []Triple {
	g.sort()
	start, _ := slices.BinarySearchFunc(g.triples, &s, func(t Triple, s *Term) int { return compareTerms(&t.S, s) })
	end := start
	for end < len(g.triples) && g.triples[end].S == s {
		end++
	}
	return g.triples[start:end:end]
}

// To yields the triples whose object is the IRI or blank node o, in canonical
// order of their subjects. The first call after a change costs a sort.
func (g *Graph) To(o Term) iter.Seq[Triple] {
	g.sort()
	if g.objects == nil {
		g.objects = make([]int32, 0, len(g.triples))
		for i := range g.triples {
			if g.triples[i].O.Kind != Literal {
				g.objects = append(g.objects, int32(i))
			}
		}
		slices.SortStableFunc(g.objects, func(a, b int32) int { return compareTerms(&g.triples[a].O, &g.triples[b].O) })
	}
	return func(yield func(Triple) bool) {
		start, _ := slices.BinarySearchFunc(g.objects, &o, func(i int32, o *Term) int { return compareTerms(&g.triples[i].O, o) })
		for _, i := range g.objects[start:] {
			if t := g.triples[i]; t.O != o || !yield(t) {
				return
			}
		}
	}
}

// Equal reports whether both graphs hold the same triples. Blank nodes are
// compared by label: stored graphs have none.
func (g *Graph) Equal(h *Graph) bool {
	g.sort()
	h.sort()
	return slices.Equal(g.triples, h.triples)
}

// Clone returns a graph of its own with the same triples.
func (g *Graph) Clone() *Graph {
	return &Graph{triples: slices.Clone(g.triples), sorted: g.sorted}
}

// Map returns a graph in which every term is replaced by f of it.
func (g *Graph) Map(f func(Term) Term) *Graph {
	out := &Graph{triples: make([]Triple, len(g.triples))}
	for i, t := range g.triples {
		out.triples[i] = Triple{f(t.S), f(t.P), f(t.O)}
	}
	return out
}

// With returns a graph of its own with one triple more.
func (g *Graph) With(t Triple) *Graph {
	g.sort()
	i, there := slices.BinarySearchFunc(g.triples, &t, func(a Triple, b *Triple) int { return compareTriples(&a, b) })
	if there {
		return g.Clone()
	}
	out := make([]Triple, 0, len(g.triples)+1)
	out = append(append(append(out, g.triples[:i]...), t), g.triples[i:]...)
	return &Graph{triples: out, sorted: true}
}

// sort brings the triples into canonical order. Their places are sorted rather
// than the triples, which are large.
func (g *Graph) sort() {
	if g.sorted {
		return
	}
	order := make([]*Triple, len(g.triples))
	for i := range g.triples {
		order[i] = &g.triples[i]
	}
	slices.SortFunc(order, compareTriples)
	out := make([]Triple, 0, len(g.triples))
	for i, t := range order {
		if i == 0 || *t != *order[i-1] {
			out = append(out, *t)
		}
	}
	g.triples, g.sorted = out, true
}
