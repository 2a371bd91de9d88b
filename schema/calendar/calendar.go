// Package calendar turns what sources say about time into dates: recurrence
// rules, lists of dates and exceptions (Set), schema.org schedules (Schedule) and
// opening hours with their exceptions (Opening), in the zone they are meant in
// and within a window around the present. It writes rules and hours down with an
// event or a place, reads hours back out of them, and knows what zone a source
// means by a name. It reads no format; connectors call it, and whoever asks
// whether something is open.
package calendar

import (
	"time"

	// A hub runs on machines without zone files.
	_ "time/tzdata"

	"moselle/schema"
)

// Span is one date: when it starts and when it ends. End is zero when nothing
// is known of it; of a date without time it is the last day.
type Span struct{ Start, End schema.Moment }

// Range is the stretch of time for which rules are turned into dates, without
// its end.
type Range struct{ From, To time.Time }

// Back and Ahead are how many months a hub looks back and ahead that is not told
// otherwise; MaxMonths bounds either.
const (
	Back      = 6
	Ahead     = 18
	MaxMonths = 120
)

// Window returns the range around now: from the first of the month Back months
// ago to the first of the month behind Ahead months. It stays the same for a
// month, and with it what comes of an unchanged source.
func Window(now time.Time) Range { return Months(now, Back, Ahead) }

// Months is Window with other months back and ahead.
func Months(now time.Time, back, ahead int) Range {
	now = now.UTC()
	first := time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, time.UTC)
	return Range{From: first.AddDate(0, -back, 0), To: first.AddDate(0, ahead+1, 0)}
}
