package summary

import "moselle/schema/calendar"

// exceptions lists the days that are not as usual, with their reasons.
func (p printer) exceptions(c plan) string {
	var items []string
	left := 0
	for _, s := range c.opening.special {
		switch {
		case over(s, p.now):
		case len(items) == maxExceptions:
			left++
		default:
			items = append(items, p.exception(s, c.langs))
		}
	}
	if left > 0 {
		items = append(items, p.more(left))
	}
	return p.lines("exceptions", items)
}

func (p printer) exception(s calendar.Special, langs []string) string {
	parts := []string{}
	if when := p.between(s.From, s.To, true); when != "" {
		parts = append(parts, when)
	}
	text := p.words.shut
	if len(s.Hours) > 0 {
		var w week
		for _, h := range s.Hours {
			w.add(h)
		}
		w.count(s.From, s.To, [7]bool{})
		var groups []string
		for _, g := range w.same() {
			if len(g.weekdays) >= len(w.open()) {
				groups = append(groups, p.open(g.hours))
			} else {
				groups = append(groups, p.label(g.weekdays)+" "+p.open(g.hours))
			}
		}
		text = join(", ", groups)
	} else if s.Days != 0 {
		parts = append(parts, p.label(daysOf(s.Days)))
	}
	text = join(", ", parts) + p.words.separator + text
	if why := p.reason(s.Reason, langs); why != "" {
		text += " (" + why + ")"
	}
	return text
}

// daysOf returns the days of a set, public holidays as the eighth.
func daysOf(set calendar.Days) []int {
	var out []int
	for d := range 8 {
		if set&(1<<d) != 0 {
			out = append(out, d)
		}
	}
	return out
}
