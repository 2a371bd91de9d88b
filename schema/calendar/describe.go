package calendar

import (
	"strconv"
	"time"

	"moselle/schema"
)

// maxExcepted bounds the exceptions written down with a rule.
const maxExcepted = 1000

// Describe writes the set's rules down as eventSchedule parts of an event, for
// those who want to work with them: the rule as iCalendar has it and what
// schema.org has words for, with the exceptions that lie in the window.
func (s Set) Describe(event *schema.Builder, w Range) {
	for _, r := range s.Rules {
		p := event.Part("eventSchedule", "Schedule")
		p.Put("rrule", r.String())
		p.Put("repeatFrequency", r.Frequency())
		for _, d := range r.Weekdays() {
			p.Put("byDay", d)
		}
		if !s.Undated {
			p.Moment("startDate", schema.Moment{Time: s.Start.Time, Day: true})
		}
		if until := r.Until(s.Zone); !until.IsZero() {
			p.Moment("endDate", schema.Moment{Time: until.Time.In(s.Zone), Day: true})
		}
		if !s.Start.Day {
			p.Put("startTime", s.Start.Time.Format(time.TimeOnly))
			if length := s.length(); length > 0 && length < 24*time.Hour {
				p.Put("endTime", s.End.Time.In(s.Start.Time.Location()).Format(time.TimeOnly))
			}
		}
		if r.count > 0 {
			p.Put("repeatCount", strconv.Itoa(r.count))
		}
		kept := 0
		for _, x := range s.Except {
			if !x.Time.Before(w.From) && x.Time.Before(w.To) && kept < maxExcepted {
				p.Moment("exceptDate", x)
				kept++
			}
		}
		p.Put("scheduleTimezone", s.Zone.String())
	}
}
