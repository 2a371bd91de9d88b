package jsonld

import (
	"fmt"
	"maps"
	"slices"
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
	tags    tags
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
	if strings.HasPrefix(id, "_:") {
		label, ok := e.labels[id]
		if !ok {
			label = e.fresh().Value
			e.labels[id] = label
		}
		return rdf.NewBlank(label), true
	}
	if !rdf.ValidIRI(id) {
		e.leaveOut("%q is not an absolute IRI", shorten(id))
		return rdf.Term{}, false
	}
	return rdf.NewIRI(id), true
}

// top emits an expanded item.
func (e *emitter) top(expanded any) {
	for _, v := range array(expanded) {
		node, ok := v.(map[string]any)
		if !ok {
			continue
		}
		if graph, ok := node["@graph"]; ok && len(node) == 1 {
			e.nodes(graph, rdf.Term{})
			continue
		}
		e.node(node, rdf.Term{})
	}
}

func (e *emitter) nodes(v any, graph rdf.Term) {
	for _, x := range array(v) {
		if node, ok := x.(map[string]any); ok && !isValue(node) {
			e.node(node, graph)
		}
	}
}

func isValue(node map[string]any) bool {
	_, ok := node["@value"]
	return ok
}

// node emits what is said of a node and returns the node, false where it cannot
// be named.
func (e *emitter) node(node map[string]any, graph rdf.Term) (rdf.Term, bool) {
	if e.stopped {
		return rdf.Term{}, false
	}
	if list, ok := node["@list"]; ok {
		return e.list(array(list), graph), true
	}
	self, named := rdf.Term{}, true
	if id, ok := node["@id"].(string); ok {
		self, named = e.resource(id)
	} else {
		self = e.fresh()
	}
	for _, key := range slices.Sorted(maps.Keys(node)) {
		switch v := node[key]; {
		case key == "@included":
			e.nodes(v, graph)
		case !named:
			e.unnamed(key, v, graph)
		case key == "@type":
			for _, t := range array(v) {
				if id, ok := t.(string); ok {
					if class, ok := e.resource(id); ok {
						e.emit(self, rdf.Type, class, graph)
					}
				}
			}
		case key == "@graph":
			e.nodes(v, self)
		case key == "@reverse":
			e.reverse(self, v, graph)
		case strings.HasPrefix(key, "@"), strings.HasPrefix(key, "_:"):
			// An index, or a property that only generalized RDF could say.
		default:
			e.property(self, key, v, graph)
		}
	}
	return self, named
}

// unnamed emits what stands below a node that cannot be named.
func (e *emitter) unnamed(key string, v any, graph rdf.Term) {
	if strings.HasPrefix(key, "@") {
		return
	}
	for _, x := range array(v) {
		e.object(x, graph)
	}
}

func (e *emitter) property(self rdf.Term, iri string, v any, graph rdf.Term) {
	valid := rdf.ValidIRI(iri)
	if !valid {
		e.leaveOut("the property %q is not an absolute IRI", shorten(iri))
	}
	for _, x := range array(v) {
		if o, ok := e.object(x, graph); ok && valid {
			e.emit(self, iri, o, graph)
		}
	}
}

func (e *emitter) reverse(self rdf.Term, v any, graph rdf.Term) {
	properties, _ := v.(map[string]any)
	for _, iri := range slices.Sorted(maps.Keys(properties)) {
		for _, x := range array(properties[iri]) {
			s, ok := e.object(x, graph)
			if ok && s.Kind != rdf.Literal && rdf.ValidIRI(iri) {
				e.emit(s, iri, self, graph)
			}
		}
	}
}

// object emits what an object says of itself and returns its term.
func (e *emitter) object(v any, graph rdf.Term) (rdf.Term, bool) {
	node, ok := v.(map[string]any)
	switch {
	case !ok:
		return rdf.Term{}, false
	case isValue(node):
		return e.literal(node)
	}
	return e.node(node, graph)
}

// list emits an RDF list and returns its head. An item that cannot be said
// leaves its place empty.
func (e *emitter) list(items []any, graph rdf.Term) rdf.Term {
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

func array(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	return []any{v}
}

func shorten(s string) string {
	if r := []rune(s); len(r) > 80 {
		return string(r[:79]) + "…"
	}
	return s
}
