package calendar

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"moselle/schema"
)

// Schedule is a schema.org Schedule as sources write it: its fields are the
// properties' texts. Hours of opening are an Opening instead.
type Schedule struct {
	RepeatFrequency string // "P1D", "P2W", "P1M", "P1Y" or "daily", "weekly"; "" is weekly with ByDay, else the schedule is one date
	ByDay           []string
	ByMonth         []string
	ByMonthDay      []string
	ByMonthWeek     []string
	StartDate       string // the first day; "" is since ever
	EndDate         string // the last day; "" is without end
	StartTime       string // local; "" for whole days
	EndTime         string // local; before StartTime it is on the next day
	Duration        string // used when there is no EndTime: "PT1H30M"
	RepeatCount     string
	ExceptDate      []string
	Timezone        string // "" is the zone of Set
}

// Repeats reports whether the schedule is a rule and not a single date.
func (s Schedule) Repeats() bool {
	return s.RepeatFrequency != "" || len(s.ByDay)+len(s.ByMonth)+len(s.ByMonthDay) > 0
}

// Set returns what the schedule says of its dates; from is when one that does
// not say when it begins does. The error is a *PropertyError, or nil.
func (s Schedule) Set(zone *time.Location, from time.Time) (Set, error) {
	if s.Timezone != "" {
		var err error
		if zone, err = Zone(s.Timezone); err != nil {
			return Set{}, fault("scheduleTimezone", err)
		}
	}
	set := Set{Zone: zone, Bound: s.Repeats(), Undated: s.StartDate == ""}
	if err := s.first(&set, from); err != nil {
		return Set{}, err
	}
	if s.Repeats() {
		rule, err := s.rule(set)
		if err != nil {
			return Set{}, err
		}
		set.Rules = []Rule{rule}
	}
	for _, d := range s.ExceptDate {
		m, err := schema.ParseMoment(d, zone)
		if err != nil {
			return Set{}, fault("exceptDate", err)
		}
		// A moment at midnight is how many sources write a day.
		if h, mi, _ := m.Time.Clock(); h == 0 && mi == 0 {
			m.Day = true
		}
		set.Except = append(set.Except, m)
	}
	return set, nil
}

// PropertyError says which property of a schedule is at fault.
type PropertyError struct {
	Property string // "byDay"
	Err      error
}

// Error gives the property, then the reason.
func (e *PropertyError) Error() string { return e.Property + ": " + e.Err.Error() }

// Unwrap returns the reason.
func (e *PropertyError) Unwrap() error { return e.Err }

func fault(property string, err error) error { return &PropertyError{property, err} }

// first sets the first date: the day the schedule begins on, with its times.
// One that does not repeat ends on its last day.
func (s Schedule) first(set *Set, since time.Time) error {
	from, last := schema.Moment{Time: since.In(set.Zone), Day: true}, schema.Moment{}
	for _, d := range []struct {
		property, text string
		to             *schema.Moment
	}{{"startDate", s.StartDate, &from}, {"endDate", s.EndDate, &last}} {
		if d.text != "" {
			m, err := schema.ParseMoment(d.text, set.Zone)
			if err != nil {
				return fault(d.property, err)
			}
			*d.to = m
		}
	}
	if s.StartDate == "" && !s.Repeats() {
		return fault("startDate", errors.New("missing, and so is repeatFrequency: nobody knows when the schedule falls"))
	}
	if last.IsZero() || s.Repeats() {
		last = from
	}
	y, mo, d := from.Time.In(set.Zone).Date()
	at := func(day schema.Moment, h, mi, sec int) time.Time {
		y, mo, d := day.Time.In(set.Zone).Date()
		return time.Date(y, mo, d, h, mi, sec, 0, set.Zone)
	}
	switch {
	case s.StartTime != "":
		h, mi, sec, err := schema.ParseClock(clock(s.StartTime))
		if err != nil {
			return fault("startTime", err)
		}
		set.Start = schema.Moment{Time: at(from, h, mi, sec)}
	case from.Day:
		set.Start = schema.Moment{Time: at(from, 0, 0, 0), Day: true}
		set.End = schema.Moment{Time: at(last, 0, 0, 0), Day: true}
		return nil
	default:
		set.Start = from
	}
	switch {
	case s.EndTime != "":
		h, mi, sec, err := schema.ParseClock(clock(s.EndTime))
		if err != nil {
			return fault("endTime", err)
		}
		if set.End = (schema.Moment{Time: at(last, h, mi, sec)}); !set.End.Time.After(set.Start.Time) {
			set.End.Time = time.Date(y, mo, d+1, h, mi, sec, 0, set.Zone)
		}
	case s.Duration != "":
		length, err := ParseDuration(s.Duration)
		if err != nil {
			return fault("duration", err)
		}
		set.End = length.After(set.Start)
	case !last.Day && last.Time.After(set.Start.Time):
		set.End = last
	}
	return nil
}

