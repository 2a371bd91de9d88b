package destination

import (
	"errors"
	"fmt"
	"time"

	"moselle/schema"
	"moselle/schema/calendar"
	"moselle/schema/tree"
)

// maxExceptions bounds the exceptions of one item.
const maxExceptions = 1000

// exception is one of an item's timeIntervalExceptions: days on which it is
// closed or does not take place, or does at other times than usual.
type exception struct {
	first, last   schema.Moment // days
	days          calendar.Days // zero is all between them
	hours         bool          // there are times; without them the days fall out
	opens, closes calendar.Clock
	lone          bool // the times are those of a date, which falls out alone
	met           bool // one of the dates is on its days
}

// exceptions reads what timeIntervalExceptions say.
func (m *mapper) exceptions(b *schema.Builder) []*exception {
	var all []*exception
	n := 0
	for v := range tree.Values(get(m.o, "timeIntervalExceptions")) {
		n++
		if len(all) == maxExceptions {
			b.Fault(schema.Fault{Path: "timeIntervalExceptions", Message: fmt.Sprintf("more than %d exceptions; the first are kept", maxExceptions)})
			break
		}
		x, err := m.exception(b, v, fmt.Sprintf("timeIntervalExceptions[%d]", n))
		if wrong := (*mistake)(nil); errors.As(err, &wrong) {
			b.Fault(wrong.fault("; this exception is left out"))
			continue
		}
		all = append(all, x)
	}
	return all
}

// exception reads one: a day with times beside it, or an interval, of which the
// times hold on each of its days. From midnight to midnight nothing is open,
// unless it is said not to be closed.
func (m *mapper) exception(b *schema.Builder, n tree.Node, path string) (*exception, error) {
	closed := text(get(n, "isClosed", "closed"))
	if s := text(get(n, "date", "day")); s != "" {
		return m.dayOff(n, path, s, closed)
	}
	v, err := m.interval(b, n, path)
	if err != nil {
		return nil, err
	}
	start, end := whole(v.start, v.end)
	x := &exception{first: dayOf(start.Time), days: v.days, opens: clock(start), closes: calendar.NoEnd}
	x.last = x.first
	switch {
	case !v.until.IsZero():
		x.last = dayOf(v.until.Time.In(v.zone))
	case !end.IsZero() && (start.Day || end.Time.Sub(start.Time) >= day):
		x.last = dayOf(end.Time)
	}
	switch {
	case truth(closed):
	case start.Day, x.opens == 0 && end.IsZero():
		if x.hours = closed != ""; x.hours {
			x.closes = allDay
		}
	default:
		if x.hours = true; !end.IsZero() {
			x.closes = clock(end)
		}
	}
	return x, nil
}

// dayOff reads an exception that names one day, and its times apart.
func (m *mapper) dayOff(n tree.Node, path, s, closed string) (*exception, error) {
	zone := m.env.Zone
	if zone == nil {
		zone = time.UTC
	}
	at, err := moment(s, zone)
	if err != nil {
		return nil, &mistake{path + ".date", s, err.Error()}
	}
	x := &exception{first: dayOf(at.Time)}
	x.last = x.first
	for _, c := range []struct {
		name string
		to   *calendar.Clock
	}{{"opensAt", &x.opens}, {"closesAt", &x.closes}} {
		s := text(get(n, c.name))
		if *c.to, err = calendar.ParseClock(s); err != nil {
			return nil, &mistake{path + "." + c.name, s, err.Error()}
		}
	}
	x.hours = !truth(closed) && x.opens != calendar.NoEnd
	if x.hours && x.opens == 0 && x.closes <= 0 {
		x.closes = allDay
	}
	return x, nil
}

// dayOf returns a time's day.
func dayOf(t time.Time) schema.Moment { return schema.Moment{Time: midnight(t), Day: true} }

// on reports whether the exception rules the day that a date begins on.
func (x *exception) on(start time.Time) bool {
	y, month, d := start.Date()
	t := time.Date(y, month, d, 0, 0, 0, 0, x.first.Time.Location())
	return !t.Before(x.first.Time) && !t.After(x.last.Time) && (x.days == 0 || x.days.Has(t.Weekday()))
}

// usual marks the exceptions whose times are those of an interval: they take its
// date out, since they change nothing of it.
func usual(all []*exception, intervals []interval) {
	for _, x := range all {
		for _, v := range intervals {
			start, end := v.span()
			if x.hours && !start.Day && clock(start) == x.opens && (x.closes == calendar.NoEnd || end.IsZero() || clock(end) == x.closes) {
				x.lone = true
			}
		}
	}
}

// without returns what exceptions leave of dates, and which of these fall out.
// What is closed goes before other times.
func without(all []*exception, dates []calendar.Span) (left []calendar.Span, out []schema.Moment) {
	if len(all) == 0 {
		return dates, nil
	}
	for _, s := range dates {
		closed, moved := false, []calendar.Span(nil)
		for _, x := range all {
			if !x.on(s.Start.Time) || x.lone && clock(s.Start) != x.opens {
				continue
			}
			x.met = true
			if x.hours && !x.lone {
				moved = append(moved, x.date(s.Start.Time))
			} else {
				closed = true
			}
		}
		if closed || moved != nil {
			out = append(out, s.Start)
		} else {
			left = append(left, s)
		}
		if !closed {
			left = append(left, moved...)
		}
	}
	return left, out
}

// added returns the dates of single days on which nothing takes place otherwise.
func added(all []*exception) (dates []calendar.Span) {
	for _, x := range all {
		if x.hours && !x.lone && !x.met && x.first.Time.Equal(x.last.Time) {
			dates = append(dates, x.date(x.first.Time))
		}
	}
	return dates
}

// date returns the exception's times on a day; behind midnight they end on the
// next.
func (x *exception) date(on time.Time) calendar.Span {
	y, month, d := on.Date()
	at := func(c calendar.Clock, d int) schema.Moment {
		return schema.Moment{Time: time.Date(y, month, d, int(c/60), int(c%60), 0, 0, on.Location())}
	}
	if x.opens == 0 && x.closes == allDay {
		return calendar.Span{Start: dayOf(on)}
	}
	s := calendar.Span{Start: at(x.opens, d)}
	switch {
	case x.closes == calendar.NoEnd:
	case x.closes <= x.opens:
		s.End = at(x.closes, d+1)
	default:
		s.End = at(x.closes, d)
	}
	return s
}

// special returns the exception as days of which a place's hours are others.
func (x *exception) special() calendar.Special {
	s := calendar.Special{From: x.first, To: x.last, Days: x.days}
	if x.hours {
		s.Days, s.Hours = 0, []calendar.Hours{{Days: x.days, Opens: x.opens, Closes: x.closes}}
	}
	return s
}
