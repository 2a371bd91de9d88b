package table

import (
	"time"

	"moselle/schema"
	"moselle/schema/dateline"
	"moselle/schema/tree"
)

// occurrences adds the dates that a row gives an event.
func (r *run) occurrences(t *thing, at tree.Node) {
	for _, ru := range r.item.dates {
		r.repeat(ru, at, func(n tree.Node) {
			if ru.main != nil {
				r.starts(t, ru.main, n, nil)
			} else {
				r.occurrence(t, ru.part, n)
			}
		})
	}
}

// starts adds an occurrence for each start that a rule gives; complete, when
// not nil, adds the rest to it.
func (r *run) starts(t *thing, ru *rule, at tree.Node, complete func(schema.Occurrence) schema.Occurrence) {
	r.values(ru, t.b, at, func(v string) {
		for _, o := range r.dates(t, ru, at, v) {
			if complete != nil {
				o = complete(o)
			}
			t.timed = t.timed || !o.Start.Day
			t.dates = append(t.dates, o)
		}
	})
}

// dates reads what stands for a start: a date, with its end when its time has
// one, a period, or several days. The time beside it is that of each.
func (r *run) dates(t *thing, ru *rule, at tree.Node, text string) []schema.Occurrence {
	found, note, err := r.days(ru.layouts, text, false)
	if !r.told(t, ru, text, note, err) {
		return nil
	}
	out := make([]schema.Occurrence, len(found))
	for i, d := range found {
		out[i] = schema.Occurrence{Start: d.Start, End: d.End}
	}
	clock := r.clock(ru, at)
	if clock == "" {
		return out
	}
	h, err := dateline.ParseHours(clock)
	if err != nil {
		r.told(t, ru, text, leftOut(clock, err), nil)
		return out
	}
	for i := range out {
		o := &out[i]
		period := o.Start.Day && !o.End.IsZero()
		if o.Start.Day || len(out) == 1 {
			o.Start = h.From.On(o.Start, r.zone)
		}
		if h.Ends && !period && !o.Start.Day {
			o.End = h.Until.After(o.Start)
		}
	}
	return out
}

// end reads an end. A time alone is one of the start's day, or of the next
// when it is earlier than the start; a day alone is no news when it is the day
// of a start with a time.
func (r *run) end(t *thing, ru *rule, at tree.Node, start schema.Moment) schema.Moment {
	text, clock := r.value(&ru.src, at), r.clock(ru, at)
	if text == "" {
		if clock == "" || start.Day {
			return schema.Moment{}
		}
		c, err := dateline.ParseClock(clock)
		if err != nil {
			t.b.Fault(schema.Fault{Path: "endDate", Value: clock, Message: "the time is left out: " + err.Error()})
			return schema.Moment{}
		}
		return c.After(start)
	}
	m := r.date(t, ru, at, text, true)
	if m.Day && !start.Day && m.String() == start.Time.Format(time.DateOnly) {
		return schema.Moment{}
	}
	return m
}

// date reads a date of an occurrence.
func (r *run) date(t *thing, ru *rule, at tree.Node, text string, last bool) schema.Moment {
	m, note, err := r.moment(ru, text, r.clock(ru, at), last)
	r.told(t, ru, text, note, err)
	return m
}

// told tells what is to be said of a date and reports whether it could be read.
// One that could not is kept as a fault: it refuses the event when no other date
// is left.
func (r *run) told(t *thing, ru *rule, text, note string, err error) bool {
	f := schema.Fault{Path: ru.prop.Name, Value: text}
	switch {
	case err != nil:
		f.Message = r.label(ru) + err.Error()
		t.bad = append(t.bad, f)
	case note != "":
		f.Message = r.label(ru) + note
		t.b.Fault(f)
	}
	return err == nil
}

// settle gives an event its dates and what every event has.
func (r *run) settle(t *thing) {
	b := t.b
	for _, f := range t.bad {
		if len(t.dates) == 0 {
			f.Lacks = "startDate"
		}
		b.Fault(f)
	}
	places(b, t.dates)
	statuses(b, t.dates)
	if !r.byHours(t) {
		b.Occurrences(t.dates)
	}
	if t.timed && !b.Has("timezone") && r.zone != nil {
		b.Put("timezone", r.zone.String())
	}
	if !b.Has("eventStatus") {
		b.Put("eventStatus", "EventScheduled")
	}
}

// statuses gives an event the status that all its dates share.
func statuses(b *schema.Builder, dates []schema.Occurrence) {
	if len(dates) == 0 || b.Has("eventStatus") {
		return
	}
	for _, d := range dates {
		if d.Status != dates[0].Status || d.Availability != dates[0].Availability {
			return
		}
	}
	b.Put("eventStatus", dates[0].Status)
	b.Put("availability", dates[0].Availability)
	for i := range dates {
		dates[i].Status, dates[i].Availability = "", ""
	}
}

// places gives an event that has no place those of its dates; one that all
// dates share is the event's alone.
func places(b *schema.Builder, dates []schema.Occurrence) {
	if b.Has("location") {
		return
	}
	shared := len(dates) > 0
	for _, o := range dates {
		b.Link("location", o.Place)
		shared = shared && o.Place == dates[0].Place
	}
	if shared {
		for i := range dates {
			dates[i].Place = ""
		}
	}
}
