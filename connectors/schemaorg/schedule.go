package schemaorg

import (
	"errors"
	"fmt"
	"time"

	"moselle/schema"
	"moselle/schema/calendar"
)

// maxSchedules bounds the schedules of one event. Sites write one for each date.
const maxSchedules = 2000

// fromSchedules keeps the event's schedules and returns the dates they give;
// those of rules lie in the window where any do. problem says why one gives none.
func (m *mapper) fromSchedules(b *schema.Builder, n *node) (all []schema.Occurrence, problem *schema.Fault) {
	var rules []calendar.Span
	for i, v := range n.all("eventSchedule") {
		if i >= maxSchedules {
			b.Fault(schema.Fault{Path: "eventSchedule", Message: fmt.Sprintf("more than %d schedules; the first are kept", maxSchedules)})
			break
		}
		if len(rules) > schema.MaxOccurrences {
			b.Truncated()
			break
		}
		if v.node == nil {
			continue
		}
		dates, repeats, err := m.fromSchedule(b, n, v.node)
		switch {
		case err != nil:
			f := schema.Fault{Path: "eventSchedule", Value: m.plain(v.node.all("repeatFrequency")), Message: err.Error()}
			if at := (*calendar.PropertyError)(nil); errors.As(err, &at) {
				f.Path, f.Value, f.Message = "eventSchedule."+at.Property, m.plain(v.node.all(at.Property)), at.Err.Error()
			}
			b.Fault(f)
			f.Severity = schema.Violation
			problem = &f
		case repeats:
			rules = append(rules, dates...)
		default:
			all = append(all, occurrences(dates)...)
		}
	}
	return append(all, m.inWindow(b, rules)...), problem
}

// fromSchedule returns the dates of one schedule, and whether it is a rule; a
// rule is kept with the event.
func (m *mapper) fromSchedule(b *schema.Builder, event, n *node) (dates []calendar.Span, repeats bool, err error) {
	s, err := m.schedule(b, n)
	if err != nil {
		return nil, false, err
	}
	m.borrow(b, event, &s)
	set, err := s.Set(m.zone, m.window().From)
	if err != nil {
		return nil, false, err
	}
	if s.Timezone != "" {
		b.Put("timezone", set.Zone.String())
	}
	set.Describe(b, m.window())
	dates, more, err := set.Expand(m.window())
	switch {
	case err != nil:
		return nil, s.Repeats(), fmt.Errorf("it %w", err)
	case len(dates) == 0:
		return nil, s.Repeats(), errors.New("no date is left: every one is excepted, or no day fits the rule")
	case more:
		b.Truncated()
	}
	return dates, s.Repeats(), nil
}

// schedule reads a Schedule node. An end or an exception that cannot be read is
// left out; anything else costs the schedule.
func (m *mapper) schedule(b *schema.Builder, n *node) (s calendar.Schedule, err error) {
	one := func(prop string) string { return m.plain(n.all(prop)) }
	s = calendar.Schedule{RepeatFrequency: one("repeatFrequency"), RepeatCount: one("repeatCount"), Timezone: one("scheduleTimezone"),
		ByMonth: m.labels(n.all("byMonth")), ByMonthDay: m.labels(n.all("byMonthDay")), ByMonthWeek: m.labels(n.all("byMonthWeek")),
		StartTime: one("startTime"), EndTime: one("endTime"), Duration: one("duration")}
	for _, v := range n.all("byDay") {
		s.ByDay = append(s.ByDay, m.enum(v))
	}
	zone := m.zone
	if z, err := calendar.Zone(s.Timezone); err == nil && s.Timezone != "" {
		zone = z
	}
	day := func(prop, text string) (string, error) {
		start, _, note, err := readMoment(text, zone)
		if err != nil {
			return "", &calendar.PropertyError{Property: prop, Err: err}
		}
		if note != "" {
			b.Fault(schema.Fault{Path: "eventSchedule." + prop, Value: text, Message: note})
		}
		return start.String(), nil
	}
	if text := one("startDate"); text != "" {
		if s.StartDate, err = day("startDate", text); err != nil {
			return s, err
		}
	}
	if text := one("endDate"); text != "" {
		if s.EndDate, err = day("endDate", text); err != nil {
			return s, err
		}
	}
	leftOut := func(prop, text string, err error) {
		b.Fault(schema.Fault{Path: "eventSchedule." + prop, Value: text, Message: err.Error() + "; it is left out"})
	}
	for _, text := range m.labels(n.all("exceptDate")) {
		d, err := day("exceptDate", text)
		if err != nil {
			leftOut("exceptDate", text, errors.Unwrap(err))
			continue
		}
		s.ExceptDate = append(s.ExceptDate, d)
	}
	if _, err := calendar.ParseDuration(s.Duration); s.Duration != "" && err != nil {
		leftOut("duration", s.Duration, err)
		s.Duration = ""
	}
	return s, nil
}

// labels returns the texts of the values.
func (m *mapper) labels(values []value) (out []string) {
	for _, v := range values {
		out = append(out, m.label(v))
	}
	return out
}

// borrow gives a rule the start that it leaves to its event to say.
func (m *mapper) borrow(b *schema.Builder, event *node, s *calendar.Schedule) {
	starts, ends, _ := m.readMoments(b, event, "startDate")
	if len(starts) == 0 || !s.Repeats() {
		return
	}
	start := starts[0]
	if s.StartDate == "" {
		s.StartDate = start.Time.Format(time.DateOnly)
	}
	if s.StartTime != "" || start.Day || len(s.StartDate) > len(time.DateOnly) || start.Time.Format(time.TimeOnly) == "00:00:00" {
		return
	}
	s.StartTime = start.Time.Format(time.TimeOnly)
	own, _, _ := m.readMoments(b, event, "endDate")
	for _, e := range append(ends, own...) {
		if length := e.Time.Sub(start.Time); s.EndTime == "" && s.Duration == "" && !e.Day && length > 0 && length < 24*time.Hour {
			s.EndTime = e.Time.In(start.Time.Location()).Format(time.TimeOnly)
		}
	}
}

// inWindow joins the dates of several rules: each start once, and those outside
// of the window only when there are no others.
func (m *mapper) inWindow(b *schema.Builder, dates []calendar.Span) []schema.Occurrence {
	all, more, _ := calendar.Set{Dates: dates, Bound: true, Zone: m.zone}.Expand(m.window())
	if more {
		b.Truncated()
	}
	return occurrences(all)
}

func occurrences(dates []calendar.Span) []schema.Occurrence {
	out := make([]schema.Occurrence, len(dates))
	for i, d := range dates {
		out[i] = tidy(schema.Occurrence{Start: d.Start, End: d.End})
	}
	return out
}
