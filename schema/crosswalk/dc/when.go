package dc

import (
	"regexp"
	"slices"
	"strings"

	"moselle/schema/crosswalk"
)

var (
	point  = regexp.MustCompile(`(?i)\bname\s*=\s*([^;]+)`)
	period = regexp.MustCompile(`(?i)^(?:ca?\.? ?)?\d{3,4}'?s$|\b(?:century|jahrhundert|jh|eeuw)\b|siècle`)
	corner = regexp.MustCompile(`(?i)^(?:north|east|south|west)\w*\s*=`) // of a point or a box without a name
)

// coverage adds the time or the place that something is about.
func (m *reader) coverage(s Statement) {
	value := crosswalk.OneLine(s.Value)
	if span, ok := crosswalk.ParseSpan(value); ok && s.Term != "spatial" {
		m.b.Put("temporalCoverage", span.Interval())
		return
	}
	if f := point.FindStringSubmatch(value); f != nil { // DCMI Point and Box
		value = strings.TrimSpace(f[1])
	}
	if s.Term == "temporal" || s.Term == "coverage" && period.MatchString(value) {
		m.b.Text("dateText", m.LangOf(s.Lang), value)
		return
	}
	for place := range parts(value) {
		if !crosswalk.IsAddress(place) && !corner.MatchString(place) {
			m.b.Link("contentLocation", m.Place(s.Lang, place, "contentLocation"))
		}
	}
}

// stamped reports whether a date is a machine's stamp: it has a time of the day, and
// another date has none.
func (m *reader) stamped(s Statement) bool {
	stamp := func(v string) bool { return crosswalk.IsClock(v) && !m.event }
	return stamp(s.Value) && slices.ContainsFunc(m.all, func(o Statement) bool {
		return (o.Term == "date" || o.Term == "created" || o.Term == "issued") && strings.TrimSpace(o.Value) != "" && !stamp(o.Value)
	})
}

// date adds a date, unless it is a stamp.
func (m *reader) date(s Statement) {
	if m.dated || m.stamped(s) {
		return
	}
	if !m.event {
		m.Created(m.b, s.Lang, s.Value)
		m.dated = true
		return
	}
	from, until, two := strings.Cut(crosswalk.OneLine(s.Value), "/")
	m.b.Put("startDate", from)
	if two {
		m.b.Put("endDate", until)
	}
	m.dated = m.b.Has("startDate")
}
