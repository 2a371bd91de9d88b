package openagenda

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"moselle/schema"
)

// dates says when an event happens and returns the zone its times are meant in.
// Without a list of its dates, as in short answers, its first, next and last
// one are taken. What is wrong with its only dates refuses the event.
func (m *mapper) dates(b *schema.Builder, o object) *time.Location {
	zone := m.zoneOf(b, o)
	var all []schema.Occurrence
	unread := false
	add := func(t object, path string) {
		one, err := m.timing(b, t, path, zone)
		if err == nil {
			all = append(all, one)
			return
		}
		unread = true
		b.Fault(schema.Fault{Path: path + ".begin", Lacks: "startDate", Value: t.text("begin", "start"), Message: err.Error()})
	}
	listed := o.list("timings")
	for i, v := range listed {
		if add(asObject(v), fmt.Sprintf("timings[%d]", i+1)); len(all) > schema.MaxOccurrences {
			break
		}
	}
	if len(listed) == 0 {
		for _, name := range []string{"firstTiming", "nextTiming", "lastTiming"} {
			if in := o.object(name); len(in) > 0 {
				add(in, name)
			}
		}
	}
	all = once(all)
	switch {
	case len(all) == 0 && !unread:
		b.Fault(schema.Fault{Path: "timings", Lacks: "startDate", Message: "the event has no date; let the address ask for the field timings, with detailed=1"})
	case len(listed) == 0 && len(all) > 1:
		b.Fault(schema.Fault{Path: "timings", Message: "only its first, next and last date are given, and there may be others between; add detailed=1 to the address, or ask for the field timings"})
	}
	b.Occurrences(all)
	return zone
}

// asObject returns a value that is an object, nil for all else.
func asObject(v any) map[string]any {
	in, _ := v.(map[string]any)
	return in
}

// zoneOf returns the zone that the event, else its place, else the source names.
func (m *mapper) zoneOf(b *schema.Builder, o object) *time.Location {
	name := o.text("timezone")
	if name == "" {
		name = o.object("location").text("timezone")
	}
	zone, err := schema.LoadZone(name)
	if err != nil {
		if name != "" {
			b.Fault(schema.Fault{Path: "timezone", Value: name, Message: "no time zone of that name is known; the source's zone, " + m.zone.String() + ", is taken"})
		}
		zone = m.zone
	}
	if zone != time.Local {
		b.Put("timezone", zone.String())
	}
	return zone
}

// timing reads one date. An end that cannot be read is left out; without a
// begin there is no date.
func (m *mapper) timing(b *schema.Builder, t object, path string, zone *time.Location) (o schema.Occurrence, err error) {
	begin := t.text("begin", "start")
	if begin == "" {
		return o, errors.New("this date has no begin; it is left out")
	}
	if o.Start, err = m.moment(b, path+".begin", begin, zone); err != nil {
		return o, err
	}
	end := t.text("end")
	if end == "" {
		return o, nil
	}
	if o.End, err = m.moment(b, path+".end", end, zone); err != nil {
		b.Fault(schema.Fault{Path: path + ".end", Value: end, Message: err.Error()})
	}
	pastMidnight(&o)
	wholeDays(&o)
	return o, nil
}

// pastMidnight puts an end in the night behind its beginning: who enters a date
// until midnight or one o'clock often leaves it on the same day.
func pastMidnight(o *schema.Occurrence) {
	start, end := o.Start, o.End
	if start.Day || end.Day || !end.Time.Before(start.Time) || end.Time.Hour() >= 6 || end.Time.Format(time.DateOnly) != start.Time.Format(time.DateOnly) {
		return
	}
	o.End.Time = end.Time.AddDate(0, 0, 1)
}

// moment reads a time and gives it in the zone. The offset is OpenAgenda's own
// doing and says which moment is meant; one that is not the zone's on that day
// is told of.
func (m *mapper) moment(b *schema.Builder, path, s string, zone *time.Location) (schema.Moment, error) {
	t, err := schema.ParseMoment(s, zone)
	if err != nil || t.Day {
		return t, err
	}
	local := t.Time.In(zone)
	_, written := t.Time.Zone()
	if _, here := local.Zone(); written != here && written != 0 {
		b.Fault(schema.Fault{Path: path, Value: s, Message: fmt.Sprintf("the offset is not that of %s on that day; the moment is kept, which is %s there", zone, local.Format("15:04"))})
	}
	t.Time = local.Truncate(time.Second)
	return t, nil
}

// wholeDays takes a span from midnight to the minute before midnight for days
// without times: OpenAgenda knows no others.
func wholeDays(o *schema.Occurrence) {
	if o.Start.Day || o.End.IsZero() || o.End.Day || o.Start.Time.Format(time.TimeOnly) != "00:00:00" {
		return
	}
	end := o.End.Time
	switch {
	case strings.HasPrefix(end.Format(time.TimeOnly), "23:59:"):
	case end.Format(time.TimeOnly) == "00:00:00" && end.After(o.Start.Time):
		end = end.AddDate(0, 0, -1)
	default:
		return
	}
	y, mo, d := end.Date()
	o.Start.Day = true
	o.End = schema.Moment{Time: time.Date(y, mo, d, 0, 0, 0, 0, end.Location()), Day: true}
}

// once drops dates that stand there twice.
func once(all []schema.Occurrence) []schema.Occurrence {
	type span struct{ start, end int64 }
	seen := make(map[span]bool, len(all))
	out := all[:0]
	for _, o := range all {
		s := span{o.Start.Time.Unix(), o.End.Time.Unix()}
		if !seen[s] {
			seen[s] = true
			out = append(out, o)
		}
	}
	return out
}

// status says what has become of the event and whether places are left: status 5
// is full, which is no status but an availability. OpenAgenda says both of the
// event as a whole; its dates take them from it.
func (m *mapper) status(b *schema.Builder, o object) {
	switch code := o.code("status"); code {
	case "", "1", "scheduled":
	case "2", "rescheduled":
		b.Put("eventStatus", "EventRescheduled")
	case "3", "movedOnline":
		b.Put("eventStatus", "EventMovedOnline")
	case "4", "postponed":
		b.Put("eventStatus", "EventPostponed")
	case "5", "full":
		b.Put("availability", "SoldOut")
	case "6", "cancelled", "canceled":
		b.Put("eventStatus", "EventCancelled")
	default:
		b.Fault(schema.Fault{Path: "status", Value: code, Message: "not one of OpenAgenda's six, which are 1 scheduled, 2 rescheduled, 3 moved online, 4 postponed, 5 full, 6 cancelled; it is taken for scheduled"})
	}
}
