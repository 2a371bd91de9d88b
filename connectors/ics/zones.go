package ics

import (
	"fmt"
	"time"

	"moselle/schema"
	"moselle/schema/calendar"
	wire "moselle/schema/wire/ics"
)

// zones finds the zone of each TZID once a file.
type zones struct {
	window   calendar.Range
	fallback *time.Location // the setting's or the source's
	fixed    bool           // the setting's: it overrides X-WR-TIMEZONE
	known    map[zoneKey]*zone
}

type zoneKey struct {
	head *head
	tzid string
}

// zone is a zone with what had to be guessed about it.
type zone struct {
	*time.Location
	fault string
}

// maxZones bounds the names that are looked up in one file.
const maxZones = 1000

// floating returns the zone of a calendar's times that name none.
func (z *zones) floating(h *head) *zone { return z.find(h, "") }

// find returns the zone of a TZID: by its name where that is known, else by the
// calendar's own definition, else the calendar's zone with a fault.
func (z *zones) find(h *head, tzid string) *zone {
	key := zoneKey{h, tzid}
	if found, ok := z.known[key]; ok {
		return found
	}
	var found *zone
	switch {
	case tzid == "":
		found = z.own(h)
	case len(z.known) > maxZones:
		return &zone{z.floating(h).Location, fmt.Sprintf("more than %d zones in one file: taken as %s", maxZones, z.floating(h))}
	default:
		found = z.named(h, tzid)
	}
	z.known[key] = found
	return found
}

func (z *zones) own(h *head) *zone {
	if z.fixed || h.zone == "" {
		return &zone{Location: z.fallback}
	}
	if loc, err := calendar.Zone(h.zone); err == nil {
		return &zone{Location: loc}
	}
	return &zone{z.fallback, fmt.Sprintf("X-WR-TIMEZONE %q is not a known time zone: taken as %s", schema.Excerpt(h.zone), z.fallback)}
}

func (z *zones) named(h *head, tzid string) *zone {
	if loc, ok := calendar.NamedZone(tzid); ok {
		return &zone{Location: loc}
	}
	guess, err := calendar.Zone(tzid)
	for i := range h.zones {
		if h.zones[i].Text("TZID") == tzid {
			if loc, ok := z.defined(h, &h.zones[i], guess); ok {
				return &zone{Location: loc}
			}
		}
	}
	if err == nil {
		return &zone{Location: guess}
	}
	own := z.floating(h).Location
	return &zone{own, fmt.Sprintf("TZID %q is neither a known time zone nor defined in the file: taken as %s", schema.Excerpt(tzid), own)}
}

// common are zones that a definition of one's own often means.
var common = []string{"Europe/Berlin", "Europe/London", "Europe/Helsinki", "Europe/Istanbul", "Europe/Moscow",
	"America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"}

// defined reads a VTIMEZONE. A known zone with the same offsets is preferred.
func (z *zones) defined(h *head, c *wire.Component, guess *time.Location) (*time.Location, bool) {
	if loc, ok := calendar.NamedZone(c.Text("X-LIC-LOCATION")); ok {
		return loc, true
	}
	var shifts []calendar.Shift
	span := calendar.Range{From: time.Unix(0, 0).UTC(), To: z.window.To.AddDate(1, 0, 0)}
	for i := range c.Parts {
		shifts = append(shifts, observance(&c.Parts[i], span)...)
	}
	if len(shifts) == 0 {
		return nil, false
	}
	// Many definitions are older than the summer times of today.
	if guess != nil && offsets(shifts) == offsetsOf(guess, z.window.From) {
		return guess, true
	}
	alike := []*time.Location{z.floating(h).Location}
	for _, name := range common {
		if loc, ok := calendar.NamedZone(name); ok {
			alike = append(alike, loc)
		}
	}
	for _, s := range shifts[max(0, len(shifts)-2):] {
		if loc, err := calendar.Zone(fmt.Sprintf("UTC%+03d:%02d", s.Offset/3600, max(s.Offset, -s.Offset)/60%60)); err == nil {
			alike = append(alike, loc)
		}
	}
	loc, err := calendar.Custom(c.Text("TZID"), shifts, alike, z.window)
	return loc, err == nil
}

// pair is the lowest and the highest offset of a zone.
type pair struct{ low, high int }

func offsets(shifts []calendar.Shift) pair {
	p := pair{shifts[0].Offset, shifts[0].Offset}
	for _, s := range shifts {
		p = pair{min(p.low, s.Offset), max(p.high, s.Offset)}
	}
	return p
}

// offsetsOf returns those of the year from t on.
func offsetsOf(loc *time.Location, t time.Time) pair {
	var shifts []calendar.Shift
	for month := range 12 {
		_, offset := t.AddDate(0, month, 0).In(loc).Zone()
		shifts = append(shifts, calendar.Shift{Offset: offset})
	}
	return offsets(shifts)
}

// observance returns the changes of offset that a STANDARD or DAYLIGHT part
// stands for; none when it cannot be read.
func observance(c *wire.Component, span calendar.Range) []calendar.Shift {
	before, err := wire.ParseOffset(c.Value("TZOFFSETFROM"))
	after, err2 := wire.ParseOffset(c.Value("TZOFFSETTO"))
	if err != nil || err2 != nil {
		return nil
	}
	local := time.FixedZone("", before)
	start, _, err := wire.ParseTime(c.Value("DTSTART"), local)
	if err != nil {
		return nil
	}
	start.Day = false
	set := calendar.Set{Start: start, Zone: local}
	for _, p := range c.Props {
		switch p.Name {
		case "RRULE":
			if r, err := calendar.ParseRule(p.Value); err == nil {
				set.Rules = append(set.Rules, r)
			}
		case "RDATE":
			for _, v := range p.Values() {
				if m, _, err := wire.ParseTime(v, local); err == nil {
					set.Dates = append(set.Dates, calendar.Span{Start: m})
				}
			}
		}
	}
	dates, _, err := set.Expand(span)
	if err != nil {
		return nil
	}
	out := make([]calendar.Shift, 0, len(dates))
	for _, d := range dates {
		out = append(out, calendar.Shift{At: d.Start.Time, Offset: after, DST: c.Name == "DAYLIGHT"})
	}
	return out
}
