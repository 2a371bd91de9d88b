package feed

import (
	"fmt"
	"strings"
	"time"

	"moselle/schema"
	"moselle/schema/calendar"
	"moselle/schema/dateline"
)

// dated reports whether an entry says when something happens: in its extensions,
// or where the settings say that it does. What stands in title and text is put
// beside what extensions gave.
func (r *run) dated(e *entry) bool {
	if len(e.about.starts) > 0 {
		return true
	}
	switch r.Dates {
	case "published":
		if e.published == "" {
			return false
		}
		e.about.date("start", 0, e.published, "")
		return true
	case "title", "text":
		return r.mentions(e, e.title) || r.Dates == "text" && (r.mentions(e, e.content) || r.mentions(e, e.summary))
	}
	return false
}

// mentions takes the date out of a text that names exactly one, be it a stretch;
// it reports whether any is named.
func (r *run) mentions(e *entry, text string) bool {
	found, err := r.reading(e).Find(text)
	switch {
	case err != nil:
		e.about.refused = err.Error()
	case len(found) == 0:
		return false
	case len(found) > 1:
		e.about.refused = dateline.ErrSeveral.Error()
	default:
		e.about.read = &schema.Occurrence{Start: found[0].Start, End: found[0].End}
	}
	return true
}

// reading is how the dates of an entry are read.
func (r *run) reading(e *entry) dateline.Reading {
	return dateline.Reading{Zone: r.zoneOf(e), Lang: e.lang}
}

// zoneOf returns the zone that an entry names for its times, else the source's.
func (r *run) zoneOf(e *entry) *time.Location {
	if e.about.zone != "" {
		if z, err := calendar.Zone(e.about.zone); err == nil {
			return z
		}
	}
	return r.zone
}

// dates puts an event's dates into its record. When none can be read, it returns
// the reason and the text.
func (r *run) dates(b *schema.Builder, e *entry) (reason, value string) {
	h := &e.about
	switch {
	case h.refused != "":
		return h.refused, e.title
	case h.read != nil:
		b.Occurrences([]schema.Occurrence{*h.read})
		return "", ""
	}
	all, first := r.stamps(b, e)
	if len(all) == 0 {
		return first.Message, first.Value
	}
	if len(h.rules) == 0 || !r.recurring(b, e, all[0]) {
		b.Occurrences(all)
	}
	return "", ""
}

// stamps reads the starts and ends of an entry, in pairs; first is what is wrong
// with the first start that cannot be read.
func (r *run) stamps(b *schema.Builder, e *entry) (all []schema.Occurrence, first schema.Fault) {
	h := &e.about
	if len(h.starts) > maxDates {
		b.Fault(schema.Fault{Path: "startDate", Message: fmt.Sprintf("more than %d dates; the first are kept", maxDates)})
		h.starts = h.starts[:maxDates]
	}
	for i, s := range h.starts {
		start, end, err := r.stamp(e, s, h.opens)
		if err != nil {
			wrong := schema.Fault{Path: "startDate", Value: s.text, Message: err.Error()}
			if b.Fault(wrong); first.Message == "" {
				first = wrong
			}
			continue
		}
		o := schema.Occurrence{Start: start, End: end}
		switch {
		case i < len(h.ends) && h.ends[i].text != "":
			if o.End, err = r.ending(e, h.ends[i], start); err != nil {
				b.Fault(schema.Fault{Path: "endDate", Value: h.ends[i].text, Message: err.Error()})
			}
		case h.closes != "":
			if o.End, err = r.ending(e, stamp{text: start.Time.Format(time.DateOnly)}, start); err != nil {
				b.Fault(schema.Fault{Path: "endDate", Value: h.closes, Message: err.Error()})
			}
		case h.duration != "":
			if d, err := calendar.ParseDuration(strings.ToUpper(h.duration)); err == nil {
				o.End = d.After(start)
			}
		}
		all = append(all, wholeDays(o, h.allDay))
	}
	return all, first
}

// stamp reads one date; clock is the time that is given apart from it. end is
// that of a stretch.
func (r *run) stamp(e *entry, s stamp, clock string) (start, end schema.Moment, err error) {
	how := r.reading(e)
	if _, _, _, err := schema.ParseClock(s.text); err == nil && e.about.day != "" && strings.Contains(s.text, ":") {
		s.text = e.about.day + "T" + s.text
	}
	if s.zone != "" {
		if z, err := calendar.Zone(s.zone); err == nil {
			how.Zone = z
		}
	}
	d, err := how.Span(s.text)
	if err == nil && d.Start.Day && d.End.IsZero() && clock != "" {
		at, ok := how.At(d.Start, clock)
		if !ok {
			return d.Start, d.End, fmt.Errorf("%q is no time; write it as 19:30", clock)
		}
		d = at
	}
	return d.Start, d.End, err
}

// ending reads an end, of which some give the time alone.
func (r *run) ending(e *entry, s stamp, start schema.Moment) (schema.Moment, error) {
	if _, _, _, err := schema.ParseClock(s.text); err == nil && !start.Day && strings.Contains(s.text, ":") {
		s.text = start.Time.Format(time.DateOnly) + "T" + s.text
	}
	clock := e.about.closes
	if start.Day {
		clock = ""
	}
	m, _, err := r.stamp(e, s, clock)
	return m, err
}

// wholeDays makes days of a date that says it takes whole days, or that lasts
// from midnight to the last minute of a day.
func wholeDays(o schema.Occurrence, all bool) schema.Occurrence {
	if o.Start.Day || o.Start.Time.Format("15:04:05") != "00:00:00" {
		return o
	}
	last := !o.End.IsZero() && !o.End.Day && strings.HasPrefix(o.End.Time.Format("15:04:05"), "23:59")
	if !all && !last {
		return o
	}
	o.Start.Day = true
	if !o.End.IsZero() && !o.End.Day {
		y, m, d := o.End.Time.Date()
		if !last && o.End.Time.Format("15:04:05") == "00:00:00" && o.End.Time.After(o.Start.Time) {
			d-- // midnight ends the day before
		}
		o.End = schema.Moment{Time: time.Date(y, m, d, 0, 0, 0, 0, o.End.Time.Location()), Day: true}
	}
	return o
}

// recurring turns a rule (xCal's rrule) into dates; false when it cannot be read,
// and the date of the entry is all there is.
func (r *run) recurring(b *schema.Builder, e *entry, first schema.Occurrence) bool {
	rules, err := calendar.ParseRules(e.about.rules...)
	if err != nil {
		b.Fault(schema.Fault{Path: "eventSchedule", Value: strings.Join(e.about.rules, " "), Message: err.Error()})
		return false
	}
	set := calendar.Set{Start: first.Start, End: first.End, Rules: rules, Zone: r.zoneOf(e)}
	window := r.env.Window()
	spans, truncated, err := set.Expand(window)
	if err != nil || len(spans) == 0 {
		b.Fault(schema.Fault{Path: "eventSchedule", Value: strings.Join(e.about.rules, " "), Message: "the rule gives no date that can be worked out; the date of the entry is kept"})
		return false
	}
	all := make([]schema.Occurrence, len(spans))
	for i, s := range spans {
		all[i] = schema.Occurrence{Start: s.Start, End: s.End}
	}
	set.Describe(b, window)
	b.Occurrences(all)
	if truncated {
		b.Truncated()
	}
	return true
}
