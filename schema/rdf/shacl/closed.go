package shacl

import "moselle/schema/rdf"

// Closed allows a value node no properties but those of the shape's own property
// shapes and the ignored ones, by their IRIs (section 4.8.1).
type Closed struct{ Ignored []string }

// IRI returns sh:ClosedConstraintComponent.
func (Closed) IRI() string { return component("Closed") }

func (k Closed) check(c call) {
	known := make(map[string]bool, len(k.Ignored)+len(c.shape.Properties))
	for _, p := range k.Ignored {
		known[p] = true
	}
	for _, p := range c.shape.Properties {
		if p.Path.Kind == Predicate {
			known[p.Path.IRI] = true
		}
	}
	for i := range c.vs.len() {
		for _, t := range c.data.Subject(*c.vs.at(i)) {
			if !known[t.P.Value] {
				c.report(Result{Focus: c.focus.term(), Path: PredicatePath(t.P.Value), Value: t.O, Shape: c.shape, Constraint: c.self})
			}
		}
	}
}

func (k Closed) write(w *writer, s rdf.Term) {
	w.say(s, "closed", truth)
	if len(k.Ignored) > 0 {
		w.say(s, "ignoredProperties", w.list(iris(k.Ignored)))
	}
}

func iris(list []string) []rdf.Term {
	out := make([]rdf.Term, len(list))
	for i, v := range list {
		out[i] = rdf.NewIRI(v)
	}
	return out
}
