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
	if lifted {
		docs = r.without(column)
	}
	dated := !r.window.open || r.Group == search.ByOccurrence
	values := r.columns[column].values.all()
	var counts []int
	switch {
	case column == statusFacet && dated:
		counts, values = r.countStates(docs), r.dates.states.all()
	case r.Group == search.ByOccurrence:
		counts = r.columns[column].count(docs, func(n uint32) int { return r.dates.matching(n, &r.window) })
	case docs.GetCardinality() == r.live.GetCardinality():
		total := &r.totals[column]
		total.once.Do(func() { total.counts = r.columns[column].count(docs, nil) })
		counts = total.counts
	default:
		counts = r.columns[column].count(docs, nil)
	}
	return largest(counts, values, r.FacetSize)
}

// countStates counts hits by the status of the occurrences that make them hits:
// a document counts once for each status it would be found under.
func (r *result) countStates(docs *roaring.Bitmap) []int {
	counts := make([]int, r.dates.states.all().len())
	timely := r.window.timely()
	var seen []uint16
	each(docs, func(n uint32) {
		own := r.dates.own[n]
		if r.Group != search.ByOccurrence && !r.dates.mixed.Contains(n) {
			if own != 0 {
				counts[own-1]++
			}
			return
		}
		seen = seen[:0]
		list, _ := r.dates.of(n)
		for _, o := range list {
			s := o.state(own)
			if s == 0 || !timely.has(o, own) {
				continue
			}
			if r.Group != search.ByOccurrence && slices.Contains(seen, s) {
				continue
			}
			seen = append(seen, s)
			counts[s-1]++
		}
	})
	return counts
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
