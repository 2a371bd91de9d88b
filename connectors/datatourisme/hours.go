package datatourisme

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"moselle/schema"
	"moselle/schema/calendar"
	"moselle/schema/tree"
)

// maxHours bounds the opening hours and the periods read of one object.
const maxHours = 1000

// hours reads the opening hours that stand with the places of an object. A row
// for each weekday becomes one of all weekdays with the same hours.
func (m *mapper) hours(b *schema.Builder, o tree.Node) (out []calendar.Hours) {
	for at := range tree.Values(get(o, "isLocatedAt")) {
		for n := range tree.Values(get(at, "openingHoursSpecification")) {
			if len(out) == maxHours {
				b.Fault(schema.Fault{Path: "openingHours", Message: fmt.Sprintf("more than %d opening hours; the first are kept", maxHours)})
				return out
			}
			h, ok := m.span(b, n, "openingHours", "validFrom", "validThrough", "opens", "closes", "dayOfWeek")
			if !ok {
				continue
			}
			alike := slices.IndexFunc(out, func(k calendar.Hours) bool {
				return k.From == h.From && k.To == h.To && k.Opens == h.Opens && k.Closes == h.Closes && k.Days != 0 && h.Days != 0
			})
			if alike >= 0 {
				out[alike].Days |= h.Days
			} else {
				out = append(out, h)
			}
		}
	}
	return out
}

// opening returns hours as those of a place, or of an event from its first day
// to its last.
func (m *mapper) opening(hours []calendar.Hours) calendar.Opening {
	o := calendar.Opening{Zone: m.zone, Weekly: hours}
	for i := range hours {
		if h := &hours[i]; h.Opens == calendar.NoEnd { // days without times: open all day
			h.Opens, h.Closes = 0, 24*60
		}
	}
	return o
}

// span reads a stretch of days with times and weekdays, by the names of its
// members. Opens is NoEnd where no time is said. What is wrong with it is told;
// ok is false when it cannot be read.
func (m *mapper) span(b *schema.Builder, n tree.Node, path, from, to, opens, closes, days string) (h calendar.Hours, ok bool) {
	h.Opens, h.Closes = calendar.NoEnd, calendar.NoEnd
	fault := func(at, value, format string, args ...any) {
		f := schema.Fault{Path: path + "." + at, Value: schema.Excerpt(value), Message: fmt.Sprintf(format, args...)}
		b.Fault(f)
		if m.undated == nil {
			m.undated = &f
		}
	}
	for _, d := range []struct {
		name string
		to   *schema.Moment
	}{{from, &h.From}, {to, &h.To}} {
		text := plain(get(n, d.name))
		if text == "" {
			continue
		}
		day, err := schema.ParseMoment(text, m.zone)
		if err != nil {
			fault(d.name, text, "%v; the period is left out", err)
			return h, false
		}
		*d.to = m.day(day)
	}
	if !h.From.IsZero() && !h.To.IsZero() && h.To.Time.Before(h.From.Time) {
		fault(to, h.To.String(), "lies before the first day, %s; the period is left out", h.From)
		return h, false
	}
	said := 0
	for v := range tree.Values(get(n, days)) {
		said++
		d := weekday(code(v))
		if d == 0 {
			fault(days, code(v), "not a weekday: write schema:Monday, or Monday in the API")
		}
		h.Days |= d
	}
	if said > 0 && h.Days == 0 {
		return h, false
	}
	for _, c := range []struct {
		name string
		to   *calendar.Clock
	}{{opens, &h.Opens}, {closes, &h.Closes}} {
		text := plain(get(n, c.name))
		clock, err := calendar.ParseClock(text)
		if err != nil {
			fault(c.name, text, "%v; the time is left out", err)
			continue
		}
		*c.to = clock
	}
	if h.Opens == calendar.NoEnd && h.Closes != calendar.NoEnd {
		fault(opens, h.Closes.String(), "missing: only the time of its end is said, which is left out")
		h.Closes = calendar.NoEnd
	}
	if h.Opens != calendar.NoEnd && h.Opens == h.Closes { // forms that ask for an end get the start again
		h.Closes = calendar.NoEnd
	}
	return h, true
}

// day returns the day of a moment: "2026-09-12T00:00:00" is a day in the flux.
func (m *mapper) day(mo schema.Moment) schema.Moment {
	y, month, d := mo.Time.In(m.zone).Date()
	return schema.Moment{Time: time.Date(y, month, d, 0, 0, 0, 0, m.zone), Day: true}
}

// weekday reads "Monday", and "PublicHolidays"; zero for anything else.
func weekday(name string) calendar.Days {
	if d := calendar.DaysNamed(name); d != 0 {
		return d
	}
	if strings.HasPrefix(name, "PublicHoliday") {
		return calendar.PublicHolidays
	}
	return 0
}
