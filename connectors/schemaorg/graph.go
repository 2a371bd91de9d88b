package schemaorg

import (
	"hash/fnv"
	"io"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"moselle/schema"
)

// graph is what one document says: a page with all its scripts, a file, a line.
type graph struct {
	base  string // the document's address; "" when it has none
	nodes []*node
	byID  map[string]*node
	part  int // which script is being read: blank node labels are its own
}

// node is a thing with its properties of schema.org, those that are mapped.
type node struct {
	id       string // absolute where that is possible; "" for none
	relative bool   // the id was not written as an absolute IRI
	types    []string
	props    []prop
	part     int    // the script it stands in
	pos      int    // where in that script, in bytes
	top      bool   // it stands at the top of the document or in a list there
	used     bool   // it stands as a value of another thing
	cut      string // a property with more values than are read
}

type prop struct {
	name   string
	values []value
}

// value is a literal, or a node.
type value struct {
	text, lang string
	node       *node
}

const (
	maxNodes  = 500_000                   // things that one document may describe
	maxValues = schema.MaxOccurrences + 1 // values of one property of one thing

	maxCompared = 500 // values among which one that comes again is looked for
)

// all returns the values of the first of the properties that has any.
func (n *node) all(names ...string) []value {
	for _, name := range names {
		for i := range n.props {
			if n.props[i].name == name {
				return n.props[i].values
			}
		}
	}
	return nil
}

// add adds values to a property, each once as far as people list them, and no
// more than maxValues.
func (n *node) add(name string, values ...value) {
	if len(values) == 0 {
		return
	}
	i := slices.IndexFunc(n.props, func(p prop) bool { return p.name == name })
	if i < 0 {
		if len(values) > maxValues {
			values, n.cut = values[:maxValues], name
		}
		n.props = append(n.props, prop{name, slices.Clip(values)})
		return
	}
	p := &n.props[i]
	for _, v := range values {
		if len(p.values) >= maxValues {
			n.cut = name
			return
		}
		if !slices.Contains(p.values[:min(len(p.values), maxCompared)], v) {
			p.values = append(p.values, v)
		}
	}
}

func (n *node) is(types ...string) bool {
	return slices.ContainsFunc(n.types, func(t string) bool { return slices.Contains(types, t) })
}

// weight counts what a node says, one level down included, to tell the richer
// of two descriptions.
func (n *node) weight() int {
	w := 0
	for _, p := range n.props {
		w += len(p.values)
		for _, v := range p.values {
			if v.node != nil {
				w += len(v.node.props)
			}
		}
	}
	return w
}

// content hashes what a node says, three levels deep and as far as a description
// that people write goes.
func (n *node) content() uint64 {
	h := fnv.New64a()
	budget := 10_000
	n.hash(h, 3, &budget)
	return h.Sum64()
}

func (n *node) hash(h io.Writer, depth int, budget *int) {
	for _, t := range n.types {
		io.WriteString(h, t+"\x01")
	}
	for _, p := range n.props {
		io.WriteString(h, p.name+"\x02")
		for _, v := range p.values {
			if *budget--; *budget < 0 {
				return
			}
			if v.node != nil && depth > 0 {
				v.node.hash(h, depth-1, budget)
			}
			io.WriteString(h, v.text+"\x03"+v.lang+"\x04")
		}
	}
}

// named returns the node with that id, a new one when there is none; always a
// new one for "".
func (g *graph) named(id string, s *scope, pos int) *node {
	n := &node{part: g.part, pos: pos}
	switch {
	case id == "":
	case strings.HasPrefix(id, "_:"):
		n.id = "_:" + strconv.Itoa(g.part) + id[1:]
	default:
		if prefix, rest, ok := strings.Cut(id, ":"); ok && !strings.HasPrefix(rest, "//") && s.terms[prefix].iri != "" {
			id = s.expandIRI(id, 0)
		}
		n.id, n.relative = g.resolve(id, s.base)
	}
	if n.id != "" {
		if old := g.byID[n.id]; old != nil {
			return old
		}
		g.byID[n.id] = n
	}
	g.keep(n)
	return n
}

func (g *graph) keep(n *node) {
	if len(g.nodes) < maxNodes {
		g.nodes = append(g.nodes, n)
	}
}

// join adds a second description to the node that bears its @id. Two events
// under one @id, told apart by their dates or titles, stay two: the second
// loses the id.
func (g *graph) join(n, more *node) *node {
	if classOf(n) == "Event" && classOf(more) == "Event" && (differ(n, more, "startDate") || differ(n, more, "name")) {
		more.id = ""
		g.keep(more)
		return more
	}
	for _, t := range more.types {
		if !slices.Contains(n.types, t) {
			n.types = append(n.types, t)
		}
	}
	for _, p := range more.props {
		n.add(p.name, p.values...)
	}
	return n
}

// differ reports whether both say something and share nothing of it. Texts in
// two languages do not differ.
func differ(a, b *node, name string) bool {
	va, vb := few(a.all(name)), few(b.all(name))
	if len(va) == 0 || len(vb) == 0 {
		return false
	}
	for _, x := range va {
		for _, y := range vb {
			if x.text == y.text || x.lang != y.lang {
				return false
			}
		}
	}
	return true
}

// few returns the values that two things are compared by.
func few(values []value) []value { return values[:min(len(values), 50)] }

// resolve makes an id absolute against the context's base, else the document.
func (g *graph) resolve(id, base string) (string, bool) {
	if u, err := url.Parse(id); err != nil || u.IsAbs() {
		return id, err != nil
	}
	if base == "" {
		base = g.base
	}
	return resolve(base, id), true
}

// resolve returns ref against base; ref itself when that cannot be done.
func resolve(base, ref string) string {
	if base == "" {
		return ref
	}
	b, err := url.Parse(base)
	if err != nil {
		return ref
	}
	u, err := b.Parse(ref)
	if err != nil {
		return ref
	}
	return u.String()
}
