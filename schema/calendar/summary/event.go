package summary

import "strings"

// calendar writes what a plan says, "" when it says nothing.
func (p printer) calendar(c plan) string {
	switch {
	case c.opening != nil:
		return p.hours(c)
	case c.permanent:
		return p.paragraphs(p.words.permanent+p.remark(c.state), "")
	case len(c.slots) == 0:
		return ""
	case len(c.slots) == 1:
		s := c.slots[0]
		text := p.slot(s, c.open)
		if p.size >= MD {
			text += p.notes(c, s, s.state, p.size == LG)
		} else {
			text += p.remark(c.state)
		}
		return p.paragraphs(text, "")
	}
	text := p.several(c) + p.remark(c.state)
	switch {
	case p.size == LG:
		return p.paragraphs(text, p.every(c, c.slots))
	case p.size == MD && c.mixed() && !c.eachTold():
		text += p.changes(c)
	}
	return text
}

// slot writes one date.
func (p printer) slot(s slot, open bool) string {
	st := p.style()
	iso := s.Start.String()
	switch {
	case s.days():
		return p.period(s)
	case open && s.opens == none:
		return put(p.words.since, "{a}", p.date(s.first, form{month: true, year: p.year, style: st}, iso))
	}
	text := p.date(s.first, form{weekday: true, month: true, year: p.year, style: st}, iso)
	if p.size >= MD && s.opens != none {
		text += p.words.beside + p.sentence(s.hours(), open)
	}
	return text
}

// longPeriod is from how many days on nobody asks on which weekday it begins.
const longPeriod = 31

// period writes a date that goes on for several days.
func (p printer) period(s slot) string {
	isoA, isoB := s.Start.String(), s.End.String()
	switch {
	case p.size == XS:
		return p.span(s.first, s.last, isoA, isoB)
	case p.size == SM || s.opens == none:
		return p.days(s.first, s.last, p.size > SM || s.last-s.first < longPeriod, p.style(), isoA, isoB)
	}
	at := func(d day, c clock, iso string) string {
		text := p.date(d, form{weekday: true, month: true, year: p.year, style: full}, iso)
		if c == none {
			return text
		}
		return text + p.words.beside + p.sentence(hours{c, none}, false)
	}
	return put(p.words.days, "{a}", at(s.first, s.opens, isoA), "{b}", at(s.last, s.ends, isoB))
}

// span writes a span of days as short as can be: what has begun by its end.
func (p printer) span(a, b day, isoA, isoB string) string {
	if p.now != 0 && a <= p.now && p.now <= b {
		return put(p.words.until, "{a}", p.date(b, form{month: true, year: p.year, style: tiny}, isoB))
	}
	return p.days(a, b, false, tiny, isoA, isoB)
}

// Bounds on lists of dates; what there is more is told by its span and number.
const (
	mostTiny   = 3  // days in XS, of one month
	mostBrief  = 4  // days in SM
	mostFull   = 12 // days with the same hours in MD
	mostNamed  = 4  // days that keep their weekday
	mostPhrase = 6  // dates with hours of their own in MD
)

// several writes more than one date.
func (p printer) several(c plan) string {
	n := len(c.dates)
	st := p.style()
	switch {
	case n == 1:
		return p.oneDay(c.dates[0])
	case c.rule.kind > run && (p.size > XS || c.endless):
		return p.rule(c)
	case c.endless:
		return p.ongoing(c)
	case c.rule.kind == run && p.size > XS:
		text := p.days(c.first, c.last, true, st, c.first.iso(), c.last.iso())
		if h := c.rule.groups[0].hours; p.size >= MD && h[0].opens != none {
			text += ", " + p.words.daily + " " + p.times(h)
		}
		return text
	case p.size == XS:
		if n > 0 && n <= mostTiny && c.rule.kind != run && c.first.month() == c.last.month() {
			return p.list(days(c.dates), false, st, nil)
		}
		return p.span(c.first, c.last, c.first.iso(), c.last.iso())
	case p.size == SM && n > 0 && n <= mostBrief:
		return p.list(days(c.dates), true, st, nil)
	case p.size >= MD && c.listable() && (n > mostGroups || len(c.alike) == 1):
		return p.sameHours(c)
	case p.size >= MD && len(c.slots) <= mostPhrase:
		phrases := make([]string, len(c.slots))
		for i, s := range c.slots {
			phrases[i] = p.slot(s, c.open)
			if p.size == MD && c.mixed() {
				phrases[i] += p.remark(s.state)
			}
		}
		return strings.Join(phrases, p.words.pause)
	}
	text := p.days(c.first, c.last, false, st, c.first.iso(), c.last.iso()) + ", " + p.count(len(c.slots))
	if c.cut && p.size > SM {
		text += " " + p.words.others
	}
	return text
}

// oneDay writes a day with several dates.
func (p printer) oneDay(d dated) string {
	text := p.date(d.day, form{weekday: true, month: true, year: p.year, style: p.style()}, d.day.iso())
	if s := p.times(d.hours); p.size >= MD && s != "" {
		text += p.words.beside + s
	}
	return text
}

// sameHours lists days by their hours, each with what has become of it where
// they differ.
func (p printer) sameHours(c plan) string {
	var phrases []string
	for _, dates := range c.alike {
		named := len(dates) <= mostNamed
		var behind func(int) string
		if p.size == MD && c.mixed() {
			behind = func(i int) string { return p.remark(dates[i].state()) }
		}
		text := p.list(days(dates), named, full, behind)
		if !named {
			text = put(p.words.list, "{a}", text)
		}
		if s := p.times(dates[0].hours); s != "" {
			text += p.words.beside + s
		}
		phrases = append(phrases, text)
	}
	return strings.Join(phrases, p.words.pause)
}

// listable reports whether the dates are few, with few different hours.
func (c plan) listable() bool { return len(c.alike) > 0 && len(c.alike) <= mostGroups }

func days(dates []dated) []day {
	out := make([]day, len(dates))
	for i, d := range dates {
		out[i] = d.day
	}
	return out
}

// state is what has become of all dates of a day; "" when they differ.
func (d dated) state() string {
	for _, s := range d.slots[1:] {
		if s.state != d.slots[0].state {
			return ""
		}
	}
	return d.slots[0].state
}
