package search

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"moselle/schema"
	"moselle/schema/calendar"
)

// setTime says when the record takes place or is open; zone is that of records
// that name none.
func (d *Document) setTime(n *schema.Node, zone *time.Location) {
	named := n.String("timezone")
	d.Zone = cmp.Or(named, zone.String())
	if o, ok := calendar.OpeningOf(n); ok {
		if named == "" {
			o.Zone = zone
		}
		d.Hours = &o
	}
	if n.Class.Name != "Event" {
		d.Occurrences = covered(n)
		return
	}
	d.Put("availability", cmp.Or(n.String("availability"), unknown))
	d.Occurrences = occurrences(n, zone)
}

// unknown is the availability of what nothing is said of, on any date or on one
// among others.
const unknown = "unknown"

func occurrences(n *schema.Node, zone *time.Location) []Occurrence {
	all := n.OccurrencesIn(zone)
	out := make([]Occurrence, 0, len(all))
	for _, o := range all {
		end := o.Start.End()
		if !o.End.IsZero() {
			end = o.End.End()
		}
		if end.Before(o.Start.Time) {
			end = o.Start.Time
		}
		out = append(out, Occurrence{ID: o.ID, Start: o.Start.Time.Unix(), End: end.Unix(), Status: o.Status, Availability: cmp.Or(o.Availability, unknown)})
	}
	return out
}

// covered returns the span of time a work is from or about.
func covered(n *schema.Node) []Occurrence {
	from, to := "", ""
	if s := n.String("temporalCoverage"); s != "" {
		from, to, _ = strings.Cut(s, "/")
		if to == "" {
			to = from
		}
	} else if s := n.String("dateCreated"); s != "" {
		from, to = s, s
	}
	start, ok1 := year(from, 0)
	end, ok2 := year(to, 1)
	if !ok1 || !ok2 || end < start {
		return nil
	}
	return []Occurrence{{ID: n.ID, Start: start, End: end}}
}

// year returns the first second of the year that s begins with, or of the one
// after it by add.
func year(s string, add int) (int64, bool) {
	digits := s
	if i := strings.IndexByte(s[min(1, len(s)):], '-'); i >= 0 {
		digits = s[:i+1]
	}
	y, err := strconv.Atoi(digits)
	if err != nil || y < -9999 || y > 9999 {
		return 0, false
	}
	return time.Date(y+add, 1, 1, 0, 0, 0, 0, time.UTC).Unix(), true
}
