package destination

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"moselle/schema"
	"moselle/schema/calendar"
	"moselle/schema/tree"
)

// maxHours bounds the hours kept of one place.
const maxHours = 1000

// allDay is midnight at the end of a day.
const allDay calendar.Clock = 24 * 60

// opens reports whether the item has hours that a machine can read.
func (m *mapper) opens() bool {
	for range tree.Values(get(m.o, "timeIntervals")) {
		return true
	}
	return truth(text(get(m.o, "alwaysOpen")))
}

// hours adds when a place is open: its intervals without those of its kitchen and
// its deliveries. The same hours entered twice count once.
func (m *mapper) hours(b *schema.Builder) {
	var o calendar.Opening
	n := 0
	for v := range tree.Values(get(m.o, "timeIntervals")) {
		n++
		path := fmt.Sprintf("timeIntervals[%d]", n)
		h, in, err := m.opening(b, v, path)
		if wrong := (*mistake)(nil); errors.As(err, &wrong) {
			b.Fault(wrong.fault("; these hours are left out"))
			continue
		}
		if len(o.Weekly) == maxHours {
			b.Fault(schema.Fault{Path: "timeIntervals", Message: fmt.Sprintf("more than %d opening hours; the first are kept", maxHours)})
			break
		}
		o.Zone = in.zone
		if !slices.Contains(o.Weekly, h) {
			o.Weekly = append(o.Weekly, h)
		}
	}
	if len(o.Weekly) == 0 && truth(text(get(m.o, "alwaysOpen"))) {
		o.Zone, o.Weekly = m.env.Zone, []calendar.Hours{{Days: calendar.EveryDay, Closes: allDay}}
	}
	for _, x := range m.exceptions(b) {
		o.Special = append(o.Special, x.special())
	}
	o.Describe(b)
}

// opening reads an interval as hours of weekdays. Its day is that of its entry,
// unless it is a single date or a season with a last day.
func (m *mapper) opening(b *schema.Builder, n tree.Node, path string) (h calendar.Hours, v interval, err error) {
	if v, err = m.interval(b, n, path); err != nil {
		return h, v, err
	}
	freq := frequencies[strings.ToLower(v.freq)]
	if v.freq != "" && freq != "DAILY" && freq != "WEEKLY" || v.number("interval") > 1 {
		return h, v, &mistake{path + ".freq", v.freq, "opening hours recur by the day or the week; enter others as dates"}
	}
	h.Days = v.days
	first := dayOf(v.start.Time)
	switch {
	case h.Days == 0 && v.freq == "":
		h.From, h.To = first, first
	case h.Days == 0 && freq == "WEEKLY":
		h.Days = calendar.DayOf(v.start.Time.Weekday())
	}
	if !v.until.IsZero() {
		h.From, h.To = first, dayOf(v.until.Time.In(v.zone))
	}
	h.Opens, h.Closes = clock(v.start), calendar.NoEnd
	if !v.end.IsZero() {
		h.Closes = clock(v.end)
	}
	if h.Opens == 0 && (h.Closes == 0 || h.Closes == allDay-1) || v.start.Day { // from midnight to midnight is all day
		h.Opens, h.Closes = 0, allDay
	}
	return h, v, nil
}

// clock returns the time of day of a moment.
func clock(m schema.Moment) calendar.Clock {
	h, minute, _ := m.Time.Clock()
	return calendar.Clock(h*60 + minute)
}

// midnight returns the beginning of a moment's day.
func midnight(t time.Time) time.Time {
	y, month, d := t.Date()
	return time.Date(y, month, d, 0, 0, 0, 0, t.Location())
}
