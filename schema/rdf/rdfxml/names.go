package rdfxml

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"moselle/schema/rdf"
	"moselle/schema/rdf/rdfxml/markup"
	"moselle/schema/vocab"
)

// names finds the tags of classes and predicates: all are added first, for
// their namespaces stand at the head of the document.
type names struct {
	prefixes []vocab.Prefix
	tags     map[string]tag // by IRI
}

// tag is how an IRI is written as a name.
type tag struct {
	space string // "" when it cannot be
	local string
	rank  int    // of the namespace: its place among the prefixes
	text  string // with the prefix, once all are known
}

// add takes in an IRI, and reports whether it can be the name of an element.
func (n *names) add(iri string) bool {
	t, ok := n.tags[iri]
	if !ok {
		t = n.split(iri)
		n.tags[iri] = t
	}
	return t.space != ""
}

func (n *names) split(iri string) tag {
	for i, p := range n.prefixes {
		if local, ok := strings.CutPrefix(iri, p.IRI); ok && markup.IsName(local) {
			if p.IRI == rdf.RDF && reserved(local) {
				return tag{}
			}
			return tag{space: p.IRI, local: local, rank: i}
		}
	}
	// The longest name at the end is the local part.
	at := len(iri)
	for i := len(iri); i > 0; {
		r, size := utf8.DecodeLastRuneInString(iri[:i])
		i -= size
		if markup.IsName(string(r)) {
			at = i
		} else if !markup.IsName("a" + string(r)) {
			break
		}
	}
	space := iri[:at]
	if at == len(iri) || !rdf.ValidIRI(iri) || !rdf.ValidIRI(space) || strings.HasPrefix(space, markup.XMLSpace) || space == xmlnsSpace {
		return tag{}
	}
	return tag{space: space, local: iri[at:], rank: len(n.prefixes)}
}

// xmlnsSpace is the namespace of namespace declarations, which has no other
// elements.
const xmlnsSpace = "http://www.w3.org/2000/xmlns/"

// reserved reports whether a name of RDF's namespace is syntax, so that it
// means no class or property (section 6.1).
func reserved(local string) bool {
	switch local {
	case "RDF", "Description", "ID", "about", "parseType", "resource", "nodeID", "datatype", "li", "aboutEach", "aboutEachPrefix", "bagID":
		return true
	}
	return false
}

// declare gives every name its prefix, and returns the namespaces that are
// used: those of the list in its order, then the others by IRI.
func (n *names) declare() []vocab.Prefix {
	spaces := map[string]string{}
	for _, t := range n.tags {
		spaces[t.space] = ""
	}
	spaces[rdf.RDF] = ""
	delete(spaces, "")
	var used []vocab.Prefix
	for _, p := range n.prefixes {
		if _, ok := spaces[p.IRI]; ok {
			used = append(used, p)
			spaces[p.IRI] = p.Name
		}
	}
	generated := 0
	for _, space := range slices.Sorted(maps.Keys(spaces)) {
		if spaces[space] == "" {
			generated++
			spaces[space] = fmt.Sprintf("ns%d", generated)
			used = append(used, vocab.Prefix{Name: spaces[space], IRI: space})
		}
	}
	for iri, t := range n.tags {
		if t.space != "" {
			t.text = spaces[t.space] + ":" + t.local
			n.tags[iri] = t
		}
	}
	return used
}

// order returns the place of every name that was added among the properties
// of a node: rdf:type, then by prefix and name, then those without a prefix.
func (n *names) order() map[string]int {
	iris := slices.SortedFunc(maps.Keys(n.tags), func(a, b string) int {
		return cmp.Or(cmp.Compare(n.rank(a), n.rank(b)), cmp.Compare(a, b))
	})
	places := make(map[string]int, len(iris))
	for i, iri := range iris {
		places[iri] = i
	}
	return places
}

func (n *names) rank(iri string) int {
	if iri == rdf.Type {
		return -1
	}
	return n.tags[iri].rank
}
