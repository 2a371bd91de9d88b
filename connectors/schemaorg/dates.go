package schemaorg

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"moselle/schema"
	"moselle/schema/calendar"
)

// dates says when an event happens: by the dates it lists as parts, else its
// schedules, else its opening hours, else its start and end. What it returns
// refuses the event.
func (m *mapper) dates(r *records, b *schema.Builder, n *node) (problem *schema.Fault) {
	all, offers := m.fromParts(r, b, n)
	if offers != nil && !b.Has("offers") {
		m.offers(b, offers)
	}
	if len(all) == 0 {
		if all, problem = m.fromSchedules(b, n); len(all) > 0 {
			m.compare(b, n, all)
		}
	}
	if len(all) == 0 && m.fromHours(b, n) {
		m.moved(b, n)
		return nil
	}
	if len(all) == 0 {
		var unreadable *schema.Fault
		if all, unreadable = m.fromSpan(b, n); unreadable != nil {
			problem = unreadable
		}
	}
	b.Occurrences(all)
	if len(all) == 0 {
		return problem
	}
	for _, o := range all {
		if _, own := o.Start.Time.Zone(); !o.Start.Day && m.zone != time.Local {
			if _, here := o.Start.Time.In(m.zone).Zone(); own == here {
				b.Put("timezone", m.zone.String())
			}
			break
		}
	}
	m.moved(b, n)
	m.moment(b, "doorTime", m.plain(n.all("doorTime")), all[0].Start)
	return nil
}

// fromHours writes the opening hours of an event and a date for each opening in
// the window; false when it has none.
func (m *mapper) fromHours(b *schema.Builder, n *node) bool {
	o, ok := m.openingOf(b, n)
	if ok {
		o.Put(b, m.window())
	}
	return ok && b.Has("startDate")
}

// moved adds when the event was to start before it was moved.
func (m *mapper) moved(b *schema.Builder, n *node) {
	for _, v := range n.all("previousStartDate") {
		m.moment(b, "previousStartDate", m.label(v), schema.Moment{})
	}
}

// compare tells of a start that the event's schedules do not have. They are
// followed: an event with a schedule is to have no start of its own.
func (m *mapper) compare(b *schema.Builder, n *node, dates []schema.Occurrence) {
	starts, _, _ := m.readMoments(b, n, "startDate")
	for _, s := range starts {
		if b.Has("eventSchedule") && (s.Time.Before(m.window().From) || !s.Time.Before(m.window().To)) {
			continue // rules give no dates there
		}
		if !slices.ContainsFunc(dates, func(o schema.Occurrence) bool {
			return o.Start.Time.Equal(s.Time) || s.Day && o.Start.Time.Format(time.DateOnly) == s.String()
		}) {
			b.Fault(schema.Fault{Path: "startDate", Value: s.String(), Message: "not a date of its own schedule, which is followed"})
		}
	}
}

// fromSpan returns the date that startDate and endDate say, or several when the
// node has several starts: crawlers that merge pages leave them so.
func (m *mapper) fromSpan(b *schema.Builder, n *node) ([]schema.Occurrence, *schema.Fault) {
	starts, ends, problem := m.readMoments(b, n, "startDate")
	if len(starts) == 0 {
		for _, c := range m.parts(n) { // a festival lasts from its first event to its last
			s, e, _ := m.readMoments(b, c, "startDate")
			last, _, _ := m.readMoments(b, c, "endDate")
			starts, ends = append(starts, s...), append(append(ends, e...), last...)
		}
		if len(starts) == 0 {
			return nil, problem
		}
		ends = append(ends, starts...)
		starts = []schema.Moment{slices.MinFunc(starts, compareMoments)}
		ends = []schema.Moment{slices.MaxFunc(ends, compareMoments)}
	}
	own, more, _ := m.readMoments(b, n, "endDate")
	ends = append(append(ends, own...), more...)
	slices.SortFunc(ends, compareMoments)
	slices.SortFunc(starts, compareMoments)
	starts = slices.CompactFunc(starts, func(a, b schema.Moment) bool { return compareMoments(a, b) == 0 })
	if len(starts) > 1 {
		b.Fault(schema.Fault{Path: "startDate", Message: fmt.Sprintf("%d starts; each is taken for a date of its own", len(starts))})
	}
	length := m.plain(n.all("duration"))

	var out []schema.Occurrence
	for i, s := range starts {
		o := schema.Occurrence{Start: s}
		for _, e := range ends {
			if i+1 < len(starts) && compareMoments(e, starts[i+1]) > 0 {
				break
			}
			if !e.Time.Before(s.Time) || e.Day && e.String() == s.Time.Format(time.DateOnly) || len(starts) == 1 && len(ends) == 1 {
				o.End = e
				break
			}
		}
		if d, err := calendar.ParseDuration(length); err == nil && o.End.IsZero() && !s.Day && d.Days+int(d.Clock) > 0 {
			o.End = d.After(s)
		}
		out = append(out, m.midnights(b, tidy(o)))
	}
	return out, nil
}

