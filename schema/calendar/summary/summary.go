// Package summary says in words when something happens or is open: in French,
// German, Luxembourgish, English and Dutch, in four sizes, as text and as HTML.
// It reads a record's view and what schema/calendar makes of it, and computes
// no dates of its own; the hub's catalog calls it for every surface.
package summary

import (
	"time"

	"moselle/schema"
)

// Size says how much a summary tells.
type Size uint8

// The sizes. XS fits a list ("3–6 Dec"), SM has weekdays and closed days, MD
// has times and hours, LG has every date, every day's hours and every
// exception, a line each, bounded by maxListed.
const (
	XS Size = iota
	SM
	MD
	LG
)

// Sizes are the names of the sizes, in their order.
var Sizes = []string{"xs", "sm", "md", "lg"}

// String returns the size's name.
func (s Size) String() string { return Sizes[s] }

// ParseSize reads a size's name; false for any other.
func ParseSize(s string) (Size, bool) {
	for i, name := range Sizes {
		if s == name {
			return Size(i), true
		}
	}
	return XS, false
}

// Options say how a summary is worded.
type Options struct {
	// Langs are the languages to try, the best first, as schema.Fallback lists
	// them; English when the package has none of them.
	Langs []string
	Size  Size
	// HTML asks for markup: XS to MD are a span, LG is a div; both have a lang
	// attribute and the class "calendar-summary".
	HTML bool
	// Now is when the summary is read: a year that is Now's is left out when
	// all dates lie in it, what has begun is told by its end ("until 28 Feb"),
	// exceptions that are over are left out. A summary is good until midnight
	// of Now. With zero nothing depends on the day, and years are always said.
	Now time.Time
	// Zone is where the times of a record that names no zone are shown; nil is
	// UTC.
	Zone *time.Location
}

// For reports whether records of the class have dates or hours to tell of.
func For(c *schema.Class) bool {
	return !c.Part && (c.Property("eventSchedule") != nil || c.Property("openingHoursSpecification") != nil)
}

// Of returns when the event or series n happens, or when the place n is open,
// and the language of the text. Both are "" for a record that says nothing of
// it.
func Of(n *schema.Node, o Options) (text, lang string) {
	c := read(n, o)
	p := newPrinter(o, c.years(o))
	s := p.calendar(c)
	if s == "" {
		return "", ""
	}
	return p.finish(s), p.words.tag
}

// Date returns when one date of an event is, as Of does for an event of that
// date alone.
func Date(d schema.Occurrence, o Options) (text, lang string) {
	s := newSlot(d, o.Zone)
	c := plan{slots: []slot{s}, first: s.first, last: s.last, state: s.state, langs: o.Langs}
	p := newPrinter(o, c.years(o))
	return p.finish(p.calendar(c)), p.words.tag
}

// Day returns a day with its weekday in the given size.
func Day(t time.Time, o Options) string {
	d := dayOf(t)
	p := newPrinter(o, otherYear(o.Now, d, d))
	return p.finish(p.date(d, form{weekday: true, month: true, year: p.year, style: p.style()}, d.iso()))
}

// Weekday returns the name of a day of the week: "jeudi", "Donnerstag".
func Weekday(d time.Weekday, o Options) string {
	return wordsIn(o.Langs).weekdays[(d+6)%7]
}

// Clock returns a time of day with its unit: "19 h 30", "19:30 Uhr".
func Clock(t time.Time, o Options) string {
	p := newPrinter(o, false)
	return p.hour(minutes(t), false, true)
}
