package uitdatabank

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"moselle/schema"
)

// statuses are UiTdatabank's states of an event, a place or a date. What is
// available happens as planned, which need not be said.
var statuses = map[string]string{
	"": "", "Available": "", "Unavailable": "EventCancelled", "TemporarilyUnavailable": "EventPostponed",
}

// dates says when an event happens, by its calendar type.
func (m *mapper) dates(b *schema.Builder, d *document) {
	whole := schema.Occurrence{Status: m.status(b, d.Status, "status"), Reason: m.reason(d.Status.Reason)}
	m.booked(b, &whole, d.Booking, "bookingAvailability")
	switch d.CalendarType {
	case "periodic", "permanent":
		if o, ok := m.opening(b, d); ok {
			b.Put("timezone", m.zone.String())
			o.PutAs(b, m.env.Window(), whole)
		}
		return
	case "", "single", "multiple":
	default:
		fault(b, "calendarType", d.CalendarType, "not one of UiTdatabank's: write single, multiple, periodic or permanent; its dates are read all the same")
	}
	parts := d.SubEvent
	if len(parts) == 0 {
		parts = []subEvent{{StartDate: d.StartDate, EndDate: d.EndDate}}
	}
	var all []schema.Occurrence
	for i, p := range parts {
		path := ""
		if len(d.SubEvent) > 0 {
			path = fmt.Sprintf("subEvent[%d]", i)
		}
		if o, ok := m.date(b, p, path, len(parts) > 1); ok {
			if o.Status == "" || o.Status == whole.Status && o.Reason == nil {
				o.Status, o.Reason = whole.Status, whole.Reason
			}
			if o.Availability == "" && o.Remaining == nil {
				o.Availability, o.Capacity, o.Remaining = whole.Availability, max(o.Capacity, whole.Capacity), whole.Remaining
			}
			all = append(all, o)
		}
		if len(all) > schema.MaxOccurrences { // one more says that there are more
			break
		}
	}
	b.Put("timezone", m.zone.String())
	b.Occurrences(all)
}

// date reads one date; false when its start is not known. A date of several
// without a start, or with one that cannot be read, is told and left out.
func (m *mapper) date(b *schema.Builder, p subEvent, path string, several bool) (o schema.Occurrence, ok bool) {
	start, err := m.moment(p.StartDate)
	switch {
	case err != nil && several:
		fault(b, path+".startDate", p.StartDate, err.Error()+"; this date is left out")
		return o, false
	case err != nil:
		b.Fault(schema.Fault{Path: "startDate", Value: p.StartDate, Message: err.Error(), Severity: schema.Violation})
		return o, false
	case start.IsZero():
		if several {
			fault(b, path+".startDate", p.EndDate, "missing: a date without a start is left out")
		}
		return o, false
	}
	end, err := m.moment(p.EndDate)
	if err != nil {
		fault(b, strings.TrimPrefix(path+".endDate", "."), p.EndDate, err.Error()+"; the end is left open")
	}
	o.Start, o.End = start, end
	if isMidnight(start.Time, 0) && isMidnight(end.Time, time.Minute) { // how whole days are written
		o.Start, o.End = dayOf(start), dayOf(end)
	}
	o.Status, o.Reason = m.status(b, p.Status, path+".status"), m.reason(p.Status.Reason)
	m.booked(b, &o, p.Booking, path+".bookingAvailability")
	return o, true
}

// isMidnight reports whether a time is midnight, or at most as long before it.
func isMidnight(t time.Time, before time.Duration) bool {
	if t.IsZero() {
		return false
	}
	h, mi, s := t.Add(before).Clock()
	if before > 0 {
		return h == 0 && mi == 0
	}
	return h == 0 && mi == 0 && s == 0
}

// moment reads a date or a time, in the source's zone; zero for "".
func (m *mapper) moment(s string) (schema.Moment, error) {
	if s == "" {
		return schema.Moment{}, nil
	}
	at, err := schema.ParseMoment(s, m.zone)
	if err == nil && !at.Day {
		at.Time = at.Time.In(m.zone)
	}
	return at, err
}

// dayOf returns the day of a moment.
func dayOf(at schema.Moment) schema.Moment {
	if at.IsZero() {
		return at
	}
	y, mo, d := at.Time.Date()
	return schema.Moment{Time: time.Date(y, mo, d, 0, 0, 0, 0, at.Time.Location()), Day: true}
}

// status reads a state; "" when nothing is said or what is said is unknown.
func (m *mapper) status(b *schema.Builder, s status, path string) string {
	known, ok := statuses[s.Type]
	if !ok {
		fault(b, path, s.Type, "not a status of UiTdatabank: write Available, Unavailable or TemporarilyUnavailable; taken as available")
	}
	return known
}

// reason returns why, by language; nil for no reason.
func (m *mapper) reason(x texts) map[string]string {
	var out map[string]string
	for lang, s := range x {
		if s = schema.PlainText(s); s != "" {
			if out == nil {
				out = map[string]string{}
			}
			out[schema.CleanLang(m.lang(lang))] = s
		}
	}
	return out
}

// booked adds how far a date is booked. "Available" is what UiTdatabank writes of
// every date of which nothing is known, and counts with a number of places alone.
func (m *mapper) booked(b *schema.Builder, o *schema.Occurrence, s booking, path string) {
	if n, ok := count(b, s.Capacity, path+".capacity"); ok {
		o.Capacity = n
	}
	if n, ok := count(b, s.Remaining, path+".remainingCapacity"); ok {
		o.Remaining = &n
		o.Availability = "InStock"
	}
	switch {
	case s.Type == "Unavailable", o.Remaining != nil && *o.Remaining == 0:
		o.Availability = "SoldOut"
	case s.Type != "" && s.Type != "Available":
		fault(b, path, s.Type, "not one of UiTdatabank's: write Available or Unavailable")
	}
}

// count reads a number of places.
func count(b *schema.Builder, s scalar, path string) (int, bool) {
	if s == "" {
		return 0, false
	}
	n, err := strconv.Atoi(string(s))
	if err != nil || n < 0 || n > 10_000_000 {
		fault(b, path, string(s), "not a number of places; it is left out")
		return 0, false
	}
	return n, true
}
