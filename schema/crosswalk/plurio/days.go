package plurio

import (
	"maps"
	"slices"
	"time"

	"moselle/schema"
	"moselle/schema/calendar"
	"moselle/schema/wire/plurio"
)

// maxDays bounds the days from the first to the last of an entry.
const maxDays = 3660

// days returns when an event is: the days from the first to the last that are
// not excluded, with the times that most days have, and as exceptions those of
// the others. nil for an event without a date. What is cancelled is excluded.
func days(n *schema.Node) (*plurio.Date, *plurio.Timings) {
	zone := time.UTC
	if z, err := schema.LoadZone(n.String("timezone")); err == nil {
		zone = z
	}
	if o, ok := calendar.OpeningOf(n); ok && o.HasHours() && !o.From.IsZero() && !o.To.IsZero() {
		return weekly(o)
	}
	byDay := map[string][]plurio.Timing{}
	first, last := "", ""
	for _, o := range n.OccurrencesIn(zone) {
		if o.Status == "EventCancelled" || o.Status == "EventPostponed" {
			continue
		}
		day, end := dayOf(o.Start, zone), ""
		if first == "" || day < first {
			first = day
		}
		end = day
		if !o.End.IsZero() && (o.Start.Day || o.End.Time.Sub(o.Start.Time) > 24*time.Hour) {
			end = dayOf(o.End, zone)
		}
		last = max(last, end)
		if byDay[day] == nil {
			byDay[day] = []plurio.Timing{}
		}
		if !o.Start.Day {
			t := plurio.Timing{Description: o.Name, From: clockOf(o.Start, zone)}
			if !o.End.IsZero() && !o.End.Day {
				t.To = clockOf(o.End, zone)
			}
			byDay[day] = append(byDay[day], t)
		}
	}
	if first == "" {
		return nil, nil
	}
	d := &plurio.Date{From: first}
	if last > first {
		d.To = last
	}
	if len(byDay) == 1 {
		return d, timings(byDay[first], nil)
	}
	at, err := time.Parse(time.DateOnly, first)
	for i := 0; err == nil && i < maxDays && at.Format(time.DateOnly) <= last; i, at = i+1, at.AddDate(0, 0, 1) {
		if day := at.Format(time.DateOnly); byDay[day] == nil {
			d.Days = append(d.Days, day)
		}
	}
	usual := most(byDay)
	var other []plurio.Exception
	for _, day := range slices.Sorted(maps.Keys(byDay)) {
		if list := byDay[day]; len(list) > 0 && !slices.Equal(list, usual) {
			other = append(other, plurio.Exception{Day: day, Timings: list})
		}
	}
	return d, timings(usual, other)
}

// most returns the times that most days have.
func most(byDay map[string][]plurio.Timing) (usual []plurio.Timing) {
	best := 0
	keys := slices.Sorted(maps.Keys(byDay))
	for _, day := range keys[:min(len(keys), 366)] {
		same := 0
		for _, other := range byDay {
			if slices.Equal(other, byDay[day]) {
				same++
			}
		}
		if same > best {
			best, usual = same, byDay[day]
		}
	}
	return usual
}

func timings(usual []plurio.Timing, other []plurio.Exception) *plurio.Timings {
	if len(usual)+len(other) == 0 {
		return nil
	}
	return &plurio.Timings{Usual: usual, Exceptions: other}
}

// weekly returns opening hours within a period: the hours that most weekdays have
// as the usual ones, those of the others as exceptions, days without any excluded.
func weekly(o calendar.Opening) (*plurio.Date, *plurio.Timings) {
	d := &plurio.Date{From: o.From.Time.Format(time.DateOnly), To: o.To.Time.Format(time.DateOnly)}
	week := map[string][]plurio.Timing{}
	var open []string // in order
	for i := range 7 {
		day := time.Weekday((i + 1) % 7)
		for _, h := range o.Weekly {
			if h.Days == 0 || h.Days.Has(day) {
				week[short[day]] = append(week[short[day]], hours(h))
			}
		}
		if len(week[short[day]]) > 0 {
			open = append(open, short[day])
		} else if len(o.Weekly) > 0 {
			d.Weekdays = append(d.Weekdays, short[day])
		}
	}
	t := &plurio.Timings{Usual: slices.Clone(most(week))}
	for _, day := range open {
		if !slices.Equal(week[day], t.Usual) {
			t.Exceptions = append(t.Exceptions, plurio.Exception{Weekday: day, Timings: week[day]})
		}
	}
	for _, s := range o.Special {
		exclude(d, t, s)
	}
	return d, t
}

// exclude adds an exception, day by day where it names days.
func exclude(d *plurio.Date, t *plurio.Timings, s calendar.Special) {
	if len(s.Hours) == 0 && s.From.IsZero() {
		for day := time.Sunday; day <= time.Saturday; day++ {
			if s.Days.Has(day) {
				d.Weekdays = append(d.Weekdays, short[day])
			}
		}
		return
	}
	to := s.To
	if to.IsZero() {
		to = s.From
	}
	for at, i := s.From.Time, 0; !at.After(to.Time) && i < maxDays; at, i = at.AddDate(0, 0, 1), i+1 {
		var list []plurio.Timing
		for _, h := range s.Hours {
			if h.Days == 0 || h.Days.Has(at.Weekday()) {
				list = append(list, hours(h))
			}
		}
		switch day := at.Format(time.DateOnly); {
		case len(list) > 0:
			t.Exceptions = append(t.Exceptions, plurio.Exception{Day: day, Timings: list})
		case len(s.Hours) == 0 && (s.Days == 0 || s.Days.Has(at.Weekday())):
			d.Days = append(d.Days, day)
		}
	}
}

func hours(h calendar.Hours) plurio.Timing {
	t := plurio.Timing{From: h.Opens.String() + ":00"}
	if h.Closes >= 0 {
		t.To = (h.Closes % (24 * 60)).String() + ":00"
	}
	return t
}

// short are the weekdays as an export writes them.
var short = [...]string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}

func dayOf(m schema.Moment, zone *time.Location) string {
	if m.Day {
		return m.Time.Format(time.DateOnly)
	}
	return m.Time.In(zone).Format(time.DateOnly)
}

func clockOf(m schema.Moment, zone *time.Location) string {
	return m.Time.In(zone).Format(time.TimeOnly)
}
