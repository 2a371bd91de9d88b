package search

import (
	"strconv"
	"strings"
	"time"

	"moselle/hub/fault"
)

// Bound is an end of a span of time: a moment, or a day. A day is that of the
// place where the record is: a span from it begins with it there, and one up to
// it includes it. The zero Bound leaves the end open.
type Bound struct {
	At  time.Time
	Day Day // goes before At
}

// Day is a calendar day: "2026-12-31", "today", "tomorrow", "+6" (days after
// today), or "weekend", which is Saturday at the start of a span, Sunday at its
// end, and on a Sunday that day itself. Now is the very second.
type Day string

// Now is the second at which the query is asked.
const Now Day = "now"

// IsZero reports whether the bound is open.
func (b Bound) IsZero() bool { return b == Bound{} }

// Relative reports whether the bound depends on what day it is.
func (b Bound) Relative() bool {
	_, err := time.Parse(time.DateOnly, string(b.Day))
	return b.Day != "" && err != nil
}

// Check says what is wrong with a day that cannot be read; name is that of the
// bound.
func (b Bound) Check(name string) error {
	if _, ok := b.Day.on(0, false); b.Day != "" && b.Day != Now && !ok {
		return fault.Param(name, "is a day such as 2026-12-31, today, tomorrow or weekend, not %q", b.Day)
	}
	return nil
}

// Start returns the moment a span from the bound begins where the zone is.
func (b Bound) Start(now time.Time, zone *time.Location) time.Time {
	switch b.Day {
	case "":
		return b.At
	case Now:
		return now
	}
	n, _ := b.Day.on(dayOf(now.In(zone)), false)
	return midnight(n, zone)
}

// End returns the moment a span up to the bound is over where the zone is.
func (b Bound) End(now time.Time, zone *time.Location) time.Time {
	switch b.Day {
	case "":
		return b.At
	case Now:
		return now.Truncate(time.Second).Add(time.Second)
	}
	n, _ := b.Day.on(dayOf(now.In(zone)), true)
	return midnight(n+1, zone)
}

const daySeconds = 24 * 60 * 60

// dayOf returns the number of a moment's day, counted from 1 January 1970.
func dayOf(t time.Time) int {
	return int(time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC).Unix() / daySeconds)
}

// maxAhead bounds how many days after today a day can be.
const maxAhead = 10_000

// on returns the number of the day when today is that of today.
func (d Day) on(today int, end bool) (int, bool) {
	switch d {
	case "today":
		return today, true
	case "tomorrow":
		return today + 1, true
	case "weekend":
		weekday := ((today+4)%7 + 7) % 7 // day 0 was a Thursday
		if end || weekday == 0 {
			return today + (7-weekday)%7, true
		}
		return today + 6 - weekday, true
	}
	if ahead, ok := strings.CutPrefix(string(d), "+"); ok {
		n, err := strconv.Atoi(ahead)
		return today + n, err == nil && n >= 0 && n <= maxAhead
	}
	t, err := time.Parse(time.DateOnly, string(d))
	return dayOf(t), err == nil
}

// midnight returns the first moment of a day: where the clocks leave midnight
// out, the moment they are changed; where it comes twice, the first.
func midnight(day int, zone *time.Location) time.Time {
	wall := int64(day) * daySeconds
	t := time.Unix(wall, 0).UTC()
	t = time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, zone)
	start, end := t.ZoneBounds()
	if dayOf(t) < day {
		return end
	}
	if !start.IsZero() && t.Sub(start) < daySeconds*time.Second {
		_, offset := start.Add(-time.Second).Zone()
		if before := time.Unix(wall-int64(offset), 0).In(zone); before.Before(start) {
			return before
		}
	}
	return t
}
