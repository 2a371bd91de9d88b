package shacl

import (
	"cmp"
	"slices"

	"moselle/schema/rdf"
)

// targets tells for what a graph says which shapes it calls for, by their index.
type targets struct {
	nodes                          []aimed
	classes, subjectsOf, objectsOf map[string][]int
}

// aimed is a shape by its index, with one of its focus nodes, which stands in the
// graph or in the shape: many are sorted for each graph, and terms are large.
type aimed struct {
	shape int
	node  *rdf.Term
}

func targetsOf(shapes []*Shape) targets {
	t := targets{classes: map[string][]int{}, subjectsOf: map[string][]int{}, objectsOf: map[string][]int{}}
	for i, s := range shapes {
		for j := range s.Targets {
			target := &s.Targets[j]
			switch target.Kind {
			case TargetNode:
				t.nodes = append(t.nodes, aimed{i, &target.Term})
			case TargetClass, TargetImplicitClass:
				t.classes[target.Term.Value] = append(t.classes[target.Term.Value], i)
			case TargetSubjectsOf:
				t.subjectsOf[target.Term.Value] = append(t.subjectsOf[target.Term.Value], i)
			case TargetObjectsOf:
				t.objectsOf[target.Term.Value] = append(t.objectsOf[target.Term.Value], i)
			}
		}
	}
	return t
}

// in goes through the graph once and returns each focus node of each shape once,
// by shape and then by node.
func (t *targets) in(r *run) []aimed {
	out := append(make([]aimed, 0, 16), t.nodes...)
	last := ""
	var subjects, objects []int
	triples := r.data.Triples()
	for i := range triples {
		v := &triples[i]
		if v.P.Value != last {
			last = v.P.Value
			subjects, objects = t.subjectsOf[last], t.objectsOf[last]
		}
		for _, i := range subjects {
			out = append(out, aimed{i, &v.S})
		}
		for _, i := range objects {
			out = append(out, aimed{i, &v.O})
		}
		if last == rdf.Type && len(t.classes) > 0 {
			for class := range r.classes(v.O.Value) {
				for _, i := range t.classes[class] {
					out = append(out, aimed{i, &v.S})
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b aimed) int {
		return cmp.Or(cmp.Compare(a.shape, b.shape), compareTerms(a.node, b.node))
	})
	return slices.CompactFunc(out, func(a, b aimed) bool { return a.shape == b.shape && *a.node == *b.node })
}

func compareTerms(a, b *rdf.Term) int {
	if c := cmp.Compare(a.Kind, b.Kind); c != 0 {
		return c
	}
	if c := cmp.Compare(a.Value, b.Value); c != 0 {
		return c
	}
	if c := cmp.Compare(a.Datatype, b.Datatype); c != 0 {
		return c
	}
	return cmp.Compare(a.Lang, b.Lang)
}
