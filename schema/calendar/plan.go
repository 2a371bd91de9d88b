package calendar

import (
	"cmp"
	"math"
	"slices"

	"moselle/schema"
)

// plan is an opening made ready to be asked for many days. It is used by one
// goroutine: what on returns holds until it is called again.
type plan struct {
	period
	known   bool // hours are known on any day
	weekly  []row
	special []exception
	walls   walls
	buffer  []stretch
}

// period are the days from the first to the last.
type period struct{ from, to date }

func periodOf(from, to schema.Moment) period {
	p := period{math.MinInt, math.MaxInt}
	if !from.IsZero() {
		p.from = dateOf(from.Time)
	}
	if !to.IsZero() {
		p.to = dateOf(to.Time)
	}
	return p
}

func (p period) has(d date) bool { return p.from <= d && d <= p.to }

// row are the hours of some weekdays.
type row struct {
	period
	days Days
	stretch
}

// exception are days with other hours, or with none.
type exception struct {
	period
	hours []row
	*Special
}

// stretch is an opening in minutes from the midnight its day begins with.
type stretch struct {
	start, end Clock
	ends       bool // end is known
}

func (o Opening) plan() *plan {
	p := &plan{period: periodOf(o.From, o.To), known: o.HasHours(), weekly: rows(o.Weekly), walls: walls{zone: o.zone()}}
	for i := range o.Special {
		s := &o.Special[i]
		p.special = append(p.special, exception{periodOf(s.From, s.To), rows(s.Hours), s})
	}
	return p
}

func rows(all []Hours) []row {
	out := make([]row, len(all))
	for i, h := range all {
		out[i] = row{periodOf(h.From, h.To), h.Days, h.stretch()}
	}
	return out
}

func (h Hours) stretch() stretch {
	switch {
	case h.Whole():
		return stretch{end: dayLong, ends: true}
	case h.Closes < 0:
		return stretch{start: h.Opens, end: h.Opens}
	case h.Closes <= h.Opens:
		return stretch{start: h.Opens, end: h.Closes + dayLong, ends: true}
	}
	return stretch{start: h.Opens, end: h.Closes, ends: true}
}

// on returns the hours of a day and what rules it in place of the usual ones.
func (p *plan) on(d date) (hours []stretch, special *Special) {
	p.buffer = p.buffer[:0]
	if !p.has(d) {
		return nil, nil
	}
	for i := range p.special {
		e := &p.special[i]
		if !e.has(d) {
			continue
		}
		if len(e.hours) == 0 {
			if e.Days.on(d) {
				return nil, e.Special
			}
			continue
		}
		if p.pick(e.hours, d) && (special == nil || len(special.Reason) == 0) {
			special = e.Special
		}
	}
	switch {
	case special != nil:
	case p.known:
		p.pick(p.weekly, d)
	default:
		return append(p.buffer, stretch{end: dayLong, ends: true}), nil
	}
	return join(p.buffer), special
}

// pick gathers the hours that hold on a day, and reports whether there are any.
func (p *plan) pick(all []row, d date) (any bool) {
	for i := range all {
		if r := &all[i]; r.days.on(d) && r.has(d) {
			p.buffer = append(p.buffer, r.stretch)
			any = true
		}
	}
	return any
}

// join sorts the stretches and makes one of those that overlap or touch.
func join(all []stretch) []stretch {
	if len(all) < 2 {
		return all
	}
	slices.SortFunc(all, func(a, b stretch) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end)) })
	out := all[:1]
	for _, s := range all[1:] {
		last := &out[len(out)-1]
		if s.start < last.end || s.start == last.start && !s.ends || s.start == last.end && s.ends && last.ends {
			last.end = max(last.end, s.end)
			continue
		}
		out = append(out, s)
	}
	return out
}

// spans adds a day's stretches as spans.
func (p *plan) spans(out []Span, d date, hours []stretch) []Span {
	for _, h := range hours {
		if h.start == 0 && h.end == dayLong {
			day := d.moment(p.walls.zone)
			out = append(out, Span{day, day})
			continue
		}
		s := Span{Start: schema.Moment{Time: p.walls.local(d.at(h.start))}}
		if h.ends {
			s.End = schema.Moment{Time: p.walls.local(d.at(h.end))}
		}
		out = append(out, s)
	}
	return out
}
