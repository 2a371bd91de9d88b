package summary

import (
	"time"

	"moselle/schema"
)

// slot is one date of an event as people speak of it: on one day, with or
// without times, or from one day to another.
type slot struct {
	schema.Occurrence
	first, last day
	opens, ends clock  // none for whole days, and for an end that nobody knows
	state       string // what there is to say of its status, else of its availability; "" for nothing
}

// nightEnd is until when a date that began the day before still counts as that
// day's: a ball ends at five.
const nightEnd = 6 * 60

// newSlot takes a date as its record's zone shows it; a record that names none
// has its times in UTC, and they are shown in zone.
func newSlot(o schema.Occurrence, zone *time.Location) slot {
	for _, m := range []*schema.Moment{&o.Start, &o.End, &o.Doors, &o.Previous} {
		if zone != nil && !m.Day && !m.IsZero() && m.Time.Location() == time.UTC {
			m.Time = m.Time.In(zone)
		}
	}
	s := slot{Occurrence: o, first: dayOf(o.Start.Time), opens: none, ends: none, state: state(o)}
	s.last = s.first
	if !o.End.IsZero() {
		s.last = max(s.first, dayOf(o.End.Time))
	}
	if o.Start.Day {
		return s
	}
	s.opens = minutes(o.Start.Time)
	if o.End.IsZero() || o.End.Day || !o.End.Time.After(o.Start.Time) {
		return s
	}
	s.ends = minutes(o.End.Time)
	if s.ends == dayLong-1 && s.opens > 0 {
		s.ends = dayLong // the minute before midnight stands for it
	}
	long := o.End.Time.Sub(o.Start.Time) > 12*time.Hour
	switch {
	case s.opens == 0 && s.ends == 0: // midnight to midnight
		s.opens, s.ends, s.last = none, none, s.last-1
	case s.opens == 0 && s.ends == dayLong-1:
		s.opens, s.ends = none, none
	case s.last == s.first+1 && (!long || s.ends <= nightEnd):
		s.last, s.ends = s.first, s.ends+dayLong
	}
	return s
}

// days reports whether the slot goes on for more than a day.
func (s slot) days() bool { return s.last > s.first }

// hours are what two slots have in common that are alike but for their days.
type hours struct{ opens, ends clock }

func (s slot) hours() hours { return hours{s.opens, s.ends} }

// state returns the name of what is special about a date.
func state(o schema.Occurrence) string {
	switch {
	case o.Status != "" && o.Status != "EventScheduled":
		return o.Status
	case o.Availability != "" && o.Availability != "InStock":
		return o.Availability
	}
	return ""
}
