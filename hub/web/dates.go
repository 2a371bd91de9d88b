package web

import (
	"html/template"
	"time"

	"moselle/hub/catalog"
	"moselle/schema"
	"moselle/schema/calendar/summary"
)

// wording is how pages word dates: in full, with the year, so that a page that
// is kept somewhere stays true.
func (w words) wording() summary.Options {
	return summary.Options{Langs: []string{w.T("lang.code")}, Size: summary.MD}
}

// Day writes a day: "jeudi 3 décembre 2026".
func (w words) Day(t time.Time) string { return summary.Day(t, w.wording()) }

// Weekday writes a day of the week.
func (w words) Weekday(d time.Weekday) string { return summary.Weekday(d, w.wording()) }

// When writes a date of an event; what has become of it stands beside it.
func (w words) When(o schema.Occurrence) string {
	text, _ := summary.Date(schema.Occurrence{Start: o.Start, End: o.End}, w.wording())
	return text
}

// starts writes when on its day a date starts.
func (w words) starts(o schema.Occurrence) string {
	if o.Start.Day {
		return w.T("date.allday")
	}
	return summary.Clock(o.Start.Time, w.wording())
}

// sameDay reports whether two moments are on one day, each in its own zone.
func sameDay(a, b time.Time) bool { return a.Format(time.DateOnly) == b.Format(time.DateOnly) }

// calendar tells of an event's dates what its list of dates does not, or when a
// place or an event is open; "" when there is nothing to add.
func (v view) calendar() template.HTML {
	w := catalog.Wording{Size: summary.MD, HTML: true}
	switch {
	case v.opens():
		w.Size = summary.LG
	case len(v.node.Nodes("occurrence")) < 2 && !v.node.Bool("permanent"):
		return ""
	}
	text, _ := v.catalog.Summary(v.node, w, v.langs)
	return template.HTML(text) // the package escapes what sources wrote
}

// opens reports whether a record has hours, which tell more than its dates.
func (v view) opens() bool {
	return len(v.node.Values("openingHoursSpecification"))+len(v.node.Values("specialOpeningHoursSpecification")) > 0
}
