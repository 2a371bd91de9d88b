package schemaorg

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/schema"
)

// found is an item or a refusal, with what decides between two descriptions of
// one event that stand on different pages.
type found struct {
	item    connectors.Item
	refusal *connectors.Refusal
	id      string // under what the same event would stand elsewhere
	page    string // the page that speaks for it: its own address
	own     bool   // this is that page
	weight  int    // triples
}

// hand hands on the item or its refusal.
func (f found) hand(out *connectors.Listing) error {
	if f.refusal != nil {
		return out.Refuse(f.refusal)
	}
	return out.Hand(f.item)
}

// all maps the document's things, in the order in which they stand.
func (m *mapper) all() iter.Seq[found] {
	return func(yield func(found) bool) {
		told := map[int]bool{}
		for _, c := range m.candidates() {
			f := found{id: c.key, page: m.address(c.node.all("url"))}
			if f.page == "" {
				f.page = c.node.stable()
			}
			f.own = samePage(f.page, m.doc.base)
			if c.node.stable() == "" && f.page == "" {
				f.id = "#" + m.fingerprint(c.node)
			}
			f.item, f.refusal = m.item(c.node, c.key)
			if f.refusal == nil {
				if part := c.node.part; !told[part] {
					told[part] = true
					f.item.Faults = append(f.item.Faults, m.doc.parts[part].repairs...)
				}
				if c.doubles > 0 {
					f.item.Faults = append(f.item.Faults, schema.Fault{Message: fmt.Sprintf("described %d times in one document; the richest is kept", c.doubles+1)})
				}
				for _, d := range f.item.Drafts {
					f.weight += d.Graph.Len()
				}
			}
			if !yield(f) {
				return
			}
		}
	}
}

// candidate is a node that becomes an item.
type candidate struct {
	node    *node
	key     string
	doubles int // other descriptions of it, left out
}

// candidates finds the nodes that become items, gives each its key and leaves
// one of those that describe the same. Events count wherever they stand, other
// things at the top of the document; in a flat document everything stands there,
// and a nameless part of another thing is not its own for it.
func (m *mapper) candidates() []candidate {
	m.folded, m.series = map[*node]bool{}, map[*node]string{}
	var nodes []*node
	for _, n := range m.doc.graph.nodes {
		class := classOf(n)
		if m.classes[class] && len(n.props) > 0 && (class == "Event" || n.top && !isFurniture(n) && !(n.used && n.stable() == "")) {
			nodes = append(nodes, n)
		}
		if class == "Event" {
			m.adopt(n)
		}
	}
	for _, n := range nodes {
		m.fold(n)
	}
	nodes = slices.DeleteFunc(nodes, func(n *node) bool { return m.folded[n] })

	shared := map[string]string{} // the fingerprint of the first event at an address
	clash := map[string]bool{}
	for _, n := range nodes {
		if key, fromURL := m.keyOf(n); fromURL {
			if print, ok := shared[key]; ok && print != m.fingerprint(n) {
				clash[key] = true
			} else {
				shared[key] = m.fingerprint(n)
			}
		}
	}
	var out []candidate
	at := map[string]int{}
	m.items = make(map[*node]string, len(nodes))
	for _, n := range nodes {
		key, fromURL := m.keyOf(n)
		if fromURL && clash[key] { // several events on one page: each by its title and start
			key += "#" + m.fingerprint(n)
		}
		i, double := at[key]
		if double && classOf(out[i].node) != classOf(n) {
			key += "#" + strings.ToLower(classOf(n))
			i, double = at[key]
		}
		m.items[n] = key
		if !double {
			at[key] = len(out)
			out = append(out, candidate{node: n, key: key})
			continue
		}
		if n.weight() > out[i].node.weight() {
			out[i].node = n
		}
		out[i].doubles++
	}
	return out
}

// keyOf returns the key of a node that becomes an item.
func (m *mapper) keyOf(n *node) (key string, fromURL bool) {
	switch classOf(n) {
	case "Place":
		return m.placeKey(n, m.placeName(n)), false
	case "Organization", "Person":
		return m.agentKey(n), false
	}
	return m.itemKey(n)
}

// index gathers every description of a place, an agent or a work, so that the
// record says all that the document says of it, wherever it is named.
func (m *mapper) index() {
	m.same, m.named = map[string][]*node{}, map[string]*node{}
	type saying struct {
		thing   string
		content uint64
	}
	seen := map[saying]bool{}
	for _, n := range m.doc.graph.nodes {
		class := classOf(n)
		if class == "" || class == "Event" || len(n.props) == 0 {
			continue
		}
		if key, _ := m.keyOf(n); key != "" {
			if said := (saying{class + "\x00" + key, n.content()}); !seen[said] {
				seen[said] = true
				m.same[said.thing] = append(m.same[said.thing], n)
			}
			name := class + "\x00" + schema.NameKey(m.name(n))
			if old, ok := m.named[name]; ok && (old == nil || !m.sameThing(old, n)) {
				n = nil // two things under one name
			}
			m.named[name] = n
		}
	}
}

func (m *mapper) sameThing(a, b *node) bool {
	keyA, _ := m.keyOf(a)
	keyB, _ := m.keyOf(b)
	return keyA == keyB
}

// meant returns the node that a value means: the node itself, the one whose @id
// it writes as text, the only one of the classes that bears the text as its
// name, or else a new one of that name.
func (m *mapper) meant(v value, classes ...string) *node {
	if v.node != nil {
		return v.node
	}
	if known := m.doc.graph.byID[v.text]; known != nil && len(known.props) > 0 {
		return known
	}
	name := schema.NameKey(title(v.text))
	for _, class := range classes {
		if n := m.named[class+"\x00"+name]; n != nil && name != "" {
			return n
		}
	}
	return &node{props: []prop{{"name", []value{v}}}}
}

// maxDescriptions bounds the differing descriptions that one record is made of.
const maxDescriptions = 50

// descriptions returns the differing descriptions of the thing of class and key
// in the document's order, whichever of them is n, so that a record is the same
// in every item that names it.
func (m *mapper) descriptions(class, key string, n *node) []*node {
	same := m.same[class+"\x00"+key]
	same = same[:min(len(same), maxDescriptions)]
	if len(n.types) > 0 && len(same) > 0 {
		return same
	}
	return append([]*node{n}, same...)
}
