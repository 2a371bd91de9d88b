package calendar

import (
	"fmt"
	"slices"
	"time"

	"moselle/schema"
)

// Clock is a local time of day in minutes from midnight: 0 to 1440, which is
// 24:00. NoEnd is a closing time that nobody knows.
type Clock int

// NoEnd is the closing time of hours whose end is not known.
const NoEnd Clock = -1

const dayLong Clock = 24 * 60

// ParseClock reads a time of day as schema.ParseClock does, without its
// seconds. "" is NoEnd.
func ParseClock(s string) (Clock, error) {
	if s == "" {
		return NoEnd, nil
	}
	h, m, _, err := schema.ParseClock(clock(s))
	return Clock(h*60 + m), err
}

// String returns the time as "19:30", and "" for NoEnd.
func (c Clock) String() string {
	if c < 0 {
		return ""
	}
	return fmt.Sprintf("%02d:%02d", c/60, c%60)
}

// Whole reports whether the hours are those of a whole day: from midnight to
// midnight or to the minute before it.
func (h Hours) Whole() bool {
	return h.Opens == 0 && (h.Closes == 0 || h.Closes >= dayLong-1)
}

// Days are days of the week, Monday in the lowest bit.
type Days uint8

// Weekdays are Monday to Sunday. PublicHolidays are kept and never count: which
// days they are is known only where a source lists them as special.
const (
	EveryDay       Days = 1<<7 - 1
	PublicHolidays Days = 1 << 7
)

// DayOf returns the set of one weekday.
func DayOf(w time.Weekday) Days { return 1 << ((w + 6) % 7) }

// Has reports whether the weekday is one of them.
func (d Days) Has(w time.Weekday) bool { return d&DayOf(w) != 0 }

// Names returns schema.org's names of the days, Monday first.
func (d Days) Names() []string {
	var out []string
	for i, name := range weekdayNames {
		if d&(1<<i) != 0 {
			out = append(out, name)
		}
	}
	if d&PublicHolidays != 0 {
		out = append(out, "PublicHolidays")
	}
	return out
}

// DaysNamed returns the set of days with schema.org's names; others are passed
// over.
func DaysNamed(names ...string) Days {
	var out Days
	for _, name := range names {
		if i := slices.Index(weekdayNames, name); i >= 0 {
			out |= 1 << i
		} else if name == "PublicHolidays" {
			out |= PublicHolidays
		}
	}
	return out
}

// on reports whether the day is one of them; no days are all days.
func (d Days) on(day date) bool { return d == 0 || d&(1<<((day%7+10)%7)) != 0 }

// date is a day of the calendar, counted from 1 January 1970, a Thursday.
type date int

// dateOf returns the day that t shows in its own zone.
func dateOf(t time.Time) date {
	y, m, d := t.Date()
	return date(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / daySeconds)
}

// at returns the time on the wall that many minutes after midnight.
func (d date) at(c Clock) time.Time {
	return time.Unix(int64(d)*daySeconds+int64(c)*60, 0).UTC()
}

func (d date) moment(zone *time.Location) schema.Moment {
	return schema.Moment{Time: local(d.at(0), zone), Day: true}
}