// midnights takes a span from one midnight to another, or to itself, for whole
// days: so templates print dates that have no time. In UTC it is the midnight of
// the source that counts.
func (m *mapper) midnights(b *schema.Builder, o schema.Occurrence) schema.Occurrence {
	if o.Start.Day || o.End.IsZero() || o.End.Day {
		return o
	}
	days := o
	for _, mo := range []*schema.Moment{&days.Start, &days.End} {
		at := mo.Time
		if _, offset := at.Zone(); offset == 0 {
			at = at.In(m.zone)
		}
		if h, min, s := at.Clock(); h+min+s > 0 {
			return o
		}
		*mo = schema.Moment{Time: at, Day: true}
	}
	b.Fault(schema.Fault{Path: "startDate", Value: o.Start.String(), Message: "from midnight to midnight; taken as whole days, from " +
		days.Start.String() + " to " + days.End.String() + ". Write days without a time"})
	return days
}

// tidy takes an end on the same day for no end, as it says nothing, and a span
// from midnight to a minute or a second before midnight for whole days.
func tidy(o schema.Occurrence) schema.Occurrence {
	if o.End.Day && !o.Start.Day && o.End.Time.Format(time.DateOnly) == o.Start.Time.Format(time.DateOnly) {
		o.End = schema.Moment{}
	}
	if !o.Start.Day && !o.End.Day && o.Start.Time.Format(time.TimeOnly) == "00:00:00" && strings.HasPrefix(o.End.Time.Format(time.TimeOnly), "23:59:") {
		day := func(t time.Time) schema.Moment {
			y, m, d := t.Date()
			return schema.Moment{Time: time.Date(y, m, d, 0, 0, 0, 0, t.Location()), Day: true}
		}
		o.Start, o.End = day(o.Start.Time), day(o.End.Time)
	}
	return o
}

func compareMoments(a, b schema.Moment) int { return a.Time.Compare(b.Time) }

// readMoments reads the dates of a property. ends are those that a value gives
// together with its start. A day that is there with a time too is left out.
func (m *mapper) readMoments(b *schema.Builder, n *node, prop string) (all, ends []schema.Moment, problem *schema.Fault) {
	for _, v := range n.all(prop) {
		s := m.label(v)
		if s == "" {
			continue
		}
		start, end, note, err := readMoment(s, m.zone)
		if err != nil {
			f := schema.Fault{Path: prop, Value: s, Message: err.Error()}
			if problem = &f; prop != "startDate" {
				b.Fault(f)
			} else {
				f.Severity = schema.Violation
			}
			continue
		}
		if note != "" {
			b.Fault(schema.Fault{Path: prop, Value: s, Message: note})
		}
		all = append(all, start)
		if !end.IsZero() {
			ends = append(ends, end)
		}
	}
	timed := map[string]bool{}
	for _, mo := range all {
		if !mo.Day {
			timed[mo.Time.Format(time.DateOnly)] = true
		}
	}
	if prop == "startDate" {
		all = slices.DeleteFunc(all, func(mo schema.Moment) bool { return mo.Day && timed[mo.String()] })
	}
	return all, ends, problem
}
