package openagenda

import (
	"fmt"
	"strings"
	"time"

	"moselle/schema"
)

// dates says when an event happens and returns the zone its times are meant in.
// Without a list of its dates, as in short answers, its first, next and last
// one are taken.
func (m *mapper) dates(b *schema.Builder, o object) *time.Location {
	zone := m.zoneOf(b, o)
	var all []schema.Occurrence
	listed := o.list("timings")
	for i, v := range listed {
		if t, ok := m.timing(b, object(asObject(v)), fmt.Sprintf("timings[%d]", i+1), zone); ok {
			all = append(all, t)
		}
		if len(all) > schema.MaxOccurrences {
			break
		}
	}
	if len(listed) == 0 {
		for _, name := range []string{"firstTiming", "nextTiming", "lastTiming"} {
			if in := o.object(name); len(in) > 0 {
				if t, ok := m.timing(b, in, name, zone); ok {
					all = append(all, t)
				}
			}
		}
	}
	all = once(all)
	if len(listed) == 0 && len(all) > 1 {
		b.Fault(schema.Fault{Path: "timings", Message: "only its first, next and last date are given, and there may be others between; add detailed=1 to the address, or ask for the field timings"})
	}
	if len(all) == 0 {
		b.Fault(schema.Fault{Path: "timings", Severity: schema.Violation,
			Message: "the event has no date that can be read; give each a begin and an end such as 2026-12-31T19:30:00+01:00"})
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

// timing reads one date.
func (m *mapper) timing(b *schema.Builder, t object, path string, zone *time.Location) (o schema.Occurrence, ok bool) {
	begin, ok := m.moment(b, path+".begin", t.text("begin", "start"), zone)
	if !ok {
		return o, false
	}
	o.Start = begin
	if t.text("end") == "" {
		return o, true
	}
	if o.End, ok = m.moment(b, path+".end", t.text("end"), zone); ok {
		wholeDays(&o)
	}
	return o, true
}

// moment reads a time and gives it in the zone. The offset is OpenAgenda's own
// doing and says which moment is meant; one that is not the zone's on that day
// is told of.
func (m *mapper) moment(b *schema.Builder, path, s string, zone *time.Location) (schema.Moment, bool) {
	t, err := schema.ParseMoment(s, zone)
	if err != nil {
		message := err.Error()
		if s == "" {
			message = "this date has no begin; it is left out"
		}
		b.Fault(schema.Fault{Path: path, Value: s, Message: message})
		return t, false
	}
	if t.Day {
		return t, true
	}
	written, local := t.Time, t.Time.In(zone)
	_, w := written.Zone()
	_, l := local.Zone()
	if w != l && !strings.HasSuffix(s, "Z") && w != 0 {
		b.Fault(schema.Fault{Path: path, Value: s, Message: fmt.Sprintf("the offset is not that of %s on that day; the moment is kept, which is %s there", zone, local.Format("15:04"))})
	}
	t.Time = local.Truncate(time.Second)
	return t, true
}

// wholeDays takes a span from midnight to the minute before midnight for days
// without times: OpenAgenda knows no others.
func wholeDays(o *schema.Occurrence) {
	if o.Start.Day || o.End.Day || o.Start.Time.Format(time.TimeOnly) != "00:00:00" {
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
