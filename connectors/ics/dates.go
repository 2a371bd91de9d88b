package ics

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/calendar"
	wire "moselle/schema/wire/ics"
)

// when is what one VEVENT says about its dates.
type when struct {
	set  calendar.Set
	zone *time.Location // of the start
}

// warning notes something about a line that was guessed or left out.
type warning func(path string, p *wire.Property, format string, args ...any)

// maxFaults bounds what is told of one event.
const maxFaults = 50

func warner(faults *[]schema.Fault) warning {
	return func(path string, p *wire.Property, format string, args ...any) {
		f := schema.Fault{Path: path, Value: schema.Excerpt(p.Value), Message: fmt.Sprintf("line %d, %s: ", p.Line, p.Name) + fmt.Sprintf(format, args...)}
		switch n := len(*faults); {
		case n < maxFaults && !slices.Contains(*faults, f):
			*faults = append(*faults, f)
		case n == maxFaults:
			*faults = append(*faults, schema.Fault{Message: "and more like these"})
		}
	}
}

// moment reads a date or time with its TZID. faulty is told what was guessed.
func (m *mapper) moment(e *entry, p *wire.Property, value string, faulty func(string)) (schema.Moment, *time.Location, error) {
	z := m.zones.find(e.head, p.Param("TZID"))
	mo, floating, err := wire.ParseTime(value, z.Location)
	if err != nil {
		return schema.Moment{}, nil, err
	}
	if p.Param("VALUE") == "DATE" && !mo.Day {
		y, month, d := mo.Time.Date()
		mo = schema.Moment{Time: time.Date(y, month, d, 0, 0, 0, 0, z.Location), Day: true}
	}
	if z.fault != "" && floating {
		faulty(z.fault)
	}
	if mo.Day || floating {
		return mo, z.Location, nil
	}
	return mo, mo.Time.Location(), nil
}

// when reads start, end, rules and lists of dates. A refusal says why the event
// has no start, or why its rule cannot be meant; all else becomes a fault.
func (m *mapper) when(g *group, e *entry, faults *[]schema.Fault) (when, *connectors.Refusal) {
	warn := warner(faults)
	start := e.Prop("DTSTART")
	if start == nil || start.Value == "" {
		return when{}, connectors.Refuse(g.uid, e.where(g), "startDate", "", "DTSTART is missing: an event needs a date")
	}
	at, zone, err := m.moment(e, start, start.Value, func(s string) { warn("startDate", start, "%s", s) })
	if err != nil {
		return when{}, connectors.Refuse(g.uid, e.where(g), "startDate", start.Value, "line %d, DTSTART: %v", start.Line, err)
	}
	w := when{zone: zone, set: calendar.Set{Start: at, Zone: zone}}
	w.set.End = m.end(e, &w.set, warn)
	w.days(e)
	for i := range e.Props {
		p := &e.Props[i]
		switch p.Name {
		case "RRULE":
			r, err := calendar.ParseRule(p.Value)
			switch {
			case errors.Is(err, calendar.ErrTooOften):
				return when{}, connectors.Refuse(g.uid, e.where(g), "eventSchedule", p.Value, "line %d, RRULE: %v", p.Line, err)
			case err != nil:
				warn("eventSchedule", p, "%v; the rule is left out, the dates given one by one are kept", err)
			default:
				w.set.Rules = append(w.set.Rules, r)
			}
		case "EXRULE":
			warn("eventSchedule", p, "rules of exception are no longer part of iCalendar and not read: list the dates as EXDATE")
		case "RDATE":
			m.dates(e, p, &w.set, warn)
		case "EXDATE":
			for _, v := range p.Values() {
				mo, _, err := m.moment(e, p, v, func(string) {})
				switch {
				case err != nil:
					warn("eventSchedule.exceptDate", p, "%s: %v", schema.Excerpt(v), err)
				case len(w.set.Except) < schema.MaxOccurrences:
					w.set.Except = append(w.set.Except, mo)
				default:
					warn("eventSchedule.exceptDate", p, "more than %d exceptions; the others are left out", schema.MaxOccurrences)
				}
			}
		}
	}
	return w, nil
}

// days turns what Outlook writes for whole days, midnight to midnight, into
// days.
func (w *when) days(e *entry) {
	midnight := func(m schema.Moment) bool {
		h, mi, s := m.Time.Clock()
		return h == 0 && mi == 0 && s == 0
	}
	if e.Text("X-MICROSOFT-CDO-ALLDAYEVENT") != "TRUE" || w.set.Start.Day || !midnight(w.set.Start) {
		return
	}
	if end := w.set.End; end.IsZero() || midnight(end) {
		w.set.Start.Day = true
		w.set.End = lastDay(w.set.Start, schema.Moment{Time: end.Time, Day: true})
	}
}

// lastDay turns the day behind the last, as iCalendar has it, into the last.
func lastDay(start, end schema.Moment) schema.Moment {
	end.Time = end.Time.AddDate(0, 0, -1)
	if end.Time.Before(start.Time) {
		return start
	}
	return end
}

// end reads DTEND or DURATION. Nothing is invented: a time without either has
// no end, a day ends with itself.
func (m *mapper) end(e *entry, set *calendar.Set, warn warning) schema.Moment {
	start := set.Start
	open := schema.Moment{}
	if start.Day {
		open = start
	}
	if p := e.Prop("DTEND"); p != nil && p.Value != "" {
		end, _, err := m.moment(e, p, p.Value, func(s string) { warn("endDate", p, "%s", s) })
		switch {
		case err != nil:
			warn("endDate", p, "%v; the end is left out", err)
			return open
		case start.Day:
			if y, mo, d := end.Time.Date(); !end.Day {
				h, mi, s := end.Time.Clock()
				end = schema.Moment{Time: time.Date(y, mo, d, 0, 0, 0, 0, set.Zone), Day: true}
				if h+mi+s > 0 {
					end.Time = end.Time.AddDate(0, 0, 1)
				}
			}
			return lastDay(start, end)
		case end.Time.Equal(start.Time):
			return open
		}
		end.Day = false
		return end
	}
	p := e.Prop("DURATION")
	if p == nil || p.Value == "" {
		return open
	}
	d, err := calendar.ParseDuration(p.Value)
	end := d.After(start)
	switch {
	case err != nil:
		warn("endDate", p, "%v; the end is left out", err)
		return open
	case start.Day:
		return lastDay(start, end)
	case !end.Time.After(start.Time):
		return open
	}
	return end
}

// dates reads RDATE: dates, times or periods.
func (m *mapper) dates(e *entry, p *wire.Property, set *calendar.Set, warn warning) {
	for _, v := range p.Values() {
		from, to, isPeriod := strings.Cut(v, "/")
		mo, _, err := m.moment(e, p, from, func(s string) { warn("startDate", p, "%s", s) })
		span := calendar.Span{Start: mo}
		if err == nil && isPeriod {
			var d calendar.Duration
			if d, err = calendar.ParseDuration(to); err == nil {
				span.End = d.After(mo)
			} else {
				span.End, _, err = m.moment(e, p, to, func(string) {})
			}
		}
		switch {
		case err != nil:
			warn("startDate", p, "%s: %v; this date is left out", schema.Excerpt(v), err)
		case len(set.Dates) < schema.MaxOccurrences:
			set.Dates = append(set.Dates, span)
		default:
			warn("startDate", p, "more than %d dates; the others are left out", schema.MaxOccurrences)
		}
	}
}
