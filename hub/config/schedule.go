package config

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// Schedule says when a source is read. Exactly one of its forms is set.
type Schedule struct {
	Every  time.Duration // so long after the last reading; 0 for another form
	Daily  string        // "04:30", in the zone of the hub; "" for another form
	Manual bool          // only when somebody asks for it
}

// UnmarshalText reads "6h", "daily 04:30" or "manual".
func (s *Schedule) UnmarshalText(text []byte) error {
	word := strings.ToLower(strings.TrimSpace(string(text)))
	if word == "manual" {
		*s = Schedule{Manual: true}
		return nil
	}
	if clock, ok := strings.CutPrefix(word, "daily"); ok {
		at, err := time.Parse("15:04", strings.TrimSpace(clock))
		if err != nil {
			return fmt.Errorf("%q names no time of day; write it as \"daily 04:30\"", text)
		}
		*s = Schedule{Daily: at.Format("15:04")}
		return nil
	}
	every, err := time.ParseDuration(word)
	if err != nil {
		return fmt.Errorf("%q is no schedule; write a time between readings (6h), \"daily 04:30\" or manual", text)
	}
	if every < time.Minute {
		return errors.New("reads more than once a minute; write 1m or longer")
	}
	*s = Schedule{Every: every}
	return nil
}

// String gives the schedule as it is written in the settings.
func (s Schedule) String() string {
	switch {
	case s.Manual:
		return "manual"
	case s.Daily != "":
		return "daily " + s.Daily
	default:
		return span(s.Every)
	}
}

// Next returns when a source that was read at last is due again; the zero time
// for never. A time of day that the clocks skip is taken an hour later.
func (s Schedule) Next(last time.Time, zone *time.Location) time.Time {
	switch {
	case s.Manual:
		return time.Time{}
	case s.Daily == "":
		return last.Add(s.Every)
	}
	at, err := time.Parse("15:04", s.Daily)
	if err != nil {
		return time.Time{}
	}
	y, m, d := last.In(zone).Date()
	for {
		if due := time.Date(y, m, d, at.Hour(), at.Minute(), 0, 0, zone); due.After(last) {
			return due
		}
		d++
	}
}

// span prints a duration without the units that are zero: "6h", not "6h0m0s".
func span(d time.Duration) string {
	s := d.String()
	if strings.HasSuffix(s, "m0s") {
		s = s[:len(s)-2]
	}
	if strings.HasSuffix(s, "h0m") {
		s = s[:len(s)-2]
	}
	return s
}