// clock drops the offset of a time of day: a schedule's times are local.
func clock(s string) string {
	s = strings.TrimPrefix(strings.TrimSpace(s), "T")
	if i := strings.IndexAny(s, "Z+-"); i > 0 {
		s = s[:i]
	}
	return s
}

// rule writes the schedule as a recurrence rule and reads that.
func (s Schedule) rule(set Set) (Rule, error) {
	freq, interval, err := repeat(s.RepeatFrequency, len(s.ByDay) > 0)
	if err != nil {
		return Rule{}, fault("repeatFrequency", err)
	}
	byDay, err := s.byDay()
	if err != nil {
		return Rule{}, fault("byDay", err)
	}
	switch {
	case len(s.ByDay) > 0 && len(byDay) == 0:
		return Rule{}, fault("byDay", errors.New("only public holidays, which are not known: list the days"))
	case s.StartDate == "" && (interval != "1" || len(byDay)+len(s.ByMonthDay) == 0 && freq != "DAILY"):
		return Rule{}, fault("startDate", errors.New("missing: without it nobody knows on which days the schedule falls"))
	}
	until := ""
	if s.EndDate != "" {
		end, err := schema.ParseMoment(s.EndDate, set.Zone)
		if err != nil {
			return Rule{}, fault("endDate", err)
		}
		until = end.Time.In(set.Zone).Format("20060102")
	}
	r := newRule()
	for _, part := range []struct{ property, key, value string }{
		{"repeatFrequency", "FREQ", freq},
		{"repeatFrequency", "INTERVAL", interval},
		{"byDay", "BYDAY", strings.Join(byDay, ",")},
		{"byMonth", "BYMONTH", strings.Join(s.ByMonth, ",")},
		{"byMonthDay", "BYMONTHDAY", strings.Join(s.ByMonthDay, ",")},
		{"repeatCount", "COUNT", s.RepeatCount},
		{"endDate", "UNTIL", until},
	} {
		if part.value == "" || part.key == "INTERVAL" && part.value == "1" {
			continue
		}
		if err := r.set(part.key, part.value); err != nil {
			return Rule{}, fault(part.property, err)
		}
	}
	if err := r.check(); err != nil {
		return Rule{}, fault("repeatFrequency", err)
	}
	return r, nil
}

// repeat returns the frequency and the interval of a rule.
func repeat(s string, onWeekdays bool) (freq, interval string, err error) {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "", "weekly":
		return "WEEKLY", "1", nil
	case "daily":
		return "DAILY", "1", nil
	case "monthly":
		return "MONTHLY", "1", nil
	case "yearly", "annually":
		return "YEARLY", "1", nil
	}
	rest, ok := strings.CutPrefix(strings.ToUpper(strings.TrimSpace(s)), "P")
	name := map[string]string{"D": "DAILY", "W": "WEEKLY", "M": "MONTHLY", "Y": "YEARLY"}
	if hours, found := strings.CutPrefix(rest, "T"); found {
		rest, name = hours, map[string]string{"H": "HOURLY", "M": "MINUTELY", "S": "SECONDLY"}
	}
	if !ok || len(rest) < 2 || name[rest[len(rest)-1:]] == "" {
		return "", "", errors.New("not a frequency: write it as P1W")
	}
	freq, interval = name[rest[len(rest)-1:]], rest[:len(rest)-1]
	if freq == "DAILY" && interval == "7" && onWeekdays {
		freq, interval = "WEEKLY", "1"
	}
	return freq, interval, nil
}

// byDay returns the weekdays as a rule has them; with byMonthWeek, counted
// within the month.
func (s Schedule) byDay() ([]string, error) {
	var out []string
	for _, d := range s.ByDay {
		name := d[strings.LastIndexAny(d, "/:")+1:]
		at := slices.IndexFunc(weekdayNames, func(w string) bool { return strings.EqualFold(w, name) })
		code := strings.ToUpper(name)
		switch {
		case at >= 0:
			code = codes[at]
		case strings.EqualFold(name, "PublicHolidays"):
			continue // known only where the source lists them
		default:
			if _, err := weekdays(code); err != nil {
				return nil, fmt.Errorf("%s is no weekday: write Monday, https://schema.org/Monday or MO", schema.Excerpt(d))
			}
		}
		for _, week := range s.ByMonthWeek {
			out = append(out, strings.TrimSpace(week)+code)
		}
		if len(s.ByMonthWeek) == 0 {
			out = append(out, code)
		}
	}
	return out, nil
}
