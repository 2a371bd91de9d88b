package calendar

import (
	"slices"
	"time"

	"github.com/teambition/rrule-go"
)

// walk yields the rule's dates on the wall from one of its steps on, as if the
// rule had begun at start.
func (r Rule) walk(start, from, until time.Time) func(yield func(time.Time) bool) {
	if r.plain() {
		return func(yield func(time.Time) bool) { r.walkPlain(from, until, yield) }
	}
	return r.walkLibrary(start, from, until)
}

// walkLibrary is walk for every rule.
//
// The library can only be stopped between two dates, and for a rule without
// any it looks as far as the year 9999. The Gregorian calendar repeats every
// 400 years; so the rule is moved as many centuries ahead as there are, and a
// rule that never matches ends within 400 years instead of 8,000.
func (r Rule) walkLibrary(start, from, until time.Time) func(yield func(time.Time) bool) {
	years := max(0, (9598-from.Year())/400*400)
	o := r.opt
	o.Dtstart = from.AddDate(years, 0, 0)
	o.Until = until.AddDate(years, 0, 0)
	r.derive(&o, start)
	return func(yield func(time.Time) bool) {
		if until.Before(from) || r.never(o) {
			return
		}
		rule, err := rrule.NewRRule(o)
		if err != nil {
			return // ParseRule has refused what the library refuses
		}
		next := rule.Iterator()
		for {
			t, ok := next()
			if !ok || !yield(t.AddDate(-years, 0, 0)) {
				return
			}
		}
	}
}

// derive fills in what a rule takes from its start (RFC 5545, section 3.3.10).
func (r Rule) derive(o *rrule.ROption, start time.Time) {
	if len(o.Byweekno) > 0 && len(o.Byweekday)+len(o.Bymonthday)+len(o.Byyearday) == 0 {
		o.Byweekday = []rrule.Weekday{days[(int(start.Weekday())+6)%7]}
	}
}

// never reports rules by the hour whose hours are never reached, on which the
// library would search without end.
func (r Rule) never(o rrule.ROption) bool {
	if o.Freq != rrule.HOURLY || len(o.Byhour) == 0 {
		return false
	}
	hour := o.Dtstart.Hour()
	for range 24 {
		if slices.Contains(o.Byhour, hour) {
			return false
		}
		hour = (hour + o.Interval) % 24
	}
	return true
}
