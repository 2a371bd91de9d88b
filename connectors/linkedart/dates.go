package linkedart

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"moselle/schema"
	"moselle/schema/crosswalk"
)

// moment is a date of a time-span, with or without a time of day.
var moment = regexp.MustCompile(`^([+-]?)0*(\d{1,6})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d(?::\d\d)?)\S*)?)?)?Z?$`)

// date is one end of a time-span.
type date struct {
	year       int // as astronomers count them: 0 is 1 BC
	month, day int // 0 when not said
	midnight   bool
	ok         bool
}

// dateOf reads an end; ok is false for one that is none.
func dateOf(s string) date {
	f := moment.FindStringSubmatch(strings.TrimSpace(s))
	if f == nil {
		return date{}
	}
	d := date{ok: true, midnight: f[5] == "" || strings.HasPrefix(f[5], "00:00")}
	d.year, _ = strconv.Atoi(f[2])
	if f[1] == "-" {
		d.year = -d.year
	}
	d.month, _ = strconv.Atoi(f[3])
	d.day, _ = strconv.Atoi(f[4])
	return d
}

// text writes a date as exactly as n pieces of it say: the year, the month, the
// day.
func (d date) text(n int) string {
	year := strconv.Itoa(max(d.year, -d.year))
	year = strings.Repeat("0", max(0, 4-len(year))) + year
	if d.year < 0 {
		year = "-" + year
	}
	two := func(i int) string { return "-" + strconv.Itoa(i/10) + strconv.Itoa(i%10) }
	switch {
	case n == 1 || d.month == 0:
		return year
	case n == 2 || d.day == 0:
		return year + two(d.month)
	}
	return year + two(d.month) + two(d.day)
}

// spanOf reads when something was. Dates are written to the second, so that how
// exactly they are meant shows in where they begin and end: from the first of a
// year to the last of one, or to the first of another, only the years are meant.
func (m *mapper) spanOf(path string, t *node) crosswalk.Span {
	from, to := m.end(path, t.one("begin_of_the_begin", "end_of_the_begin")), m.end(path, t.one("end_of_the_end", "begin_of_the_end"))
	n := 3
	begins := !from.ok || from.month <= 1 && from.day <= 1
	ends := !to.ok || to.month == 0 || to.month == 12 && to.day == 31 || to.month == 1 && to.day == 1 && to.midnight && from.year != to.year
	switch {
	case begins && ends:
		n = 1
	case from.ok && to.ok && from.day <= 1 && to.day == lastOf(to):
		n = 2
	}
	var s crosswalk.Span
	if from.ok {
		s.From = from.text(n)
	}
	if to.ok {
		s.Until = to.text(n)
	}
	if from.ok && to.ok && later(from, to) {
		m.records.Fault(schema.Fault{Path: path, Value: s.From + "/" + s.Until, Message: "the time ends before it begins; both dates are left out"})
		return crosswalk.Span{}
	}
	return s
}

func later(a, b date) bool {
	switch {
	case a.year != b.year:
		return a.year > b.year
	case a.month == 0 || b.month == 0 || a.month != b.month:
		return a.month > b.month && b.month > 0
	}
	return a.day > b.day && b.day > 0
}

func lastOf(d date) int {
	return time.Date(d.year, time.Month(d.month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// end reads one end of a time-span, and tells of one that is no date.
func (m *mapper) end(path string, v *node) date {
	text := v.content()
	if text == "" {
		return date{}
	}
	d := dateOf(text)
	if d.ok {
		if _, _, err := schema.ParseYear(d.text(3)); err != nil {
			m.records.Fault(schema.Fault{Path: path, Value: text, Message: err.Error()})
			return date{}
		}
	} else {
		m.records.Fault(schema.Fault{Path: path, Value: text, Message: "not a date: write it as 1943-05-08T00:00:00Z, and words into a Name of the time-span"})
	}
	return d
}

// worded adds how a time is put in words.
func (m *mapper) worded(t *node) {
	found := false
	for _, v := range t.all("identified_by") {
		m.say("dateText", m.langOf(v), m.nameText(v))
		found = true
	}
	for _, v := range t.all("content", "_label") {
		if !found {
			m.say("dateText", m.tag(v), v.content())
			found = true
		}
	}
}
