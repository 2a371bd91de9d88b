package schema

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Moment is a date, or a date and time with its offset.
type Moment struct {
	Time time.Time // midnight in its zone when Day
	Day  bool      // only the day is known or meant
}

// IsZero reports whether the moment was never set.
func (m Moment) IsZero() bool { return m.Time.IsZero() }

// String returns the lexical form: "2026-12-03" or RFC 3339 with seconds.
func (m Moment) String() string {
	if m.Day {
		return m.Time.Format(time.DateOnly)
	}
	return m.Time.Format(time.RFC3339)
}

// End returns the instant the moment is over: for a day, the next midnight.
func (m Moment) End() time.Time {
	if m.Day {
		return m.Time.AddDate(0, 0, 1)
	}
	return m.Time
}

// ErrNoDate says that a text is not written as a date at all.
var ErrNoDate = errors.New("not a date: write it as 2026-12-31")

// ParseMoment reads an ISO 8601 date or date-time in the forms that sources
// use: "2026-12-03", "20261203", "2026-12-03T19:30", "2026-12-03 19:30:00",
// with fractions, "Z" or an offset ("+01:00", "+0100", "+01"). Without an offset
// the time is taken in zone. A day that does not exist is an error, never
// another day; what is no date at all is ErrNoDate.
func ParseMoment(s string, zone *time.Location) (Moment, error) {
	s = strings.TrimSpace(s)
	day, clock := s, ""
	if i := strings.IndexAny(s, "Tt "); i > 0 {
		day, clock = s[:i], strings.TrimSpace(s[i+1:])
	}
	y, mo, d, err := parseDay(day)
	if err != nil {
		return Moment{}, err
	}
	if clock == "" {
		return Moment{Time: time.Date(y, time.Month(mo), d, 0, 0, 0, 0, zone), Day: true}, nil
	}
	clock, offset, err := cutOffset(clock)
	if err != nil {
		return Moment{}, err
	}
	h, mi, sec, err := ParseClock(clock)
	if err != nil {
		return Moment{}, err
	}
	if offset != nil {
		zone = offset
	}
	return Moment{Time: time.Date(y, time.Month(mo), d, h, mi, sec, 0, zone)}, nil
}

func parseDay(s string) (y, m, d int, err error) {
	digits := s
	if len(s) == 10 && s[4] == '-' && s[7] == '-' {
		digits = s[:4] + s[5:7] + s[8:]
	}
	n, ok := natural(digits)
	if len(digits) != 8 || !ok {
		return 0, 0, 0, ErrNoDate
	}
	y, m, d = n/10000, n/100%100, n%100
	if err := CheckDay(y, m, d); err != nil {
		return 0, 0, 0, err
	}
	return y, m, d, nil
}

// CheckDay says what is wrong with a day that does not exist.
func CheckDay(y, m, d int) error {
	if m < 1 || m > 12 {
		return fmt.Errorf("there is no month %d", m)
	}
	if t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC); d < 1 || t.Day() != d {
		return fmt.Errorf("%d %s %d does not exist", d, time.Month(m), y)
	}
	return nil
}

// ParseClock reads "19:30", "19:30:00", "19:30:00.000", "1930" or "193000".
// "24:00" is the end of the day, as ISO 8601 allows.
func ParseClock(s string) (h, m, sec int, err error) {
	s, _, _ = strings.Cut(s, ".")
	parts := strings.Split(s, ":")
	if len(parts) == 1 && (len(s) == 4 || len(s) == 6) {
		parts = []string{s[:2], s[2:4]}
		if len(s) == 6 {
			parts = append(parts, s[4:])
		}
	}
	if len(parts) < 2 || len(parts) > 3 {
		return 0, 0, 0, fmt.Errorf("not a time: write it as 19:30")
	}
	var v [3]int
	for i, p := range parts {
		n, ok := natural(p)
		if !ok || len(p) > 2 {
			return 0, 0, 0, fmt.Errorf("not a time: write it as 19:30")
		}
		v[i] = n
	}
	if v[0] > 24 || v[0] == 24 && (v[1] > 0 || v[2] > 0) || v[1] > 59 || v[2] > 60 {
		return 0, 0, 0, fmt.Errorf("there is no time %s", s)
	}
	return v[0], v[1], v[2], nil
}

// natural reads a number that is written with digits alone.
func natural(s string) (int, bool) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// cutOffset splits the offset off a time; nil when there is none.
func cutOffset(s string) (string, *time.Location, error) {
	if rest, ok := strings.CutSuffix(strings.ToUpper(s), "Z"); ok {
		return strings.TrimSpace(rest), time.UTC, nil
	}
	i := strings.LastIndexAny(s, "+-")
	if i < 0 {
		return s, nil, nil
	}
	digits := strings.ReplaceAll(s[i+1:], ":", "")
	if len(digits) == 2 {
		digits += "00"
	}
	n, ok := natural(digits)
	if len(digits) != 4 || !ok || n/100 > 14 || n%100 > 59 {
		return "", nil, fmt.Errorf("not an offset: write it as +01:00")
	}
	secs := (n/100*60 + n%100) * 60
	if s[i] == '-' {
		secs = -secs
	}
	return strings.TrimSpace(s[:i]), time.FixedZone("", secs), nil
}

// ParseYear reads "1943", "1943-05" or "1943-05-08" and returns the lexical
// form with its datatype's local name: gYear, gYearMonth or date.
func ParseYear(s string) (value, datatype string, err error) {
	s = strings.TrimSpace(s)
	sign, abs := "", s
	if strings.HasPrefix(s, "-") {
		sign, abs = "-", s[1:]
	}
	parts := strings.Split(abs, "-")
	nums := [3]int{0, 1, 1}
	for i, p := range parts {
		n, ok := natural(p)
		if i > 2 || !ok || i > 0 && len(p) != 2 || i == 0 && len(p) > 5 {
			return "", "", fmt.Errorf("not a year, month or day: write it as 1943, 1943-05 or 1943-05-08")
		}
		nums[i] = n
	}
	if err := CheckDay(nums[0], nums[1], nums[2]); err != nil {
		return "", "", err
	}
	value = fmt.Sprintf("%s%04d", sign, nums[0])
	switch len(parts) {
	case 1:
		return value, "gYear", nil
	case 2:
		return fmt.Sprintf("%s-%02d", value, nums[1]), "gYearMonth", nil
	}
	return fmt.Sprintf("%s-%02d-%02d", value, nums[1], nums[2]), "date", nil
}
