package summary

import (
	"cmp"
	"slices"

	"moselle/schema"
	"moselle/schema/calendar"
)

// week is what holds from one day to another: which hours on which weekdays,
// and on public holidays, the eighth.
type week struct {
	from, to schema.Moment // zero is without bound
	hours    [8][]hours
	counts   [7]bool // the weekdays that the period has
}

// Bounds on what is told of hours.
const (
	maxWeeks      = 12
	maxExceptions = 40
)

// opening is what there is to say of hours.
type opening struct {
	from, to schema.Moment
	weeks    []week
	special  []calendar.Special
	closed   [7]bool // whatever the hours are
}

// readOpening returns nil for a record that says nothing of its hours, or says
// it better by its dates.
func readOpening(n *schema.Node, dates int) *opening {
	if len(n.Values("openingHoursSpecification")) == 0 && (dates > 1 || len(n.Values("specialOpeningHoursSpecification")) == 0) {
		return nil
	}
	o, ok := calendar.OpeningOf(n)
	if !ok || len(o.Weekly)+len(o.Special) == 0 {
		return nil
	}
	out := &opening{from: o.From, to: o.To}
	for _, s := range o.Special {
		if len(s.Hours) == 0 && s.Days&calendar.EveryDay != 0 && s.From.IsZero() && s.To.IsZero() {
			for w := range out.closed {
				out.closed[w] = out.closed[w] || s.Days&(1<<w) != 0
			}
			continue
		}
		out.special = append(out.special, s)
	}
	slices.SortStableFunc(out.special, func(a, b calendar.Special) int { return a.From.Time.Compare(b.From.Time) })
	for _, h := range o.Weekly {
		out.season(h.From, h.To).add(h)
	}
	slices.SortStableFunc(out.weeks, func(a, b week) int { return a.from.Time.Compare(b.from.Time) })
	for i := range out.weeks {
		out.weeks[i].count(cmp.Or(out.weeks[i].from, o.From), cmp.Or(out.weeks[i].to, o.To), out.closed)
	}
	return out
}

// week returns the week that holds on a day, the first when none does.
func (o *opening) week(on day) week {
	for _, w := range o.weeks {
		if (w.from.IsZero() || dayOf(w.from.Time) <= on) && (w.to.IsZero() || on <= dayOf(w.to.Time)) {
			return w
		}
	}
	return o.weeks[0]
}

// season returns the week of hours that hold from one day to another.
func (o *opening) season(from, to schema.Moment) *week {
	for i := range o.weeks {
		if o.weeks[i].from == from && o.weeks[i].to == to {
			return &o.weeks[i]
		}
	}
	if len(o.weeks) == maxWeeks {
		return &week{}
	}
	o.weeks = append(o.weeks, week{from: from, to: to})
	return &o.weeks[len(o.weeks)-1]
}

func (w *week) add(h calendar.Hours) {
	on := h.Days
	if on == 0 {
		on = calendar.EveryDay
	}
	for d := range w.hours {
		if t := hoursOf(h); on&(1<<d) != 0 && !slices.Contains(w.hours[d], t) {
			w.hours[d] = append(w.hours[d], t)
			slices.SortFunc(w.hours[d], func(a, b hours) int { return cmp.Compare(a.opens, b.opens) })
		}
	}
}

func hoursOf(h calendar.Hours) hours {
	switch {
	case h.Whole():
		return hours{none, none}
	case h.Closes == calendar.NoEnd:
		return hours{clock(h.Opens), none}
	}
	return hours{clock(h.Opens), clock(h.Closes)}
}

// count finds the weekdays that a period has; a long one has all.
func (w *week) count(from, to schema.Moment, closed [7]bool) {
	first, last := day(0), day(6)
	if !from.IsZero() && !to.IsZero() {
		first = dayOf(from.Time)
		last = min(dayOf(to.Time), first+6)
	}
	for d := first; d <= last; d++ {
		w.counts[d.weekday()] = true
	}
	for d, shut := range closed {
		if shut {
			w.hours[d] = nil
		}
	}
}

// shut returns the weekdays on which it is closed.
func (w week) shut() []int {
	return weekdays(func(d int) bool { return w.counts[d] && len(w.hours[d]) == 0 })
}

// open returns the weekdays on which it is open.
func (w week) open() []int {
	return weekdays(func(d int) bool { return w.counts[d] && len(w.hours[d]) > 0 })
}

func weekdays(ok func(int) bool) []int {
	var out []int
	for d := range 7 {
		if ok(d) {
			out = append(out, d)
		}
	}
	return out
}

// same returns groups of days with the same hours, in the order of their first.
func (w week) same() []group {
	var out []group
	for d, h := range w.hours {
		if len(h) == 0 || d < 7 && !w.counts[d] {
			continue
		}
		at := slices.IndexFunc(out, func(g group) bool { return slices.Equal(g.hours, h) })
		if at < 0 {
			at = len(out)
			out = append(out, group{hours: h})
		}
		out[at].weekdays = append(out[at].weekdays, d)
	}
	return out
}

// over reports whether an exception is past.
func over(s calendar.Special, now day) bool {
	last := s.To
	if last.IsZero() {
		last = s.From
	}
	return now != 0 && !last.IsZero() && dayOf(last.Time) < now
}
