package calendar

import (
	"time"

	"github.com/teambition/rrule-go"
)

// plain reports rules of nothing but days, or weeks and weekdays. Nearly all
// rules are such, and walkPlain is several times as fast as the library.
func (r Rule) plain() bool {
	o := &r.opt
	if len(o.Bymonth)+len(o.Bymonthday)+len(o.Byyearday)+len(o.Byweekno)+len(o.Bysetpos)+len(o.Byhour)+len(o.Byminute)+len(o.Bysecond) > 0 {
		return false
	}
	for _, d := range o.Byweekday {
		if d.N() != 0 {
			return false
		}
	}
	return o.Freq == rrule.WEEKLY || o.Freq == rrule.DAILY && len(o.Byweekday) == 0
}

// walkPlain is walk for a plain rule.
func (r Rule) walkPlain(from, until time.Time, yield func(time.Time) bool) {
	step, days := r.opt.Interval, []int{0}
	at := from
	if r.opt.Freq == rrule.WEEKLY {
		step *= 7
		days, at = r.inWeek(from)
	}
	for ; !at.After(until); at = at.Add(time.Duration(step) * 24 * time.Hour) {
		for _, d := range days {
			t := at.Add(time.Duration(d) * 24 * time.Hour)
			switch {
			case t.Before(from):
			case t.After(until):
				return
			case !yield(t):
				return
			}
		}
	}
}

// inWeek returns the rule's weekdays counted from the day a week begins on, and
// that day of the week that from lies in.
func (r Rule) inWeek(from time.Time) (days []int, first time.Time) {
	on := [7]bool{}
	begin := r.opt.Wkst.Day()
	offset := func(day int) int { return (day - begin + 7) % 7 }
	own := offset((int(from.Weekday()) + 6) % 7)
	for _, d := range r.opt.Byweekday {
		on[offset(d.Day())] = true
	}
	if len(r.opt.Byweekday) == 0 {
		on[own] = true
	}
	for i := range on {
		if on[i] {
			days = append(days, i)
		}
	}
	return days, from.Add(-time.Duration(own) * 24 * time.Hour)
}
