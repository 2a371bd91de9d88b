package schemaorg

import (
	"fmt"
	"strings"
	"time"

	"moselle/schema"
	"moselle/schema/calendar"
)

// maxHours bounds the opening hours read of one thing.
const maxHours = 500

// hours are one opening hours specification.
type hours struct {
	calendar.Hours
	special bool // it stands among the special ones
	closed  bool // it says that it is closed
	reason  map[string]string
}

func (h hours) bounded() bool { return !h.From.IsZero() || !h.To.IsZero() }

// opening reads the opening hours of a place, or of an event from its first day
// to its last; false when it has none. Hours that hold for a time replace those
// that always hold on their days, and may say that it is closed then.
func (m *mapper) opening(b *schema.Builder, n *node) (calendar.Opening, bool) {
	o := calendar.Opening{Zone: m.zone}
	all := m.hours(b, n)
	always, shut := false, calendar.Days(0)
	for _, h := range all {
		switch {
		case h.special, h.bounded():
		case h.closed:
			shut |= h.Days
		default:
			always = true
		}
	}
	for _, h := range all {
		switch {
		case h.special || h.bounded() && (h.closed || always):
			s := calendar.Special{From: h.From, To: h.To, Reason: h.reason}
			if h.closed {
				s.Days = h.Days
			} else {
				h.From, h.To = schema.Moment{}, schema.Moment{}
				s.Hours = []calendar.Hours{h.Hours}
			}
			o.Special = append(o.Special, s)
		case !h.closed:
			if h.Days == 0 && shut != 0 {
				h.Days = calendar.EveryDay &^ shut
			}
			o.Weekly = append(o.Weekly, h.Hours)
		}
	}
	return o, len(o.Weekly)+len(o.Special) > 0
}

// openingOf is opening for an event; false also when its first day cannot be
// read, as it would seem to have none.
func (m *mapper) openingOf(b *schema.Builder, n *node) (calendar.Opening, bool) {
	o, ok := m.opening(b, n)
	if !ok {
		return o, false
	}
	starts, ends, problem := m.readMoments(b, n, "startDate")
	own, _, _ := m.readMoments(b, n, "endDate")
	if len(starts) > 0 {
		o.From = m.day(starts[0])
	}
	if ends = append(ends, own...); len(ends) > 0 {
		o.To = m.day(ends[0])
	}
	return o.Bounded(), len(starts) > 0 || problem == nil
}

// day returns the day of a moment in the source's zone.
func (m *mapper) day(mo schema.Moment) schema.Moment {
	y, month, d := mo.Time.In(m.zone).Date()
	return schema.Moment{Time: time.Date(y, month, d, 0, 0, 0, 0, m.zone), Day: true}
}

// hours reads the specifications; what is wrong with them is told.
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
	h.special = prop != "openingHoursSpecification"
	fault := func(at, value, format string, args ...any) {
		b.Fault(schema.Fault{Path: prop + "." + at, Value: value, Message: fmt.Sprintf(format, args...)})
	}
	for _, v := range n.all("dayOfWeek") {
		if d := m.weekday(v); d != 0 {
			h.Days |= d
		} else {
			fault("dayOfWeek", m.label(v), "not a weekday of schema.org: write Monday")
		}
	}
	if h.Days == 0 && len(n.all("dayOfWeek")) > 0 {
		return h, false
	}
	for _, d := range []struct {
		prop string
		to   *schema.Moment
	}{{"validFrom", &h.From}, {"validThrough", &h.To}} {
		text := m.plain(n.all(d.prop))
		if text == "" {
			continue
		}
		day, _, _, err := readMoment(text, m.zone)
		if err != nil {
			fault(d.prop, text, "%v; these hours are left out", err)
			return h, false
		}
		*d.to = m.day(day)
	}
	if h.special && h.Days == 0 && !h.bounded() {
		fault("validFrom", "", "missing: without a day nobody knows when these hours hold")
		return h, false
	}
	for _, v := range n.all("description") {
		if text := schema.CleanText(v.text); text != "" {
			if h.reason == nil {
				h.reason = map[string]string{}
			}
			h.reason[schema.CleanLang(m.lang(v))] = text
		}
	}
	opens, closes := m.plain(n.all("opens")), m.plain(n.all("closes"))
	if opens == "" { // closed on days of their own, else open all day
		h.closed = h.special || h.bounded()
		if closes != "" {
			fault("opens", closes, "missing: it is not known from when it is open before it closes")
			return h, false
		}
		return h, true
	}
	var err error
	if h.Opens, err = calendar.ParseClock(opens); err != nil {
		fault("opens", opens, "%v", err)
		return h, false
	}
	if h.Closes, err = calendar.ParseClock(closes); err != nil {
		fault("closes", closes, "%v", err)
		h.Closes = calendar.NoEnd
	}
	h.closed = h.Opens == h.Closes // how search engines ask for closed days: from midnight to midnight
	return h, true
}

// weekday reads "Monday", "https://schema.org/Monday", "Mon" or "MO", and
// "PublicHolidays"; zero for anything else.
func (m *mapper) weekday(v value) calendar.Days {
	s := strings.ToLower(m.enum(v))
	if s == "publicholidays" {
		return calendar.PublicHolidays
	}
	for d := time.Sunday; d <= time.Saturday; d++ {
		if name := strings.ToLower(d.String()); len(s) >= 2 && strings.HasPrefix(name, strings.TrimSuffix(s, "s")) {
			return calendar.DayOf(d)
		}
	}
	return 0
}
