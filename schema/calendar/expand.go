package calendar

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/teambition/rrule-go"

	"moselle/schema"
)

// Set is everything an event says about its dates.
type Set struct {
	// Start and End are the first date. The other dates of the rules last as
	// long by the clock on the wall: what ends at noon ends at noon, also on
	// the day the clocks change. End is zero when nothing is known of it.
	Start, End schema.Moment
	Rules      []Rule
	Dates      []Span          // further dates; without End they last as long as the first
	Except     []schema.Moment // a day leaves out all that starts on it
	Zone       *time.Location  // in which the rules count
	Undated    bool            // nobody says since when the rules hold; Start is where counting begins
	// Bound says that Start only bounds the rules. Otherwise it is a date
	// itself and the first that COUNT counts, whether or not the rules name it
	// (RFC 5545, section 3.3.10), unless it is excepted as well.
	Bound bool
}

// maxSteps bounds the dates that are looked at, kept or not.
const maxSteps = 200_000

// ErrTooMany says that a rule has so many dates before the window that they
// cannot be counted.
var ErrTooMany = errors.New("has too many dates before the present: let it begin later, or give it an end")

// Expand returns the dates that touch the window, in order, each start once,
// the first schema.MaxOccurrences of them; truncated says that there are more.
// When no date touches it, the first and the last date before it are returned,
// or else the first behind it, so that no event is without one. Nothing at all
// is returned only when every date is excepted or no day fits the rules.
func (s Set) Expand(w Range) (dates []Span, truncated bool, err error) {
	c := collector{set: &s, window: w, length: s.length(), walls: walls{zone: s.Zone}}
	for _, m := range s.Except {
		c.except(m)
	}
	for _, d := range s.Dates {
		c.add(d)
	}
	if !s.Bound {
		c.add(Span{s.Start, s.End})
	}
	for _, r := range s.Rules {
		if err := c.rule(r); err != nil {
			return nil, false, err
		}
	}
	dates = c.found()
	if len(dates) > schema.MaxOccurrences {
		return dates[:schema.MaxOccurrences], true, nil
	}
	return dates, false, nil
}

// length returns how long a date lasts by the clock on the wall.
func (s Set) length() time.Duration {
	if s.End.IsZero() {
		return -1
	}
	return wall(s.End.Time, s.Zone).Sub(wall(s.Start.Time, s.Zone))
}

// collector keeps the dates inside the window and the nearest outside of it.
type collector struct {
	set    *Set
	window Range
	length time.Duration // on the wall; -1 when it is not known
	walls  walls
	steps  int
	exTime map[int64]bool  // starts excepted
	exDays map[string]bool // days excepted whole
	inside []Span
	first  Span // before the window
	last   Span // before the window
	beyond Span // behind it, the first
}

func (c *collector) except(m schema.Moment) {
	if m.Day || c.set.Start.Day {
		if c.exDays == nil {
			c.exDays = map[string]bool{}
		}
		c.exDays[m.Time.In(c.set.Zone).Format(time.DateOnly)] = true
		if !m.Day {
			c.exDays[m.Time.Format(time.DateOnly)] = true
		}
		return
	}
	if c.exTime == nil {
		c.exTime = map[int64]bool{}
	}
	c.exTime[m.Time.Unix()] = true
}

func (c *collector) excepted(start schema.Moment) bool {
	return c.exTime[start.Time.Unix()] || c.exDays != nil && c.exDays[start.Time.In(c.set.Zone).Format(time.DateOnly)]
}

// at makes the date that starts at t on the wall.
func (c *collector) at(t time.Time) Span {
	s := Span{Start: schema.Moment{Time: c.walls.local(t), Day: c.set.Start.Day}}
	if c.length >= 0 {
		s.End = schema.Moment{Time: c.walls.local(t.Add(c.length)), Day: c.set.Start.Day}
	}
	return s
}

