package linkedart

import (
	"strings"
	"time"

	"moselle/schema"
)

// event maps an activity, such as an exhibition, which is open on all days of its
// time. What it is made of, as a show at several houses is, gives its dates.
func (m *mapper) event(b *schema.Builder, n *node) {
	m.types(b, n)
	if n.aat(exhibition, exhibitions) || strings.Contains(strings.ToLower(typed(n)), "exhibition") {
		b.Type("ExhibitionEvent")
	}
	m.referred(b, n, "")
	m.pages(b, n)
	m.media(b, n)
	for _, a := range n.all("carried_out_by") {
		b.Link("organizer", m.agent(a, "organizer"))
	}
	for _, a := range n.all("participant") {
		b.Link("contributor", m.agent(a, "contributor"))
	}
	for _, v := range append(n.all("used_specific_object"), n.all("influenced_by")...) {
		if classOf(v) == "Work" {
			b.Link("workFeatured", m.record(v, "Work", "workFeatured"))
		}
	}
	if up := n.one("part_of"); classOf(up.orNone()) == "Event" && !b.Has("superEvent") {
		b.Link("superEvent", m.record(up, "Event", "superEvent"))
	}
	var dates []schema.Occurrence
	m.happens(n, "", &dates, maxParts)
	places := map[schema.IRI]bool{}
	for i := range dates {
		places[dates[i].Place] = true
	}
	for i := range dates {
		if p := dates[i].Place; p != "" && places[p] {
			b.Link("location", p)
			places[p] = false
		}
	}
	if len(dates) == 1 {
		dates[0].Place = ""
	}
	if len(dates) == 0 {
		at := m.place(n.one("took_place_at"), "location")
		b.Link("location", at)
	}
	b.Occurrences(dates)
}

// orNone returns a node that says nothing for none.
func (n *node) orNone() *node {
	if n == nil {
		return &node{}
	}
	return n
}

// happens gathers when and where an activity takes place: the parts that have
// dates, or the whole.
func (m *mapper) happens(n *node, at schema.IRI, dates *[]schema.Occurrence, depth int) {
	if p := m.place(n.one("took_place_at"), "location"); p != "" {
		at = p
	}
	before := len(*dates)
	if depth > 0 {
		for _, part := range n.all("part") {
			m.happens(part, at, dates, depth-1)
		}
	}
	if t := n.one("timespan"); t != nil && len(*dates) == before {
		if start, end, ok := m.days(t); ok {
			*dates = append(*dates, schema.Occurrence{Start: start, End: end, Place: at})
		}
	}
}

// days returns the first and the last day of a time-span; ok is false where it is
// not known to the day.
func (m *mapper) days(t *node) (start, end schema.Moment, ok bool) {
	day := func(v *node) schema.Moment {
		d := m.end("startDate", v)
		if !d.ok || d.day == 0 || d.year < 1 {
			return schema.Moment{}
		}
		zone := m.env.Zone
		if zone == nil {
			zone = time.UTC
		}
		return schema.Moment{Time: time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, zone), Day: true}
	}
	start, end = day(t.one("begin_of_the_begin", "end_of_the_begin")), day(t.one("end_of_the_end", "begin_of_the_end"))
	return start, end, !start.IsZero()
}
