package uitdatabank

import (
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/calendar"
)

// opening reads the opening hours of a place or an event within its period;
// false when the period cannot be read.
func (m *mapper) opening(b *schema.Builder, d *document) (o calendar.Opening, ok bool) {
	o.Zone = m.zone
	if d.CalendarType == "periodic" {
		from, err1 := m.moment(d.StartDate)
		to, err2 := m.moment(d.EndDate)
		switch {
		case err1 != nil:
			b.Fault(schema.Fault{Path: "startDate", Value: d.StartDate, Message: err1.Error(), Severity: schema.Violation})
			return o, false
		case err2 != nil:
			fault(b, "endDate", d.EndDate, err2.Error()+"; the end is left open")
		}
		if o.From, o.To = dayOf(from), dayOf(to); o.From.IsZero() && b.Class().Name == "Event" {
			return o, false
		}
		if !o.To.IsZero() && o.To.Time.Before(o.From.Time) {
			fault(b, "endDate", d.EndDate, "ends before it starts; the end is left open")
			o.To = schema.Moment{}
		}
	}
	o.Weekly = m.hours(b, d.OpeningHours, "openingHours")
	for i, x := range d.AdjustedDays {
		if i == maxHours {
			fault(b, "openingHoursAdjustedDays", "", "more than 500 exceptions; the first are kept")
			break
		}
		if s, ok := m.special(b, x, "openingHoursAdjustedDays"); ok {
			if s.Hours = m.hours(b, x.OpeningHours, "openingHoursAdjustedDays.openingHours"); len(s.Hours) > 0 {
				o.Special = append(o.Special, s)
			}
		}
	}
	for i, x := range d.ClosedDays {
		if i == maxHours {
			fault(b, "openingHoursClosedDays", "", "more than 500 exceptions; the first are kept")
			break
		}
		if s, ok := m.special(b, x, "openingHoursClosedDays"); ok {
			o.Special = append(o.Special, s)
		}
	}
	if o.Permanent() && len(o.Weekly) == 0 {
		o = m.always(o)
	}
	return o, true
}

// always drops other hours than usual of an opening that has no usual ones when
// none of them lies ahead: it is open all the time again.
func (m *mapper) always(o calendar.Opening) calendar.Opening {
	if spans, _ := o.Expand(m.env.Window()); len(spans) == 0 {
		o.Special = slices.DeleteFunc(o.Special, func(s calendar.Special) bool { return len(s.Hours) > 0 })
	}
	return o
}

// special reads the days and the reason of an exception.
func (m *mapper) special(b *schema.Builder, x exception, path string) (calendar.Special, bool) {
	from, to, err := m.days(x.StartDate, x.EndDate)
	switch {
	case err != nil:
		fault(b, path, x.StartDate+" "+x.EndDate, err.Error()+"; these days are left out")
		return calendar.Special{}, false
	case from.IsZero():
		fault(b, path+".startDate", x.EndDate, "missing: without a first day nobody knows when it holds; these days are left out")
		return calendar.Special{}, false
	case to.IsZero():
		to = from
	}
	return calendar.Special{From: from, To: to, Reason: m.reason(x.Description)}, true
}

// hours reads weekly hours. A closing time before the opening time is on the
// next day.
func (m *mapper) hours(b *schema.Builder, in []hours, path string) (out []calendar.Hours) {
	for i, w := range in {
		if i == maxHours {
			fault(b, path, "", "more than 500 opening hours; the first are kept")
			break
		}
		h := calendar.Hours{}
		for _, name := range w.Days {
			day := calendar.DaysNamed(titled(name))
			if day == 0 {
				fault(b, path+".dayOfWeek", name, "not a weekday: write monday")
			}
			h.Days |= day
		}
		if h.Days == 0 {
			if len(w.Days) == 0 {
				fault(b, path+".dayOfWeek", w.Opens, "missing: hours without a weekday are left out")
			}
			continue
		}
		var err error
		if h.Opens, err = calendar.ParseClock(w.Opens); err != nil || w.Opens == "" {
			fault(b, path+".opens", w.Opens, "not a time of day: write 09:00; these hours are left out")
			continue
		}
		if h.Closes, err = calendar.ParseClock(w.Closes); err != nil {
			fault(b, path+".closes", w.Closes, "not a time of day: write 17:00; the end of these hours is left open")
			h.Closes = calendar.NoEnd
		}
		if h.From, h.To, err = m.days(w.from, w.to); err != nil {
			fault(b, path, w.from+" "+w.to, err.Error()+"; these hours are left out")
			continue
		}
		out = append(out, h)
	}
	return out
}

// days reads a first and a last day; zero for "".
func (m *mapper) days(first, last string) (from, to schema.Moment, err error) {
	if from, err = m.moment(first); err == nil {
		to, err = m.moment(last)
	}
	return dayOf(from), dayOf(to), err
}

// titled returns a day's name with a capital letter.
func titled(name string) string {
	if name == "" {
		return ""
	}
	return strings.ToUpper(name[:1]) + strings.ToLower(name[1:])
}
