package schema

import (
	"maps"
	"slices"
	"strconv"
	"time"

	"moselle/schema/vocab"
)

// Occurrence is one dated happening of an event.
type Occurrence struct {
	ID           IRI // the event's own IRI when it happens once
	Start, End   Moment
	Status       string            // "EventScheduled" …; "" is the event's
	Reason       map[string]string // why it has that status, by language
	Availability string            // "InStock", "LimitedAvailability", "PreOrder", "SoldOut"; "" is the event's
	Previous     Moment            // when it was to start before it was moved
	MovedTo      IRI               // the date that takes its place, as OccurrenceIRI gives it
	Doors        Moment            // when the doors open
	Name         string            // its own title, where it differs, in NameLang
	NameLang     string
	Place        IRI    // its own place, where it differs
	Online       string // its own address online
	Capacity     int    // how many people it holds; 0 is not known
	Remaining    *int   // how many places are left; nil is not known
}

// plain reports whether an occurrence says nothing but when it is.
func (o Occurrence) plain() bool {
	return o.Status == "" && o.Availability == "" && len(o.Reason) == 0 && o.Previous.IsZero() && o.MovedTo == "" && o.Doors.IsZero() &&
		o.Name == "" && o.Place == "" && o.Online == "" && o.Capacity == 0 && o.Remaining == nil
}

// OccurrenceIRI returns the IRI of the date that starts then.
func (b *Builder) OccurrenceIRI(start Moment) IRI { return occurrenceIRI(b.iri, start.String()) }

func occurrenceIRI(record IRI, local string) IRI {
	if len(local) > 16 {
		local = local[:16]
	}
	return record + IRI("#occ-"+withoutMarks.Replace(local))
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
	b.replace(all)
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
	if len(all) == 1 && all[0].plain() {
		return
	}
	for _, o := range all {
		p := b.Part("occurrence", "Occurrence")
		p.Moment("startDate", o.Start)
		p.Moment("endDate", o.End)
		p.Put("eventStatus", o.Status)
		for _, lang := range slices.Sorted(maps.Keys(o.Reason)) {
			p.Text("statusReason", lang, o.Reason[lang])
		}
		p.Put("availability", o.Availability)
		p.Moment("previousStartDate", o.Previous)
		p.Link("movedTo", o.MovedTo)
		p.Moment("doorTime", o.Doors)
		p.Text("name", o.NameLang, o.Name)
		p.Link("location", o.Place)
		if o.Online != "" {
			p.Part("virtualLocation", "VirtualLocation").Put("url", o.Online)
		}
		if o.Capacity > 0 {
			p.Put("maximumAttendeeCapacity", strconv.Itoa(o.Capacity))
		}
		if o.Remaining != nil {
			p.Put("remainingAttendeeCapacity", strconv.Itoa(*o.Remaining))
		}
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
func (n *Node) Occurrences() []Occurrence { return n.OccurrencesIn(time.UTC) }

// OccurrencesIn is Occurrences with the days of an event that names no zone as
// days of that zone.
func (n *Node) OccurrencesIn(zone *time.Location) []Occurrence {
	if z, err := LoadZone(n.String("timezone")); err == nil {
		zone = z
	}
	parts := n.Nodes("occurrence")
	if len(parts) == 0 {
		parts = []*Node{n}
	}
	booked := ""
	if n.Inherits("availability") {
		booked = n.String("availability")
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
		o.Doors, _ = p.moment("doorTime", zone)
		if refs := p.Refs("movedTo"); len(refs) > 0 {
			o.MovedTo = refs[0]
		}
		if c, ok := p.Number("maximumAttendeeCapacity"); ok {
			o.Capacity = int(c)
		}
		if c, ok := p.Number("remainingAttendeeCapacity"); ok {
			left := int(c)
			o.Remaining = &left
		}
		if len(p.Values("statusReason")) > 0 {
			o.Reason = p.Texts("statusReason")
		}
		if v := p.Node("virtualLocation"); v != nil {
			o.Online = v.String("url")
		}
		if p != n {
			o.Name, o.NameLang = p.Text("name")
			if o.Status == "" {
				o.Status = n.String("eventStatus")
			}
			o.Availability = first(o.Availability, booked)
			if refs := p.Refs("location"); len(refs) > 0 {
				o.Place = refs[0]
			}
		}
		out = append(out, o)
	}
	slices.SortStableFunc(out, func(a, c Occurrence) int { return a.Start.Time.Compare(c.Start.Time) })
	return out
}

// Inherits reports whether the dates of an event take from it what they do not
// say of a property themselves: all but an availability where any date has its
// own.
func (n *Node) Inherits(prop string) bool {
	return prop != "availability" || !slices.ContainsFunc(n.Nodes("occurrence"), func(d *Node) bool { return d.String(prop) != "" })
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
