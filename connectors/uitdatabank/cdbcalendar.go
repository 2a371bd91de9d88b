package uitdatabank

import (
	"strings"
	"time"

	"moselle/schema"
)

// addCalendar says in the form of JSON-LD when an event of cdbxml is held.
func (d *document) addCalendar(c cdbCalendar) (faults []schema.Fault) {
	exceptions := c.Permanent != nil && len(c.Permanent.Exceptions) > 0
	switch {
	case c.Permanent != nil:
		d.CalendarType = "permanent"
		d.OpeningHours = c.Permanent.Week.hours("", "")
	case len(c.Periods) > 0:
		d.CalendarType = "periodic"
		for _, p := range c.Periods {
			exceptions = exceptions || len(p.Exceptions) > 0
			d.addPeriod(p, len(c.Periods) > 1)
		}
		if len(c.Periods) > 1 && len(d.OpeningHours) == 0 { // several stretches without hours
			d.CalendarType = "multiple"
		}
	case len(c.Dates) > 0:
		d.CalendarType = "multiple"
		for _, at := range c.Dates {
			d.SubEvent = append(d.SubEvent, at.subEvent())
		}
	}
	if exceptions {
		faults = append(faults, schema.Fault{Path: "calendar.exceptions", Message: "days on which it is open at other times are not read from cdbxml; the usual hours are taken for them"})
	}
	return faults
}

// addPeriod adds a period, which the event's whole period grows by.
func (d *document) addPeriod(p cdbPeriod, several bool) {
	from, to := strings.TrimSpace(p.From), strings.TrimSpace(p.To)
	if d.StartDate == "" || from != "" && from < d.StartDate {
		d.StartDate = from
	}
	d.EndDate = max(d.EndDate, to)
	if !several {
		d.OpeningHours = p.Week.hours("", "")
		return
	}
	d.OpeningHours = append(d.OpeningHours, p.Week.hours(from, to)...)
	d.SubEvent = append(d.SubEvent, subEvent{StartDate: from, EndDate: to})
}

// hours returns the hours of a week that hold from a day to a day; none when it
// is open on every day of it all the time. What is open by appointment is not
// open to whoever comes.
func (w *cdbWeek) hours(from, to string) (out []hours) {
	if w == nil {
		return nil
	}
	whole := 0
	for _, day := range w.Days {
		if day.Type != "open" {
			continue
		}
		for _, t := range day.Times {
			out = append(out, hours{Days: words{day.XMLName.Local}, Opens: t.From, Closes: t.To, from: from, to: to})
		}
		if len(day.Times) == 0 {
			whole++
			out = append(out, hours{Days: words{day.XMLName.Local}, Opens: "00:00", Closes: "24:00", from: from, to: to})
		}
	}
	if whole == 7 {
		return nil
	}
	return out
}

// subEvent returns a date, whose end may lie behind midnight.
func (x cdbDate) subEvent() subEvent {
	day, start, end := strings.TrimSpace(x.Day), strings.TrimSpace(x.Start), strings.TrimSpace(x.End)
	if start == "" {
		return subEvent{StartDate: day, EndDate: day}
	}
	out := subEvent{StartDate: day + "T" + start}
	if end == "" {
		return out
	}
	if end < start {
		if at, err := time.Parse(time.DateOnly, day); err == nil {
			day = at.AddDate(0, 0, 1).Format(time.DateOnly)
		}
	}
	out.EndDate = day + "T" + end
	return out
}
