package schema

import (
	"slices"
	"time"

	"moselle/schema/vocab"
)

// Occurrence is one dated happening of an event.
type Occurrence struct {
	ID           IRI // the event's own IRI when it happens once
	Start, End   Moment
	Status       string // "EventScheduled" …; "" is the event's
	Availability string // "InStock", "LimitedAvailability", "SoldOut", "PreOrder"; "" is the event's
	Previous     Moment // when it was to start before it was moved
	Name         string // its own title, where it differs, in NameLang
	NameLang     string
	Place        IRI // its own place, where it differs
}

// MaxOccurrences bounds the dates kept of one event.
const MaxOccurrences = 10_000

// Occurrences says when the event happens: sorts the dates, keeps the first
// MaxOccurrences, sets startDate and endDate to the whole span and, when there
// is more than one date or one that differs from the event, adds a part for each.
// An end before its start is dropped with a fault. The slice is sorted in place.
func (b *Builder) Occurrences(all []Occurrence) {
	slices.SortStableFunc(all, func(a, c Occurrence) int { return a.Start.Time.Compare(c.Start.Time) })
	if len(all) > MaxOccurrences {
		all = all[:MaxOccurrences]
		b.Truncated()
	}
	if len(all) == 0 {
		return
	}
	last := all[0].End
	for i := range all {
		o := &all[i]
		if !o.End.IsZero() && o.End.End().Before(o.Start.Time) {
			b.Fault(Fault{Path: "endDate", Value: o.End.String(), Message: "ends before it starts (" + o.Start.String() + "); the end is left out"})
			o.End = Moment{}
		}
		end := o.End
		if end.IsZero() && len(all) > 1 {
			end = o.Start
		}
		if i == 0 || end.End().After(last.End()) {
			last = end
		}
	}
	b.Moment("startDate", all[0].Start)
	b.Moment("endDate", last)
	one := all[0]
	if len(all) == 1 && one.Status == "" && one.Availability == "" && one.Previous.IsZero() && one.Name == "" && one.Place == "" {
		return
	}
	for _, o := range all {
		p := b.Part("occurrence", "Occurrence")
		p.Moment("startDate", o.Start)
		p.Moment("endDate", o.End)
		p.Put("eventStatus", o.Status)
		p.Put("availability", o.Availability)
		p.Moment("previousStartDate", o.Previous)
		p.Text("name", o.NameLang, o.Name)
		p.Link("location", o.Place)
	}
}

// Truncated notes that an event has more dates than are kept.
func (b *Builder) Truncated() {
	if !b.Has("truncated") {
		b.Put("truncated", "true")
		b.Fault(Fault{Path: "occurrence", Message: "more than 10,000 dates; the first 10,000 are kept"})
	}
}

// Occurrences returns an event's dates in order; one for an event that happens
// once, none for a node that is no event or has no readable start.
func (n *Node) Occurrences() []Occurrence {
	zone := time.UTC
	if z, err := time.LoadLocation(n.String("timezone")); err == nil && n.String("timezone") != "" {
		zone = z
	}
	parts := n.Nodes("occurrence")
	if len(parts) == 0 {
		parts = []*Node{n}
	}
	out := make([]Occurrence, 0, len(parts))
	for _, p := range parts {
		start, ok := p.moment("startDate", zone)
		if !ok {
			continue
		}
		end, _ := p.moment("endDate", zone)
		o := Occurrence{ID: p.ID, Start: start, End: end, Status: p.String("eventStatus"), Availability: p.String("availability")}
		o.Previous, _ = p.moment("previousStartDate", zone)
		if p != n {
			o.Name, o.NameLang = p.Text("name")
			if o.Status == "" {
				o.Status = n.String("eventStatus")
			}
			if o.Availability == "" {
				o.Availability = n.String("availability")
			}
			if refs := p.Refs("location"); len(refs) > 0 {
				o.Place = refs[0]
			}
		}
		out = append(out, o)
	}
	slices.SortStableFunc(out, func(a, c Occurrence) int { return a.Start.Time.Compare(c.Start.Time) })
	return out
}

// moment reads a date; a time keeps the offset it was written with, shown in
// zone when the two agree.
func (n *Node) moment(prop string, zone *time.Location) (Moment, bool) {
	v, ok := n.first(prop)
	if !ok {
		return Moment{}, false
	}
	m, err := ParseMoment(v.Text, zone)
	if err != nil {
		return Moment{}, false
	}
	if !m.Day && v.Datatype != vocab.XSD+"date" {
		m.Time = m.Time.In(zone)
	}
	return m, true
}
