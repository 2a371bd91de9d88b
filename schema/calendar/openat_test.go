package calendar_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"moselle/schema"
	"moselle/schema/calendar"
)

// At every quarter of an hour, OpenAt and the dates of Expand say what the hours
// say when the clock on the wall is looked at. The hours around a change of clocks
// are left out: there the wall does not tell.
func TestOpenAtIsWhatTheWallSays(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	checked, open := 0, 0
	for range 400 {
		first := on(t, []string{"2026-03-27", "2026-10-23", "2026-12-29"}[r.IntN(3)]).Time
		o := random(r, first)
		w := calendar.Range{From: first, To: first.AddDate(0, 0, 5)}
		spans, _ := o.Expand(w)
		for at := w.From; at.Before(w.To); at = at.Add(15 * time.Minute) {
			_, before := at.Add(-4 * time.Hour).Zone()
			if _, after := at.Add(4 * time.Hour).Zone(); before != after {
				continue
			}
			want := shows(o, at)
			inside := false
			for _, s := range spans {
				inside = inside || !at.Before(s.Start.Time) && at.Before(s.End.End())
			}
			if got := o.OpenAt(at); got != want || inside != want {
				t.Fatalf("%+v\nat %v: OpenAt %v, in Expand %v, want %v\n%s", o, at, got, inside, want, lines(spans))
			}
			if checked++; want {
				open++
			}
		}
	}
	t.Logf("%d moments, open at %d", checked, open)
}

func random(r *rand.Rand, first time.Time) calendar.Opening {
	day := func() schema.Moment {
		if r.IntN(3) == 0 {
			return schema.Moment{}
		}
		return schema.Moment{Time: first.AddDate(0, 0, r.IntN(7)-1), Day: true}
	}
	hours := func() (out []calendar.Hours) {
		for range r.IntN(4) {
			h := calendar.Hours{Days: calendar.Days(r.IntN(128)), Opens: calendar.Clock(15 * r.IntN(96)), Closes: calendar.Clock(15 * r.IntN(97))}
			if r.IntN(4) == 0 {
				h.From, h.To = day(), day()
			}
			out = append(out, h)
		}
		return out
	}
	o := calendar.Opening{Zone: first.Location(), Weekly: append(hours(), calendar.Hours{Opens: 540, Closes: 1020})}
	if r.IntN(3) == 0 {
		o.From, o.To = day(), day()
	}
	for range r.IntN(3) {
		o.Special = append(o.Special, calendar.Special{From: day(), To: day(), Days: calendar.Days(r.IntN(128)), Hours: hours()})
	}
	return o
}

// shows works out from the clock on the wall alone whether it is open.
func shows(o calendar.Opening, at time.Time) bool {
	today := time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, time.UTC)
	minute := calendar.Clock(at.Hour()*60 + at.Minute())
	return openOn(o, today, minute) || openOn(o, today.AddDate(0, 0, -1), minute+1440)
}

// openOn reports whether the hours of a day take in that minute, counted from
// its midnight.
func openOn(o calendar.Opening, day time.Time, minute calendar.Clock) bool {
	in := func(from, to schema.Moment) bool {
		d := day.Format(time.DateOnly)
		return (from.IsZero() || from.String() <= d) && (to.IsZero() || d <= to.String())
	}
	names := func(d calendar.Days) bool { return d == 0 || d.Has(day.Weekday()) }
	if !in(o.From, o.To) {
		return false
	}
	rows, special := o.Weekly, []calendar.Hours(nil)
	for _, s := range o.Special {
		if !in(s.From, s.To) {
			continue
		}
		if len(s.Hours) == 0 && names(s.Days) {
			return false
		}
		for _, h := range s.Hours {
			if names(h.Days) && in(h.From, h.To) {
				special = append(special, h)
			}
		}
	}
	if special != nil {
		rows = special
	}
	for _, h := range rows {
		closes := h.Closes
		if closes <= h.Opens {
			closes += 1440
		}
		if h.Opens == 0 && h.Closes == 1440 {
			closes = 1440
		}
		if names(h.Days) && in(h.From, h.To) && h.Opens <= minute && minute < closes {
			return true
		}
	}
	return false
}
