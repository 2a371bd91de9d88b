package calendar

import (
	"time"

	"moselle/schema"
)

// maxDays bounds the days that are looked at.
const maxDays = 200_000

// Expand returns when it is open within the window, day by day in order, the
// first schema.MaxOccurrences spans; truncated says that there are more. What
// goes on behind midnight belongs to the day it begins on. A period without
// hours is one span from its first day to its last, or to the window's bounds
// where it has none. There is none when it is never open in the window.
func (o Opening) Expand(w Range) (spans []Span, truncated bool) {
	first, last := o.days(w)
	if !o.HasHours() {
		if first > last {
			return nil, false
		}
		s := Span{o.From, o.To}
		if o.From.IsZero() {
			s.Start = first.moment(o.zone())
		}
		if o.To.IsZero() {
			s.End = last.moment(o.zone())
		}
		return []Span{s}, false
	}
	p := o.plan()
	for d := first; d <= last && d < first+maxDays; d++ {
		hours, _ := p.on(d)
		had := len(spans)
		spans = p.spans(spans, d, hours)
		for len(spans) > had && !spans[had].touches(w) {
			spans = append(spans[:had], spans[had+1:]...)
		}
		if len(spans) > schema.MaxOccurrences {
			return spans[:schema.MaxOccurrences], true
		}
	}
	return spans, false
}

// days returns the first and the last day of the opening that may have hours in
// the window: the day before it counts, as hours go on behind midnight.
func (o Opening) days(w Range) (first, last date) {
	zone := o.zone()
	first = dateOf(w.From.In(zone))
	if o.HasHours() {
		first--
	}
	last = dateOf(w.To.Add(-time.Second).In(zone))
	if !o.From.IsZero() {
		first = max(first, dateOf(o.From.Time))
	}
	if !o.To.IsZero() {
		last = min(last, dateOf(o.To.Time))
	}
	return first, last
}

// touches reports whether the span has a part in the window.
func (s Span) touches(w Range) bool {
	end := s.Start.End()
	if !s.End.IsZero() {
		end = s.End.End()
	}
	return s.Start.Time.Before(w.To) && (end.After(w.From) || !s.Start.Time.Before(w.From))
}

// Put writes everything the opening says onto an event: the hours, that it is
// permanent, and its dates in the window. An opening that has no date there is
// one long date, from its first day to its last.
func (o Opening) Put(event *schema.Builder, w Range) { o.PutAs(event, w, schema.Occurrence{}) }

// PutAs is Put for an event of which each date says what like says: why it is
// cancelled, for instance.
func (o Opening) PutAs(event *schema.Builder, w Range, like schema.Occurrence) {
	o.Describe(event)
	if o.Permanent() {
		event.Put("permanent", "true")
	}
	spans, truncated := o.Expand(w)
	if len(spans) == 0 && !o.From.IsZero() {
		spans = []Span{{o.From, o.To}}
	}
	if len(spans) > 1 { // the period is longer than the window shows
		if !o.From.IsZero() && o.From.Time.Before(w.From) {
			event.Moment("startDate", o.From)
		}
		if !o.To.IsZero() && (truncated || !o.To.Time.Before(w.To)) {
			event.Moment("endDate", o.To)
		}
	}
	all := make([]schema.Occurrence, len(spans))
	for i, s := range spans {
		all[i] = like
		all[i].Start, all[i].End = s.Start, s.End
	}
	event.Occurrences(all)
	if truncated {
		event.Truncated()
	}
}
