package schemaorg

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"moselle/schema"
	"moselle/schema/calendar"
)

// maxHours bounds the opening hours read of one event.
const maxHours = 500

// weekday reads "Monday", "https://schema.org/Monday", "Mon" or "MO".
func (m *mapper) weekday(v value) (time.Weekday, bool) {
	s := strings.ToLower(m.enum(v))
	for d := time.Sunday; d <= time.Saturday; d++ {
		if name := strings.ToLower(d.String()); len(s) >= 2 && strings.HasPrefix(name, strings.TrimSuffix(s, "s")) {
			return d, true
		}
	}
	return 0, false
}

// openingHours fills a part that repeats the hours.
func (m *mapper) openingHours(p *schema.Builder, n *node) {
	for _, v := range n.all("dayOfWeek") {
		if d, ok := m.weekday(v); ok {
			p.Put("dayOfWeek", d.String())
		}
	}
	p.Put("opens", m.plain(n.all("opens")))
	p.Put("closes", m.plain(n.all("closes")))
	m.moment(p, "validFrom", m.plain(n.all("validFrom")), schema.Moment{})
	m.moment(p, "validThrough", m.plain(n.all("validThrough")), schema.Moment{})
}

// hours are the opening hours of some weekdays as a schedule by weeks.
type hours struct {
	calendar.Schedule
	path        string
	exceptional bool // they hold in place of those that always do
	closed      bool // they say that it is closed
}

// fromHours returns a date for each opening of an event that has opening hours
// of its own, from its first day to its last. Hours that hold for a time only
// replace the others on their days, and may say that it is closed then.
func (m *mapper) fromHours(b *schema.Builder, n *node) []schema.Occurrence {
	all := m.hours(b, n)
	if len(all) == 0 {
		return nil
	}
	starts, ends, _ := m.readMoments(b, n, "startDate")
	own, _, _ := m.readMoments(b, n, "endDate")
	ends = append(ends, own...)
	var replaced []string
	for i := range all {
		h := &all[i]
		if len(starts) > 0 {
			h.StartDate = max(h.StartDate, starts[0].Time.Format(time.DateOnly))
		}
		if len(ends) > 0 && (h.EndDate == "" || ends[0].Time.Format(time.DateOnly) < h.EndDate) {
			h.EndDate = ends[0].Time.Format(time.DateOnly)
		}
		if h.exceptional {
			days := h.Schedule
			days.StartTime, days.EndTime = "", ""
			for _, d := range m.opened(b, h.path, days) {
				replaced = append(replaced, d.Start.String())
			}
		}
	}
	slices.Sort(replaced)
	replaced = slices.Compact(replaced)
	var dates []calendar.Span
	for _, h := range all {
		if h.closed || len(dates) > schema.MaxOccurrences {
			continue
		}
		if !h.exceptional {
			h.ExceptDate = replaced
		}
		dates = append(dates, m.opened(b, h.path, h.Schedule)...)
	}
	return m.inWindow(b, dates)
}

// opened returns the dates of hours; what is wrong with them is told.
func (m *mapper) opened(b *schema.Builder, path string, s calendar.Schedule) []calendar.Span {
	if s.EndDate != "" && s.EndDate < s.StartDate {
		return nil // they hold before or after the event
	}
	dates, more, err := calendar.FromSchedule(s, m.zone, m.window())
	if more {
		b.Truncated()
	}
	if err != nil {
		f := schema.Fault{Path: path, Message: err.Error()}
		if at := (*calendar.PropertyError)(nil); errors.As(err, &at) {
			f.Message = at.Err.Error()
		}
		b.Fault(f)
	}
	return dates
}

// hours reads the opening hours of an event.
func (m *mapper) hours(b *schema.Builder, n *node) (out []hours) {
	for _, prop := range []string{"openingHoursSpecification", "specialOpeningHoursSpecification"} {
		for _, v := range n.all(prop) {
			if len(out) == maxHours {
				b.Fault(schema.Fault{Path: prop, Message: fmt.Sprintf("more than %d opening hours; the first are kept", maxHours)})
				return out
			}
			if v.node == nil {
				continue
			}
			if h, ok := m.readHours(b, v.node, prop); ok {
				out = append(out, h)
			}
		}
	}
	return out
}

func (m *mapper) readHours(b *schema.Builder, n *node, prop string) (h hours, ok bool) {
	h = hours{path: prop, Schedule: calendar.Schedule{RepeatFrequency: "P1D", StartTime: m.plain(n.all("opens")), EndTime: m.plain(n.all("closes"))}}
	for _, d := range n.all("dayOfWeek") {
		if day, ok := m.weekday(d); ok {
			h.RepeatFrequency, h.ByDay = "P1W", append(h.ByDay, day.String())
		} else {
			b.Fault(schema.Fault{Path: prop + ".dayOfWeek", Value: m.label(d), Message: "not a weekday of schema.org: write Monday"})
		}
	}
	if len(h.ByDay) == 0 && len(n.all("dayOfWeek")) > 0 {
		return h, false
	}
	for _, d := range []struct {
		prop string
		to   *string
	}{{"validFrom", &h.StartDate}, {"validThrough", &h.EndDate}} {
		text := m.plain(n.all(d.prop))
		if text == "" {
			continue
		}
		day, _, _, err := readMoment(text, m.zone)
		if err != nil {
			b.Fault(schema.Fault{Path: prop + "." + d.prop, Value: text, Message: err.Error()})
			return h, false
		}
		*d.to, h.exceptional = day.Time.In(m.zone).Format(time.DateOnly), true
	}
	for _, t := range []struct{ prop, text string }{{"opens", h.StartTime}, {"closes", h.EndTime}} {
		if _, _, _, err := schema.ParseClock(t.text); t.text != "" && err != nil {
			b.Fault(schema.Fault{Path: prop + "." + t.prop, Value: t.text, Message: err.Error()})
			if t.prop == "opens" {
				return h, false
			}
			h.EndTime = ""
		}
	}
	// From midnight to midnight, or without hours on days of their own, it is closed.
	h.closed = h.StartTime == "" && h.exceptional || h.StartTime != "" && sameClock(h.StartTime, h.EndTime)
	return h, true
}

func sameClock(a, b string) bool {
	ah, am, _, err1 := schema.ParseClock(a)
	bh, bm, _, err2 := schema.ParseClock(b)
	return err1 == nil && err2 == nil && ah == bh && am == bm
}
