package schemaorg

import "moselle/schema"

// classOfEvent returns the class of the record that an event becomes. A series
// is one when its events are records of their own, or when nothing says that it
// is more than a name for them; with dates alone it is one event that happens
// several times.
func (m *mapper) classOfEvent(n *node) string {
	if !n.is("EventSeries") {
		return "Event"
	}
	class, ok := m.series[n]
	if !ok {
		class = m.classOfSeries(n)
		m.series[n] = class
	}
	return class
}

func (m *mapper) classOfSeries(n *node) string {
	parts := m.parts(n)
	for _, c := range parts {
		if !m.folded[c] {
			return "EventSeries"
		}
	}
	if len(parts) == 0 && len(n.all("startDate", "eventSchedule", "openingHoursSpecification")) == 0 {
		return "EventSeries"
	}
	return "Event"
}

// season builds a series and what it names. It lasts from its first event to its
// last.
func (m *mapper) season(r *records, n *node, key string) {
	b, _ := r.build("EventSeries", key, "")
	m.happening(r, b, n)
	dates, problem := m.fromSpan(b, n)
	if problem != nil {
		problem.Severity = schema.Warning
		b.Fault(*problem)
	}
	for i, o := range dates {
		if i == 0 {
			b.Moment("startDate", o.Start)
		}
		if i == len(dates)-1 {
			b.Moment("endDate", o.End)
		}
	}
}
