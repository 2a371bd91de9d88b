package rdfxml

import (
	"io"

	"moselle/schema/rdf"
)

// Element is a node element: a resource under the name of its class, with its
// properties in the order in which they are written.
type Element struct {
	// Subject is an IRI or a blank node. Its zero value is a blank node that
	// nothing else refers to.
	Subject rdf.Term
	// Class is the IRI of the class that names the element; "" gives an
	// rdf:Description.
	Class      string
	Properties []Property
}

// Property is a property element: a predicate's IRI and its object, which is
// Node when that is set and Value otherwise.
type Property struct {
	Predicate string
	Value     rdf.Term
	Node      *Element
}

// Encode writes the nodes as one document in the order given, with the hub's
// prefixes and ns1, ns2 and so on for other namespaces. It writes nothing when
// a predicate cannot be the name of an element, which the error names; other
// errors, of terms that XML cannot hold, may come in the middle.
func Encode(w io.Writer, nodes []Element) error {
	e := newEncoder(w)
	for i := range nodes {
		if err := e.learn(&nodes[i]); err != nil {
			return err
		}
	}
	e.begin()
	for i := range nodes {
		if err := e.node(&nodes[i], 1); err != nil {
			return err
		}
	}
	return e.end()
}

// learn collects the names of a node and of those within it.
func (e *encoder) learn(n *Element) error {
	if n.Class != "" {
		e.names.add(n.Class)
	}
	for i := range n.Properties {
		p := &n.Properties[i]
		if err := e.predicate(p.Predicate); err != nil {
			return err
		}
		if p.Node != nil {
			if err := e.learn(p.Node); err != nil {
				return err
			}
		}
	}
	return nil
}
