package schemaorg

import (
	"slices"
	"strings"
)

// maxVisits bounds the elements that are looked at for the properties of all
// things of a page: itemref lets one stand in many.
const maxVisits = 1_000_000

// microdata reads the things that a page marks up as microdata (HTML, section 5)
// into a graph. Properties and types of other vocabularies are passed over.
type microdata struct {
	graph  *graph
	byID   map[string]*element
	nodes  map[*element]*node
	visits int
	depth  int // of things in things
	listed []listed
	notes  []note
}

// listed is a thing that another lists: it stands at the top where that does.
type listed struct{ by, thing *node }

func (m *microdata) read(root *element) []note {
	m.byID, m.nodes = map[string]*element{}, map[*element]*node{}
	m.index(root)
	m.items(root)
	for e, n := range m.nodes {
		_, part := e.has("itemprop")
		n.top = n.top || !part || !n.used
	}
	for _, l := range slices.Backward(m.listed) { // a list is read after what it lists
		if !l.by.top {
			l.thing.top = false
		}
	}
	return m.notes
}

func (m *microdata) index(e *element) {
	if id := e.attr("id"); id != "" && m.byID[id] == nil {
		m.byID[id] = e
	}
	for _, k := range e.kids {
		m.index(k)
	}
}

// items reads every thing below an element, whether another names it or not:
// events count wherever they stand.
func (m *microdata) items(e *element) {
	if isItem(e) {
		m.item(e)
	}
	for _, k := range e.kids {
		m.items(k)
	}
}

// isItem reports whether an element begins a thing. Many pages forget itemscope
// beside itemtype.
func isItem(e *element) bool {
	_, scope := e.has("itemscope")
	_, typed := e.has("itemtype")
	return scope || typed
}

// item returns the thing that an element begins.
func (m *microdata) item(e *element) *node {
	if n := m.nodes[e]; n != nil {
		return n
	}
	var types []string
	for _, t := range e.tokens("itemtype") {
		if name := schemaName(t); name != "" && !slices.Contains(types, name) {
			types = append(types, name)
		}
	}
	if _, scope := e.has("itemscope"); !scope && len(types) > 0 && len(m.notes) < maxRepairs {
		m.notes = append(m.notes, note{e.line, "itemtype stands without itemscope; it was read all the same"})
	}
	n := m.graph.named(strings.TrimSpace(e.attr("itemid")), noScope, e.line)
	m.nodes[e] = n
	into := n
	if len(n.props) > 0 { // described before
		into = &node{id: n.id, relative: n.relative, part: m.graph.part, pos: e.line}
	} else {
		n.part, n.pos = m.graph.part, e.line
	}
	into.types = types
	if m.depth++; m.depth > maxNesting {
		m.depth--
		return n
	}
	defer func() { m.depth-- }()
	seen := map[*element]bool{e: true}
	for _, k := range e.kids {
		m.properties(into, k, seen)
	}
	for _, id := range e.tokens("itemref") {
		if at := m.byID[id]; at != nil {
			m.properties(into, at, seen)
		}
	}
	if into != n {
		n = m.graph.join(n, into)
		m.nodes[e] = n
	}
	return n
}

// properties adds what an element and those in it say of a thing, each once.
func (m *microdata) properties(n *node, e *element, seen map[*element]bool) {
	if e.tag == "" || seen[e] {
		return
	}
	if m.visits++; m.visits > maxVisits {
		if m.visits == maxVisits+1 {
			m.notes = append(m.notes, note{e.line, "more properties by itemref than are read; those from here on are left out"})
		}
		return
	}
	if seen[e] = true; !e.holds {
		return
	}
	item := isItem(e)
	for _, name := range e.tokens("itemprop") {
		if strings.Contains(name, ":") {
			if name = schemaName(name); name == "" {
				continue
			}
		}
		var thing *node
		if item {
			thing = m.item(e)
			if thing.used = thing.used || !lists[name]; lists[name] {
				m.listed = append(m.listed, listed{n, thing})
			}
		}
		m.graph.say(n, name, func(name string) value {
			if thing == nil {
				return m.graph.value(e, name)
			}
			return m.thing(e, thing, name)
		})
	}
	if item {
		return
	}
	for _, k := range e.kids {
		m.properties(n, k, seen)
	}
}

// thing returns a thing as value. One that has a text and no property, as many
// addresses and names do, is called by its text.
func (m *microdata) thing(e *element, n *node, name string) value {
	if len(n.props) == 0 {
		switch text := e.content(); {
		case text == "":
		case name == "address":
			return value{text: text, lang: e.lang()}
		default:
			n.add("name", value{text: text, lang: e.lang()})
		}
	}
	return value{node: n}
}

// say adds the value of a property if it is one that is read.
func (g *graph) say(n *node, name string, of func(name string) value) {
	if usual, ok := variants[name]; ok {
		name = usual
	}
	if !read[name] {
		return
	}
	v := of(name)
	if kind := local(schemaIRI(v.text)); name == "additionalType" && v.node == nil && kind != "" {
		if !slices.Contains(n.types, kind) {
			n.types = append(n.types, kind) // how microdata says a second type
		}
		return
	}
	if v.node != nil || strings.TrimSpace(v.text) != "" {
		n.add(name, v)
	}
}
