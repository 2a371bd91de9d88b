package web

import (
	"slices"
	"time"

	"moselle/hub/catalog"
	"moselle/schema"
)

// days groups the agenda by the day that each row is shown for: the day it
// starts, or the first of the asked span when it is on already. What is on for
// months comes after all days, under a heading of its own.
func days(w words, cards []catalog.Card, q catalog.Query, zone *time.Location) []day {
	from := q.From.Start(q.Now, zone)
	var out []day
	for _, card := range cards {
		o := card.Hit.Occurrence
		if o == nil {
			continue
		}
		title, r := "", row{Card: card, When: w.When(*o)}
		switch {
		case q.Sort != catalog.Next:
		case length(*o) > catalog.LongRunning:
			title = w.T("agenda.running")
		default:
			at := o.Start.Time
			if at.Before(from) {
				at = from.In(zone)
			}
			for n := 0; n < 7 && len(q.Weekdays) > 0 && !slices.Contains(q.Weekdays, at.Weekday()); n++ {
				at = at.AddDate(0, 0, 1) // shown for the day that was asked for
			}
			title = w.Day(at)
			if sameDay(o.Start.Time, at) && length(*o) <= 24*time.Hour {
				r.When = w.starts(*o)
			}
		}
		if n := len(out); n == 0 || out[n-1].Title != title {
			out = append(out, day{Title: title})
		}
		out[len(out)-1].Rows = append(out[len(out)-1].Rows, r)
	}
	return out
}

// length is how long a date lasts.
func length(o schema.Occurrence) time.Duration {
	if o.End.IsZero() {
		return o.Start.End().Sub(o.Start.Time)
	}
	return o.End.End().Sub(o.Start.Time)
}
