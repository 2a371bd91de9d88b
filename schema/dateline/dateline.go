// Package dateline reads dates as people write them in pages, feeds and titles:
// "4. Dezember 2026, 19.30 Uhr", "du 1er au 3 mai 2027", "December 4, 2026, 7 pm",
// in the languages of the region. It takes what can mean one day only; rules and
// opening hours are the calendar's, ISO 8601 alone is schema.ParseMoment's.
package dateline

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"moselle/schema"
)

// rfc822 is how RSS writes dates (RFC 822, with four digits of the year as a rule);
// the name of the day is not looked at.
var rfc822 = regexp.MustCompile(`^(?:\p{L}+\.?,?\s+)?(\d{1,2}) (\p{L}{3,9})\.? (\d{2}|\d{4})(?:,?\s+(\d{1,2}:\d{2}(?::\d{2})?)(?:\s*([+-]\d{4}|[A-Za-z]{1,5}))?)?$`)

// offsets are the zones that RFC 822 names (section 5.1), in hours.
var offsets = map[string]int{"Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
	"CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2, "WET": 0, "WEST": 1, "BST": 1, "EET": 2, "EEST": 3}

// Reading is how dates are read: the zone of times that name none, and the
// language they were written in (BCP 47; "" where nobody knows), which decides
// what 04/12/2026 is. Own, when not nil, reads a day as the source alone writes it
// and goes before all else: zero without an error where it is not written so; last
// asks for the end of what it stands for, as the last day of a month.
type Reading struct {
	Zone *time.Location
	Lang string
	Own  func(text string, last bool) (schema.Moment, error)
}

// Moment reads a text that is a date and nothing else: as ISO 8601 or RFC 822, in
// seconds or milliseconds since 1970, or in words and figures that can mean one day only, the
// name of the day beside them. Times in UTC are shown in the reading's zone.
func (r Reading) Moment(text string) (schema.Moment, error) {
	d, err := r.Span(text)
	if err == nil && !d.End.IsZero() {
		return schema.Moment{}, schema.ErrNoDate
	}
	return d.Start, err
}

// Span reads a text that is a date as Moment has it, or a stretch of which the
// last day or the end of the hours is named too. Several days are ErrSeveral.
func (r Reading) Span(text string) (Date, error) {
	all, err := r.Days(text)
	switch {
	case err != nil:
		if _, wrong := r.Find(text); wrong != nil {
			err = wrong
		}
		return Date{}, err
	case len(all) > 1:
		return Date{}, ErrSeveral
	}
	return all[0], nil
}

// day reads a day alone, or with its time as ISO 8601 and RFC 822 write it.
func (r Reading) day(text string, last bool) (Date, error) {
	text = strings.TrimSpace(text)
	if r.Own != nil {
		if m, err := r.Own(text, last); err != nil || !m.IsZero() {
			return Date{Start: m}, err
		}
	}
	m, wrong := schema.ParseMoment(bracketed.ReplaceAllString(text, ""), r.Zone)
	if wrong == nil {
		return Date{Start: r.at(m)}, nil
	}
	if f := rfc822.FindStringSubmatch(text); f != nil {
		m, err := r.mail(f)
		return Date{Start: m}, err
	}
	if f := unix.FindStringSubmatch(text); f != nil {
		n, _ := strconv.ParseInt(f[1], 10, 64)
		return Date{Start: r.at(schema.Moment{Time: time.Unix(n, 0).UTC()})}, nil
	}
	if d, err := r.words(strings.TrimRight(text, " .")); err != schema.ErrNoDate {
		return d, err
	}
	return Date{}, wrong
}

var (
	bracketed = regexp.MustCompile(`\[[A-Za-z_/+-]+\]$`)   // the zone behind an offset (RFC 9557)
	unix      = regexp.MustCompile(`^(1\d{9})(?:\d{3})?$`) // seconds or milliseconds since 1970, from 2001 to 2033
)

// at shows a time given in UTC in the source's zone.
func (r Reading) at(m schema.Moment) schema.Moment {
	if !m.Day && m.Time.Location() == time.UTC {
		m.Time = m.Time.In(r.Zone)
	}
	return m
}

// mail reads a date by the parts that rfc822 found in it.
func (r Reading) mail(f []string) (schema.Moment, error) {
	month := Month(f[2])
	if month == 0 {
		return schema.Moment{}, fmt.Errorf("there is no month %s; write it as 2026-12-31", f[2])
	}
	year := f[3]
	if len(year) == 2 {
		year = "20" + year
	}
	return r.assemble(year, month, f[1], f[4], f[5])
}

// assemble makes a moment of its parts; clock and zone may be "".
func (r Reading) assemble(year string, month int, day, clock, zone string) (schema.Moment, error) {
	y, _ := strconv.Atoi(year)
	d, _ := strconv.Atoi(day)
	if err := schema.CheckDay(y, month, d); err != nil {
		return schema.Moment{}, err
	}
	text := fmt.Sprintf("%04d-%02d-%02d", y, month, d)
	if clock == "" {
		return schema.ParseMoment(text, r.Zone)
	}
	if len(clock) == 4 && clock[1] == ':' {
		clock = "0" + clock
	}
	text += "T" + clock
	switch hours, known := offsets[strings.ToUpper(zone)]; {
	case known:
		text += fmt.Sprintf("%+03d:00", hours)
	case strings.HasPrefix(zone, "+"), strings.HasPrefix(zone, "-"):
		text += zone
	case zone != "":
		return schema.Moment{}, fmt.Errorf("the zone %s is not known; write it as +01:00", zone)
	}
	m, err := schema.ParseMoment(text, r.Zone)
	if err == nil && (zone == "Z" || strings.HasPrefix(zone, "U") || zone == "GMT") {
		m.Time = m.Time.In(r.Zone)
	}
	return m, err
}
