package demo

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"text/template"
	"time"
)

// week is the Monday from which a template's dates count, as midnight in UTC:
// a plain calendar day, to which each feed adds its own clock and zone.
type week struct{ monday time.Time }

func weekOf(now time.Time) (week, error) {
	zone, err := time.LoadLocation("Europe/Luxembourg")
	if err != nil {
		return week{}, err
	}
	y, m, d := now.In(zone).Date()
	today := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	since := (int(today.Weekday()) + 6) % 7
	return week{today.AddDate(0, 0, -since)}, nil
}

var weekdays = []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}

// day reads a day as templates write it, week and weekday: "0mon" is the Monday
// of this week, "3sat" the Saturday three weeks on, "-1sun" the Sunday before this week.
func (w week) day(s string) (time.Time, error) {
	if len(s) < 4 {
		return time.Time{}, fmt.Errorf("day %q: write it as 3sat", s)
	}
	at := len(s) - 3
	n, err := strconv.Atoi(s[:at])
	i := slices.Index(weekdays, s[at:])
	if err != nil || i < 0 {
		return time.Time{}, fmt.Errorf("day %q: write it as 3sat", s)
	}
	return w.monday.AddDate(0, 0, 7*n+i), nil
}

// execute runs a template with the functions
//
//	day "3sat"                        2026-12-19
//	date "3sat" "02.01.2006"          19.12.2026, by a layout of package time
//	ics "3sat" "19:30"                20261219T193000
//	icsday "3sat"                     20261219
//	iso "3sat" "19:30" "Europe/Paris" 2026-12-19T19:30:00+01:00
//	year                              the year of this week's Monday
//	list "0" "2" "3"                  what range goes through
func (w week) execute(name, text string) ([]byte, error) {
	format := func(s, layout string) (string, error) {
		t, err := w.day(s)
		return t.Format(layout), err
	}
	t, err := template.New(name).Funcs(template.FuncMap{
		"day":    func(s string) (string, error) { return format(s, time.DateOnly) },
		"date":   format,
		"icsday": func(s string) (string, error) { return format(s, "20060102") },
		"ics": func(s, clock string) (string, error) {
			day, err := format(s, "20060102")
			return day + "T" + strings.ReplaceAll(clock, ":", "") + "00", err
		},
		"iso":  w.iso,
		"year": func() int { return w.monday.Year() },
		"list": func(items ...string) []string { return items },
	}).Parse(text)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = t.Execute(&b, nil)
	return b.Bytes(), err
}

func (w week) iso(s, clock, zone string) (string, error) {
	d, err := w.day(s)
	if err != nil {
		return "", err
	}
	z, err := time.LoadLocation(zone)
	if err != nil {
		return "", err
	}
	t, err := time.ParseInLocation("2006-01-02 15:04", d.Format(time.DateOnly)+" "+clock, z)
	return t.Format(time.RFC3339), err
}
