package kulturdaten

import (
	"fmt"
	"time"

	"moselle/schema"
	"moselle/schema/calendar"
	"moselle/schema/tree"
)

// dates says when an event is. Without a first day that can be read it is
// refused.
func (m *mapper) dates(b *schema.Builder, o tree.Node) {
	b.Put("timezone", zoneName)
	s := o.Member("schedule")
	like := schema.Occurrence{Status: m.status(b, o)}
	start, ok := m.start(b, s)
	if !ok {
		return
	}
	if s.Member("permanentOpening").Text() == "true" { // once it has begun it has no first day any more
		open := calendar.Opening{Zone: m.r.zone}
		if start.Time.After(m.r.env.Now()) {
			open.From = m.day(start)
		}
		open.PutAs(b, m.r.env.Window(), like)
		return
	}
	end := m.end(b, s, start)
	if m.r.Daily && !start.Day && !end.Day && !end.IsZero() && m.day(end).Time.After(m.day(start).Time) {
		if o, ok := m.daily(start, end); ok {
			o.PutAs(b, m.r.env.Window(), like)
			return
		}
	}
	b.Moment("doorTime", m.doors(b, s, start))
	like.Start, like.End = start, end
	b.Occurrences([]schema.Occurrence{like})
}

// daily returns an event that is open from its first day to its last, on each at
// the same hours; false for one that goes on over a single night.
func (m *mapper) daily(start, end schema.Moment) (calendar.Opening, bool) {
	clock := func(t time.Time) calendar.Clock { return calendar.Clock(t.Hour()*60 + t.Minute()) }
	h := calendar.Hours{Opens: clock(start.Time), Closes: clock(end.Time)}
	from, to := m.day(start), m.day(end)
	if h.Closes <= h.Opens { // each ends on the day after
		to.Time = to.Time.AddDate(0, 0, -1)
	}
	return calendar.Opening{From: from, To: to, Zone: m.r.zone, Weekly: []calendar.Hours{h}}, to.Time.After(from.Time)
}

// day returns the day of a moment.
func (m *mapper) day(at schema.Moment) schema.Moment {
	y, month, d := at.Time.In(m.r.zone).Date()
	return schema.Moment{Time: time.Date(y, month, d, 0, 0, 0, 0, m.r.zone), Day: true}
}

// start reads when an event begins: a day, with a time or without.
func (m *mapper) start(b *schema.Builder, s tree.Node) (schema.Moment, bool) {
	date := plain(s.Member("startDate"))
	if date == "" {
		b.Fault(schema.Fault{Path: "schedule.startDate", Lacks: "startDate", Message: "missing: on which day it begins", Severity: schema.Violation})
		return schema.Moment{}, false
	}
	at, err := schema.ParseMoment(date, m.r.zone)
	if err != nil {
		b.Fault(schema.Fault{Path: "schedule.startDate", Lacks: "startDate", Value: date, Message: err.Error(), Severity: schema.Violation})
		return at, false
	}
	return m.timed(b, s, "startTime", at), true
}

// timed gives a day the time that a member says.
func (m *mapper) timed(b *schema.Builder, s tree.Node, member string, day schema.Moment) schema.Moment {
	text := plain(s.Member(member))
	if text == "" {
		return day
	}
	h, mi, sec, err := schema.ParseClock(text)
	if err != nil {
		b.Fault(schema.Fault{Path: "schedule." + member, Value: text, Message: fmt.Sprintf("%v; the time is left out", err)})
		return day
	}
	y, month, d := day.Time.In(m.r.zone).Date()
	return schema.Moment{Time: time.Date(y, month, d, h, mi, sec, 0, m.r.zone)}
}

// end reads when an event ends. A time without a day is on the day it begins, or
// in the night behind it; a time that lies before the begin of the same day too.
func (m *mapper) end(b *schema.Builder, s tree.Node, start schema.Moment) schema.Moment {
	date := plain(s.Member("endDate"))
	day := m.day(start)
	if date != "" {
		at, err := schema.ParseMoment(date, m.r.zone)
		if err != nil {
			b.Fault(schema.Fault{Path: "schedule.endDate", Value: date, Message: fmt.Sprintf("%v; the end is left out", err)})
			return schema.Moment{}
		}
		day = m.day(at)
		if !at.Day && plain(s.Member("endTime")) == "" {
			return at
		}
	}
	end := m.timed(b, s, "endTime", day)
	sameDay := day.Time.Equal(m.day(start).Time)
	switch {
	case end.Day && (date == "" || sameDay && !start.Day), end.Time.Equal(start.Time) && !end.Day:
		return schema.Moment{}
	case end.Day || start.Day && !end.Time.Before(start.Time):
		return end
	case sameDay && end.Time.Before(start.Time):
		if date != "" {
			b.Fault(schema.Fault{Path: "schedule.endTime", Value: plain(s.Member("endTime")), Message: "lies before the begin on the same day; it is taken for the night behind it; write the day after as endDate"})
		}
		end.Time = end.Time.AddDate(0, 0, 1)
	}
	return end
}

// doors reads when the doors open, which is before the begin: on its day, or in
// the evening before.
func (m *mapper) doors(b *schema.Builder, s tree.Node, start schema.Moment) schema.Moment {
	if start.Day || plain(s.Member("doorTime")) == "" {
		return schema.Moment{}
	}
	doors := m.timed(b, s, "doorTime", m.day(start))
	switch late := doors.Time.Sub(start.Time); {
	case doors.Day:
		return schema.Moment{}
	case late > 12*time.Hour:
		doors.Time = doors.Time.AddDate(0, 0, -1)
	case late > 0:
		b.Fault(schema.Fault{Path: "schedule.doorTime", Value: plain(s.Member("doorTime")), Message: "lies behind the begin; it is left out"})
		return schema.Moment{}
	}
	return doors
}

// status reads what has become of the event's date.
func (m *mapper) status(b *schema.Builder, o tree.Node) string {
	switch code := plain(o.Member("scheduleStatus")); code {
	case "", "event.scheduled":
	case "event.cancelled":
		return "EventCancelled"
	case "event.postponed":
		return "EventPostponed"
	case "event.rescheduled":
		return "EventRescheduled"
	default:
		b.Fault(schema.Fault{Path: "scheduleStatus", Value: code, Message: "not one of the API's, which are event.scheduled, event.rescheduled, event.postponed, event.cancelled; it is taken for scheduled"})
	}
	return ""
}
