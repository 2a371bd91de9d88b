package ics

import (
	"slices"
	"time"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/calendar"
	wire "moselle/schema/wire/ics"
)

// occurrences returns the event's dates with the changes of single ones.
func (m *mapper) occurrences(g *group, ev *event, main when) (all []schema.Occurrence, truncated bool, refusal *connectors.Refusal) {
	warn := warner(&ev.faults)
	if !ev.orphaned {
		sets := []calendar.Set{main.set}
		for _, e := range ev.more {
			w, refusal := m.when(g, e, &ev.faults)
			if refusal != nil {
				return nil, false, refusal
			}
			sets = append(sets, w.set)
		}
		for i, set := range sets {
			dates, more, err := set.Expand(m.window)
			if err != nil {
				return nil, false, connectors.Refuse(g.uid, ev.main.where(g), "eventSchedule", ev.main.Value("RRULE"), "RRULE %v", err)
			}
			truncated = truncated || more
			for _, d := range dates {
				if i == 0 || !slices.ContainsFunc(all, func(o schema.Occurrence) bool { return o.Start.Time.Equal(d.Start.Time) }) {
					all = append(all, schema.Occurrence{Start: m.shown(d.Start), End: m.shown(d.End)})
				}
			}
		}
	}
	at := index(all)
	var extra []schema.Occurrence
	for _, e := range ev.instances {
		o, original, ok := m.instance(g, ev, e, warn)
		if !ok {
			continue
		}
		if i, ok := at[original.Time.Unix()]; ok && original.Day == all[i].Start.Day {
			if o.End.IsZero() && o.Start == all[i].Start {
				o.End = all[i].End
			}
			all[i] = o
		} else if i, ok := at[dayKey(original)]; ok && original.Day != all[i].Start.Day {
			all[i] = o // a day stands for the time on it, and the other way round
		} else if !ev.orphaned && o.Status == "EventCancelled" {
			continue // the date is outside of the window, or excepted as well
		} else {
			extra = append(extra, o)
		}
	}
	return append(all, m.inWindow(extra, len(all) == 0)...), truncated, nil
}

// index finds dates by their start, and by their day.
func index(all []schema.Occurrence) map[int64]int {
	at := make(map[int64]int, 2*len(all))
	for i, o := range all {
		at[dayKey(o.Start)] = i
	}
	for i, o := range all {
		at[o.Start.Time.Unix()] = i
	}
	return at
}

// dayKey stands for a moment's local day; no start has such a value.
func dayKey(m schema.Moment) int64 {
	y, mo, d := m.Time.Date()
	return -1<<50 + time.Date(y, mo, d, 0, 0, 0, 0, time.UTC).Unix()
}

// instance reads a VEVENT that changes one date, and which one.
func (m *mapper) instance(g *group, ev *event, e *entry, warn warning) (o schema.Occurrence, original schema.Moment, ok bool) {
	id := e.Prop("RECURRENCE-ID")
	original, _, err := m.moment(e, id, id.Value, func(string) {})
	if err != nil {
		warn("occurrence", id, "%v; this change of a date is left out", err)
		return o, original, false
	}
	if id.Param("RANGE") == "THISANDFUTURE" {
		warn("occurrence", id, "a change of this and all later dates is taken as one of this date only")
	}
	if m.hides(e) {
		warn("occurrence", id, "this date is marked CLASS:%s and left out", e.Value("CLASS"))
		return schema.Occurrence{}, original, false
	}
	o.Start = m.shown(original)
	if e.Value("DTSTART") != "" {
		w, refusal := m.when(g, e, &ev.faults)
		if refusal != nil {
			warn("occurrence", id, "%s; this change of a date is left out", refusal.Faults[0].Message)
			return o, original, false
		}
		o.Start, o.End = m.shown(w.set.Start), m.shown(w.set.End)
	}
	if original.Day && !o.Start.Day {
		y, mo, d := o.Start.Time.Date()
		if oy, omo, od := original.Time.Date(); y == oy && mo == omo && d == od {
			original = o.Start // the day was all that RECURRENCE-ID said
		}
	}
	switch {
	case e.cancelled():
		o.Status = "EventCancelled"
	case !o.Start.Time.Equal(original.Time):
		o.Status, o.Previous = "EventRescheduled", m.shown(original)
	case e.status() != ev.status():
		o.Status = e.status()
	}
	if e != ev.main {
		if name, lang := m.title(e); name != "" {
			if own, _ := m.title(ev.main); name != own {
				o.Name, o.NameLang = name, lang
			}
		}
		if here, there := m.placeOf(e), m.placeOf(ev.main); here != nil && here != there && e.Value("LOCATION") != "" {
			o.Place = schema.Mint(m.env.Source, "Place", here.key())
		}
	}
	return o, original, true
}

// inWindow keeps the dates that touch the window; the first and the last of
// them all when there is nothing else.
func (m *mapper) inWindow(extra []schema.Occurrence, only bool) []schema.Occurrence {
	var out []schema.Occurrence
	for _, o := range extra {
		end := o.Start.End()
		if !o.End.IsZero() {
			end = o.End.End()
		}
		if o.Start.Time.Before(m.window.To) && (end.After(m.window.From) || !o.Start.Time.Before(m.window.From)) {
			out = append(out, o)
		}
	}
	if len(out) > 0 || !only || len(extra) < 3 {
		if len(out) == 0 && only {
			return extra
		}
		return out
	}
	first := slices.MinFunc(extra, byStart)
	last := slices.MaxFunc(extra, byStart)
	return []schema.Occurrence{first, last}
}

func byStart(a, b schema.Occurrence) int { return a.Start.Time.Compare(b.Start.Time) }

// shown puts a time that is given in UTC, by an offset or in a zone without a
// name into the zone its readers live in.
func (m *mapper) shown(mo schema.Moment) schema.Moment {
	if !mo.IsZero() && !mo.Day && !named(mo.Time.Location()) {
		mo.Time = mo.Time.In(m.local)
	}
	return mo
}

// named reports whether a zone is one that others know by its name, and more
// than the lack of one.
func named(loc *time.Location) bool { return loc != time.UTC && loc.String() != "" }

// title returns the first title of a VEVENT and its language.
func (m *mapper) title(e *entry) (name, lang string) {
	e.each("SUMMARY", func(p *wire.Property) {
		if name == "" {
			name, lang = oneLine(plain(p.Text())), m.langOf(p)
		}
	})
	return name, lang
}
