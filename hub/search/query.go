package search

import (
	"time"

	"moselle/schema"
)

// Query says what to find; the zero Query is everything.
//
// From and To together, Weekdays, Clock, Open, and the filters of status and
// of availability are conditions on dates. One alone may look at the whole
// record: its own status or availability, any of its occurrences. Of two or
// more, and when hits are occurrences, all hold for the same occurrence, and
// those of time at the same moment of it. So an occurrence over midnight counts
// on both days, on each with the hours it has there, and a long one on the days
// asked for alone. Facets are counted by the same rule. All days and hours are
// those of the record's zone.
type Query struct {
	Text    string              // words, "phrases", -excluded; the last word also as a beginning
	Lang    string              // the asker's language: its matches rank first, its titles sort
	Filters map[string][]string // by facet: alternatives within one, restricting between
	Related []schema.IRI        // linked to each of these
	Near    *Near
	Box     *Box

	From, To  Bound          // an occurrence ends after From and starts before To
	Weekdays  []time.Weekday // any of these
	Clock     *Clock
	Open      Bound // going on at that moment and not off, and open where hours are known; places by their hours
	Confirmed bool  // without what is Tentative, unless that status is asked for

	Sort      Sort
	Group     Group
	Facets    []string  // names of Facets, each counted with its own filter lifted
	FacetSize int       // values a facet, 20 when 0, at most 1000
	Size      int       // hits a page, 20 when 0, at most MaxSize
	Cursor    string    // Page.Next of the page before
	Now       time.Time // what "next" counts from when neither From nor Open is given, and what days as "today" are relative to
}

// MaxSize bounds a page.
const MaxSize = 500

// Near is a circle on the globe.
type Near struct{ Lat, Lon, Km float64 }

// Box is a rectangle in degrees; West greater than East spans the date line.
type Box struct{ West, South, East, North float64 }

// Sort is an order. Every order ends in the IRI, so that it is total.
type Sort string

// The orders. Empty is Relevance for a query with text, Distance for one with
// Near, Next for events, else Relevance, which without text is IRI order.
const (
	Relevance Sort = "relevance"
	Next      Sort = "next"     // next matching occurrence first; those longer than LongRunning after all others; what is over or has none at the end
	Distance  Sort = "distance" // nearest first; needs Near
	Newest    Sort = "newest"   // last modified first
	ByTitle   Sort = "title"    // by title in the asked language
)

// Clock is a time of day in minutes after midnight: From, at least 0, to before
// To, at most 1440. With To before From it goes on behind midnight and belongs
// to the weekday it begins on.
type Clock struct{ From, To int }

// LongRunning is the length from which an occurrence sorts after shorter ones.
const LongRunning = 30 * 24 * time.Hour

// Group says what one hit stands for.
type Group string

// The groups.
const (
	ByRecord     Group = ""           // one hit a record
	ByOccurrence Group = "occurrence" // one hit an occurrence that matches; records without one are left out
	BySeries     Group = "series"     // one hit a series, by the facet of that name, which its next matching event stands for; records without one stand for themselves
)
