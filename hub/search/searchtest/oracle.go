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
	found := o.rows(q, func(search.Document) bool { return true })
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
	with := map[string]bool{}
	for _, d := range o {
		for _, v := range values(d, facet) {
			with[v] = true
		}
	}
	counts := map[string]int{}
	for v := range with {
		n := len(o.rows(asking(q, facet, v), func(d search.Document) bool { return slices.Contains(values(d, facet), v) }))
		if n > 0 {
			counts[v] = n
		}
	}
	return counts
}

// rows returns the rows, in no order, that the documents that may give any give.
func (o oracle) rows(q search.Query, may func(search.Document) bool) []candidate {
	var out []candidate
	best, in := map[string]candidate{}, map[string]times{}
	for _, d := range o {
		if !may(d) {
			continue
		}
		series := first(d.Values["series"])
		t, ok := in[d.Zone]
		if !ok {
			t = timesOf(q, zoneNamed(d.Zone))
			in[d.Zone] = t
		}
		for _, c := range hits(d, q, t) {
			if q.Group != search.BySeries || series == "" {
				out = append(out, c)
				continue
			}
			c.hit.Series = schema.IRI(series)
			if b, ok := best[series]; !ok || cmp.Or(soonest(c, b), cmp.Compare(c.doc.ID, b.doc.ID)) < 0 {
				best[series] = c
			}
		}
	}
	return slices.AppendSeq(out, maps.Values(best))
}

// asking returns the query that asks for one value of the facet.
func asking(q search.Query, facet, value string) search.Query {
	q.Filters = maps.Clone(q.Filters)
	q.Filter(facet, value)
	return q
}

func values(d search.Document, facet string) []string {
	out := slices.Clone(d.Values[facet])
	for _, o := range d.Occurrences {
		switch facet {
		case "status":
			out = append(out, o.Status)
		case "availability":
			out = append(out, o.Availability)
		}
	}
	out = slices.DeleteFunc(out, func(s string) bool { return s == "" })
	slices.Sort(out)
	return slices.Compact(out)
}

// hits returns the rows that a document gives, with the times asked for where
// it is.
func hits(d search.Document, q search.Query, t times) []candidate {
	t.status, t.booking = first(d.Values["status"]), first(d.Values["availability"])
	if !keeps(d, q) || t.confirmed && t.status == search.Tentative || t.going && d.Hours != nil && !d.Hours.OpenAt(time.Unix(t.from, 0)) {
		return nil
	}
	var rows []candidate
	for _, o := range d.Occurrences {
		if !t.matches(o) {
			continue
		}
		c := candidate{doc: d, hit: search.Hit{ID: d.ID, Occurrence: &o}, moment: max(o.Start, t.after)}
		switch {
		case !(o.End > t.after || o.End == o.Start && o.Start >= t.after):
			c.group, c.moment = 2, 0
		case time.Duration(o.End-o.Start)*time.Second > search.LongRunning:
			c.group = 1
		}
		rows = append(rows, c)
	}
	if q.Group == search.ByOccurrence {
		return rows
	}
	open := t.going && t.conditions == 1 && d.Hours != nil && len(d.Occurrences) == 0
	switch {
	case t.conditions == 1 && len(t.statuses) > 0:
		if !has(t.statuses, t.status) {
			return nil
		}
	case t.conditions == 1 && len(t.bookings) > 0:
		if !has(t.bookings, t.booking) {
			return nil
		}
	case t.conditions > 0 && len(rows) == 0 && !open:
		return nil
	}
	// One row: that of the occurrence that comes first.
	best := candidate{doc: d, hit: search.Hit{ID: d.ID}, group: 2}
	for _, c := range rows {
		if c.group < 2 && (best.group == 2 || soonest(c, best) < 0) {
			best = c
		}
	}
	return []candidate{best}
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
		if facet != "status" && facet != "availability" && !has(asked, d.Values[facet]...) {
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

func soonest(a, b candidate) int {
	return cmp.Or(cmp.Compare(a.group, b.group), cmp.Compare(a.moment, b.moment))
}

func compare(a, b candidate, q search.Query) int {
	c := 0
	switch q.Sort {
	case search.Next:
		c = soonest(a, b)
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
