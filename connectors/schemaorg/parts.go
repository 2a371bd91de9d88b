package schemaorg

import (
	"slices"
	"strconv"

	"moselle/schema"
)

// adopt makes an event a part of those it calls its whole, so that the two ways
// of saying it are one.
func (m *mapper) adopt(n *node) {
	for _, whole := range m.eventsAt(n, "superEvent") {
		whole.add("subEvent", value{node: n})
	}
	for _, part := range m.eventsAt(n, "subEvent") {
		part.add("superEvent", value{node: n})
	}
}

// eventsAt returns the other events that a property leads to, also by their @id
// written as text.
func (m *mapper) eventsAt(n *node, prop string) (out []*node) {
	seen := map[*node]bool{n: true}
	for _, v := range n.all(prop) {
		to := v.node
		if to == nil {
			to = m.doc.graph.byID[v.text]
		}
		if to != nil && !seen[to] && classOf(to) == "Event" {
			out = append(out, to)
		}
		seen[to] = true
	}
	return out
}

// fold marks the parts of an event as its dates when all of them are no more
// than that: dated, under its name or none, with no parts of their own.
func (m *mapper) fold(n *node) {
	children := m.parts(n)
	if m.folded[n] || len(children) == 0 || m.name(n) == "" {
		return
	}
	if own := m.startDay(n); len(children) == 1 && own != "" && own != m.startDay(children[0]) {
		return // not when all of it takes place
	}
	for _, c := range children {
		if m.folded[c] || len(m.parts(c)) > 0 || len(c.all("startDate")) == 0 || !m.sameName(n, c) {
			return
		}
	}
	for _, c := range children {
		m.folded[c] = true
	}
}

// startDay returns the day an event says it starts on, "" for none.
func (m *mapper) startDay(n *node) string {
	start, _, _, err := readMoment(m.plain(n.all("startDate")), m.zone)
	if err != nil {
		return ""
	}
	return m.day(start).String()
}

// parts returns the events that an event is made of.
func (m *mapper) parts(n *node) []*node {
	return slices.DeleteFunc(m.eventsAt(n, "subEvent"), func(c *node) bool { return len(c.props) == 0 })
}

// sameName reports whether a part has no name or one of the whole's names.
func (m *mapper) sameName(whole, part *node) bool {
	names := few(part.all("name"))
	return len(names) == 0 || slices.ContainsFunc(names, func(a value) bool {
		return slices.ContainsFunc(few(whole.all("name")), func(b value) bool {
			return schema.NameKey(title(a.text)) == schema.NameKey(title(b.text))
		})
	})
}

// fromParts returns the dates that stand as parts of the event, and a part with
// offers. What a date says otherwise than the event stays with the date.
func (m *mapper) fromParts(r *records, b *schema.Builder, n *node) (all []schema.Occurrence, offers *node) {
	parts := slices.DeleteFunc(m.parts(n), func(c *node) bool { return !m.folded[c] })
	home := map[schema.IRI]bool{}
	if len(parts) > 0 {
		for _, v := range n.all("location") {
			if _, ok := m.online(v); !ok {
				home[m.place(r, v, "location")] = true
			}
		}
	}
	for _, c := range parts {
		dates, problem := m.fromSpan(b, c)
		if problem != nil {
			problem.Path, problem.Severity = "subEvent."+problem.Path, schema.Warning
			b.Fault(*problem)
			continue
		}
		states := map[string]bool{}
		for _, v := range c.all("offers") {
			if v.node != nil {
				offers = c
				for _, a := range v.node.all("availability") {
					states[m.enum(a)] = true
				}
			}
		}
		for _, o := range dates {
			m.own(r, b, c, &o, home)
			o.Availability = availability(states)
			all = append(all, o)
		}
	}
	return all, offers
}

// own adds what a date says of itself otherwise than its event. home are the
// event's places.
func (m *mapper) own(r *records, b *schema.Builder, c *node, o *schema.Occurrence, home map[schema.IRI]bool) {
	if status := statuses[schema.NameKey(m.enum(first(c.all("eventStatus"))))]; status != "EventScheduled" {
		o.Status = status
	}
	o.Previous = m.momentOf(b, "subEvent.previousStartDate", m.plain(c.all("previousStartDate")), schema.Moment{})
	o.Doors = m.momentOf(b, "subEvent.doorTime", m.plain(c.all("doorTime")), o.Start)
	if n, ok := m.count(b, c, "maximumAttendeeCapacity"); ok {
		o.Capacity = n
	}
	if n, ok := m.count(b, c, "remainingAttendeeCapacity"); ok {
		o.Remaining = &n
	}
	for _, v := range c.all("location") {
		if address, ok := m.online(v); ok {
			o.Online = address
		} else if place := m.place(r, v, "subEvent.location"); !home[place] {
			o.Place = place
		}
	}
}

// count reads how many people a date holds, or how many places are left.
func (m *mapper) count(b *schema.Builder, c *node, prop string) (int, bool) {
	text := m.plain(c.all(prop))
	if text == "" {
		return 0, false
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		b.Fault(schema.Fault{Path: "subEvent." + prop, Value: text, Message: "not a number of people: write it as 120"})
		return 0, false
	}
	return n, true
}

func first(values []value) value {
	if len(values) > 0 {
		return values[0]
	}
	return value{}
}
