package quality

import (
	"sync"
	"time"

	"moselle/schema"
)

// zones are those of the countries, loaded once: reading one takes longer than
// assessing a record.
var zones = sync.OnceValue(func() map[string]*time.Location {
	out := map[string]*time.Location{"": nil}
	for _, name := range countryZones {
		if z, err := time.LoadLocation(name); err == nil {
			out[name] = z
		}
	}
	return out
})

// zone returns the zone of that IANA name, nil for none.
func zone(name string) *time.Location {
	z, ok := zones()[name]
	if !ok {
		z, _ = time.LoadLocation(name)
	}
	return z
}

// moment reads a date or time as the record writes it, with the offset it gives.
func moment(n *schema.Node, prop string) schema.Moment {
	s := n.String(prop)
	if s == "" {
		return schema.Moment{}
	}
	m, err := schema.ParseMoment(s, time.UTC)
	if err != nil {
		return schema.Moment{}
	}
	return m
}

// checkTimes finds the faults of an event's dates.
func (e *event) checkTimes(maxYears int) {
	flag := func(code string) { e.timeFlags = append(e.timeFlags, code) }
	start, end := e.start, e.end
	if start.IsZero() {
		return
	}
	if !end.IsZero() {
		if end.Time.Before(start.Time) && (!end.Day || !end.End().After(start.Time)) {
			flag("time.reversed")
		}
		_, m1, d1 := start.Time.Date()
		_, m2, d2 := end.Time.Date()
		if m1 == time.January && d1 == 1 && m2 == time.December && d2 == 31 && len(e.dates) < 2 {
			flag("time.placeholder")
		}
	}
	if z := e.zone(); z != nil && (e.offIn(e.node, z) || e.anyOff(z)) {
		flag("time.offset")
	}
	if !e.node.Bool("permanent") && e.tooLong(maxYears) {
		flag("time.long")
	}
}

// zone is the one its times should be in: its own, its place's or its country's.
// A place far from the mainland has another than its country's.
func (e *event) zone() *time.Location {
	for _, n := range [...]*schema.Node{e.node, e.place} {
		if n == nil {
			continue
		}
		if name := n.String("timezone"); name != "" {
			return zone(name)
		}
	}
	if e.spot.precision != "none" && (e.spot.lat < 34 || e.spot.lon < -12) {
		return nil
	}
	return zone(zoneOf(e.spot.country))
}

func (e *event) anyOff(z *time.Location) bool {
	for _, o := range e.dates {
		if e.offIn(o, z) {
			return true
		}
	}
	return false
}

// offIn reports whether a start or an end has an offset that its zone does not
// have then. Times in UTC are left alone: they mean what they say.
func (e *event) offIn(n *schema.Node, z *time.Location) bool {
	for _, prop := range [...]string{"startDate", "endDate"} {
		m := moment(n, prop)
		if m.IsZero() || m.Day {
			continue
		}
		_, said := m.Time.Zone()
		if _, is := m.Time.In(z).Zone(); said != is && said != 0 {
			return true
		}
	}
	return false
}

// tooLong reports whether one of its dates lasts longer than that many years.
func (e *event) tooLong(years int) bool {
	long := func(n *schema.Node) bool {
		start, end := moment(n, "startDate"), moment(n, "endDate")
		return !start.IsZero() && !end.IsZero() && end.Time.After(start.Time.AddDate(years, 0, 0))
	}
	if len(e.dates) == 0 {
		return long(e.node)
	}
	for _, o := range e.dates {
		if long(o) {
			return true
		}
	}
	return false
}

// twin is the key of events that may be the same: country, postal code and start
// to the minute (the rule of Artsdata).
func (e *event) twin() string {
	if e.start.IsZero() || e.start.Day || e.spot.country == "" || e.spot.postcode == "" {
		return ""
	}
	return e.spot.country + "|" + e.spot.postcode + "|" + e.start.Time.UTC().Format("2006-01-02T15:04Z")
}
