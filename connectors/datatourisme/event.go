package datatourisme

import (
	"moselle/schema"
	"moselle/schema/tree"
)

// event builds an event and what it names. What it returns refuses it.
func (m *mapper) event(o tree.Node, k kind, key string) {
	b, _ := m.Build("Event", key, "")
	m.common(b, o, k)
	for _, p := range []string{"hasTheme", "hasArchitecturalStyle"} {
		for v := range tree.Values(get(o, p)) {
			m.term(b.Part("about", "DefinedTerm"), v)
		}
	}
	m.audience(b, o)
	b.Put("eventStatus", status(o))
	b.Put("maximumAttendeeCapacity", plain(get(o, "allowedPersons")))
	n := 0
	for at := range tree.Values(get(o, "isLocatedAt")) {
		if n++; n > maxPlaces {
			b.Fault(schema.Fault{Path: "isLocatedAt", Message: "more than 20 places; the first 20 are kept"})
			break
		}
		b.Link("location", m.venue(at, b))
	}
	m.offers(b, o)
	if problem := m.dates(b, o, k); problem != nil {
		problem.Lacks = "startDate"
		b.Fault(*problem)
	}
}

// maxPlaces bounds the places of one event.
const maxPlaces = 20

// status returns what has become of an event, for those exports that say it;
// DATAtourisme itself knows none.
func status(o tree.Node) string {
	switch s := code(first(get(o, "eventStatus"))); s {
	case "EventCancelled", "EventPostponed", "EventRescheduled", "EventMovedOnline":
		return s
	}
	return "EventScheduled"
}

// audience adds whom an event is meant for. How far its fame reaches, which
// stands among them, is none of it.
func (m *mapper) audience(b *schema.Builder, o tree.Node) {
	add := func(n tree.Node) {
		for v := range tree.Values(n) {
			reach := false
			for t := range tree.Values(get(v, "type")) {
				reach = reach || code(t) == "GeographicReach"
			}
			if !reach {
				m.term(b.Part("audience", "DefinedTerm"), v)
			}
		}
	}
	add(get(o, "hasAudience"))
	add(get(o, "hasClientTarget"))
	for d := range tree.Values(get(o, "hasDescription")) {
		add(get(d, "isDedicatedTo"))
	}
}
