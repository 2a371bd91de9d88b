package linkedart

import (
	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// Bounds of what is read of a graph around one thing.
const (
	maxDepth = 8
	maxNodes = 20_000
)

// walk makes nodes of what a graph says.
type walk struct {
	graph *rdf.Graph
	path  map[rdf.Term]bool // the things on the way, which lead in circles
	left  int
}

// nodeOf makes a node of a thing of a graph, with what stands behind it.
func nodeOf(g *rdf.Graph, thing rdf.Term) *node {
	w := &walk{graph: g, path: map[rdf.Term]bool{}, left: maxNodes}
	return w.node(thing, maxDepth)
}

func (w *walk) node(t rdf.Term, depth int) *node {
	n := &node{}
	switch t.Kind {
	case rdf.Literal:
		n.text, n.lang = t.Value, t.Lang
		return n
	case rdf.IRI:
		n.id = page(t.Value)
	}
	if w.left--; w.left < 0 || depth == 0 || w.path[t] {
		return n
	}
	w.path[t] = true
	defer delete(w.path, t)
	for _, s := range w.graph.Subject(t) {
		switch s.P.Value {
		case rdf.Type:
			n.types = append(n.types, class(s.O.Value))
			continue
		case vocab.RDFS + "comment":
			n.add("note", &node{text: s.O.Value, lang: s.O.Lang})
			continue
		case rdf.RDF + "value":
			n.add("content", w.node(s.O, depth-1))
			continue
		}
		if key := property(s.P.Value); key != "" {
			n.add(key, w.node(s.O, depth-1))
		}
	}
	return n
}
