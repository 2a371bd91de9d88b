package shacl

import "moselle/schema/rdf"

// Constraint is one of the constraints of the core (section 4): the types of
// this package that have an IRI, and no others.
type Constraint interface {
	// IRI returns the constraint component, as results name it.
	IRI() string
	// check tells the call which of the value nodes do not conform.
	check(c call)
	// write says the constraint of a shape in a shapes graph.
	write(w *writer, s rdf.Term)
}

func component(name string) string { return Namespace + name + "ConstraintComponent" }

// call is one constraint being checked at a focus node.
type call struct {
	*run
	shape *Shape
	self  Constraint
	focus *focus
	vs    values
}

// fail tells of a value, or with a zero term of all of them together.
func (c call) fail(value rdf.Term) {
	c.report(Result{Focus: c.focus.term(), Path: c.shape.Path, Value: value, Shape: c.shape, Constraint: c.self})
}

// each tells of every value node for which ok is false.
func (c call) each(ok func(*rdf.Term) bool) {
	for i := range c.vs.len() {
		if v := c.vs.at(i); !ok(v) {
			c.fail(*v)
			if c.done() {
				return
			}
		}
	}
}
