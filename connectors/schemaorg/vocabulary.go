package schemaorg

import (
	"cmp"
	"hash/fnv"
	"io"
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/rdf"
)

// Vocabulary returns the vocabulary "schema.org", which reads events, works,
// places, institutions and people of a graph as this kind reads them in JSON-LD.
// Both http and https of schema.org are read. A part of an event that is no more
// than one of its dates is refused with a word of that: its event tells it.
func Vocabulary() connectors.Vocabulary {
	return connectors.Vocabulary{Name: "schema.org", Class: sureOf, Open: openVocabulary}
}

// sureOf is surest of events and works; the others mostly come along with these.
func sureOf(iri string) int {
	name := local(schemaIRI(iri))
	if name == "" {
		return 0
	}
	switch classOf(&node{types: []string{name}}) {
	case "Event":
		return 90
	case "Work":
		return 80
	case "":
		return 0
	}
	return 60
}

func openVocabulary(env connectors.Env) func(*rdf.Graph, rdf.Term, string) (connectors.Item, error) {
	c := &connector{env: env, zone: zoneOf(env), classes: set("Event")}
	return func(g *rdf.Graph, thing rdf.Term, where string) (connectors.Item, error) {
		return c.thing(g, thing, where)
	}
}

const (
	maxAround      = 2000 // things that are read around one
	maxAroundDepth = 8    // links that are followed
	maxHashed      = 200  // statements by which nameless nodes are put in order
)

// around turns what a graph says of a thing, and of what that leads to, into
// nodes.
type around struct {
	from *rdf.Graph
	doc  *document
	made map[rdf.Term]*node
	next []rdf.Term
}

// thing reads one thing of a graph.
func (c *connector) thing(g *rdf.Graph, thing rdf.Term, where string) (connectors.Item, error) {
	a := around{from: g, doc: newDocument(c.baseOf(&connectors.Body{Location: c.env.Location}), "", ""), made: map[rdf.Term]*node{}}
	a.doc.parts = []part{{line: 1}}
	n := a.node(thing)
	n.top = true
	for depth := 0; depth < maxAroundDepth && len(a.next) > 0; depth++ {
		now := a.next
		a.next = nil
		for _, t := range now {
			a.describe(t)
		}
	}
	m := c.mapper(a.doc)
	m.classes = set("Event", classOf(n))
	m.candidates()
	if key := m.items[n]; key != "" {
		it, refusal := m.item(n, key)
		if refusal != nil {
			refusal.Where = where
			return connectors.Item{}, refusal
		}
		it.Where = where
		return it, nil
	}
	key := thing.Value
	if m.folded[n] {
		return connectors.Item{}, &connectors.Refusal{Key: key, Where: where, Faults: []schema.Fault{{Path: "superEvent",
			Message: "one of the dates of its event, which tells it; it needs no record of its own", Severity: schema.Info}}}
	}
	return connectors.Item{}, connectors.Refuse(key, where, "", "", "nothing is said of it that makes a record")
}

// node returns the node of a thing and sees to it that it is described.
func (a *around) node(t rdf.Term) *node {
	if n := a.made[t]; n != nil {
		return n
	}
	id := t.Value
	if t.Kind == rdf.Blank {
		id = "_:" + strings.TrimPrefix(id, "_:")
	}
	n := a.doc.graph.named(id, noScope, 0)
	a.made[t] = n
	a.next = append(a.next, t)
	return n
}

// describe adds what the graph says of a thing, and the events that call it
// their whole or their part.
func (a *around) describe(t rdf.Term) {
	n := a.made[t]
	for _, tr := range a.about(t) {
		name := local(schemaIRI(tr.P.Value))
		switch {
		case tr.P.Value == rdf.Type:
			if name := local(schemaIRI(tr.O.Value)); name != "" && tr.O.Kind == rdf.IRI {
				n.types = append(n.types, name)
			}
			continue
		case name == "":
			continue
		}
		a.doc.graph.say(n, name, func(string) value { return a.value(name, tr.O) })
	}
	if classOf(n) != "Event" {
		return
	}
	for tr := range a.from.To(t) {
		name := local(schemaIRI(tr.P.Value))
		if (name == "superEvent" || name == "subEvent") && (a.made[tr.S] != nil || len(a.made) < maxAround) {
			a.node(tr.S).add(name, value{node: n})
		}
	}
}

// about returns the statements about a thing in an order that does not hang on
// the labels of nameless nodes, which are others each time.
func (a *around) about(t rdf.Term) []rdf.Triple {
	triples := slices.Clone(a.from.Subject(t))
	blank := map[rdf.Term]string{}
	for _, tr := range triples {
		if tr.O.Kind == rdf.Blank {
			h := fnv.New128a()
			a.hash(h, tr.O, 3)
			blank[tr.O] = string(h.Sum(nil))
		}
	}
	if len(blank) > 1 {
		slices.SortStableFunc(triples, func(x, y rdf.Triple) int {
			return cmp.Or(strings.Compare(x.P.Value, y.P.Value), strings.Compare(blank[x.O], blank[y.O]))
		})
	}
	return triples
}

// hash writes what is said of a nameless node.
func (a *around) hash(h io.Writer, t rdf.Term, depth int) {
	var lines []string
	for _, tr := range a.from.Subject(t) {
		line := tr.P.Value + "\x00" + tr.O.Value + "\x00" + tr.O.Lang
		if tr.O.Kind == rdf.Blank {
			if line = tr.P.Value; depth > 0 {
				inner := fnv.New128a()
				a.hash(inner, tr.O, depth-1)
				line += string(inner.Sum(nil))
			}
		}
		if lines = append(lines, line); len(lines) > maxHashed {
			break
		}
	}
	slices.Sort(lines)
	for _, l := range lines {
		io.WriteString(h, l+"\x01")
	}
}

// value returns an object as a value: a thing when something is said of it, else
// its text or its address.
func (a *around) value(name string, o rdf.Term) value {
	if o.Kind == rdf.Literal {
		thing := rdf.NewIRI(o.Value)
		if !linked[name] || !strings.Contains(o.Value, "://") || len(a.from.Subject(thing)) == 0 {
			return value{text: o.Value, lang: o.Lang}
		}
		o = thing // the address of a thing, written as text
	}
	known := a.made[o] != nil
	if !known && (len(a.made) >= maxAround || len(a.from.Subject(o)) == 0) {
		switch {
		case o.Kind == rdf.Blank:
			return value{}
		case linked[name] && len(a.made) < maxAround: // a thing of which nothing is known is no text
			return value{node: a.node(o)}
		}
		return value{text: o.Value}
	}
	n := a.node(o)
	n.used = true
	return value{node: n}
}
