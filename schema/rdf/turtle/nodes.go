package turtle

import (
	"slices"

	"moselle/schema/rdf"
)

// maxInline bounds how deep the writer nests brackets; what lies deeper has a
// label and a block of its own.
const maxInline = 32

// nodes says of the blank nodes of a graph which need no label: those that
// stand as an object once, and are not reached from themselves.
type nodes struct {
	g      *rdf.Graph
	parent map[rdf.Term]rdf.Triple // of each that is an object once
	loose  map[rdf.Term]bool       // need no label: never an object
	level  map[rdf.Term]int        // brackets around what is inline, itself included; 0 for what is not
	lists  map[rdf.Term]bool       // heads and cells of what can be written as a list
}

// analyse looks at a graph; what is shared with others keeps its label.
func analyse(g *rdf.Graph, shared map[rdf.Term]bool) *nodes {
	n := &nodes{g, map[rdf.Term]rdf.Triple{}, map[rdf.Term]bool{}, map[rdf.Term]int{}, map[rdf.Term]bool{}}
	often := map[rdf.Term]bool{}
	var order []rdf.Term
	for t := range g.All() {
		if t.S.Kind == rdf.Blank && !shared[t.S] {
			n.loose[t.S] = true
		}
		if t.O.Kind != rdf.Blank || shared[t.O] || often[t.O] {
			continue
		}
		if _, twice := n.parent[t.O]; twice {
			often[t.O] = true
			continue
		}
		n.parent[t.O] = t
		order = append(order, t.O)
	}
	for b := range often {
		delete(n.parent, b)
		delete(n.loose, b)
	}
	for b := range n.parent {
		delete(n.loose, b)
	}
	slices.SortFunc(order, compare)
	for _, b := range order {
		n.findList(b)
	}
	for _, b := range order {
		n.findLevel(b)
	}
	return n
}

// rest returns what follows b in a list, if b is a cell and nothing else.
func (n *nodes) rest(b rdf.Term) (rdf.Term, bool) {
	said := n.g.Subject(b)
	if _, once := n.parent[b]; !once || len(said) != 2 || said[0].P.Value != rdf.RDF+"first" || said[1].P.Value != rdf.RDF+"rest" {
		return rdf.Term{}, false
	}
	return said[1].O, true
}

// findList decides for b and the cells behind it whether they make a list.
func (n *nodes) findList(b rdf.Term) {
	path := map[rdf.Term]bool{}
	for {
		if b == rdf.NewIRI(rdf.RDF+"nil") {
			break
		}
		known, seen := n.lists[b]
		next, cell := n.rest(b)
		if seen && known {
			break
		}
		if seen || !cell || path[b] {
			for c := range path {
				n.lists[c] = false
			}
			return
		}
		path[b] = true
		b = next
	}
	for c := range path {
		n.lists[c] = true
	}
}

// findLevel decides for b and what it stands in whether they are inline.
func (n *nodes) findLevel(b rdf.Term) {
	var path []rdf.Term
	on := map[rdf.Term]bool{}
	level := 0
	for {
		if l, known := n.level[b]; known {
			level = l
			break
		}
		t, once := n.parent[b]
		if !once {
			break
		}
		if on[b] { // a circle is cut where it was entered
			n.level[b] = 0
			break
		}
		on[b] = true
		path = append(path, b)
		b = t.S
	}
	for _, b := range slices.Backward(path) {
		if _, cut := n.level[b]; cut {
			level = 0
			continue
		}
		if t := n.parent[b]; !n.lists[t.S] || n.level[t.S] == 0 || t.P.Value != rdf.RDF+"rest" {
			level++
		}
		if level > maxInline {
			level = 0
		}
		n.level[b] = level
	}
}
