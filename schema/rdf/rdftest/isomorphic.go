package rdftest

import (
	"hash/maphash"
	"slices"
	"strings"

	"moselle/schema/rdf"
)

// Isomorphic reports whether two documents say the same: their quads, as sets,
// are equal under some renaming of blank nodes (RDF 1.1 Concepts, section 3.6;
// RDF 1.1 Datasets, section 4). Language tags are compared without case.
func Isomorphic(a, b []rdf.Quad) bool {
	return match(newPainting(a), newPainting(b))
}

// painting gives every blank node of a document a colour that tells what is
// said of it, so that nodes which can stand for each other have the same.
type painting struct {
	quads  []rdf.Quad
	colour map[string]uint64
}

func newPainting(quads []rdf.Quad) painting {
	p := painting{colour: map[string]uint64{}}
	seen := map[rdf.Quad]bool{}
	for _, q := range quads {
		q.O.Lang = strings.ToLower(q.O.Lang)
		if !seen[q] {
			seen[q] = true
			p.quads = append(p.quads, q)
		}
		for _, t := range [...]rdf.Term{q.S, q.O, q.G} {
			if t.Kind == rdf.Blank {
				p.colour[t.Value] = 0
			}
		}
	}
	return p
}

// shades is the seed of all colours, which are compared between documents.
var shades = maphash.MakeSeed()

// refine mixes into the colour of every node those of its neighbours, until no
// more nodes differ than before.
func (p *painting) refine() {
	for classes := 0; ; {
		next := map[string]uint64{}
		for label, c := range p.colour {
			next[label] = maphash.Comparable(shades, c)
		}
		for _, q := range p.quads {
			look := [4]rdf.Term{p.dye(q.S), p.dye(q.P), p.dye(q.O), p.dye(q.G)}
			for i, t := range [4]rdf.Term{q.S, q.P, q.O, q.G} {
				if t.Kind == rdf.Blank {
					next[t.Value] += maphash.Comparable(shades, struct {
						place int
						look  [4]rdf.Term
					}{i, look})
				}
			}
		}
		p.colour = next
		if n := len(p.classes()); n > classes {
			classes = n
			continue
		}
		return
	}
}

// dye replaces the label of a blank node by its colour.
func (p *painting) dye(t rdf.Term) rdf.Term {
	if t.Kind == rdf.Blank {
		t.Value = string(appendUint(nil, p.colour[t.Value]))
	}
	return t
}

func appendUint(b []byte, n uint64) []byte {
	for range 8 {
		b = append(b, byte(n))
		n >>= 8
	}
	return b
}

// classes returns the labels by colour.
func (p *painting) classes() map[uint64][]string {
	out := map[uint64][]string{}
	for label, c := range p.colour {
		out[c] = append(out[c], label)
	}
	return out
}

// match refines both and, where nodes are still alike, tries one of the first
// against each of the second.
func match(a, b painting) bool {
	if len(a.quads) != len(b.quads) || len(a.colour) != len(b.colour) {
		return false
	}
	a.refine()
	b.refine()
	ofA, ofB := a.classes(), b.classes()
	var tie uint64
	for c, labels := range ofA {
		if len(ofB[c]) != len(labels) {
			return false
		}
		if len(labels) > 1 && (tie == 0 || len(labels) < len(ofA[tie])) {
			tie = c
		}
	}
	if tie == 0 {
		return slices.Equal(a.dyed(), b.dyed())
	}
	one := slices.Min(ofA[tie])
	for _, other := range ofB[tie] {
		if match(a.marked(one), b.marked(other)) {
			return true
		}
	}
	return false
}

// marked returns a copy in which one node differs from all.
func (p painting) marked(label string) painting {
	colour := make(map[string]uint64, len(p.colour))
	for l, c := range p.colour {
		colour[l] = c
	}
	colour[label]++
	return painting{p.quads, colour}
}

// dyed returns the quads as lines with colours for labels, sorted.
func (p *painting) dyed() []string {
	out := make([]string, len(p.quads))
	for i, q := range p.quads {
		q = rdf.Quad{Triple: rdf.Triple{S: p.dye(q.S), P: q.P, O: p.dye(q.O)}, G: p.dye(q.G)}
		out[i] = string(rdf.AppendQuad(nil, q))
	}
	slices.Sort(out)
	return out
}
