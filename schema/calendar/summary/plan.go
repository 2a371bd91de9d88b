package summary

import (
	"slices"
	"strings"
	"time"

	"moselle/schema"
)

// plan is what there is to say of a record.
type plan struct {
	slots       []slot // in order
	dates       []dated
	rule        rule      // zero when the dates follow none
	alike       [][]dated // then, when they are few: the dates by their hours
	first, last day
	opening     *opening // nil when there are no hours
	permanent   bool
	open        bool // ends when it ends
	cut         bool // there are more dates than are known
	endless     bool // the rule goes on
	begins      day  // when it began, with endless
	state       string
	langs       []string // of reasons
}

// dated is a day with its slots; hours are theirs, in order.
type dated struct {
	day   day
	slots []slot
	hours []hours
}

func read(n *schema.Node, o Options) plan {
	c := plan{permanent: n.Bool("permanent"), open: n.Bool("endIsOpen"), cut: n.Bool("truncated"), langs: o.Langs}
	all := n.Occurrences()
	c.slots = make([]slot, len(all))
	for i, d := range all {
		c.slots[i] = newSlot(d, o.Zone)
	}
	c.opening = readOpening(n, len(all))
	if len(c.slots) == 0 {
		return c
	}
	c.first, c.last = c.slots[0].first, c.slots[0].last
	c.state = c.slots[0].state
	for _, s := range c.slots {
		c.last = max(c.last, s.last)
		if s.state != c.state {
			c.state = ""
		}
	}
	if c.opening != nil {
		return c
	}
	c.endless, c.begins = schedule(n, c.first)
	c.dates = byDay(c.slots)
	if c.rule = recognise(c.dates); c.rule.kind == irregular {
		c.rule = recognise(slices.DeleteFunc(slices.Clone(c.dates), func(d dated) bool { return d.state() == "EventRescheduled" }))
	}
	if c.rule.kind == irregular && len(c.dates) <= mostFull {
		c.alike = byHours(c.dates)
	}
	c.opening = c.rule.opening(c, o)
	return c
}

// years reports whether years are to be said: of all days that a summary names.
func (c plan) years(o Options) bool {
	if c.opening == nil && (len(c.slots) == 0 || c.permanent) {
		return false
	}
	if c.opening == nil {
		first, last := c.first, c.last
		for _, s := range c.slots {
			if o.Size >= MD && !s.Previous.IsZero() {
				was := dayOf(s.Previous.Time)
				first, last = min(first, was), max(last, was)
			}
		}
		return otherYear(o.Now, first, last) || c.endless && otherYear(o.Now, c.begins, c.begins)
	}
	named := []schema.Moment{c.opening.from, c.opening.to}
	for _, w := range c.opening.weeks {
		named = append(named, w.from, w.to)
	}
	if o.Size == LG {
		for _, s := range c.opening.special {
			if !over(s, today(o.Now)) {
				named = append(named, s.From, s.To)
			}
		}
	}
	return slices.ContainsFunc(named, func(m schema.Moment) bool {
		return !m.IsZero() && otherYear(o.Now, dayOf(m.Time), dayOf(m.Time))
	})
}

// mixed reports whether some dates have become something that others have not.
func (c plan) mixed() bool {
	return c.state == "" && slices.ContainsFunc(c.slots, func(s slot) bool { return s.state != "" })
}

// byDay groups slots by their day; nil when one goes on for several.
func byDay(slots []slot) []dated {
	var out []dated
	for _, s := range slots {
		if s.days() {
			return nil
		}
		if n := len(out); n == 0 || out[n-1].day != s.first {
			out = append(out, dated{day: s.first})
		}
		d := &out[len(out)-1]
		d.slots = append(d.slots, s)
		if h := s.hours(); !slices.Contains(d.hours, h) {
			d.hours = append(d.hours, h)
		}
	}
	return out
}

// byHours parts the dates by their hours, in the order of the first of each.
func byHours(dates []dated) [][]dated {
	var out [][]dated
	for _, d := range dates {
		at := slices.IndexFunc(out, func(same []dated) bool { return slices.Equal(same[0].hours, d.hours) })
		if at < 0 {
			at = len(out)
			out = append(out, nil)
		}
		out[at] = append(out[at], d)
	}
	return out
}

// schedule reports whether an event's only rule has no end, and the day it
// begins on: the dates that are known are then those of the hub's window.
func schedule(n *schema.Node, first day) (endless bool, begins day) {
	rules := n.Nodes("eventSchedule")
	if len(rules) != 1 {
		return false, first
	}
	r := rules[0]
	text := r.String("rrule")
	if text == "" && r.String("repeatFrequency") == "" && len(r.Values("byDay")) == 0 ||
		r.String("endDate") != "" || r.String("repeatCount") != "" || strings.Contains(text, "UNTIL=") || strings.Contains(text, "COUNT=") {
		return false, first
	}
	if m, err := schema.ParseMoment(r.String("startDate"), time.UTC); err == nil {
		return true, dayOf(m.Time)
	}
	return true, first
}
