package calendar

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/teambition/rrule-go"

	"moselle/schema"
)

// Rule is a recurrence rule (RFC 5545, section 3.3.10).
type Rule struct {
	opt    rrule.ROption
	count  int
	perDay int    // dates on one day at most
	until  string // as written
	text   string
}

// Bounds on rules.
const (
	maxRule     = 4096    // characters
	maxInterval = 100_000 // of any frequency
	maxTimes    = 144     // dates on one day: one every ten minutes
)

// ErrTooOften marks rules that no agenda can mean: dates every minute or every
// second.
var ErrTooOften = errors.New("repeats too often for an agenda")

// ParseRule reads a rule, with or without "RRULE:" before it. The error names
// the part at fault and how to mend it; it wraps ErrTooOften for rules by the
// minute or the second.
func ParseRule(s string) (Rule, error) {
	if len(s) > maxRule {
		return Rule{}, fmt.Errorf("longer than %d characters", maxRule)
	}
	s = strings.ToUpper(strings.TrimSpace(s))
	s = strings.TrimPrefix(s, "RRULE:")
	r := newRule()
	seen := map[string]bool{}
	for part := range strings.SplitSeq(s, ";") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		key, value, ok := strings.Cut(part, "=")
		key, value = strings.TrimSpace(key), strings.ReplaceAll(value, " ", "")
		switch {
		case !ok || value == "":
			return Rule{}, fmt.Errorf("%s has no value", schema.Excerpt(part))
		case seen[key]:
			return Rule{}, fmt.Errorf("%s stands there twice", schema.Excerpt(key))
		}
		seen[key] = true
		if err := r.set(key, value); err != nil {
			return Rule{}, fmt.Errorf("%s=%s: %w", schema.Excerpt(key), schema.Excerpt(value), err)
		}
	}
	if r.opt.Freq < 0 {
		return Rule{}, errors.New("FREQ is missing: write FREQ=WEEKLY or the like")
	}
	err := r.check()
	return r, err
}

func newRule() Rule { return Rule{opt: rrule.ROption{Freq: -1, Interval: 1}} }

// set reads one part of a rule.
func (r *Rule) set(key, value string) (err error) {
	o := &r.opt
	if r.text != "" {
		r.text += ";"
	}
	r.text += key + "=" + value
	switch key {
	case "FREQ":
		o.Freq, err = frequency(value)
	case "INTERVAL":
		o.Interval, err = number(value, 1, maxInterval)
	case "COUNT":
		r.count, err = number(value, 1, 1<<30)
	case "UNTIL":
		r.until = value
		_, err = schema.ParseMoment(value, time.UTC)
	case "WKST":
		var days []rrule.Weekday
		if days, err = weekdays(value); err == nil && (len(days) != 1 || days[0].N() != 0) {
			err = errors.New("one weekday is expected, as MO")
		}
		if err == nil {
			o.Wkst = days[0]
		}
	case "BYDAY":
		o.Byweekday, err = weekdays(value)
	case "BYMONTH":
		o.Bymonth, err = numbers(value, 1, 12, false)
	case "BYMONTHDAY":
		o.Bymonthday, err = numbers(value, 1, 31, true)
	case "BYYEARDAY":
		o.Byyearday, err = numbers(value, 1, 366, true)
	case "BYWEEKNO":
		o.Byweekno, err = numbers(value, 1, 53, true)
	case "BYSETPOS":
		o.Bysetpos, err = numbers(value, 1, 366, true)
	case "BYHOUR":
		o.Byhour, err = numbers(value, 0, 23, false)
	case "BYMINUTE":
		o.Byminute, err = numbers(value, 0, 59, false)
	case "BYSECOND":
		o.Bysecond, err = numbers(value, 0, 59, false)
	case "RSCALE":
		if value != "GREGORIAN" {
			err = errors.New("only the Gregorian calendar is read")
		}
	case "SKIP":
		if value != "OMIT" {
			err = errors.New("days that do not exist cannot be moved, only left out")
		}
	default:
		if !strings.HasPrefix(key, "X-") {
			err = errors.New("no part of a rule has this name")
		}
	}
	return err
}

func frequency(s string) (rrule.Frequency, error) {
	switch s {
	case "YEARLY":
		return rrule.YEARLY, nil
	case "MONTHLY":
		return rrule.MONTHLY, nil
	case "WEEKLY":
		return rrule.WEEKLY, nil
	case "DAILY":
		return rrule.DAILY, nil
	case "HOURLY":
		return rrule.HOURLY, nil
	case "MINUTELY", "SECONDLY":
		return 0, fmt.Errorf("%w: let it repeat once an hour at most", ErrTooOften)
	}
	return 0, errors.New("write YEARLY, MONTHLY, WEEKLY, DAILY or HOURLY")
}

