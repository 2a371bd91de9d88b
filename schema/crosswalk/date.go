package crosswalk

import (
	"regexp"
	"strings"

	"moselle/schema"
)

var (
	clock    = regexp.MustCompile(`^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d`)
	compact  = regexp.MustCompile(`^(\d{4})(\d\d)(\d\d)$`)
	years    = regexp.MustCompile(`^(-?\d{3,4}(?:-\d\d(?:-\d\d)?)?)\s*(?:/|\.\.|–|—| - | bis | to )\s*(-?\d{3,4}(?:-\d\d(?:-\d\d)?)?|\.\.)?$`)
	bare     = regexp.MustCompile(`^(\d{4})-(\d{4})$`)
	period   = regexp.MustCompile(`(?i)^(?:.*;)?\s*start=([^;]*);(?:\s*end=([^;]*))?`)
	circa    = regexp.MustCompile(`^\[?(\d{4})\]?\.?$`)
	european = regexp.MustCompile(`^(\d\d?)[./](\d\d?)[./](\d{4})$`)
)

// Span is a stretch of time: ISO 8601 dates as ParseYear takes them, "" for an
// open end. From and Until are the same for a single date.
type Span struct{ From, Until string }

// IsZero reports whether nothing is known.
func (s Span) IsZero() bool { return s == Span{} }

// Interval gives the span as ISO 8601 does, with ".." for an open end.
func (s Span) Interval() string {
	if s.IsZero() {
		return ""
	}
	open := func(d string) string {
		if d == "" {
			return ".."
		}
		return d
	}
	if s.From == s.Until {
		return s.From
	}
	return open(s.From) + "/" + open(s.Until)
}

// Single returns the one year, month or day that both ends lie in; "" for none.
func (s Span) Single() string {
	from, until := strings.Split(s.From, "-"), strings.Split(s.Until, "-")
	n := 0
	for n < len(from) && n < len(until) && from[n] == until[n] {
		n++
	}
	if s.From == "" || n == 0 || n == 1 && from[0] == "" { // the sign of a year before ours
		return ""
	}
	return strings.Join(from[:n], "-")
}

// ParseSpan reads what machines and careful people write for a date: a year, a
// month, a day, a time (its day counts), two of them with a sign between, several
// with semicolons between, or DCMI Period. Words are no span.
func ParseSpan(text string) (Span, bool) {
	text = OneLine(text)
	if m := period.FindStringSubmatch(text); m != nil {
		return between(strings.TrimSpace(m[1]), strings.TrimSpace(m[2]))
	}
	if text = strings.TrimRight(text, "; "); strings.Contains(text, ";") {
		return listed(strings.Split(text, ";"))
	}
	if d, ok := ParseDate(text); ok {
		return Span{d, d}, true
	}
	for _, form := range []*regexp.Regexp{years, bare} {
		if m := form.FindStringSubmatch(text); m != nil {
			return between(m[1], strings.Trim(m[2], "."))
		}
	}
	return Span{}, false
}

func between(from, until string) (Span, bool) {
	var s Span
	var ok bool
	if s.From, ok = ParseDate(from); !ok && from != "" {
		return Span{}, false
	}
	if s.Until, ok = ParseDate(until); !ok && until != "" {
		return Span{}, false
	}
	if s.From != "" && s.Until != "" && s.From[0] != '-' && (s.Until[0] == '-' || s.Until[:4] < s.From[:4]) {
		return Span{}, false
	}
	return s, !s.IsZero()
}

// ParseDate reads a single year, month or day, also out of a time, of 20261121,
// of 21.11.2026 and of [1890].
func ParseDate(text string) (string, bool) {
	if m := clock.FindStringSubmatch(text); m != nil {
		text = m[1]
	} else if m := compact.FindStringSubmatch(text); m != nil {
		text = m[1] + "-" + m[2] + "-" + m[3]
	} else if m := circa.FindStringSubmatch(text); m != nil {
		text = m[1]
	} else if m := european.FindStringSubmatch(text); m != nil {
		text = m[3] + "-" + padded(m[2]) + "-" + padded(m[1])
	}
	if digits := strings.TrimPrefix(text, "-"); len(digits) < 3 {
		return "", false
	}
	d, _, err := schema.ParseYear(text)
	return d, err == nil
}

// listed is the span of dates that stand one after the other, the earliest first.
func listed(dates []string) (Span, bool) {
	var s Span
	for _, text := range dates {
		d, ok := ParseDate(strings.TrimSpace(text))
		if !ok || s.Until > d {
			return Span{}, false
		}
		if s.From == "" {
			s.From = d
		}
		s.Until = d
	}
	return s, s.From[0] != '-' // years before our era count backwards
}

func padded(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

// IsClock reports whether a date has a time of the day, as machines stamp it.
func IsClock(text string) bool { return clock.MatchString(OneLine(text)) }

// Created adds when a work was made: in words, as the one date, and as the time
// between two. A date in words stays one.
func (r Reader) Created(b *schema.Builder, lang, text string) {
	s, ok := ParseSpan(text)
	switch {
	case !ok:
		b.Text("dateText", r.LangOf(lang), OneLine(text))
	case s.From == s.Until:
		b.Put("dateCreated", s.From)
	default:
		b.Text("dateText", r.LangOf(lang), OneLine(text))
		b.Put("temporalCoverage", s.Interval())
	}
}
