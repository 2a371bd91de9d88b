package searchtest

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"moselle/hub/search"
	"moselle/hub/store"
	"moselle/schema"
)

// randomBatch puts and deletes among 400 documents, so that most change often.
func randomBatch(r *rand.Rand, seq store.Seq) search.Batch {
	b := search.Batch{Seq: seq}
	put := map[schema.IRI]bool{}
	for range 200 {
		d := randomDocument(r)
		if !put[d.ID] {
			put[d.ID] = true
			b.Put = append(b.Put, d)
		}
	}
	for range 30 {
		if id := randomID(r); !put[id] {
			b.Delete = append(b.Delete, id)
		}
	}
	return b
}

func randomID(r *rand.Rand) schema.IRI {
	return schema.IRI(fmt.Sprintf("%sevent/%d", prefix, r.IntN(400)))
}

// one and some choose values from few, so that queries meet documents.
func one(r *rand.Rand, name string, n int) string {
	if i := r.IntN(n + 1); i > 0 {
		return fmt.Sprint(name, i)
	}
	return ""
}

func some(r *rand.Rand, name string, n, most int) []string {
	var out []string
	for range r.IntN(most + 1) {
		if v := one(r, name, n); v != "" {
			out = append(out, v)
		}
	}
	return out
}

// facets are those that random documents have values of: how many there are in
// all, and at most in one document.
var facets = []struct {
	name         string
	values, most int
}{
	{"class", 2, 1}, {"category", 6, 3}, {"source", 3, 1}, {"country", 4, 1}, {"locality", 8, 1}, {"language", 4, 2},
	{"place", 6, 2}, {"free", 1, 1}, {"series", 12, 1},
}

func randomDocument(r *rand.Rand) search.Document {
	d := search.Document{
		ID: randomID(r), Title: map[string]string{}, Modified: Now.Add(time.Duration(r.IntN(50)) * time.Hour).UTC(),
	}
	for _, f := range facets {
		d.Put(f.name, some(r, f.name, f.values, f.most)...)
	}
	for _, lang := range []string{"fr", "de", "en"} {
		if r.IntN(2) == 0 {
			d.Title[lang] = fmt.Sprintf("title %c %c", 'a'+r.IntN(5), 'a'+r.IntN(26))
		}
	}
	if r.IntN(5) > 0 {
		d.HasPoint, d.Lat, d.Lon = true, randomLat(r), randomLon(r)
	}
	for range r.IntN(3) {
		class := []string{"place", "person"}[r.IntN(2)]
		d.Related = append(d.Related, schema.IRI(fmt.Sprintf("%s%s/%d", prefix, class, r.IntN(6))))
	}
	d.Zone = randomZones[r.IntN(len(randomZones))]
	d.Put("status", randomStatus(r))
	d.Put("availability", one(r, "seats", 2))
	for i := range r.IntN(5) {
		start := randomStart(r).Unix()
		lasts := []int64{0, 1800, 3600, 5 * 3600, 24 * 3600, 10 * 24 * 3600, int64(search.LongRunning / time.Second), 90 * 24 * 3600}[r.IntN(8)]
		o := search.Occurrence{ID: d.ID + schema.IRI(fmt.Sprintf("#%d", i)), Start: start, End: start + lasts, Availability: one(r, "seats", 2)}
		if r.IntN(2) == 0 {
			o.Status = randomStatus(r)
		}
		d.Occurrences = append(d.Occurrences, o)
	}
	if r.IntN(4) == 0 {
		d.Hours = randomHours(r, d.Zone)
	}
	slices.SortFunc(d.Occurrences, func(a, b search.Occurrence) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.ID, b.ID))
	})
	return d
}

// Half of the points lie close together, a few on poles and the date line.
func randomLat(r *rand.Rand) float64 {
	switch r.IntN(12) {
	case 0:
		return 90
	case 1:
		return -90
	case 2, 3, 4:
		return r.Float64()*180 - 90
	}
	return 49 + r.Float64()
}

func randomLon(r *rand.Rand) float64 {
	switch r.IntN(12) {
	case 0:
		return 180
	case 1:
		return -180
	case 2, 3, 4:
		return r.Float64()*360 - 180
	}
	return 6 + r.Float64()
}

func randomQuery(r *rand.Rand) search.Query {
	q := search.Query{
		Sort: sorts[r.IntN(len(sorts))], Size: 1 + r.IntN(150), FacetSize: 1000, Now: Now,
		Lang: []string{"", "fr", "de", "en"}[r.IntN(4)],
	}
	if r.IntN(4) == 0 {
		q.Group = []search.Group{search.ByOccurrence, search.BySeries}[r.IntN(2)]
	}
	for _, f := range facets {
		if r.IntN(len(facets)) == 0 {
			q.Filter(f.name, some(r, f.name, f.values+1, 3)...)
		}
	}
	if r.IntN(6) == 0 {
		q.Related = append(q.Related, schema.IRI(fmt.Sprintf("%splace/%d", prefix, r.IntN(6))))
	}
	if r.IntN(8) == 0 {
		q.Related = append(q.Related, schema.IRI(fmt.Sprintf("%sperson/%d", prefix, r.IntN(6))))
	}
	randomTimes(r, &q)
	if r.IntN(5) == 0 || q.Sort == search.Distance {
		q.Near = &search.Near{Lat: randomLat(r), Lon: randomLon(r), Km: []float64{0, 5, 40, 500, 5000, 30_000}[r.IntN(6)]}
	}
	if r.IntN(6) == 0 {
		south, north := randomLat(r), randomLat(r)
		q.Box = &search.Box{West: randomLon(r), South: min(south, north), East: randomLon(r), North: max(south, north)}
	}
	if q.Sort == "" {
		q.Sort = search.Relevance
	}
	for range r.IntN(4) {
		names := []string{"status", "availability", facets[r.IntN(len(facets))].name}
		q.Facets = append(q.Facets, names[r.IntN(len(names))])
	}
	return q
}
