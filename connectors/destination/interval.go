package destination

import (
	"fmt"
	"time"

	"moselle/schema"
	"moselle/schema/calendar"
	"moselle/schema/tree"
)

// interval is one of an item's timeIntervals: a date, or a rule that begins with
// one.
type interval struct {
	node       tree.Node
	path       string        // which leads to it
	start, end schema.Moment // end is zero when nothing is known of it
	zone       *time.Location
	freq       string // as it is written; "" for a single date
	days       calendar.Days
	until      schema.Moment // the last day of a rule; zero for none
}

// day is how long one lasts that no clock changes.
const day = 24 * time.Hour

// interval reads one; path leads to it. The error says why it cannot be.
func (m *mapper) interval(b *schema.Builder, n tree.Node, path string) (v interval, err error) {
	v = interval{node: n, path: path, zone: m.env.Zone, freq: text(get(n, "freq"))}
	if v.freq == "Single" || v.freq == "Once" || v.freq == "None" {
		v.freq = ""
	}
	if v.zone == nil {
		v.zone = time.UTC
	}
	if name := text(get(n, "tz")); name != "" {
		zone, err := schema.LoadZone(name)
		if err != nil {
			zone, err = calendar.Zone(name)
		}
		if err != nil {
			b.Fault(schema.Fault{Path: path + ".tz", Value: name, Message: fmt.Sprintf("%v; the source's zone, %s, is taken", err, v.zone)})
		} else {
			v.zone = zone
		}
	}
	s := text(get(n, "start"))
	if s == "" {
		return v, &mistake{path + ".start", "", "missing: when it begins"}
	}
	if v.start, err = moment(s, v.zone); err != nil {
		return v, &mistake{path + ".start", s, err.Error()}
	}
	for _, member := range []struct {
		name string
		to   *schema.Moment
	}{{"end", &v.end}, {"repeatUntil", &v.until}} {
		s := text(get(n, member.name))
		if s == "" || member.name == "end" && truth(text(get(n, "hideEnd"))) {
			continue
		}
		if *member.to, err = moment(s, v.zone); err != nil {
			b.Fault(schema.Fault{Path: path + "." + member.name, Value: s, Message: err.Error() + "; it is left out"})
		}
	}
	for w := range tree.Values(get(n, "weekdays")) {
		d := calendar.DaysNamed(text(w))
		if d == 0 {
			return v, &mistake{path + ".weekdays", text(w), "not a weekday: write Monday"}
		}
		v.days |= d
	}
	return v, nil
}

// mistake is what is wrong with an interval, and where.
type mistake struct{ path, value, message string }

func (m *mistake) Error() string { return m.message }

// fault is the mistake as a fault, with what becomes of it.
func (m *mistake) fault(outcome string) schema.Fault {
	return schema.Fault{Path: m.path, Value: schema.Excerpt(m.value), Message: m.message + outcome}
}

// moment reads a time and gives it in the zone.
func moment(s string, zone *time.Location) (schema.Moment, error) {
	t, err := schema.ParseMoment(s, zone)
	if err == nil && !t.Day {
		t.Time = t.Time.In(zone).Truncate(time.Second)
	}
	return t, err
}

// span returns when the first date is. Of a rule by days the end says only at
// what time each date ends: its day is that of the form's entry.
func (v interval) span() (start, end schema.Moment) {
	start, end = v.start, v.end
	if v.freq != "" && !start.Day && !end.IsZero() && !end.Day {
		length := end.Time.Sub(start.Time)
		if length < 0 || length >= day && (v.days != 0 || v.freq == "Daily") {
			y, month, d := start.Time.Date()
			h, minute, sec := end.Time.Clock()
			end.Time = time.Date(y, month, d, h, minute, sec, 0, v.zone)
			if end.Time.Before(start.Time) {
				end.Time = time.Date(y, month, d+1, h, minute, sec, 0, v.zone)
			}
		}
	}
	return whole(start, end)
}

// whole takes a span from midnight to midnight, or to the minute before, for days
// without times. An end that is the start says nothing of when it ends.
func whole(start, end schema.Moment) (schema.Moment, schema.Moment) {
	if start.Day || end.IsZero() || end.Day {
		return start, end
	}
	last := end.Time
	switch h, minute, _ := last.Clock(); {
	case start.Time.Format(time.TimeOnly) != "00:00:00":
		if last.Equal(start.Time) {
			end = schema.Moment{}
		}
		return start, end
	case h == 0 && minute == 0 && last.After(start.Time):
		last = last.AddDate(0, 0, -1)
	case h == 0 && minute == 0, h == 23 && minute == 59:
	default:
		return start, end
	}
	y, month, d := last.Date()
	start.Day = true
	end = schema.Moment{Time: time.Date(y, month, d, 0, 0, 0, 0, last.Location()), Day: true}
	if end.Time.Equal(start.Time) {
		end = schema.Moment{}
	}
	return start, end
}