func number(s string, low, high int) (int, error) {
	n, err := strconv.Atoi(strings.TrimPrefix(s, "+"))
	if err != nil || n < low || n > high {
		return 0, fmt.Errorf("a whole number from %d to %d is expected", low, high)
	}
	return n, nil
}

// numbers reads a list, each number once and in order; signed also from the end.
func numbers(s string, low, high int, signed bool) ([]int, error) {
	var out []int
	for v := range strings.SplitSeq(s, ",") {
		n, err := strconv.Atoi(strings.TrimPrefix(v, "+"))
		abs := n
		if signed && n < 0 {
			abs = -n
		}
		if err != nil || abs < low || abs > high {
			also := ""
			if signed {
				also = fmt.Sprintf(", or from -%d to -%d", high, low)
			}
			return nil, fmt.Errorf("whole numbers from %d to %d%s are expected", low, high, also)
		}
		out = append(out, n)
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}

var days = []rrule.Weekday{rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA, rrule.SU}

var codes = []string{"MO", "TU", "WE", "TH", "FR", "SA", "SU"}

func weekdays(s string) ([]rrule.Weekday, error) {
	var out []rrule.Weekday
	for v := range strings.SplitSeq(s, ",") {
		if v == "" {
			continue
		}
		at := slices.Index(codes, v[max(0, len(v)-2):])
		if at < 0 {
			return nil, errors.New("weekdays are expected, as MO or 2TH or -1SU")
		}
		day := days[at]
		if len(v) > 2 {
			n, err := strconv.Atoi(strings.TrimPrefix(v[:len(v)-2], "+"))
			if err != nil || n == 0 || n > 53 || n < -53 {
				return nil, errors.New("weekdays are expected, as MO or 2TH or -1SU")
			}
			day = day.Nth(n)
		}
		if !slices.Contains(out, day) {
			out = append(out, day)
		}
	}
	if len(out) == 0 {
		return nil, errors.New("weekdays are expected, as MO or 2TH or -1SU")
	}
	return out, nil
}

// check refuses what the expansion could not end or what would never match.
func (r *Rule) check() error {
	o := &r.opt
	most := 5 // weeks begun in a month
	if o.Freq == rrule.YEARLY && len(o.Bymonth) == 0 {
		most = 53
	}
	for _, d := range o.Byweekday {
		if n := d.N(); (n > most || n < -most) && o.Freq <= rrule.MONTHLY {
			return fmt.Errorf("BYDAY: there is no weekday number %d in a month", n)
		}
	}
	perHour := max(1, len(o.Byminute)) * max(1, len(o.Bysecond))
	perDay := max(1, len(o.Byhour)) * perHour
	if o.Freq == rrule.HOURLY {
		perDay = 24 * perHour / min(24, o.Interval)
		if len(o.Byhour) > 0 {
			perDay = min(perDay, len(o.Byhour)*perHour)
		}
		if !slices.ContainsFunc(o.Bysetpos, func(n int) bool { return n <= perHour && -n <= perHour }) && len(o.Bysetpos) > 0 {
			return fmt.Errorf("BYSETPOS: an hour of this rule has %d dates", perHour)
		}
	}
	r.perDay = perDay
	if perDay > maxTimes {
		return fmt.Errorf("BYHOUR, BYMINUTE, BYSECOND: %d dates a day: %w", perDay, ErrTooOften)
	}
	return nil
}

// String returns the rule as iCalendar writes it: "FREQ=WEEKLY;BYDAY=MO".
func (r Rule) String() string { return r.text }

// Frequency returns how often the rule repeats, as an ISO 8601 duration: "P2W".
func (r Rule) Frequency() string {
	unit := [...]string{"P%dY", "P%dM", "P%dW", "P%dD", "PT%dH"}[r.opt.Freq]
	return fmt.Sprintf(unit, r.opt.Interval)
}

// Count returns the number of dates the rule sets itself, 0 for none.
func (r Rule) Count() int { return r.count }

// Until returns the last day or moment the rule sets itself, a zero one for none.
func (r Rule) Until(zone *time.Location) schema.Moment {
	if r.until == "" {
		return schema.Moment{}
	}
	m, _ := schema.ParseMoment(r.until, zone)
	return m
}

var weekdayNames = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

// Weekdays returns the schema.org names of the rule's weekdays; none when it
// names none or counts them within a month or a year.
func (r Rule) Weekdays() []string {
	var out []string
	for _, d := range r.opt.Byweekday {
		if d.N() != 0 || len(r.opt.Bysetpos) > 0 {
			return nil
		}
		out = append(out, weekdayNames[d.Day()])
	}
	return out
}
