package table

import (
	"time"

	"moselle/schema"
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
// one, a period, or several days.
func (r *run) dates(t *thing, ru *rule, at tree.Node, text string) (out []schema.Occurrence) {
	from, until := clocks(r.clock(ru, at))
	if _, _, err := r.written(ru.layouts, text, false); err != nil {
		h, mi, sec, err := parseClock(from)
		timed := func(m schema.Moment) schema.Moment {
			if err == nil && m.Day {
				return on(m, h, mi, sec, r.zone)
			}
			return m
		}
		if first, last, ok := r.period(ru.layouts, text); ok {
			return []schema.Occurrence{{Start: timed(first), End: last}}
		}
		if all, ok := r.days(ru.layouts, text); ok {
			for _, m := range all {
				out = append(out, schema.Occurrence{Start: timed(m)})
			}
			return out
		}
		if until == "" {
			_, _, until = cutClock(text)
		}
	}
	m, ok := r.date(t, ru, at, text, false)
	if !ok {
		return nil
	}
	o := schema.Occurrence{Start: m}
	if h, mi, sec, err := parseClock(until); err == nil && !m.Day {
		o.End = over(m, h, mi, sec)
	}
	return []schema.Occurrence{o}
}

// over returns the next moment after a start at which it is that time.
func over(start schema.Moment, h, mi, sec int) schema.Moment {
	end := on(start, h, mi, sec, start.Time.Location())
	if end.Time.Before(start.Time) {
		y, mo, d := start.Time.Date()
		end.Time = time.Date(y, mo, d+1, h, mi, sec, 0, start.Time.Location())
	}
	return end
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
		h, mi, sec, err := parseClock(clock)
		if err != nil {
			t.b.Fault(schema.Fault{Path: "endDate", Value: clock, Message: "the time is left out: " + err.Error()})
			return schema.Moment{}
		}
		return over(start, h, mi, sec)
	}
	m, _ := r.date(t, ru, at, text, true)
	if m.Day && !start.Day && m.String() == start.Time.Format(time.DateOnly) {
		return schema.Moment{}
	}
	return m
}

// date reads a date of an occurrence. One that cannot be read is kept as a
// fault: it refuses the event when no other date is left.
func (r *run) date(t *thing, ru *rule, at tree.Node, text string, last bool) (schema.Moment, bool) {
	m, note, err := r.moment(ru, text, r.clock(ru, at), last)
	f := schema.Fault{Path: ru.prop.Name, Value: text}
	switch {
	case err != nil:
		f.Message = r.label(ru) + err.Error()
		t.bad = append(t.bad, f)
		return schema.Moment{}, false
	case note != "":
		f.Message = r.label(ru) + note
		t.b.Fault(f)
	}
	return m, true
}

// settle gives an event its dates and what every event has.
func (r *run) settle(t *thing) {
	b := t.b
	for _, f := range t.bad {
		if len(t.dates) == 0 {
			f.Severity = schema.Violation
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
