// Package tree holds one item of a source, be it a row of cells or a JSON
// value, as a flat list of nodes that is filled anew for each item, and the
// paths that lead to values in it. It reads JSON itself, because the general
// readers spend most of their time on maps that a mapping looks into once.
package tree

import "iter"

// Kind is what a node is.
type Kind uint8

// The kinds. The zero Kind is a node that is not there.
const (
	Absent Kind = iota
	Null
	Bool
	Number
	String
	Array
	Object
)

// String names the kind with its article, as messages need it.
func (k Kind) String() string {
	return [...]string{"nothing", "null", "a truth value", "a number", "a text", "a list", "an object"}[k]
}

// Tree is one item. The zero Tree is empty and ready for use; filling it anew
// makes all nodes taken from it before meaningless. It is not safe for
// concurrent use.
type Tree struct {
	nodes []node // in document order, each followed by all that is below it
}

type node struct {
	kind Kind
	end  int32  // index after the last node below this one
	key  string // of a member of an object
	text string // of a scalar: the string itself, the number as written, "true", "false"
}

// Row fills the tree with an object that has one text for each cell, in order,
// so that At finds a cell by its column.
func (t *Tree) Row(columns, cells []string) {
	t.nodes = append(t.nodes[:0], node{kind: Object})
	for i, c := range cells {
		n := node{kind: String, end: int32(i + 2), text: c}
		if i < len(columns) {
			n.key = columns[i]
		}
		t.nodes = append(t.nodes, n)
	}
	t.nodes[0].end = int32(len(t.nodes))
}

// Root returns the item itself; absent in an empty tree.
func (t *Tree) Root() Node { return t.node(0) }

// At returns the cell of a tree that Row filled; absent when the row is shorter.
func (t *Tree) At(column int) Node {
	if column < 0 {
		return Node{}
	}
	return t.node(column + 1)
}

func (t *Tree) node(i int) Node {
	if i >= len(t.nodes) {
		return Node{}
	}
	return Node{t, int32(i)}
}

// Node is a place in a tree. The zero Node is absent.
type Node struct {
	t *Tree
	i int32
}

// Kind returns what the node is.
func (n Node) Kind() Kind {
	if n.t == nil {
		return Absent
	}
	return n.t.nodes[n.i].kind
}

// maxValues bounds the values that are read of one list.
const maxValues = 10_000

// Values yields the elements of a list, the first 10,000 of them, or a value that
// stands alone; nothing for null and for what is absent.
func Values(n Node) iter.Seq[Node] {
	return func(yield func(Node) bool) {
		switch n.Kind() {
		case Absent, Null:
		case Array:
			count := 0
			for v := range n.Children() {
				if count++; count > maxValues || !yield(v) {
					return
				}
			}
		default:
			yield(n)
		}
	}
}

// Text returns a scalar as text: a number as it is written, "true" or "false".
// It is "" for null, lists, objects and what is absent.
func (n Node) Text() string {
	if n.t == nil {
		return ""
	}
	return n.t.nodes[n.i].text
}

// Key returns the name under which the node stands in its object; "" elsewhere.
func (n Node) Key() string {
	if n.t == nil {
		return ""
	}
	return n.t.nodes[n.i].key
}

// Member returns an object's member; the last one when the name stands twice.
func (n Node) Member(key string) Node {
	if n.Kind() != Object {
		return Node{}
	}
	nodes := n.t.nodes
	found := Node{}
	for i := n.i + 1; i < nodes[n.i].end; i = nodes[i].end {
		if nodes[i].key == key {
			found = Node{n.t, i}
		}
	}
	return found
}

// Children yields the elements of a list or the members of an object, in order.
func (n Node) Children() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		if n.t == nil {
			return
		}
		nodes := n.t.nodes
		for i := n.i + 1; i < nodes[n.i].end; i = nodes[i].end {
			if !yield(Node{n.t, i}) {
				return
			}
		}
	}
}

// smallObject is up to how many members an object is looked through for each of
// them.
const smallObject = 32

// Members yields the members of an object, in order; of those with the same name
// the last.
func (n Node) Members() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		if n.Kind() != Object {
			return
		}
		nodes := n.t.nodes
		end, count := nodes[n.i].end, 0
		for i := n.i + 1; i < end; i = nodes[i].end {
			count++
		}
		var last map[string]int32
		if count > smallObject {
			last = make(map[string]int32, count)
			for i := n.i + 1; i < end; i = nodes[i].end {
				last[nodes[i].key] = i
			}
		}
		for i := n.i + 1; i < end; i = nodes[i].end {
			again := last != nil && last[nodes[i].key] != i
			if last == nil {
				for j := nodes[i].end; j < end && !again; j = nodes[j].end {
					again = nodes[j].key == nodes[i].key
				}
			}
			if !again && !yield(Node{n.t, i}) {
				return
			}
		}
	}
}
