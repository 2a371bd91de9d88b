package plurio

import (
	"fmt"
	"strings"
	"time"

	"moselle/schema"
	"moselle/schema/calendar"
	"moselle/schema/wire/plurio"
)

// dates says when an event is: on the days from the first to the last that are
// not excluded, at the times of that day, of its weekday, or the usual ones. What
// all times are for is returned, for the description.
func (m *mapper) dates(b *schema.Builder, e plurio.Event) (label string) {
	if e.Date == nil || e.Date.From == "" {
		b.Fault(schema.Fault{Path: "startDate", Message: "date/dateFrom is missing: without a first day nobody can find the event; write dateFrom as 2027-02-28", Severity: schema.Violation})
		return ""
	}
	from, err := m.day(e.Date.From)
	if err != nil {
		b.Fault(schema.Fault{Path: "startDate", Value: e.Date.From, Message: "dateFrom: " + err.Error(), Severity: schema.Violation})
		return ""
	}
	to := from
	if e.Date.To != "" {
		switch last, err := m.day(e.Date.To); {
		case err != nil:
			warn(b, "date.dateTo", e.Date.To, err.Error()+"; only the first day is kept")
		case last.Time.Before(from.Time):
			warn(b, "date.dateTo", e.Date.To, "lies before dateFrom; only the first day is kept")
		default:
			to = last
		}
	}
	b.Put("timezone", m.zone.String())
	w := m.week(b, e.Timings)
	w.from, w.to = from, to
	for _, s := range w.special {
		if s.day.Time.Before(from.Time) || s.day.Time.After(to.Time) {
			warn(b, "timings.timingExceptions.timingException.dateDay", s.day.String(), "lies outside of the days from dateFrom to dateTo, so that it has no effect")
		}
	}
	m.exclusions(b, w, e.Date)
	whole := schema.Occurrence{}
	if e.Booking != nil {
		whole.Availability = booked(e.Booking.Info)
	}
	all := m.expand(b, w, whole)
	m.tickets(b, e.Tickets, all)
	b.Occurrences(all)
	return w.common()
}

// exclusions adds the days on which it is not.
func (m *mapper) exclusions(b *schema.Builder, w *week, d *plurio.Date) {
	for i, s := range d.Days {
		if i == maxList {
			warn(b, "date.dateExclusions", "", fmt.Sprintf("more than %d days; the first are kept", maxList))
			break
		}
		if s == "" {
			continue
		}
		day, err := m.day(s)
		if err != nil {
			warn(b, "date.dateExclusions.dateDay", s, err.Error()+"; this exclusion is left out")
			continue
		}
		w.closed = append(w.closed, calendar.Special{From: day, To: day})
	}
	var days calendar.Days
	for _, s := range d.Weekdays {
		if s == "" {
			continue
		}
		day, ok := plurio.Weekday(s)
		if !ok {
			warn(b, "date.dateExclusions.dateWeekday", s, "not a weekday: write mon, tue, wed, thu, fri, sat or sun; this exclusion is left out")
			continue
		}
		days |= calendar.DayOf(day)
	}
	if days == calendar.EveryDay {
		warn(b, "date.dateExclusions.dateWeekday", "", "every day of the week is excluded, so that nothing is left; these exclusions are left out")
	} else if days != 0 {
		w.closed = append(w.closed, calendar.Special{Days: days})
	}
}

// expand returns the dates. Of an event of several days it also writes down the
// hours and the exceptions as they stand.
func (m *mapper) expand(b *schema.Builder, w *week, like schema.Occurrence) []schema.Occurrence {
	several := w.to.Time.After(w.from.Time)
	if !several && len(w.usual)+len(w.special) == 0 || several && w.plain() {
		like.Start, like.End = w.from, w.to
		return []schema.Occurrence{like}
	}
	window := calendar.Range{From: w.from.Time, To: w.to.End()}
	if several {
		window = m.env.Window()
		if w.hours() {
			w.opening(m.zone, allTimings).Describe(b)
		}
	}
	var all []schema.Occurrence
	for _, label := range w.labels() {
		spans, truncated := w.opening(m.zone, label).Expand(window)
		if truncated {
			b.Truncated()
		}
		for _, s := range spans {
			o := like
			o.Start, o.End = s.Start, s.End
			if label != allTimings {
				o.Name, o.NameLang = label, m.lang
			}
			all = append(all, o)
		}
	}
	switch {
	case len(all) == 0 && !several:
		warn(b, "date", w.from.String(), "the only day is excluded, or has no time; it is kept as a whole day")
		fallthrough
	case len(all) == 0: // it lies outside of the window
		like.Start, like.End = w.from, w.to
		return []schema.Occurrence{like}
	case several: // the period may be longer than the window shows
		if w.from.Time.Before(window.From) {
			b.Moment("startDate", w.from)
		}
		if !w.to.Time.Before(window.To) {
			b.Moment("endDate", w.to)
		}
	}
	return all
}

// day reads a day; of a time its day counts.
func (m *mapper) day(s string) (schema.Moment, error) {
	at, err := schema.ParseMoment(strings.TrimSpace(s), m.zone)
	if err != nil {
		return at, err
	}
	y, mo, d := at.Time.Date()
	return schema.Moment{Time: time.Date(y, mo, d, 0, 0, 0, 0, m.zone), Day: true}, nil
}
