package linkedart

import (
	"slices"
	"strings"

	"moselle/connectors"
)

// node is a thing or a text as Linked Art and CIDOC CRM say it, under the names
// that Linked Art 1.0 has for classes and properties. A nil node says nothing.
type node struct {
	id      string   // its address, prefixes written out; "" for none
	types   []string // "HumanMadeObject", "Person"
	text    string   // of a text or a number
	lang    string   // of a text that names it (BCP 47)
	members []member
}

// member is all that a node says by one property.
type member struct {
	key    string
	values []*node
}

// all returns what the node says by these properties, in their order.
func (n *node) all(keys ...string) (out []*node) {
	if n == nil {
		return nil
	}
	for _, key := range keys {
		for i := range n.members {
			if n.members[i].key != key {
				continue
			}
			if out == nil {
				out = slices.Clip(n.members[i].values)
			} else {
				out = append(out, n.members[i].values...)
			}
		}
	}
	return out
}

// one returns the first of all; nil when there is none.
func (n *node) one(keys ...string) *node {
	for _, key := range keys {
		if all := n.all(key); len(all) > 0 {
			return all[0]
		}
	}
	return nil
}

// add puts a value behind those of a property.
func (n *node) add(key string, v *node) {
	for i := range n.members {
		if n.members[i].key == key {
			n.members[i].values = append(n.members[i].values, v)
			return
		}
	}
	n.members = append(n.members, member{key, []*node{v}})
}

// is reports whether the node is of one of the classes.
func (n *node) is(types ...string) bool {
	return n != nil && slices.ContainsFunc(n.types, func(t string) bool { return slices.Contains(types, t) })
}

// iri returns the node's address; a text that is an address counts as one.
func (n *node) iri() string {
	switch {
	case n == nil:
		return ""
	case n.id == "" && n.text != "":
		if iri := expand(n.text); connectors.IsWeb(iri) {
			return iri
		}
	}
	return n.id
}

// web returns the node's address when it is one of the web.
func (n *node) web() string {
	if iri := n.iri(); connectors.IsWeb(iri) && !strings.ContainsAny(iri, " \t\n") {
		return iri
	}
	return ""
}

// label returns how the node is called in passing; "" when it is not.
func (n *node) label() string {
	if n == nil {
		return ""
	}
	for _, l := range n.all("_label") {
		if l.text != "" {
			return l.text
		}
	}
	return ""
}

// content returns the text of a name, an identifier or a statement.
func (n *node) content() string {
	if n == nil {
		return ""
	}
	for _, v := range n.all("content", "value") {
		if v.text != "" {
			return v.text
		}
	}
	return n.text
}

// aat reports whether the node is classified by one of these numbers of the Art &
// Architecture Thesaurus.
func (n *node) aat(numbers ...string) bool {
	for _, t := range n.all("classified_as") {
		if is(t, numbers...) {
			return true
		}
	}
	return false
}

// is reports whether a type is one of these of the thesaurus.
func is(t *node, numbers ...string) bool {
	number := inAAT(t.iri())
	return number != "" && slices.Contains(numbers, number)
}

// inAAT returns the number of a term of the thesaurus; "" for any other address.
func inAAT(iri string) string {
	_, number, ok := strings.Cut(iri, "vocab.getty.edu/aat/")
	if !ok {
		return ""
	}
	return number
}
