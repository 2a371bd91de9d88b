package summary

import (
	"slices"
	"strings"
)

// maxListed bounds the dates of a long summary.
const maxListed = 40

// unusual lists the dates, within opening hours, of which there is something
// to say.
func (p printer) unusual(c plan) string {
	if !c.mixed() {
		return ""
	}
	c.cut, c.endless = false, false
	return p.every(c, slices.DeleteFunc(slices.Clone(c.slots), func(s slot) bool { return s.state == "" }))
}

// every lists dates, those that are over left out when there are too many.
func (p printer) every(c plan, left []slot) string {
	if len(left) > maxListed && p.now != 0 {
		for len(left) > 1 && left[0].last < p.now {
			left = left[1:]
		}
	}
	shown := left[:min(len(left), maxListed)]
	items := make([]string, len(shown), len(shown)+1)
	for i, s := range shown {
		state := s.state
		if c.state != "" {
			state = "" // said of all
		}
		items[i] = p.slot(s, c.open) + p.notes(c, s, state, true)
	}
	switch n := len(left) - len(shown); {
	case c.cut || c.endless:
		items = append(items, p.words.others)
	case n > 0:
		items = append(items, p.more(n))
	}
	return p.lines("dates", items)
}

// notes writes what one date has of its own: its title, its status with what it
// was or will be instead and, when all is asked for, why and when doors open.
func (p printer) notes(c plan, s slot, state string, all bool) string {
	var before, beside []string
	if all && s.Name != "" {
		before = append(before, " – "+p.foreign(s.Name, s.NameLang))
	}
	if all && !s.Doors.IsZero() && !s.Doors.Day && !s.days() && dayOf(s.Doors.Time) == s.first {
		before = append(before, ", "+put(p.words.doors, "{a}", p.hour(minutes(s.Doors.Time), false, true)))
	}
	if !s.Previous.IsZero() && dayOf(s.Previous.Time) != s.first {
		beside = append(beside, put(p.words.insteadOf, "{a}", p.moment(s.Previous.String(), p.whole(dayOf(s.Previous.Time)))))
	}
	if to := c.target(s); to != nil {
		beside = append(beside, put(p.words.movedTo, "{a}", p.moment(to.Start.String(), p.whole(to.first))))
		if state == "EventPostponed" || state == "EventRescheduled" {
			state = ""
		}
	}
	if all {
		beside = append(beside, p.reason(s.Reason, c.langs))
	}
	return strings.Join(before, "") + p.remark(state, beside...)
}

// whole writes a day with its weekday, without markup of its own.
func (p printer) whole(d day) string {
	plain := p
	plain.html = false
	return plain.date(d, form{weekday: true, month: true, year: p.year, style: full}, "")
}

// target is the date that takes a slot's place, nil when it is not among the
// event's.
func (c plan) target(s slot) *slot {
	for i := range c.slots {
		if s.MovedTo != "" && c.slots[i].ID == s.MovedTo {
			return &c.slots[i]
		}
	}
	return nil
}

func (p printer) reason(texts map[string]string, langs []string) string {
	lang := ""
	for _, l := range append([]string{p.words.tag}, langs...) {
		if texts[l] != "" {
			return p.foreign(texts[l], l)
		}
	}
	for l := range texts { // in any, the first by name
		if lang == "" || l < lang {
			lang = l
		}
	}
	return p.foreign(texts[lang], lang)
}

// mostChanged bounds the days that are named for one change.
const mostChanged = 4

// eachTold reports whether a summary with times names every date, and what has
// become of it beside it.
func (c plan) eachTold() bool {
	return c.opening == nil && c.rule.kind == irregular &&
		(len(c.slots) <= mostPhrase || c.listable())
}

// changes says which dates of a rule, or of many, have become something else.
func (p printer) changes(c plan) string {
	var order []string
	of := map[string][]slot{}
	for _, s := range c.slots {
		if s.state != "" && p.words.states[s.state] != "" {
			if of[s.state] == nil {
				order = append(order, s.state)
			}
			of[s.state] = append(of[s.state], s)
		}
	}
	text := ""
	for _, state := range order {
		which := p.count(len(of[state]))
		if len(of[state]) <= mostChanged {
			var named []day
			for _, s := range of[state] {
				named = append(named, s.first)
			}
			which = p.list(named, false, full, nil)
		}
		label := p.words.states[state] + p.words.separator + which
		if p.html {
			label = `<span class="calendar-status ` + state + `">` + label + "</span>"
		}
		text += p.words.pause + label
	}
	return text
}
