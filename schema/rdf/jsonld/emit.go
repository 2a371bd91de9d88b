package jsonld

import (
	"fmt"
	"strconv"
	"strings"

	"moselle/schema/rdf"
)

// emitter yields what expanded JSON-LD says (JSON-LD 1.1 API, section 8.2).
// Statements come as the nodes do: there is no need of a node map, since RDF
// brings together what is said of one node.
type emitter struct {
	yield   func(rdf.Quad, error) bool
	labels  map[string]string // of the document's blank nodes
	said    map[string]bool   // whether an IRI can be
	blanks  int
	stopped bool
}

const rdfNil = rdf.RDF + "nil"

func (e *emitter) emit(s rdf.Term, p string, o, graph rdf.Term) {
	if !e.stopped {
		e.stopped = !e.yield(rdf.Quad{Triple: rdf.Triple{S: s, P: rdf.NewIRI(p), O: o}, G: graph}, nil)
	}
}

func (e *emitter) leaveOut(format string, args ...any) {
	if !e.stopped {
		e.stopped = !e.yield(rdf.Quad{}, &StatementError{fmt.Sprintf(format, args...)})
	}
}

func (e *emitter) fresh() rdf.Term {
	e.blanks++
	return rdf.NewBlank("b" + strconv.Itoa(e.blanks-1))
}

// resource returns the term of an @id.
func (e *emitter) resource(id string) (rdf.Term, bool) {
	if isBlank(id) {
		label, ok := e.labels[id]
		if !ok {
			label = e.fresh().Value
			e.labels[id] = label
		}
		return rdf.NewBlank(label), true
	}
	if !e.sayable(id) {
		e.leaveOut("%q is not an absolute IRI", shorten(id))
		return rdf.Term{}, false
	}
	return rdf.NewIRI(id), true
}

// sayable reports whether an IRI is absolute and may stand in RDF.
func (e *emitter) sayable(iri string) bool {
	ok, known := e.said[iri]
	if !known {
		ok = rdf.ValidIRI(iri) && strings.Count(iri, "#") <= 1
		if len(e.said) < maxNames {
			e.said[iri] = ok
		}
	}
	return ok
}

// top emits an expanded item.
func (e *emitter) top(expanded []*object) {
	for _, o := range expanded {
		if o.isGraph() && !o.named {
			e.nodes(o.graph, rdf.Term{})
			continue
		}
		e.node(o, rdf.Term{})
	}
}

func (e *emitter) nodes(objects []*object, graph rdf.Term) {
	for _, o := range objects {
		if o.form != valueForm {
			e.node(o, graph)
		}
	}
}

// node emits what is said of a node and returns the node, false where it cannot
// be named.
func (e *emitter) node(o *object, graph rdf.Term) (rdf.Term, bool) {
	if e.stopped {
		return rdf.Term{}, false
	}
	if o.form == listForm {
		return e.list(o.items, graph), true
	}
	self, named := rdf.Term{}, true
	if o.named {
		self, named = e.resource(o.id)
	} else {
		self = e.fresh()
	}
	if !named {
		e.unnamed(o, graph)
		return self, false
	}
	for _, t := range o.types {
		if class, ok := e.resource(t); ok {
			e.emit(self, rdf.Type, class, graph)
		}
	}
	for _, m := range o.members {
		e.property(self, m, graph)
	}
	for _, m := range o.reverse {
		for _, v := range m.values {
			if s, ok := e.object(v, graph); ok && s.Kind != rdf.Literal && e.sayable(m.iri) {
				e.emit(s, m.iri, self, graph)
			}
		}
	}
	e.nodes(o.graph, self)
	e.nodes(o.included, graph)
	return self, true
}

// unnamed emits what stands below a node that cannot be named.
func (e *emitter) unnamed(o *object, graph rdf.Term) {
	for _, m := range o.members {
		for _, v := range m.values {
			e.object(v, graph)
		}
	}
	e.nodes(o.included, graph)
}

func (e *emitter) property(self rdf.Term, m member, graph rdf.Term) {
	if isBlank(m.iri) {
		return // only generalized RDF could say it
	}
	valid := e.sayable(m.iri)
	if !valid {
		e.leaveOut("the property %q is not an absolute IRI", shorten(m.iri))
	}
	for _, v := range m.values {
		if o, ok := e.object(v, graph); ok && valid {
			e.emit(self, m.iri, o, graph)
		}
	}
}

// object emits what an object says of itself and returns its term.
func (e *emitter) object(o *object, graph rdf.Term) (rdf.Term, bool) {
	if o.form == valueForm {
		return e.literal(o)
	}
	return e.node(o, graph)
}

// list emits an RDF list and returns its head. An item that cannot be said
// leaves its place empty.
func (e *emitter) list(items []*object, graph rdf.Term) rdf.Term {
	head := rdf.NewIRI(rdfNil)
	var last rdf.Term
	for _, x := range items {
		cell := e.fresh()
		if last.Kind == rdf.None {
			head = cell
		} else {
			e.emit(last, rdf.RDF+"rest", cell, graph)
		}
		if o, ok := e.object(x, graph); ok {
			e.emit(cell, rdf.RDF+"first", o, graph)
		}
		last = cell
	}
	if last.Kind != rdf.None {
		e.emit(last, rdf.RDF+"rest", rdf.NewIRI(rdfNil), graph)
	}
	return head
}

func shorten(s string) string {
	if r := []rune(s); len(r) > 80 {
		return string(r[:79]) + "…"
	}
	return s
}
