package rdfxml

import (
	"cmp"
	"io"
	"slices"

	"moselle/schema/rdf"
)

// maxNested bounds how deep blank nodes are written within each other. Those
// below stand by themselves: other readers bound the depth of elements.
const maxNested = 32

// EncodeGraph writes a graph: its subjects in order of their plain value under
// their class, blank nodes that are referred to once where they are. Equal
// graphs give equal bytes. It writes nothing when a predicate cannot be the
// name of an element; the error names it.
func EncodeGraph(w io.Writer, g *rdf.Graph) error {
	v := graphEncoder{encoder: newEncoder(w), g: g, uses: map[rdf.Term]int{}, written: map[rdf.Term]bool{}}
	var subjects []rdf.Term
	for t := range g.All() {
		if n := len(subjects); n == 0 || subjects[n-1] != t.S {
			subjects = append(subjects, t.S)
		}
		if t.O.Kind == rdf.Blank {
			v.uses[t.O]++
		}
		if err := v.predicate(t.P.Value); err != nil {
			return err
		}
		if isClass(&t) {
			v.names.add(t.O.Value)
		}
	}
	slices.SortFunc(subjects, func(a, b rdf.Term) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Value, b.Value))
	})
	v.begin()
	v.places = v.names.order()
	// Blank nodes that are referred to once come last: most are within others
	// by then, and only cycles and deep chains are left.
	for _, single := range []bool{false, true} {
		for _, s := range subjects {
			if (s.Kind == rdf.Blank && v.uses[s] == 1) != single || v.written[s] {
				continue
			}
			if err := v.node(v.element(s, 0), 1); err != nil {
				return err
			}
		}
	}
	return v.end()
}

func isClass(t *rdf.Triple) bool { return t.P.Value == rdf.Type && t.O.Kind == rdf.IRI }

// graphEncoder writes the subjects of a graph.
type graphEncoder struct {
	*encoder
	g       *rdf.Graph
	uses    map[rdf.Term]int // of blank nodes, as objects
	places  map[string]int   // of predicates
	written map[rdf.Term]bool
}

// element returns a subject with what is written within it.
func (v *graphEncoder) element(s rdf.Term, nested int) *Element {
	n := &Element{Subject: s}
	if s.Kind == rdf.Blank {
		v.written[s] = true
		if v.uses[s] == 0 || nested > 0 {
			n.Subject = rdf.Term{}
		}
	}
	triples := v.g.Subject(s)
	class := v.class(triples)
	n.Properties = make([]Property, 0, len(triples))
	for i := range triples {
		t := &triples[i]
		if i == class {
			n.Class = t.O.Value
			continue
		}
		n.Properties = append(n.Properties, Property{Predicate: t.P.Value, Value: t.O})
	}
	slices.SortStableFunc(n.Properties, func(a, b Property) int {
		if a.Predicate == b.Predicate {
			return 0
		}
		return cmp.Compare(v.places[a.Predicate], v.places[b.Predicate])
	})
	for i := range n.Properties {
		p := &n.Properties[i]
		if o := p.Value; o.Kind == rdf.Blank && v.uses[o] == 1 && !v.written[o] && nested < maxNested {
			p.Node = v.element(o, nested+1)
		}
	}
	return n
}

// class returns which of a subject's triples names the element: the first type
// in a namespace of the hub, else the first that can be a name; -1 for none.
func (v *graphEncoder) class(triples []rdf.Triple) int {
	found, rank := -1, 0
	for i := range triples {
		if !isClass(&triples[i]) {
			continue
		}
		t := v.names.tags[triples[i].O.Value]
		unknown := len(v.names.prefixes)
		if t.space != "" && (found < 0 || t.rank < unknown && rank == unknown) {
			found, rank = i, t.rank
		}
	}
	return found
}
