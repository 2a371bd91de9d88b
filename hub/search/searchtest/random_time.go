package searchtest

import (
	"math/rand/v2"
	"time"

	"moselle/hub/search"
	"moselle/schema"
	"moselle/schema/calendar"
)

// randomZones have clocks that are changed behind midnight, at midnight (which
// is then left out, or comes twice), or never, and offsets of half hours.
var randomZones = []string{"Europe/Luxembourg", "Europe/Luxembourg", "", "America/New_York", "Asia/Kolkata", "America/Havana", "Asia/Beirut", "no zone"}

func randomStatus(r *rand.Rand) string {
	return []string{"", "EventScheduled", "EventScheduled", "EventCancelled", search.Tentative}[r.IntN(5)]
}

// changes are days on which, or around which, clocks are changed somewhere.
var changes = []time.Time{
	time.Date(2026, 10, 25, 0, 0, 0, 0, time.UTC), time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC), time.Date(2027, 3, 28, 0, 0, 0, 0, time.UTC),
}

// randomStart returns a half hour, often one close to a change of the clocks.
func randomStart(r *rand.Rand) time.Time {
	if r.IntN(3) == 0 {
		return changes[r.IntN(len(changes))].Add(time.Duration(r.IntN(96)-36) * 30 * time.Minute)
	}
	return Now.Add(time.Duration(r.IntN(60*48)-30*48) * 30 * time.Minute)
}

func randomBound(r *rand.Rand) search.Bound {
	switch r.IntN(4) {
	case 0:
		return search.Bound{Day: []search.Day{"today", "tomorrow", "weekend", "+6", search.Now}[r.IntN(5)]}
	case 1:
		return search.Bound{Day: search.Day(randomStart(r).Format(time.DateOnly))}
	}
	return at(randomStart(r))
}

// randomTimes asks for some of all that can be asked of dates.
func randomTimes(r *rand.Rand, q *search.Query) {
	if r.IntN(4) == 0 {
		q.Now = randomStart(r)
	}
	if r.IntN(3) == 0 {
		q.From = randomBound(r)
	}
	if r.IntN(4) == 0 {
		q.To = randomBound(r)
	}
	if r.IntN(3) == 0 {
		q.Weekdays = []time.Weekday{time.Weekday(r.IntN(7)), time.Weekday(r.IntN(7))}[:1+r.IntN(2)]
	}
	if r.IntN(3) == 0 {
		c := search.Clock{From: r.IntN(48) * 30, To: (1 + r.IntN(48)) * 30}
		if c.From != c.To {
			q.Clock = &c
		}
	}
	if r.IntN(8) == 0 {
		q.Open = []search.Bound{{Day: search.Now}, at(randomStart(r))}[r.IntN(2)]
	}
	if r.IntN(4) == 0 {
		for range 1 + r.IntN(2) {
			if s := randomStatus(r); s != "" {
				q.Filter("status", append(q.Filters["status"], s)...)
			}
		}
	}
	if r.IntN(5) == 0 {
		q.Filter("availability", some(r, "seats", 3, 2)...)
	}
	q.Confirmed = r.IntN(2) == 0
	if r.IntN(10) == 0 && !q.From.Relative() && !q.To.Relative() && !q.Open.Relative() {
		q.Now = time.Time{}
	}
}

func randomHours(r *rand.Rand, zone string) *calendar.Opening {
	o := &calendar.Opening{Zone: zoneNamed(zone)}
	for range 1 + r.IntN(2) {
		o.Weekly = append(o.Weekly, calendar.Hours{
			Days: calendar.Days(r.IntN(128)), Opens: calendar.Clock(r.IntN(48) * 30), Closes: calendar.Clock(r.IntN(49) * 30),
		})
	}
	if r.IntN(2) == 0 {
		day := schema.Moment{Time: Now.Truncate(24 * time.Hour), Day: true}
		o.Special = []calendar.Special{{From: day, To: day, Days: calendar.Days(r.IntN(128))}}
	}
	if r.IntN(3) == 0 {
		o.To = schema.Moment{Time: Now.Truncate(24*time.Hour).AddDate(0, 0, r.IntN(20)), Day: true}
	}
	return o
}
