package summary

import (
	"time"

	"moselle/schema"
)

// day is a day of the calendar, counted from 1 January 1970, a Thursday.
type day int

const daySeconds = 24 * 3600

// dayOf returns the day that t shows in its own zone.
func dayOf(t time.Time) day {
	y, m, d := t.Date()
	return dayAt(y, m, d)
}

func dayAt(y int, m time.Month, d int) day {
	return day(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / daySeconds)
}

func (d day) moment() schema.Moment { return schema.Moment{Time: d.time(), Day: true} }

func (d day) time() time.Time { return time.Unix(int64(d)*daySeconds, 0).UTC() }

// date returns year, month from 0 and day of the month.
func (d day) date() (y, m, n int) {
	year, month, n := d.time().Date()
	return year, int(month) - 1, n
}

func (d day) year() int { return d.time().Year() }

// weekday returns the day of the week, Monday 0.
func (d day) weekday() int { return ((int(d)+3)%7 + 7) % 7 }

func (d day) iso() string { return d.time().Format(time.DateOnly) }

// month returns the day's month, counted from the year 0.
func (d day) month() int {
	y, m, _ := d.date()
	return y*12 + m
}

// clock is a time of day in minutes from midnight, beyond 24 hours on the next
// day; none is one that nobody knows.
type clock int

const (
	none    clock = -1
	dayLong clock = 24 * 60
)

func minutes(t time.Time) clock { return clock(t.Hour()*60 + t.Minute()) }

// otherYear reports whether years are to be said of dates from first to last.
func otherYear(now time.Time, first, last day) bool {
	return now.IsZero() || first.year() != now.Year() || last.year() != now.Year()
}

// today returns the day of now, 0 for none.
func today(now time.Time) day {
	if now.IsZero() {
		return 0
	}
	return dayOf(now)
}
