package embedded

import (
	"cmp"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"moselle/hub/search"
)

// facet counts the values of a facet among the hits there would be without its
// own filter.
func (r *result) facet(name string) []search.FacetCount {
	column := search.FacetAt(name)
	docs, lifted := r.hits, false
	for _, f := range r.filters {
		lifted = lifted || f.facet == column
	}
	c, values := &r.columns[column], r.columns[column].values.all()
	var counts []int
	switch {
	case column == statusFacet && r.together("status"):
		counts, values = r.countStates(column), r.dates.states.all()
	case column == seatsFacet && r.together("availability"):
		counts, values = r.countStates(column), r.dates.seats.all()
	default:
		if lifted {
			docs = r.without(column)
		}
		counts = r.count(c, column, docs)
	}
	return largest(counts, values, r.FacetSize)
}

func (r *result) count(c *column, facet int, docs *roaring.Bitmap) []int {
	switch {
	case r.Group == search.ByOccurrence:
		return c.count(docs, r.window.matching)
	case r.Group == search.BySeries:
		return r.countSeries(c, docs)
	case docs.GetCardinality() == r.live.GetCardinality():
		total := &r.totals[facet]
		total.once.Do(func() { total.counts = c.count(docs, nil) })
		return total.counts
	}
	return c.count(docs, nil)
}

// together reports whether, beside a state asked for, there are conditions that
// must hold for the same occurrence.
func (r *result) together(facet string) bool {
	others := r.conditions()
	if len(r.Filters[facet]) > 0 {
		others--
	}
	return others > 0 || r.Group == search.ByOccurrence
}

// countStates counts hits by the status, or the availability, of the
// occurrences that make them hits: a document counts once for each that it
// would be found under.
func (r *result) countStates(facet int) []int {
	w, values := r.window, r.dates.states
	code := (*occurrence).state
	if facet == statusFacet {
		w.statuses, w.certain = nil, false
	} else {
		w.seats, code, values = nil, (*occurrence).booked, r.dates.seats
	}
	sets := []*roaring.Bitmap{r.live, r.during()}
	for _, f := range r.filters {
		if f.facet != facet && !f.alone {
			sets = append(sets, f.docs)
		}
	}
	t := r.tally(values.all().len())
	var seen []uint16
	each(roaring.FastAnd(sets...), func(n uint32) {
		seen = seen[:0]
		all, _ := w.of(n)
		s, own := w.in(n), w.own[n]
		for i := range all {
			o := &all[i]
			v := code(o, own)
			if v == 0 || r.Group != search.ByOccurrence && slices.Contains(seen, v) || !w.has(o, s, own) {
				continue
			}
			seen = append(seen, v)
			t.add(uint32(v-1), n)
		}
	})
	return t.counts
}

// largest returns the size most frequent values.
func largest(counts []int, values texts, size int) []search.FacetCount {
	least := threshold(counts, size)
	var out []search.FacetCount
	for code, n := range counts {
		if n >= least {
			out = append(out, search.FacetCount{Value: string(values.at(uint32(code))), Count: n})
		}
	}
	slices.SortFunc(out, func(a, b search.FacetCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	return out[:min(len(out), size)]
}

// threshold returns the count that a value must have to be among the size most
// frequent, at least 1.
func threshold(counts []int, size int) int {
	sorted := slices.DeleteFunc(slices.Clone(counts), func(n int) bool { return n == 0 })
	if len(sorted) <= size {
		return 1
	}
	slices.Sort(sorted)
	return sorted[len(sorted)-size]
}