func (c *collector) add(s Span) {
	if s.End.IsZero() && c.length >= 0 && s.Start.Day == c.set.Start.Day {
		s = c.at(wall(s.Start.Time, c.set.Zone))
	}
	if c.excepted(s.Start) {
		return
	}
	end := s.Start.End()
	if !s.End.IsZero() {
		end = s.End.End()
	}
	switch {
	case !s.Start.Time.Before(c.window.To):
		if c.beyond.Start.IsZero() || s.Start.Time.Before(c.beyond.Start.Time) {
			c.beyond = s
		}
	case s.Start.Time.Before(c.window.From) && !end.After(c.window.From):
		if c.first.Start.IsZero() || s.Start.Time.Before(c.first.Start.Time) {
			c.first = s
		}
		if c.last.Start.IsZero() || s.Start.Time.After(c.last.Start.Time) {
			c.last = s
		}
	default:
		c.inside = append(c.inside, s)
	}
}

func (c *collector) found() []Span {
	switch {
	case len(c.inside) > 0:
		slices.SortStableFunc(c.inside, func(a, b Span) int { return cmp.Compare(a.Start.Time.Unix(), b.Start.Time.Unix()) })
		return slices.CompactFunc(c.inside, func(a, b Span) bool { return a.Start.Time.Unix() == b.Start.Time.Unix() })
	case !c.first.Start.IsZero() && !c.first.Start.Time.Equal(c.last.Start.Time):
		return []Span{c.first, c.last}
	case !c.first.Start.IsZero():
		return []Span{c.first}
	case !c.beyond.Start.IsZero():
		return []Span{c.beyond}
	}
	return nil
}

// rule adds a rule's dates up to the first behind the window.
func (c *collector) rule(r Rule) error {
	start := wall(c.set.Start.Time, c.set.Zone)
	until := time.Date(9998, 12, 31, 0, 0, 0, 0, time.UTC)
	if m := r.Until(c.set.Zone); !m.IsZero() {
		until = wall(m.Time, c.set.Zone)
		if m.Day && !c.set.Start.Day {
			until = until.Add(24*time.Hour - time.Second)
		}
	}
	left := r.count
	for t := range r.walk(start, start, until) { // the first date, before any are skipped
		if !c.set.Bound && left > 0 && !t.Equal(start) && !c.excepted(c.set.Start) {
			left-- // the start counts although the rule does not name it
			if left == 0 {
				return nil
			}
		}
		c.add(c.at(t))
		break
	}
	from := start
	if r.count == 0 {
		from = r.skip(start, c.lookFrom(r, until))
	}
	to := wall(c.window.To, c.set.Zone)
	for t := range r.walk(start, from, until) {
		if c.steps++; c.steps > maxSteps {
			return ErrTooMany
		}
		c.add(c.at(t))
		if left--; left == 0 || t.After(to) {
			break
		}
	}
	return nil
}

// lookFrom returns from when on the last date before the window, or before the
// end of a rule that is over, is looked for: nine years, because leap days lie
// up to eight apart, and one year for rules with many dates a day.
func (c *collector) lookFrom(r Rule, until time.Time) time.Time {
	from := wall(c.window.From, c.set.Zone)
	if until.Before(from) {
		from = until
	}
	if r.perDay > 24 {
		return from.AddDate(-1, 0, 0)
	}
	return from.AddDate(-9, 0, 0)
}

// skip returns the last step of the rule that is not behind t, counted from
// start. Months and years are few enough to be gone through.
func (r Rule) skip(start, t time.Time) time.Time {
	var step int64
	switch r.opt.Freq {
	case rrule.HOURLY:
		step = 3600
	case rrule.DAILY:
		step = 24 * 3600
	case rrule.WEEKLY:
		step = 7 * 24 * 3600
	default:
		return start
	}
	step *= int64(r.opt.Interval)
	if n := (t.Unix() - start.Unix()) / step; n > 0 {
		return time.Unix(start.Unix()+n*step, 0).UTC()
	}
	return start
}

// ParseRules reads several rules; the error names the one at fault.
func ParseRules(texts ...string) ([]Rule, error) {
	out := make([]Rule, 0, len(texts))
	for _, s := range texts {
		r, err := ParseRule(s)
		if err != nil {
			return nil, fmt.Errorf("rule %s: %w", schema.Excerpt(s), err)
		}
		out = append(out, r)
	}
	return out, nil
}
