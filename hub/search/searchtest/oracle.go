package searchtest

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"time"

	"moselle/hub/search"
	"moselle/schema"
)

// oracle answers queries without text by looking at every document: slow, and
// plain enough to be believed.
type oracle map[schema.IRI]search.Document

func (o oracle) apply(b search.Batch) {
	for _, d := range b.Put {
		o[d.ID] = d
	}
	for _, id := range b.Delete {
		delete(o, id)
	}
}

// candidate is a hit with what it is sorted by.
type candidate struct {
	doc    search.Document
	hit    search.Hit
	group  int // of the order next: coming, coming and long, neither
	moment int64
}

// search returns all hits in order, and the counts of the facets in full.
func (o oracle) search(q search.Query) ([]search.Hit, map[string]map[string]int) {
	var found []candidate
	for _, d := range o {
		found = append(found, hits(d, q)...)
	}
	slices.SortFunc(found, func(a, b candidate) int { return compare(a, b, q) })
	out := make([]search.Hit, len(found))
	for i, c := range found {
		out[i] = c.hit
	}
	facets := map[string]map[string]int{}
	for _, name := range q.Facets {
		facets[name] = o.count(q, name)
	}
	return out, facets
}

// count gives, for every value of the facet, the number of hits there would be
// if that value were asked for.
func (o oracle) count(q search.Query, facet string) map[string]int {
	counts := map[string]int{}
	for _, d := range o {
		for _, v := range values(d, facet) {
			if n := len(hits(d, with(q, facet, v))); n > 0 {
				counts[v] += n
			}
		}
	}
	return counts
}

// with returns the query that asks for one value of the facet.
func with(q search.Query, facet, value string) search.Query {
	q.Filters = maps.Clone(q.Filters)
	q.Filter(facet, value)
	return q
}

func values(d search.Document, facet string) []string {
	out := slices.Clone(d.Values[facet])
	if facet == "status" {
		for _, o := range d.Occurrences {
			out = append(out, o.Status)
		}
	}
	out = slices.DeleteFunc(out, func(s string) bool { return s == "" })
	slices.Sort(out)
	return slices.Compact(out)
}

// hits returns the rows that a document gives.
func hits(d search.Document, q search.Query) []candidate {
	dated := !q.From.IsZero() || !q.To.IsZero()
	byOccurrence := q.Group == search.ByOccurrence
	statuses, status := q.Filters["status"], first(d.Values["status"])
	if !keeps(d, q) || !dated && !byOccurrence && !has(statuses, status) {
		return nil
	}
	after := int64(math.MinInt64)
	if !q.From.IsZero() {
		after = q.From.Unix()
	} else if !q.Now.IsZero() {
		after = q.Now.Unix()
	}
	var rows []candidate
	for _, o := range d.Occurrences {
		c := candidate{doc: d, hit: search.Hit{ID: d.ID, Occurrence: &o}, group: 2}
		switch {
		case !inTime(o, q.From, q.To) || (dated || byOccurrence) && !has(statuses, cmp.Or(o.Status, status)):
			continue
		case !endsAfter(o, after):
		case time.Duration(o.End-o.Start)*time.Second > search.LongRunning:
			c.group, c.moment = 1, max(o.Start, after)
		default:
			c.group, c.moment = 0, max(o.Start, after)
		}
		rows = append(rows, c)
	}
	if byOccurrence {
		return rows
	}
	if dated && len(rows) == 0 {
		return nil
	}
	// One row: that of the occurrence that comes first.
	best := candidate{doc: d, hit: search.Hit{ID: d.ID}, group: 2}
	for _, c := range rows {
		if c.group == 2 {
			continue
		}
		if better := cmp.Or(cmp.Compare(c.group, best.group), cmp.Compare(c.moment, best.moment)); best.group == 2 || better < 0 {
			best = c
		}
	}
	return []candidate{best}
}

func endsAfter(o search.Occurrence, t int64) bool {
	return o.End > t || o.End == o.Start && o.Start >= t
}

