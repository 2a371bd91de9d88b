package schemaorg

import (
	"strings"

	"moselle/schema"
)

// event builds an event and what it names. What it returns refuses it.
func (m *mapper) event(r *records, n *node, key string) *schema.Fault {
	b, _ := r.build("Event", key, "")
	m.happening(r, b, n)
	b.Put("maximumAttendeeCapacity", m.plain(n.all("maximumAttendeeCapacity")))
	b.Put("remainingAttendeeCapacity", m.plain(n.all("remainingAttendeeCapacity")))
	for _, prop := range []string{"workFeatured", "workPerformed"} {
		r.link(b, prop, n.all(prop), func(v value, path string) schema.IRI { return m.workOf(r, v, path) })
	}
	return m.dates(r, b, n)
}

// happening adds what an event and a series have in common, and what they name.
func (m *mapper) happening(r *records, b *schema.Builder, n *node) {
	for _, t := range n.types {
		b.Type(t)
	}
	m.texts(b, "name", n.all("name", "headline"), title)
	m.texts(b, "description", n.all("description", "disambiguatingDescription", "abstract"), schema.PlainText)
	m.common(b, n, m.doc.base)
	m.keywords(b, n.all("keywords"))
	m.keywords(b, n.all("about"))
	m.terms(b, "additionalType", n.all("additionalType"))
	m.terms(b, "additionalType", n.all("genre"))
	m.inLanguage(b, n)
	b.Put("typicalAgeRange", m.plain(n.all("typicalAgeRange")))
	m.truth(b, n, "isAccessibleForFree")
	m.visitors(r, b, n)
	m.status(b, n)
	seats := m.offers(b, n)
	if b.Class().Name == "Event" {
		b.Put("availability", seats)
	}
	m.locations(r, b, n)
	r.link(b, "organizer", n.all("organizer"), func(v value, path string) schema.IRI {
		return m.agent(r, v, "Organization", path)
	})
	for _, p := range []struct{ prop, class string }{
		{"performer", "Organization"}, {"actor", "Person"}, {"director", "Person"},
	} {
		for _, v := range n.all(p.prop) {
			b.Link("performer", m.agent(r, v, p.class, "performer"))
		}
	}
	for _, whole := range m.eventsAt(n, "superEvent") {
		if m.items[whole] != "" && m.name(whole) != "" {
			b.Link("superEvent", schema.Mint(m.source, m.classOfEvent(whole), m.items[whole]))
		}
	}
}

// statuses are the ways sources write an event's status, as NameKey has them.
var statuses = map[string]string{
	"eventscheduled": "EventScheduled", "scheduled": "EventScheduled", "on schedule": "EventScheduled", "confirmed": "EventScheduled", "available": "EventScheduled",
	"eventcancelled": "EventCancelled", "eventcanceled": "EventCancelled", "cancelled": "EventCancelled", "canceled": "EventCancelled",
	"eventpostponed": "EventPostponed", "postponed": "EventPostponed",
	"eventrescheduled": "EventRescheduled", "rescheduled": "EventRescheduled",
	"eventmovedonline": "EventMovedOnline", "movedonline": "EventMovedOnline",
	"eventtentative": "EventTentative", "tentative": "EventTentative",
}

// status sets the status, scheduled when nothing is said; of several, one that
// is not "scheduled" is the news.
func (m *mapper) status(b *schema.Builder, n *node) {
	status := ""
	for _, v := range n.all("eventStatus") {
		s := m.enum(v)
		known, ok := statuses[schema.NameKey(s)]
		switch {
		case s == "":
		case !ok:
			b.Fault(schema.Fault{Path: "eventStatus", Value: s, Message: "not a status of schema.org; taken as scheduled. Write EventCancelled, EventPostponed, EventRescheduled or EventMovedOnline"})
		case status == "" || status == "EventScheduled":
			status = known
		}
	}
	if status == "" {
		status = "EventScheduled"
	}
	b.Put("eventStatus", status)
	for _, v := range n.all("eventAttendanceMode") {
		switch s := m.enum(v); s {
		case "OfflineEventAttendanceMode", "OnlineEventAttendanceMode", "MixedEventAttendanceMode":
			b.Put("eventAttendanceMode", s)
		case "":
		default:
			b.Fault(schema.Fault{Path: "eventAttendanceMode", Value: s, Message: "not one of schema.org: write OfflineEventAttendanceMode, OnlineEventAttendanceMode or MixedEventAttendanceMode"})
		}
	}
}

// enum returns the local name of an enumeration's member however it is written.
func (m *mapper) enum(v value) string {
	s := v.text
	if v.node != nil {
		if s = v.node.id; s == "" {
			s = m.label(v)
		}
	}
	s = strings.TrimPrefix(strings.TrimSpace(s), "schema:")
	if name := local(schemaIRI(s)); name != "" {
		return name
	}
	return s[strings.LastIndexAny(s, "/#")+1:]
}

// enumOf returns the last member of an enumeration that a property names.
func (m *mapper) enumOf(n *node, prop string) (member string) {
	for _, v := range n.all(prop) {
		member = m.enum(v)
	}
	return member
}

// locations adds the places, and those that are online.
func (m *mapper) locations(r *records, b *schema.Builder, n *node) {
	for _, v := range n.all("location") {
		address, online := m.online(v)
		if !online {
			b.Link("location", m.place(r, v, "location"))
			continue
		}
		p := b.Part("virtualLocation", "VirtualLocation")
		if v.node != nil {
			m.texts(p, "name", v.node.all("name"), title)
		}
		p.Put("url", address)
	}
}

// online returns the address of a location that is online, "" when it has none.
func (m *mapper) online(v value) (address string, ok bool) {
	switch {
	case v.node == nil && strings.Contains(v.text, "://") && m.doc.graph.byID[v.text] == nil:
		return m.absolute(v.text), true
	case v.node != nil && v.node.is("VirtualLocation"):
		return m.address(v.node.all("url", "sameAs")), true
	}
	return "", false
}

// truth adds a yes or no, which may be schema.org's own "True".
func (m *mapper) truth(b *schema.Builder, n *node, prop string) {
	for _, v := range n.all(prop) {
		b.Put(prop, m.enum(v))
	}
}
