package summary

import "slices"

// repetition is how a rule's dates come again.
type repetition uint8

const (
	irregular repetition = iota
	run                  // on every day from the first to the last, and no longer than a fortnight
	weekly
	fortnightly
	monthly
)

// rule is what dates have in common, as people would put it.
type rule struct {
	kind    repetition
	groups  []group
	nth     int // of monthly: 0 to 3, or 4 for the last
	missing []day
}

// group is weekdays with the same hours.
type group struct {
	weekdays []int
	hours    []hours
}

// Bounds on what counts as a rule.
const (
	leastDates   = 3  // dates that make one
	leastWeeks   = 14 // days that a weekly rule goes on for at least
	mostMissing  = 3  // dates left out of a rule
	missingShare = 8  // and one in so many
	mostGroups   = 3  // different hours
	longestRun   = 14 // days
)

// recognise finds the rule that dates follow; zero when there is none.
func recognise(dates []dated) rule {
	n := len(dates)
	if n < leastDates {
		return rule{}
	}
	first, last := dates[0].day, dates[n-1].day
	if int(last-first)+1 == n && n <= longestRun && alike(dates) {
		return rule{kind: run, groups: []group{{hours: dates[0].hours}}}
	}
	if one := oneWeekday(dates); one && alike(dates) {
		g := []group{{[]int{first.weekday()}, dates[0].hours}}
		if every(dates, func(a, b day) bool { return b-a == 14 }) {
			return rule{kind: fortnightly, groups: g}
		}
		if nth := monthlyOn(dates); nth >= 0 {
			return rule{kind: monthly, groups: g, nth: nth}
		}
	}
	return recogniseWeekly(dates)
}

func recogniseWeekly(dates []dated) rule {
	n := len(dates)
	first, last := dates[0].day, dates[n-1].day
	if last-first < leastWeeks {
		return rule{}
	}
	var of [7]*dated
	var times [7]int
	for i := range dates {
		w := dates[i].day.weekday()
		if of[w] == nil {
			of[w] = &dates[i]
		} else if !slices.Equal(of[w].hours, dates[i].hours) {
			return rule{}
		}
		times[w]++
	}
	r := rule{kind: weekly}
	for w, d := range of {
		if d == nil {
			continue
		}
		if times[w] < 2 {
			return rule{}
		}
		at := slices.IndexFunc(r.groups, func(g group) bool { return slices.Equal(g.hours, d.hours) })
		if at < 0 {
			at = len(r.groups)
			r.groups = append(r.groups, group{hours: d.hours})
		}
		r.groups[at].weekdays = append(r.groups[at].weekdays, w)
	}
	if len(r.groups) > mostGroups {
		return rule{}
	}
	for d, i := first, 0; d <= last; d++ {
		switch {
		case dates[i].day == d:
			i++
		case of[d.weekday()] != nil:
			r.missing = append(r.missing, d)
			if len(r.missing) > mostMissing || len(r.missing)*missingShare > n {
				return rule{}
			}
		}
	}
	return r
}

// alike reports whether all dates have the same hours.
func alike(dates []dated) bool {
	for _, d := range dates[1:] {
		if !slices.Equal(d.hours, dates[0].hours) {
			return false
		}
	}
	return true
}

func oneWeekday(dates []dated) bool {
	return every(dates, func(a, b day) bool { return a.weekday() == b.weekday() })
}

func every(dates []dated, ok func(a, b day) bool) bool {
	for i := range dates[1:] {
		if !ok(dates[i].day, dates[i+1].day) {
			return false
		}
	}
	return true
}

// monthlyOn returns which weekday of its month each date is, 0 to 3, or 4 for
// the last; -1 when they differ or a month is left out.
func monthlyOn(dates []dated) int {
	if !every(dates, func(a, b day) bool { return b.month() == a.month()+1 }) {
		return -1
	}
	same := func(of func(day) int) int {
		nth := of(dates[0].day)
		for _, d := range dates {
			if of(d.day) != nth {
				return -1
			}
		}
		return nth
	}
	if nth := same(func(d day) int { _, _, n := d.date(); return (n - 1) / 7 }); nth >= 0 && nth < 4 {
		return nth
	}
	return same(func(d day) int {
		if (d + 7).month() == d.month() {
			return -1
		}
		return 4
	})
}
