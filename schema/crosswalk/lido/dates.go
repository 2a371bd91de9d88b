package lido

import (
	"fmt"
	"regexp"
	"strings"

	"moselle/schema"
	"moselle/schema/crosswalk"
	"moselle/schema/dom"
)

var (
	fullDate = regexp.MustCompile(`^([+-]?)0*(\d{1,5})(?:-(\d\d))?(?:-(\d\d))?$`)
	years    = regexp.MustCompile(`^(\d{3,4})\s*[-–/]\s*(\d{3,4})$`)
)

// indexed reads a date of earliestDate or latestDate, ISO 8601 with years as
// astronomers count them (0 is 1 BC), less exact where months or days are zeros,
// and of a time only its day.
func indexed(s string) (date string, ok bool) {
	day, _, _ := strings.Cut(s, "T")
	f := fullDate.FindStringSubmatch(strings.TrimSuffix(day, "Z"))
	if f == nil {
		return "", false
	}
	date = fmt.Sprintf("%s%04s", strings.TrimPrefix(f[1], "+"), f[2])
	if date == "-0000" {
		date = "0000"
	}
	if f[3] != "" && f[3] != "00" {
		date += "-" + f[3]
		if f[4] != "" && f[4] != "00" {
			date += "-" + f[4]
		}
	}
	_, _, err := schema.ParseYear(date)
	return date, err == nil
}

// spanOf reads what is said for machines of a date: dates and their words are in
// e. What is said for people counts where that is nothing but a year, two, or
// a day.
func (m *reader) spanOf(b *schema.Builder, e *dom.Element, path string) crosswalk.Span {
	var s crosswalk.Span
	date := e.Child("date")
	for _, end := range []struct {
		name string
		to   *string
	}{{"earliestDate", &s.From}, {"latestDate", &s.Until}} {
		text := date.Child(end.name).Value()
		if text == "" {
			continue
		}
		var ok bool
		if *end.to, ok = indexed(text); !ok {
			b.Fault(schema.Fault{Path: path, Value: text, Message: end.name + " is not a date: write it as 1943, 1943-05 or 1943-05-08, and words into displayDate"})
			*end.to = ""
		}
	}
	if s.From == "0000" && (s.Until == "0000" || s.Until == "") { // what systems write for a date that is not known
		s = crosswalk.Span{}
	}
	if later(s.From, s.Until) {
		b.Fault(schema.Fault{Path: path, Value: s.Interval(), Message: "earliestDate is later than latestDate; both are left out"})
		return crosswalk.Span{}
	}
	if s == (crosswalk.Span{}) && date == nil {
		return plain(first(e.All("displayDate")))
	}
	return s
}

// plain reads a date in words when it can mean one thing only.
func plain(text string) crosswalk.Span {
	if f := years.FindStringSubmatch(text); f != nil && !later(f[1], f[2]) {
		from, _ := indexed(f[1])
		to, _ := indexed(f[2])
		return crosswalk.Span{From: from, Until: to}
	}
	if len(text) >= 4 && !strings.HasPrefix(text, "-") {
		if s, ok := indexed(text); ok {
			return crosswalk.Span{From: s, Until: s}
		}
	}
	return crosswalk.Span{}
}

// later reports whether a begins after b has; open ends are never.
func later(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	minusA, minusB := strings.HasPrefix(a, "-"), strings.HasPrefix(b, "-")
	a, b = strings.TrimPrefix(a, "-"), strings.TrimPrefix(b, "-")
	yearA, restA, _ := strings.Cut(a, "-")
	yearB, restB, _ := strings.Cut(b, "-")
	yearA, yearB = fmt.Sprintf("%05s", yearA), fmt.Sprintf("%05s", yearB)
	switch {
	case minusA != minusB:
		return minusB
	case yearA != yearB:
		return yearA > yearB != minusA
	}
	n := min(len(restA), len(restB))
	return restA[:n] > restB[:n]
}

// created adds when the object was made: in words, as the one year, month or day
// it was made in, and as the time between two where that says more.
func (m *reader) created(b *schema.Builder, e *dom.Element) {
	if e == nil {
		return
	}
	m.prose(b, "dateText", e.All("displayDate"), "; ")
	s := m.spanOf(b, e, "dateCreated")
	b.Put("dateCreated", s.Single())
	if s.From != s.Until {
		b.Put("temporalCoverage", s.Interval())
	}
}
