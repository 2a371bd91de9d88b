package schemaorg

import (
	"slices"
	"time"

	"moselle/schema"
)

// unite lets the events and works that a page describes in several ways be one
// each: the script is followed, else the first way, and the others complete it.
func (m *mapper) unite() {
	nodes := m.doc.graph.nodes
	if !slices.ContainsFunc(m.doc.parts, func(p part) bool { return p.line == 0 }) || len(m.doc.parts) < 2 {
		return
	}
	known := map[string][]*node{} // by class and title
	into := map[*node]*node{}
	for begin := 0; begin < len(nodes); {
		end, group := begin, m.way(nodes[begin])
		var way []*node
		for ; end < len(nodes) && m.way(nodes[end]) == group; end++ {
			n := nodes[end]
			if class := classOf(n); len(n.props) > 0 && (class == "Event" || class == "Work" && n.top) {
				way = append(way, n)
			}
		}
		begin = end
		for _, alike := range []func(a, b *node) bool{m.alike, m.nearly} {
			taken := map[*node]bool{}
			for _, n := range way {
				if into[n] != nil {
					taken[into[n]] = true
				}
			}
			for _, n := range way {
				if into[n] != nil || group == 0 {
					continue
				}
				for _, o := range some(known[titleKey(m, n)]) {
					if !taken[o] && alike(o, n) {
						into[n], taken[o] = o, true
						break
					}
				}
			}
		}
		for _, n := range way {
			if into[n] == nil {
				known[titleKey(m, n)] = append(known[titleKey(m, n)], n)
			}
		}
	}
	if len(into) == 0 {
		return
	}
	for _, n := range nodes {
		if o := into[n]; o != nil {
			o.complete(n)
		}
	}
	m.doc.graph.nodes = slices.DeleteFunc(nodes, func(n *node) bool { return into[n] != nil })
	for _, n := range m.doc.graph.nodes {
		for _, p := range n.props {
			for i, v := range p.values {
				if o := into[v.node]; o != nil {
					p.values[i].node = o
				}
			}
		}
	}
}

// way tells the scripts, 0, from each way of marking up.
func (m *mapper) way(n *node) int {
	if m.doc.parts[n.part].line > 0 {
		return 0
	}
	return n.part + 1
}

func titleKey(m *mapper, n *node) string { return classOf(n) + "\x00" + schema.NameKey(m.name(n)) }

// some returns the things that one is compared with.
func some(nodes []*node) []*node { return nodes[:min(len(nodes), 200)] }

// alike reports whether two things of one title are the same: by their dates, or
// where these do not say by their addresses.
func (m *mapper) alike(a, b *node) bool {
	if a.id != "" && a.id == b.id {
		return true
	}
	startA, startB := m.startOf(a), m.startOf(b)
	if !startA.IsZero() && !startB.IsZero() {
		return startA.Day == startB.Day && startA.Time.Equal(startB.Time)
	}
	urlA, urlB := m.address(a.all("url")), m.address(b.all("url"))
	return urlA == urlB || urlA == "" || urlB == ""
}

// nearly is alike for dates of which one has no time, or another.
func (m *mapper) nearly(a, b *node) bool {
	startA, startB := m.startOf(a), m.startOf(b)
	return !startA.IsZero() && !startB.IsZero() && startA.Time.In(m.zone).Format(time.DateOnly) == startB.Time.In(m.zone).Format(time.DateOnly)
}

func (m *mapper) startOf(n *node) schema.Moment {
	start, _, _, err := readMoment(m.plain(n.all("startDate", "dateCreated")), m.zone)
	if err != nil {
		return schema.Moment{}
	}
	return start
}

// whens are the properties that say when: one way of saying it is enough.
var whens = set("startDate", "endDate", "duration", "eventSchedule", "subEvent", "openingHoursSpecification", "specialOpeningHoursSpecification")

// complete adds to a thing what another description says that it does not.
func (n *node) complete(more *node) {
	if n.top = n.top || more.top; n.is("Event", "CreativeWork") && len(n.types) == 1 || len(n.types) == 0 {
		n.types = more.types
	}
	dated := slices.ContainsFunc(n.props, func(p prop) bool { return whens[p.name] })
	for _, p := range more.props {
		if len(n.all(p.name)) == 0 && !(dated && whens[p.name]) {
			n.add(p.name, p.values...)
		}
	}
}
