package searchtest

import (
	"cmp"
	"slices"
	"time"

	"moselle/hub/search"
)

// times are what a query asks of dates in one zone.
type times struct {
	conditions         int
	from, to           int64
	after              int64 // what comes next ends after this
	weekdays           []time.Weekday
	clock              *search.Clock
	going, confirmed   bool
	zone               *time.Location
	statuses, bookings []string
	status, booking    string // of the document
}

const farAway = int64(1) << 60

func timesOf(q search.Query, zone *time.Location) times {
	t := times{
		from: -farAway, to: farAway, after: -farAway, weekdays: q.Weekdays, clock: q.Clock, going: q.Open != search.Bound{},
		zone: zone, statuses: q.Filters["status"], bookings: q.Filters["availability"],
	}
	t.confirmed = q.Confirmed && len(t.statuses) == 0
	if !q.Now.IsZero() {
		t.after = q.Now.Unix()
	}
	if (q.From != search.Bound{}) {
		t.from = edge(q.From, q.Now, t.zone, false)
		t.after = t.from
	}
	if (q.To != search.Bound{}) {
		t.to = edge(q.To, q.Now, t.zone, true)
	}
	if t.going {
		t.after = edge(q.Open, q.Now, t.zone, false)
		t.from, t.to = max(t.from, t.after), min(t.to, t.after+1)
		if t.from < t.to {
			t.from = t.after
		}
	}
	for _, asked := range []bool{q.From != search.Bound{} || q.To != search.Bound{}, len(q.Weekdays) > 0, q.Clock != nil, t.going,
		len(t.statuses) > 0, len(t.bookings) > 0} {
		if asked {
			t.conditions++
		}
	}
	return t
}

// zoneNamed returns a zone by its name, UTC for none.
func zoneNamed(name string) *time.Location {
	if zone, err := time.LoadLocation(name); err == nil {
		return zone
	}
	return time.UTC
}

// edge resolves a bound, days by looking at every quarter of an hour.
func edge(b search.Bound, now time.Time, zone *time.Location, end bool) int64 {
	if b.Day == "" {
		return b.At.Unix()
	}
	today := now.In(zone)
	saturday := (6 - int(today.Weekday())) % 7
	add, ok := map[search.Day]int{"today": 0, "tomorrow": 1, "+6": 6, "weekend": saturday}[b.Day]
	switch {
	case b.Day == search.Now && end:
		return now.Unix() + 1
	case b.Day == search.Now:
		return now.Unix()
	case b.Day == "weekend" && today.Weekday() == time.Sunday:
		add = 0
	case b.Day == "weekend" && end:
		add++
	}
	want := string(b.Day)
	day := time.Date(today.Year(), today.Month(), today.Day()+add, 12, 0, 0, 0, time.UTC)
	if ok {
		want = day.Format(time.DateOnly)
	} else {
		day, _ = time.Parse(time.DateOnly, want)
	}
	t := day.Add(-48 * time.Hour)
	for t.In(zone).Format(time.DateOnly) < want || end && t.In(zone).Format(time.DateOnly) <= want {
		t = t.Add(15 * time.Minute)
	}
	return t.Unix()
}

// matches reports whether an occurrence matches: at one moment of it, for which
// every half hour is looked at, since all times of the comparison are such.
func (t times) matches(o search.Occurrence) bool {
	status := cmp.Or(o.Status, t.status)
	if !has(t.statuses, status) || !has(t.bookings, cmp.Or(o.Availability, t.booking)) ||
		t.confirmed && status == search.Tentative || t.going && (status == "" || status == "EventCancelled" || status == "EventPostponed") {
		return false
	}
	lo, hi := max(o.Start, t.from), min(max(o.End, o.Start+1), t.to)
	if lo >= hi || len(t.weekdays) == 0 && t.clock == nil {
		return lo < hi
	}
	for m := lo; m < min(hi, lo+16*24*3600); m += 1800 {
		if t.at(time.Unix(m, 0).In(t.zone)) {
			return true
		}
	}
	return false
}

// at reports whether the weekday and the time of day of a moment are asked for.
func (t times) at(m time.Time) bool {
	weekday := m.Weekday()
	if c := t.clock; c != nil {
		minute := m.Hour()*60 + m.Minute()
		switch {
		case c.From < c.To && (minute < c.From || minute >= c.To):
			return false
		case c.From > c.To && minute < c.From && minute >= c.To:
			return false
		case c.From > c.To && minute < c.To:
			weekday = m.AddDate(0, 0, -1).Weekday()
		}
	}
	return len(t.weekdays) == 0 || slices.Contains(t.weekdays, weekday)
}
