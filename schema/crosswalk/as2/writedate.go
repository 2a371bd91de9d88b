package as2

import (
	"time"

	"moselle/schema"
)

// dates writes when an event happens and what has become of that: in the words of
// calendars, which Mobilizon reads, and in schema.org's.
func (e *Event) dates(n *schema.Node, date schema.Occurrence) {
	if date.Start.Day && date.End.IsZero() {
		date.End = date.Start
	}
	e.StartTime, e.EndTime = instant(date.Start), ending(date.End)
	e.DoorTime, e.PreviousStart = instant(date.Doors), instant(date.Previous)
	if n.Bool("endIsOpen") {
		shown := false
		e.DisplayEndTime = &shown
	}
	status := date.Status
	if status == "" {
		status = n.String("eventStatus")
	}
	e.EventStatus, e.Status = status, "CONFIRMED"
	switch status {
	case "EventCancelled":
		e.Status = "CANCELLED"
	case "EventPostponed", "EventTentative":
		e.Status = "TENTATIVE"
	case "":
		e.EventStatus = "EventScheduled"
	}
	if status == "EventTentative" { // which schema.org has no word for
		e.EventStatus = ""
	}
}

// instant writes a moment as a time: a day begins at its midnight.
func instant(m schema.Moment) string {
	if m.IsZero() {
		return ""
	}
	return m.Time.Format(time.RFC3339)
}

// ending writes the end: of a day its last second, so that it shows as that day.
func ending(m schema.Moment) string {
	if m.Day && !m.IsZero() {
		return m.End().Add(-time.Second).Format(time.RFC3339)
	}
	return instant(m)
}
