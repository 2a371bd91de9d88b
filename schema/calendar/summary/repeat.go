package summary

import (
	"slices"
	"strings"
)

// rule writes a rule with its first and last day: "every Thursday at 20:00, 3
// December to 25 February".
func (p printer) rule(c plan) string {
	w := p.words
	groups := c.rule.groups
	if p.size < MD {
		groups = merged(groups)
	}
	phrases := make([]string, len(groups))
	for i, g := range groups {
		phrases[i] = p.repeat(c.rule, g)
		if s := p.times(g.hours); p.size >= MD && s != "" {
			phrases[i] += " " + s
		}
	}
	text := strings.Join(phrases, ", ")
	if p.size == XS {
		return text
	}
	st := p.style()
	switch {
	case !c.endless:
		text += ", " + p.days(c.first, c.last, false, st, c.first.iso(), c.last.iso())
	case p.now == 0 || c.begins > p.now:
		text += ", " + put(w.since, "{a}", p.date(c.begins, form{month: true, year: p.year, style: st}, c.begins.iso()))
	}
	if n := len(c.rule.missing); p.size >= MD && n > 0 {
		left := p.list(c.rule.missing, false, st, nil)
		if n == 1 {
			left = put(w.one, "{a}", left)
		} else {
			left = put(w.list, "{a}", left)
		}
		text += ", " + put(w.except, "{a}", left)
	}
	if c.cut && !c.endless && p.size >= MD {
		text += " " + w.others
	}
	return text
}

// mostNext is how many dates stand for those of a rule that has no words.
const mostNext = 3

// ongoing writes the next dates of a rule that goes on and has no words.
func (p printer) ongoing(c plan) string {
	var next []day
	for i, s := range c.slots {
		over := s.last < p.now && i < len(c.slots)-1
		if !over && len(next) < mostNext && !slices.Contains(next, s.first) {
			next = append(next, s.first)
		}
	}
	if p.size == XS {
		return put(p.words.since, "{a}", p.date(next[0], form{month: true, year: p.year, style: tiny}, next[0].iso()))
	}
	text := strings.Join(p.items(next, true, p.style(), nil), ", ")
	if p.size >= MD && c.dates != nil && alike(c.dates) {
		text = join(p.words.beside, []string{text, p.times(c.dates[0].hours)})
	}
	return text + " " + p.words.others
}

// merged makes one group of all, where no hours are told.
func merged(groups []group) []group {
	var all group
	for _, g := range groups {
		all.weekdays = append(all.weekdays, g.weekdays...)
	}
	slices.Sort(all.weekdays)
	return []group{all}
}

// mostEach is how many weekdays are named one by one.
const mostEach = 3

// repeat writes on which days: "every Thursday and Friday".
func (p printer) repeat(r rule, g group) string {
	w := p.words
	if len(g.weekdays) == 7 {
		return w.daily
	}
	if len(g.weekdays) > mostEach {
		return p.runs(g.weekdays)
	}
	each := make([]string, len(g.weekdays))
	for i, d := range g.weekdays {
		each[i] = w.each[d]
	}
	one := w.weekdays[g.weekdays[0]]
	switch r.kind {
	case fortnightly:
		return put(w.fortnight, "{e}", each[0], "{w}", one)
	case monthly:
		return put(w.monthly, "{o}", w.ordinals[r.nth], "{w}", one)
	}
	return put(w.repeat, "{e}", p.enumerate(each))
}

// times writes the hours of a day's dates in a sentence; "" for whole days.
func (p printer) times(all []hours) string {
	var out []string
	for _, h := range all {
		if s := p.sentence(h, false); s != "" {
			out = append(out, s)
		}
	}
	return p.enumerate(out)
}
