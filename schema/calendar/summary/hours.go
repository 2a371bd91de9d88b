package summary

import (
	"strings"

	"moselle/schema"
)

// mostShut is how many weekdays are told as closed; of more, the others are
// told as open.
const mostShut = 2

// hours writes when something is open, behind its period where it has one.
func (p printer) hours(c plan) string {
	o := c.opening
	parts := []string{}
	if head := p.head(c); head != "" {
		parts = append(parts, head)
	}
	switch {
	case p.size == XS:
		if len(parts) == 0 && len(o.weeks) > 0 {
			parts = append(parts, p.runs(o.week(p.now).open()))
		}
	case len(o.weeks) == 0:
		parts = append(parts, p.closedOn(weekdays(func(d int) bool { return o.closed[d] })))
	case p.size == SM:
		parts = append(parts, p.openDays(o.week(p.now), len(parts) > 0))
	case p.size == MD:
		weeks := make([]string, len(o.weeks))
		for i, w := range o.weeks {
			weeks[i] = p.week(w, len(o.weeks) > 1)
		}
		parts = append(parts, join(p.words.pause, weeks))
	case len(parts) > 0 && len(o.weeks) == 1:
		parts = append(parts, p.closedOn(o.weeks[0].shut()))
	}
	text := join(", ", parts) + p.remark(c.state)
	switch {
	case p.size == MD && c.mixed():
		return text + p.changes(c)
	case p.size != LG:
		return text
	}
	lists := ""
	for _, w := range o.weeks {
		if len(o.weeks) > 1 {
			lists += p.heading(p.validity(w))
		}
		lists += p.table(w)
	}
	return p.paragraphs(text, lists+p.exceptions(c)+p.unusual(c))
}

// head is the period, or that there is none; "" for a place.
func (p printer) head(c plan) string {
	if c.permanent {
		return p.words.permanent
	}
	if len(c.slots) == 0 {
		return ""
	}
	o := c.opening
	return p.between(o.from, o.to, p.size > SM)
}

// between writes a period of which either bound may be missing.
func (p printer) between(from, to schema.Moment, weekday bool) string {
	st := p.style()
	bound := func(template string, m schema.Moment) string {
		d := dayOf(m.Time)
		return put(template, "{a}", p.date(d, form{month: true, year: p.year, style: st}, d.iso()))
	}
	switch {
	case from.IsZero() && to.IsZero():
		return ""
	case from.IsZero():
		return bound(p.words.until, to)
	case to.IsZero():
		return bound(p.words.since, from)
	}
	a, b := dayOf(from.Time), dayOf(to.Time)
	if p.size == XS {
		return p.span(a, b, a.iso(), b.iso())
	}
	if a == b {
		return p.date(a, form{weekday: true, month: true, year: p.year, style: st}, a.iso())
	}
	return p.days(a, b, weekday || p.size == SM && b-a < longPeriod, st, a.iso(), b.iso())
}

// openDays says on which days it is open: by the days it is not when they are
// few. behind says that a period stands before it.
func (p printer) openDays(w week, behind bool) string {
	shut, open := w.shut(), w.open()
	switch {
	case len(open) == 0:
		return ""
	case len(shut) == 0 && behind:
		return ""
	case len(shut) <= mostShut && behind:
		return p.closedOn(shut)
	case behind:
		return put(p.words.opened, "{a}", p.runs(open))
	}
	return p.runs(open)
}

// week writes a week's hours on one line.
func (p printer) week(w week, dated bool) string {
	var parts []string
	for _, g := range w.same() {
		parts = append(parts, p.label(g.weekdays)+" "+p.open(g.hours))
	}
	if shut := w.shut(); len(shut) <= mostShut {
		parts = append(parts, p.closedOn(shut))
	}
	text := join(", ", parts)
	if g := w.same(); len(g) == 1 && len(g[0].weekdays) >= 7 && g[0].hours[0].opens == none {
		text = p.words.always
	}
	if when := p.validity(w); dated && when != "" {
		text = when + p.words.separator + text
	}
	return text
}

func (p printer) validity(w week) string {
	plain := p
	plain.size = max(p.size, MD)
	return plain.between(w.from, w.to, false)
}

// open writes a day's hours.
func (p printer) open(all []hours) string {
	out := make([]string, len(all))
	for i, h := range all {
		out[i] = p.compact(h)
	}
	return p.enumerate(out)
}

// table writes a week day by day.
func (p printer) table(w week) string {
	var items []string
	for d, h := range w.hours {
		name := p.words.holidays
		if d < 7 {
			name = p.words.weekdays[d]
		}
		switch {
		case len(h) > 0:
			items = append(items, name+p.words.separator+p.open(h))
		case d < 7 && w.counts[d]:
			items = append(items, name+p.words.separator+p.words.shut)
		}
	}
	return p.lines("hours", items)
}

// join joins what is not empty.
func join(separator string, parts []string) string {
	out := parts[:0]
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, separator)
}
