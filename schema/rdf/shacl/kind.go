package shacl

import "moselle/schema/rdf"

// Class asks each value to be an instance of a class, or of a subclass that the
// data graph names (section 4.1.1).
type Class string

// Datatype asks each value to be a well-formed literal of a datatype (section
// 4.1.2).
type Datatype string

// NodeKind asks each value to be of some kinds of term (section 4.1.3): one or
// two of the kinds below, added up.
type NodeKind uint8

// The kinds of term.
const (
	IRI NodeKind = 1 << iota
	BlankNode
	Literal
)

// nodeKinds are the local names of the kinds and their sums; "" where SHACL has
// no name.
var nodeKinds = [...]string{
	IRI:                 "IRI",
	BlankNode:           "BlankNode",
	Literal:             "Literal",
	BlankNode | IRI:     "BlankNodeOrIRI",
	BlankNode | Literal: "BlankNodeOrLiteral",
	IRI | Literal:       "IRIOrLiteral",
}

// IRI returns sh:ClassConstraintComponent.
func (Class) IRI() string { return component("Class") }

// IRI returns sh:DatatypeConstraintComponent.
func (Datatype) IRI() string { return component("Datatype") }

// IRI returns sh:NodeKindConstraintComponent.
func (NodeKind) IRI() string { return component("NodeKind") }

func (k Class) check(c call) {
	c.each(func(v *rdf.Term) bool { return v.Kind != rdf.Literal && c.isA(*v, string(k)) })
}

func (k Datatype) check(c call) {
	for i := range c.vs.len() {
		v := c.vs.at(i)
		if v.Kind != rdf.Literal || v.Datatype != string(k) || !wellFormed(v) {
			c.fail(*v)
		}
	}
}

func (k NodeKind) check(c call) {
	for i := range c.vs.len() {
		if v := c.vs.at(i); k&kindOf(v) == 0 {
			c.fail(*v)
		}
	}
}

func kindOf(t *rdf.Term) NodeKind {
	switch t.Kind {
	case rdf.IRI:
		return IRI
	case rdf.Blank:
		return BlankNode
	}
	return Literal
}

func (k Class) write(w *writer, s rdf.Term)    { w.say(s, "class", rdf.NewIRI(string(k))) }
func (k Datatype) write(w *writer, s rdf.Term) { w.say(s, "datatype", rdf.NewIRI(string(k))) }
func (k NodeKind) write(w *writer, s rdf.Term) {
	w.say(s, "nodeKind", rdf.NewIRI(Namespace+nodeKinds[k]))
}
