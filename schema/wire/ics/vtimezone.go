package ics

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// zoneSpan is a zone with the first and the last moment written in it.
type zoneSpan struct {
	name     string
	loc      *time.Location
	from, to time.Time
}

// load returns the zone of that IANA name, UTC for "" and its aliases.
func load(name string) (*time.Location, error) {
	switch name {
	case "", "UTC", "Etc/UTC":
		return time.UTC, nil
	}
	loc, err := time.LoadLocation(name)
	if err != nil || name == "Local" {
		return nil, fmt.Errorf("zone %q: not the name of an IANA zone", name)
	}
	return loc, nil
}

// ruleYears is how far a zone is defined behind the start of an event whose
// rule may go on.
const ruleYears = 5

// zonesOf returns the zones the events are in, by name.
func zonesOf(events []Event) ([]zoneSpan, error) {
	byName := map[string]*zoneSpan{}
	for i := range events {
		e := &events[i]
		if e.Zone == "" || e.Start.Day || e.Start.IsZero() {
			continue
		}
		s := byName[e.Zone]
		if s == nil {
			loc, err := load(e.Zone)
			if err != nil {
				return nil, err
			}
			s = &zoneSpan{name: e.Zone, loc: loc, from: e.Start.Time, to: e.Start.Time}
			byName[e.Zone] = s
		}
		s.extend(e.Start.Time)
		s.extend(e.RecurrenceID.Time)
		s.extend(e.End.Time)
		for _, m := range e.Except {
			s.extend(m.Time)
		}
		if len(e.Rules) > 0 {
			s.extend(e.Start.Time.AddDate(ruleYears, 0, 0))
		}
	}
	var out []zoneSpan
	for _, s := range byName {
		if s.loc != time.UTC {
			out = append(out, *s)
		}
	}
	slices.SortFunc(out, func(a, b zoneSpan) int { return cmp.Compare(a.name, b.name) })
	return out, nil
}

func (s *zoneSpan) extend(t time.Time) {
	switch {
	case t.IsZero():
	case t.Before(s.from):
		s.from = t
	case t.After(s.to):
		s.to = t
	}
}

// maxObservances bounds the changes of offset written of one zone: some 200
// years of summer times.
const maxObservances = 400

// component returns the VTIMEZONE: every change of offset between the span's
// ends, those alike gathered under one observance with further RDATEs. Rules
// are not written: a list of dates cannot be wrong about the past.
func (s zoneSpan) component() Component {
	c := Component{Name: "VTIMEZONE"}
	c.add("TZID", s.name)
	c.add("X-LIC-LOCATION", s.name)
	seen := map[string]int{}
	at := s.from.In(s.loc)
	for range maxObservances {
		start, end := at.ZoneBounds()
		abbr, offset := at.Zone()
		before := offset
		local := time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC)
		if !start.IsZero() {
			_, before = start.Add(-time.Second).In(s.loc).Zone()
			local = start.UTC().Add(time.Duration(before) * time.Second)
		} else if s.from.Before(local) {
			local = time.Date(s.from.Year()-1, 1, 1, 0, 0, 0, 0, time.UTC)
		}
		kind := "STANDARD"
		if at.IsDST() {
			kind = "DAYLIGHT"
		}
		date := local.Format(localLayout)
		key := fmt.Sprint(kind, before, offset, abbr)
		if i, ok := seen[key]; ok {
			c.Parts[i].add("RDATE", date)
		} else {
			seen[key] = len(c.Parts)
			o := Component{Name: kind}
			o.add("DTSTART", date)
			o.add("TZOFFSETFROM", formatOffset(before))
			o.add("TZOFFSETTO", formatOffset(offset))
			o.add("TZNAME", Escape(abbr))
			c.Parts = append(c.Parts, o)
		}
		if end.IsZero() || end.After(s.to) {
			break
		}
		at = end.In(s.loc)
	}
	return c
}

func formatOffset(secs int) string {
	sign := '+'
	if secs < 0 {
		sign, secs = '-', -secs
	}
	out := fmt.Sprintf("%c%02d%02d", sign, secs/3600, secs/60%60)
	if secs%60 != 0 {
		out += fmt.Sprintf("%02d", secs%60)
	}
	return out
}
