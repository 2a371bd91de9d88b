package linkedart

import (
	"iter"
	"strings"

	"moselle/schema/tree"
)

// parse makes a node of an object of JSON-LD. The context of Linked Art is built
// in, so that none is looked up; what is written by full addresses or as CIDOC CRM
// names it means the same.
func parse(n tree.Node) *node {
	out := &node{}
	for m := range n.Children() {
		switch key := m.Key(); key {
		case "id", "@id":
			out.id = expand(strings.TrimSpace(m.Text()))
		case "type", "@type":
			for t := range values(m) {
				if s := t.Text(); s != "" {
					out.types = append(out.types, class(s))
				}
			}
		case "@value":
			out.text = m.Text()
		case "@language":
			out.lang = m.Text()
		case "@context", "_deprecated":
		default:
			key = property(key)
			if key == "" {
				continue
			}
			for v := range values(m) {
				switch v.Kind() {
				case tree.Object:
					out.add(key, parse(v))
				case tree.String, tree.Number, tree.Bool:
					if s := v.Text(); s != "" {
						out.add(key, &node{text: s})
					}
				}
			}
		}
	}
	return out
}

// values yields a value, or those of a list, also of one that JSON-LD writes as
// an object.
func values(n tree.Node) iter.Seq[tree.Node] {
	return func(yield func(tree.Node) bool) {
		if n.Kind() == tree.Object {
			for _, name := range []string{"@list", "@set"} {
				if list := n.Member(name); list.Kind() == tree.Array {
					n = list
					break
				}
			}
		}
		if n.Kind() != tree.Array {
			if n.Kind() != tree.Null {
				yield(n)
			}
			return
		}
		for v := range n.Children() {
			if !yield(v) {
				return
			}
		}
	}
}
