package as2

import (
	"strings"
	"time"

	"moselle/schema"
)

// dates says when an event happens and what has become of that, and returns the
// zone its times are meant in.
func (r *Reader) dates(b *schema.Builder, o Object) *time.Location {
	zone := r.zone(b, o)
	date := schema.Occurrence{Status: r.status(b, o), Availability: availability(o)}
	var err error
	if date.Start, err = moment(o.Text("startTime"), zone); err != nil {
		b.Fault(schema.Fault{Path: "startTime", Lacks: "startDate", Value: o.Text("startTime"), Message: err.Error(), Severity: schema.Violation})
	}
	if date.End, err = moment(o.Text("endTime"), zone); err != nil {
		b.Fault(schema.Fault{Path: "endTime", Value: o.Text("endTime"), Message: err.Error() + "; the end is left out"})
	}
	if o.Text("displayEndTime") == "false" {
		date.End = schema.Moment{}
		b.Put("endIsOpen", "true")
	}
	if date.Previous, err = moment(o.Text("previousStartTime", "previousStartDate"), zone); err != nil {
		b.Fault(schema.Fault{Path: "previousStartTime", Value: o.Text("previousStartTime"), Message: err.Error()})
	}
	if date.Doors, err = moment(o.Text("doorTime"), zone); err != nil {
		b.Fault(schema.Fault{Path: "doorTime", Value: o.Text("doorTime"), Message: err.Error()})
	}
	if date.Start.IsZero() {
		if o.Text("startTime") == "" {
			b.Fault(schema.Fault{Path: "startTime", Lacks: "startDate", Message: "the event does not say when it starts", Severity: schema.Violation})
		}
		return zone
	}
	wholeDays(&date)
	// An event has one date here, so that what is said of it is said of the whole.
	b.Put("eventStatus", date.Status)
	b.Put("availability", date.Availability)
	b.Moment("doorTime", date.Doors)
	b.Moment("previousStartDate", date.Previous)
	b.Occurrences([]schema.Occurrence{{Start: date.Start, End: date.End}})
	return zone
}

// zone returns the zone that the event names, else the reader's.
func (r *Reader) zone(b *schema.Builder, o Object) *time.Location {
	name := o.Text("timezone")
	zone, err := schema.LoadZone(name)
	if err == nil {
		b.Put("timezone", name)
		return zone
	}
	if zone = r.Zone; zone == nil {
		zone = time.UTC
	}
	if name != "" {
		b.Fault(schema.Fault{Path: "timezone", Value: name, Message: "no time zone of that name is known; the source's zone, " + zone.String() + ", is taken"})
	}
	return zone
}

// moment reads a time and shows it in the zone; a zero one of "". A time with
// another offset than the zone's keeps its own. An offset of -00:00 says that none
// is known (RFC 3339, section 4.3): Hubzilla and its kin write so what is meant
// wherever one is.
func moment(s string, zone *time.Location) (schema.Moment, error) {
	if s == "" {
		return schema.Moment{}, nil
	}
	m, err := schema.ParseMoment(strings.TrimSuffix(s, "-00:00"), zone)
	if err != nil || m.Day {
		return m, err
	}
	_, written := m.Time.Zone()
	local := m.Time.In(zone)
	if _, here := local.Zone(); written == here || written == 0 {
		m.Time = local
	}
	return m, nil
}

// wholeDays takes a span from midnight to the minute before midnight for days
// without times, of which ActivityStreams has none.
func wholeDays(o *schema.Occurrence) {
	if o.Start.Day || o.End.IsZero() || o.Start.Time.Format(time.TimeOnly) != "00:00:00" || !strings.HasPrefix(o.End.Time.Format(time.TimeOnly), "23:59:") {
		return
	}
	y, m, d := o.End.Time.Date()
	o.Start.Day = true
	o.End = schema.Moment{Time: time.Date(y, m, d, 0, 0, 0, 0, o.End.Time.Location()), Day: true}
}

// status reads the status: FEP-8a8e's eventStatus, which has schema.org's words,
// else that of calendars, which Mobilizon writes.
func (r *Reader) status(b *schema.Builder, o Object) string {
	word := o.Text("eventStatus")
	if word == "" {
		word = o.Text("status")
	}
	local := word
	if i := strings.LastIndexAny(word, "/#:"); i >= 0 {
		local = word[i+1:]
	}
	switch strings.ToUpper(strings.TrimPrefix(local, "Event")) {
	case "", "CONFIRMED", "SCHEDULED":
		return ""
	case "TENTATIVE":
		return "EventTentative"
	case "CANCELLED", "CANCELED":
		return "EventCancelled"
	case "POSTPONED":
		return "EventPostponed"
	case "RESCHEDULED":
		return "EventRescheduled"
	case "MOVEDONLINE":
		return "EventMovedOnline"
	}
	b.Fault(schema.Fault{Path: "status", Value: word, Message: "not one of CONFIRMED, TENTATIVE and CANCELLED, nor a status of schema.org; it is taken for confirmed"})
	return ""
}

// availability says that an event is full when none of its places is left.
func availability(o Object) string {
	if most := o.Text("maximumAttendeeCapacity"); most != "" && most != "0" && o.Text("remainingAttendeeCapacity") == "0" {
		return "SoldOut"
	}
	return ""
}
