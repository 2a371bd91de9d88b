package calendar

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"moselle/schema"
)

// Duration is a length of time as sources write it: days by the calendar, the
// rest by the clock.
type Duration struct {
	Days  int
	Clock time.Duration
}

// After returns the moment that lies d behind m: first the days, which keep the
// time on the wall when the clocks change, then the exact rest (RFC 5545,
// section 3.3.6). Of a day without a time only the days count.
func (d Duration) After(m schema.Moment) schema.Moment {
	m.Time = m.Time.AddDate(0, 0, d.Days)
	if !m.Day {
		m.Time = m.Time.Add(d.Clock)
	}
	return m
}

var errDuration = errors.New("not a duration: write it as PT1H30M or P2D")

const maxDurationDays = 100 * 366

// ParseDuration reads an ISO 8601 duration of weeks, days and less ("PT1H30M",
// "P2D", "P1W", "P1DT12H", "-PT15M"), with days and weeks also behind the "T"
// and fractions of a second passed over; none longer than 100 years. Months and
// years, of which nobody knows the length, are an error.
func ParseDuration(s string) (Duration, error) {
	s = strings.ToUpper(strings.TrimSpace(s))
	sign := 1
	switch {
	case strings.HasPrefix(s, "-"):
		sign, s = -1, s[1:]
	case strings.HasPrefix(s, "+"):
		s = s[1:]
	}
	rest, ok := strings.CutPrefix(s, "P")
	if !ok || rest == "" || rest == "T" {
		return Duration{}, errDuration
	}
	var d Duration
	clock := false
	for rest != "" {
		if rest[0] == 'T' && !clock {
			clock, rest = true, rest[1:]
			continue
		}
		i := strings.IndexAny(rest, "WDHMS")
		if i <= 0 {
			return Duration{}, errDuration
		}
		digits, unit := rest[:i], rest[i]
		if whole, fraction, ok := strings.Cut(digits, "."); ok && unit == 'S' && strings.Trim(fraction, "0123456789") == "" {
			digits = whole
		}
		n, err := strconv.ParseUint(digits, 10, 63)
		if err != nil || n > maxDurationDays*24*3600 || !clock && unit != 'W' && unit != 'D' {
			return Duration{}, errDuration
		}
		var seconds uint64
		switch unit {
		case 'W':
			d.Days += 7 * int(n)
		case 'D':
			d.Days += int(n)
		case 'H':
			seconds = n * 3600
		case 'M':
			seconds = n * 60
		case 'S':
			seconds = n
		}
		if seconds > maxDurationDays*24*3600 {
			return Duration{}, errDuration
		}
		if d.Clock += time.Duration(seconds) * time.Second; d.Days > maxDurationDays || d.Clock > maxDurationDays*24*time.Hour {
			return Duration{}, errDuration
		}
		rest = rest[i+1:]
	}
	return Duration{sign * d.Days, time.Duration(sign) * d.Clock}, nil
}
