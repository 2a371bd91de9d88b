package dateline

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"moselle/schema"
)

// Clock is a time of day; 24:00:00 is the end of the day.
type Clock struct{ Hour, Minute, Second int }

// On puts the time on a day, in a zone.
func (c Clock) On(day schema.Moment, zone *time.Location) schema.Moment {
	y, mo, d := day.Time.Date()
	return schema.Moment{Time: time.Date(y, mo, d, c.Hour, c.Minute, c.Second, 0, zone)}
}

// After returns the next moment from a start on at which it is that time: on its
// day, or on the next when the time is earlier than the start.
func (c Clock) After(start schema.Moment) schema.Moment {
	zone := start.Time.Location()
	if end := c.On(start, zone); !end.Time.Before(start.Time) {
		return end
	}
	return c.On(schema.Moment{Time: start.Time.AddDate(0, 0, 1)}, zone)
}

const (
	// clockPart is a time: "19:30", "19.30", "20h", "20 h 30", "7 pm", "20 Uhr".
	clockPart = `(\d{1,2})(?:(?:[:.]|\s?(?i:h)\s?)(\d{2})(?::(\d{2}))?)?\s*((?i:uhr|auer|heures?|uur|u|h)\b|(?i:[ap]\.?m\b)\.?)?`
	// clockLead is a word before a time.
	clockLead = `(?i:\s*\b(?:um|à partir de|dès|at|from|ab|von|vun|vanaf|van|de|om|kl)\b\.?|\s*(?:à|dès)\s|\s*\ba\s)?`
	// clockDash stands between the beginning and the end.
	clockDash = `\s*(?i:-|–|—|\b(?:bis|until|to|t/m|tot|au|al|a)\b|à)\s*`
)

var (
	// clockBehind finds the time, or the two, behind a date.
	clockBehind = regexp.MustCompile(`^[\s,|·@-]*` + clockLead + `\s*` + clockPart + `(?:` + clockDash + clockPart + `)?`)
	clockAlone  = regexp.MustCompile(`^` + clockPart + `$`)
	clockPair   = regexp.MustCompile(`^` + clockLead + `\s*` + clockPart + `(?:` + clockDash + clockPart + `)?$`)
	clockBlanks = regexp.MustCompile(`\s*([:.])\s*(\d)`)
)

// ParseClock reads a time of day as people write it: "19:30", "19h30", "19.30
// Uhr", "7:30 pm", "19 h", and the bare hour.
func ParseClock(text string) (Clock, error) {
	text = strings.TrimSpace(text)
	h, m, s, err := schema.ParseClock(text)
	if err == nil {
		return Clock{h, m, s}, nil
	}
	if f := clockAlone.FindStringSubmatch(clockBlanks.ReplaceAllString(text, "$1$2")); f != nil {
		return clockOf(f[1:], "")
	}
	return Clock{}, err
}

// Hours are a time of day and, where it is named, its end.
type Hours struct {
	From, Until Clock
	Ends        bool
}

// ParseHours reads a time of day, or its beginning and its end: "20h30", "14 - 18
// Uhr", "de 14h à 18h", "7 to 9 pm".
func ParseHours(text string) (Hours, error) {
	text = clockBlanks.ReplaceAllString(strings.TrimSpace(text), "$1$2")
	if c, err := ParseClock(text); err == nil {
		return Hours{From: c}, nil
	}
	f := clockPair.FindStringSubmatch(text)
	if f == nil {
		_, err := ParseClock(text)
		return Hours{}, err
	}
	return hoursOf(f)
}

// hoursOf makes a time and its end of the parts that clockPair or clockBehind found.
func hoursOf(f []string) (h Hours, err error) {
	if h.From, err = clockOf(f[1:5], f[8]); err != nil || f[5] == "" {
		return h, err
	}
	h.Until, err = clockOf(f[5:9], "")
	h.Ends = err == nil
	return h, err
}

// clockOf makes a time of hours, minutes, seconds and what stands behind them;
// half is the half of the day that the end of a stretch names for both.
func clockOf(f []string, half string) (Clock, error) {
	var c Clock
	for i, part := range []*int{&c.Hour, &c.Minute, &c.Second} {
		*part, _ = strconv.Atoi(f[i]) // 0 where there are none
	}
	mark := halfOf(f[3])
	if mark == "" && f[3] == "" {
		mark = halfOf(half)
	}
	if mark != "" {
		if c.Hour < 1 || c.Hour > 12 {
			return c, fmt.Errorf("there is no %d o'clock %sm", c.Hour, mark)
		}
		if c.Hour %= 12; mark == "p" {
			c.Hour += 12
		}
	}
	text := fmt.Sprintf("%02d:%02d", c.Hour, c.Minute)
	if f[2] != "" {
		text += ":" + f[2]
	}
	_, _, _, err := schema.ParseClock(text)
	return c, err
}

// halfOf returns the half of the day that a word behind a time names: "a", "p",
// or "" for none.
func halfOf(mark string) string {
	if mark = strings.ToLower(strings.ReplaceAll(mark, ".", "")); mark == "am" || mark == "pm" {
		return mark[:1]
	}
	return ""
}

// clock takes in the time that stands behind a date: "19:30", "20h", "um 20 Uhr",
// "7 pm", "10:00–18:00". A bare number is none.
func (r Reading) clock(text string, d *Date) {
	at := clockBehind.FindStringSubmatchIndex(text[d.to:])
	if at == nil || !d.End.IsZero() { // hours of a period are those of each of its days
		return
	}
	f, size := groups(text[d.to:], at), at[1]
	if f[6]+f[8] == "" && f[5] != "" { // a number behind a dash, but no time
		size = at[9]
		f[5], f[8] = "", ""
	}
	h, err := hoursOf(f)
	if f[2]+f[4]+f[8] == "" || err != nil {
		return
	}
	d.put(h, r)
	d.to += size
}

// put gives a day its hours.
func (d *Date) put(h Hours, r Reading) {
	if d.Start = h.From.On(d.Start, r.Zone); h.Ends {
		d.End = h.Until.After(d.Start)
	}
}

// At puts a time that is written apart ("19:30", "20h", "7 pm to 9 pm") on a day;
// false when it is none.
func (r Reading) At(day schema.Moment, clock string) (Date, bool) {
	d := Date{Start: day}
	r.clock(clock, &d)
	return d, !d.Start.Day
}
