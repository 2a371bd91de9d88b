package datatourisme

import (
	"fmt"
	"time"

	"moselle/schema"
	"moselle/schema/calendar"
	"moselle/schema/tree"
)

// dates adds when an event takes place. What it returns refuses the event.
func (m *mapper) dates(b *schema.Builder, o tree.Node, k kind) *schema.Fault {
	periods := m.periods(b, o)
	if len(periods) == 0 && m.undated != nil {
		return m.undated
	}
	if len(periods) == 0 {
		return &schema.Fault{Path: "takesPlaceAt", Message: "missing: when it takes place; name at least a startDate"}
	}
	m.placeholders(b, periods)
	if exhibition(k) && long(periods) {
		m.opening(periods).Bounded().Put(b, m.window())
		return nil
	}
	var all []schema.Occurrence
	at := map[int64]int{}
	for _, p := range periods {
		for _, s := range m.spans(b, p) {
			if i, ok := at[s.Start.Time.Unix()]; ok { // said twice: keep what says more
				if known := &all[i]; known.Start.Day || known.End.IsZero() {
					known.Start, known.End = s.Start, s.End
				}
				continue
			}
			at[s.Start.Time.Unix()] = len(all)
			all = append(all, schema.Occurrence{Start: s.Start, End: s.End})
		}
	}
	b.Occurrences(all)
	b.Put("timezone", m.zone.String())
	return nil
}

// periods reads takesPlaceAt, else the first and last days that stand on the
// event itself. Where opening hours have the same first and last day, they say
// more of it: the weekdays, and the times of each.
func (m *mapper) periods(b *schema.Builder, o tree.Node) (out []calendar.Hours) {
	type days struct{ from, to int64 }
	finer := map[days][]calendar.Hours{}
	for _, h := range m.hours(b, o) {
		finer[days{h.From.Time.Unix(), h.To.Time.Unix()}] = append(finer[days{h.From.Time.Unix(), h.To.Time.Unix()}], h)
	}
	taken := map[days]bool{}
	add := func(p calendar.Hours) {
		if p.To.IsZero() {
			p.To = p.From
		}
		at := days{p.From.Time.Unix(), p.To.Time.Unix()}
		hours := finer[at]
		switch {
		case p.Days != 0 || len(hours) == 0:
			out = append(out, p)
		case !taken[at]:
			out = append(out, hours...)
		}
		taken[at] = true
	}
	for n := range tree.Values(get(o, "takesPlaceAt")) {
		if len(out) >= maxHours {
			b.Fault(schema.Fault{Path: "takesPlaceAt", Message: fmt.Sprintf("more than %d periods; the first are kept", maxHours)})
			break
		}
		p, ok := m.span(b, n, "takesPlaceAt", "startDate", "endDate", "startTime", "endTime", "appliesOnDay")
		switch {
		case !ok:
		case p.From.IsZero():
			b.Fault(schema.Fault{Path: "takesPlaceAt.startDate", Message: "missing: a period without its first day is left out"})
		default:
			add(p)
		}
	}
	if len(out) > 0 {
		return out
	}
	starts, ends := texts(get(o, "startDate")), texts(get(o, "endDate"))
	for i, s := range starts[:min(len(starts), maxHours)] {
		from, err := schema.ParseMoment(s.text, m.zone)
		if err != nil {
			b.Fault(schema.Fault{Path: "startDate", Value: s.text, Message: err.Error()})
			continue
		}
		p := calendar.Hours{From: m.day(from), Opens: calendar.NoEnd, Closes: calendar.NoEnd}
		if len(ends) == len(starts) {
			if to, err := schema.ParseMoment(ends[i].text, m.zone); err == nil && !to.Time.Before(from.Time) {
				p.To = m.day(to)
			}
		}
		add(p)
	}
	return out
}

// placeholders tells of periods from the first to the last day of a year, which
// forms hold where nobody knew better.
func (m *mapper) placeholders(b *schema.Builder, periods []calendar.Hours) {
	for _, p := range periods {
		if p.Days == 0 && p.From.Time.YearDay() == 1 && p.To.Time.Month() == time.December && p.To.Time.Day() == 31 {
			b.Fault(schema.Fault{Path: "takesPlaceAt", Value: p.From.String() + " – " + p.To.String(),
				Message: "from 1 January to 31 December: most often a placeholder; name the days on which it really takes place"})
			return
		}
	}
}

// exhibition reports whether an event is one to be visited while it is open, and
// does not begin at its hours.
func exhibition(k kind) bool {
	return k.is("Exhibition") || k.is("ExhibitionEvent") || k.is("VisualArtsEvent")
}

// long reports whether one of the periods has hours on several days.
func long(periods []calendar.Hours) bool {
	for _, p := range periods {
		if p.Opens != calendar.NoEnd && p.To.Time.After(p.From.Time) {
			return true
		}
	}
	return false
}

// spans returns the dates of a period: one for a day, for days in a row without
// times and for a night; else one for each day, which is written down as a
// schedule as well.
func (m *mapper) spans(b *schema.Builder, p calendar.Hours) []calendar.Span {
	timed := p.Opens != calendar.NoEnd
	single := p.From.Time.Equal(p.To.Time)
	night := timed && p.Closes != calendar.NoEnd && p.Closes < p.Opens && p.Days == 0 && p.From.Time.AddDate(0, 0, 1).Equal(p.To.Time)
	switch {
	case single && !timed:
		return []calendar.Span{{Start: p.From}}
	case !single && !timed && p.Days == 0:
		return []calendar.Span{{Start: p.From, End: p.To}}
	case single || night:
		return []calendar.Span{m.hoursOn(p)}
	}
	s := calendar.Schedule{RepeatFrequency: "P1D", StartDate: p.From.String(), EndDate: p.To.String(), StartTime: p.Opens.String(), EndTime: p.Closes.String()}
	if p.Days&calendar.EveryDay != 0 && p.Days&calendar.EveryDay != calendar.EveryDay {
		s.RepeatFrequency, s.ByDay = "P1W", (p.Days & calendar.EveryDay).Names()
	}
	set, err := s.Set(m.zone, p.From.Time)
	if err == nil {
		var spans []calendar.Span
		var truncated bool
		if spans, truncated, err = set.Expand(m.window()); err == nil && len(spans) > 0 {
			set.Describe(b, m.window())
			if truncated {
				b.Truncated()
			}
			return spans
		}
	}
	reason := "no day of the period is one of its weekdays"
	if err != nil {
		reason = err.Error()
	}
	b.Fault(schema.Fault{Path: "takesPlaceAt", Value: p.From.String() + " – " + p.To.String(), Message: reason + "; it is kept as one long date"})
	return []calendar.Span{{Start: p.From, End: p.To}}
}

// hoursOn returns a period's hours on its first day; what ends before it begins
// ends on the next.
func (m *mapper) hoursOn(p calendar.Hours) calendar.Span {
	y, month, d := p.From.Time.Date()
	s := calendar.Span{Start: schema.Moment{Time: time.Date(y, month, d, 0, int(p.Opens), 0, 0, m.zone)}}
	if p.Closes != calendar.NoEnd {
		if p.Closes < p.Opens {
			d++
		}
		s.End = schema.Moment{Time: time.Date(y, month, d, 0, int(p.Closes), 0, 0, m.zone)}
	}
	return s
}
