package web

import (
	"slices"
	"strings"
	"time"

	"moselle/hub/catalog"
	"moselle/schema"
)

// view is a record with what its page needs to word it.
type view struct {
	*Surface
	words
	lang   string
	langs  []string
	node   *schema.Node
	linked map[schema.IRI]*catalog.Entity
}

// maxDates is how many dates stand open on a page; the others are folded away,
// up to maxLater.
const (
	maxDates = 8
	maxLater = 200
)

// dates are when an event happens, as its page shows it.
type dates struct {
	Near  []dateRow
	Later []dateRow // folded away
	Over  bool      // all are past
	Cut   bool      // there are more than are shown
}

// dates gives the dates that are not over yet; all of them when all are over.
func (v view) dates(now time.Time) dates {
	all := v.node.Occurrences()
	d := dates{Cut: v.node.Bool("truncated")}
	coming := slices.DeleteFunc(slices.Clone(all), func(o schema.Occurrence) bool {
		end := o.Start.End()
		if !o.End.IsZero() {
			end = o.End.End()
		}
		return !end.After(now)
	})
	if len(coming) == 0 {
		coming, d.Over = all, len(all) > 0
	}
	var rows []dateRow
	for _, o := range coming[:min(len(coming), maxDates+maxLater)] {
		rows = append(rows, v.date(o))
	}
	d.Cut = d.Cut || len(coming) > len(rows)
	n := min(maxDates, len(rows))
	if len(rows) == n+1 {
		n++
	}
	d.Near, d.Later = rows[:n], rows[n:]
	return d
}

func (v view) date(o schema.Occurrence) dateRow {
	r := dateRow{Text: v.When(o), ISO: o.Start.String()}
	if o.Status != "" && o.Status != "EventScheduled" {
		r.Status, r.Badge = o.Status, v.T("status."+o.Status)
	} else if o.Availability == "SoldOut" || o.Availability == "LimitedAvailability" {
		r.Status, r.Badge = o.Availability, v.T("availability."+o.Availability)
	}
	var notes []string
	if !o.Previous.IsZero() {
		notes = append(notes, v.T("status.before", "date", v.Day(o.Previous.Time)))
	}
	if o.Name != "" {
		notes = append(notes, o.Name)
	}
	if e := v.linked[o.Place]; e != nil {
		title, _ := e.Node.Title(v.langs...)
		notes = append(notes, title)
	}
	r.Note = strings.Join(notes, " · ")
	return r
}