func inTime(o search.Occurrence, from, to time.Time) bool {
	return (from.IsZero() || endsAfter(o, from.Unix())) && (to.IsZero() || o.Start < to.Unix())
}

// has reports whether a value is one of those asked for; none asked is all.
func has(asked []string, value ...string) bool {
	return len(asked) == 0 || slices.ContainsFunc(value, func(v string) bool { return slices.Contains(asked, v) })
}

func first(values []string) string {
	if len(values) == 0 {
		return ""
	}
	return values[0]
}

// keeps reports whether the document keeps to what is asked of it as a whole.
func keeps(d search.Document, q search.Query) bool {
	for _, r := range q.Related {
		if !slices.Contains(d.Related, r) {
			return false
		}
	}
	if n := q.Near; n != nil && (!d.HasPoint || km(n.Lat, n.Lon, d.Lat, d.Lon) > n.Km) {
		return false
	}
	if b := q.Box; b != nil && (!d.HasPoint || !inBox(d.Lat, d.Lon, *b)) {
		return false
	}
	for facet, asked := range q.Filters {
		if facet != "status" && !has(asked, d.Values[facet]...) {
			return false
		}
	}
	return true
}

func inBox(lat, lon float64, b search.Box) bool {
	if lat < b.South || lat > b.North {
		return false
	}
	between := func(lon float64) bool { return lon >= b.West && lon <= b.East }
	if b.West > b.East {
		between = func(lon float64) bool { return lon >= b.West || lon <= b.East }
	}
	return between(lon) || math.Abs(lat) == 90 || math.Abs(lon) == 180 && between(-lon)
}

// km is the distance by the haversine formula. Poles and date line go by several
// names.
func km(lat1, lon1, lat2, lon2 float64) float64 {
	lon1, lon2 = meridian(lat1, lon1), meridian(lat2, lon2)
	rad := math.Pi / 180
	a := math.Pow(math.Sin((lat2-lat1)*rad/2), 2) + math.Cos(lat1*rad)*math.Cos(lat2*rad)*math.Pow(math.Sin((lon2-lon1)*rad/2), 2)
	return 2 * 6371.0088 * math.Asin(math.Min(1, math.Sqrt(a)))
}

func meridian(lat, lon float64) float64 {
	switch {
	case math.Abs(lat) == 90:
		return 0
	case lon == -180:
		return 180
	}
	return lon
}

func compare(a, b candidate, q search.Query) int {
	c := 0
	switch q.Sort {
	case search.Next:
		c = cmp.Or(cmp.Compare(a.group, b.group), cmp.Compare(a.moment, b.moment))
	case search.Distance:
		c = cmp.Compare(km(q.Near.Lat, q.Near.Lon, a.doc.Lat, a.doc.Lon), km(q.Near.Lat, q.Near.Lon, b.doc.Lat, b.doc.Lon))
	case search.Newest:
		c = b.doc.Modified.Compare(a.doc.Modified)
	case search.ByTitle:
		c = compareTitles(a.doc, b.doc, q.Lang)
	}
	if c = cmp.Or(c, cmp.Compare(a.doc.ID, b.doc.ID)); c != 0 || q.Group != search.ByOccurrence {
		return c
	}
	return cmp.Or(cmp.Compare(a.hit.Occurrence.Start, b.hit.Occurrence.Start), cmp.Compare(a.hit.Occurrence.ID, b.hit.Occurrence.ID))
}

// compareTitles puts those without a title last. The documents of the
// comparison have plain titles, which need no folding.
func compareTitles(a, b search.Document, lang string) int {
	x, y := title(a, lang), title(b, lang)
	if x == "" || y == "" {
		return cmp.Compare(len(y), len(x))
	}
	return cmp.Compare(x, y)
}

func title(d search.Document, lang string) string {
	for _, l := range []string{lang, "en", "fr", "de", "lb", "nl"} {
		if t := d.Title[l]; t != "" {
			return t
		}
	}
	return ""
}
