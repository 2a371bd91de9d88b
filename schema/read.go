package schema

import (
	"cmp"
	"slices"
	"strings"

	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// NewNode reads the node about id, of class c, out of a graph.
func NewNode(g *rdf.Graph, id IRI, c *Class) *Node {
	r := reader{g: g, left: 4 * g.Len(), values: make([]Value, 0, g.Len()+1)}
	return r.node(id, c, 0)
}

// maxDepth bounds how deep parts nest; the class tables need three.
const maxDepth = 6

// reader makes nodes out of a graph. A part stands wherever something leads to
// it, but never inside itself, and no more often than left says: links in
// circles stay links.
type reader struct {
	g      *rdf.Graph
	path   [maxDepth]IRI // the nodes that are being read
	left   int
	values []Value // of all nodes; each property holds a piece
	groups []group // of the nodes that are being read, innermost last
}

// group is a property while its node is read; rank is its row, or follows all
// rows when the class has none for it.
type group struct {
	rank   int
	name   string
	values []Value
}

func (r *reader) node(id IRI, c *Class, depth int) *Node {
	r.path[depth] = id
	r.left--
	n := &Node{ID: id, Class: c}
	base := len(r.groups)
	for triples := r.g.Subject(rdf.NewIRI(string(id))); len(triples) > 0; {
		same := 1
		for same < len(triples) && triples[same].P == triples[0].P {
			same++
		}
		if triples[0].P.Value == rdf.Type {
			n.Types = make([]string, same)
			for i, t := range triples[:same] {
				n.Types[i] = TypeName(t.O.Value)
			}
		} else {
			r.property(c, triples[:same])
		}
		triples = triples[same:]
	}
	slices.SortStableFunc(r.groups[base:], func(a, b group) int { return cmp.Compare(a.rank, b.rank) })
	n.Props = make([]Prop, len(r.groups)-base)
	for i := range n.Props {
		p := r.groups[base+i]
		if p.rank < len(c.Properties) {
			r.finish(p.values, id, &c.Properties[p.rank], depth)
		}
		n.Props[i] = Prop{p.name, p.values}
	}
	r.groups = r.groups[:base]
	n.sortTypes()
	return n
}

// property adds the group that triples of one predicate make; where texts are
// expected, what is none makes a second one under the full IRI.
func (r *reader) property(c *Class, triples []rdf.Triple) {
	predicate := triples[0].P.Value
	row, rank := c.byIRI(predicate)
	name := predicate
	if row != nil {
		name = row.Name
	}
	start := len(r.values)
	var misfits []Value
	for i := range triples {
		v := value(&triples[i].O)
		if row != nil && row.Range == Text && !v.isText() {
			misfits = append(misfits, v)
			continue
		}
		r.values = append(r.values, v)
	}
	if end := len(r.values); end > start {
		r.groups = append(r.groups, group{rank, name, r.values[start:end:end]})
	}
	if len(misfits) > 0 {
		r.groups = append(r.groups, group{len(c.Properties), predicate, misfits})
	}
}

// finish puts texts in the order of their languages and parts in place of the
// links to them.
func (r *reader) finish(values []Value, parent IRI, row *Property, depth int) {
	switch row.Range {
	case Text:
		slices.SortStableFunc(values, func(a, b Value) int { return strings.Compare(a.Lang, b.Lang) })
	case Part:
		for i, v := range values {
			if depth+1 < maxDepth && r.left > 0 && v.Ref != "" && v.Ref.Document() == parent.Document() &&
				!slices.Contains(r.path[:depth+1], v.Ref) {
				values[i] = Value{Part: r.node(v.Ref, r.partClass(v.Ref, row), depth+1)}
			}
		}
	}
}

// partClass returns the class of a part: the only one the property allows, or
// the one its type says.
func (r *reader) partClass(id IRI, p *Property) *Class {
	if len(p.Of) > 1 {
		for _, t := range r.g.Subject(rdf.NewIRI(string(id))) {
			if t.P.Value == rdf.Type {
				if c := ClassOfType(t.O.Value); c != nil && slices.Contains(p.Of, c.Name) {
					return c
				}
			}
		}
	}
	return ClassNamed(p.Of[0])
}

func value(o *rdf.Term) Value {
	if o.Kind != rdf.Literal {
		return Value{Ref: IRI(o.Value)}
	}
	if o.Lang != "" {
		return Value{Text: o.Value, Lang: o.Lang}
	}
	return Value{Text: o.Value, Datatype: o.Datatype}
}

// isText reports whether a value fits among texts by language, where a plain
// string counts as one without. Others are kept under the property's full IRI.
func (v Value) isText() bool {
	return v.Lang != "" || v.Datatype == vocab.XSD+"string"
}

// sortTypes puts the class's own type last and the others in name order.
func (n *Node) sortTypes() {
	own := TypeName(n.Class.IRI)
	slices.SortFunc(n.Types, func(a, b string) int {
		switch {
		case a == b:
			return 0
		case a == own:
			return 1
		case b == own:
			return -1
		}
		return strings.Compare(a, b)
	})
}

// TypeName returns how a type is written in documents: the local name for
// schema.org, the class's name for our other classes, else the full IRI.
func TypeName(iri string) string {
	if name, ok := localName(iri); ok {
		return name
	}
	if name := codeLocal(iri); ownCodes[name] == iri {
		return name
	}
	if c := ClassOfType(iri); c != nil && c.IRI == iri {
		return c.Name
	}
	return iri
}

// typeIRI is the inverse of TypeName.
func typeIRI(name string) string {
	if strings.Contains(name, ":") {
		return name
	}
	if c := ClassNamed(name); c != nil && !strings.HasPrefix(c.IRI, vocab.Schema) {
		return c.IRI
	}
	return CodeIRI(name)
}

// localName returns the name that stands for a schema.org IRI in documents. It
// is a plain word, and none that their context gives another meaning.
func localName(iri string) (string, bool) {
	name, ok := strings.CutPrefix(iri, vocab.Schema)
	if !ok || name == "" || reserved[name] {
		return "", false
	}
	for i := range len(name) {
		c := name[i]
		if !(c|0x20 >= 'a' && c|0x20 <= 'z') && !(c >= '0' && c <= '9') {
			return "", false
		}
	}
	return name, true
}

// reserved are the words of documents that do not stand for the schema.org term
// of that name.
var reserved = reservedWords()

func reservedWords() map[string]bool {
	words := map[string]bool{"id": true, "type": true}
	for _, p := range vocab.Prefixes {
		words[p.Name] = true
	}
	for name := range ownCodes {
		words[name] = true
	}
	for _, c := range slices.Concat(Classes, Parts) {
		if !strings.HasPrefix(c.IRI, vocab.Schema) {
			words[c.Name] = true
		}
		for _, p := range c.Properties {
			if p.IRI != vocab.Schema+p.Name {
				words[p.Name] = true
			}
		}
	}
	return words
}
