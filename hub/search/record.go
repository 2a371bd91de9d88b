package search

import (
	"time"

	"moselle/schema"
	"moselle/schema/calendar"
)

// Document is what the index knows of a record.
type Document struct {
	ID          schema.IRI
	Title       map[string]string // by language
	Texts       []FieldText
	Values      map[string][]string // by facet; of status and availability one, which is also that of each occurrence without its own
	HasPoint    bool
	Lat, Lon    float64
	Zone        string            // IANA name of the zone its days and hours are meant in; UTC when "" or unknown
	Occurrences []Occurrence      // sorted by start; for works one span, the time they are from
	Hours       *calendar.Opening // when it is open; nil when nothing is known of it
	Related     []schema.IRI      // every record it links to
	Modified    time.Time
}

// FieldText is text of a document.
type FieldText struct {
	Lang   string // "und" when unknown
	Weight Weight
	Text   string
}

// Weight says how much a match in a text counts.
type Weight uint8

// The weights, heaviest first.
const (
	InTitle Weight = iota
	InKeyword
	InBody
)

// Occurrence is a span of time, in Unix seconds; End is exclusive and at least
// Start. ID is the occurrence's own IRI.
type Occurrence struct {
	ID           schema.IRI
	Start, End   int64
	Status       string // "EventScheduled" …; "" is the document's
	Availability string // "InStock" …; "" is the document's
}

// Tentative is the status of what is not certain to take place.
const Tentative = "EventTentative"

// TakesPlace reports whether something of the status is not off.
func TakesPlace(status string) bool {
	return status != "" && status != "EventCancelled" && status != "EventPostponed"
}
