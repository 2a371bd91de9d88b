package summary

import (
	"moselle/schema"
	"moselle/schema/calendar"
)

// leastOpen is for how long something is open rather than happens.
const leastOpen = 3 * 60

// leastDays is from how many weekdays on hours are told as a table.
const leastDays = 4

// opening is what a rule says of hours, nil when its dates are rather held than
// open: too few weekdays, too short, or without an end.
func (r rule) opening(c plan, o Options) *opening {
	w := week{}
	days := 0
	for _, g := range r.groups {
		for _, h := range g.hours {
			if h.opens == none || h.ends == none || h.ends-h.opens < leastOpen {
				return nil
			}
		}
		for _, d := range g.weekdays {
			w.hours[d] = g.hours
			days++
		}
	}
	if r.kind != weekly || days < leastDays {
		return nil
	}
	out := &opening{from: c.first.moment(), to: c.last.moment()}
	if c.endless {
		out.from, out.to = c.begins.moment(), schema.Moment{}
		if c.begins <= today(o.Now) {
			out.from = schema.Moment{}
		}
	}
	w.count(out.from, out.to, out.closed)
	out.weeks = []week{w}
	for _, d := range r.missing {
		out.special = append(out.special, calendar.Special{From: d.moment(), To: d.moment()})
	}
	return out
}
