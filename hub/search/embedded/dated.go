package embedded

import (
	"time"

	"github.com/RoaringBitmap/roaring/v2"

	"moselle/hub/search"
)

// filterDates keeps what matches in time, status and availability: by the whole
// document when one condition is asked alone, by a single occurrence otherwise.
func (r *result) filterDates() {
	statuses, seats := r.Filters["status"], r.Filters["availability"]
	if w := &r.window; w.certain && w.unsure != 0 {
		r.filter(statusFacet, roaring.AndNot(r.live, r.columns[statusFacet].any([]string{search.Tentative})))
	}
	asked := r.conditions()
	if r.Group != search.ByOccurrence && asked < 2 {
		switch {
		case len(statuses) > 0:
			r.filters = append(r.filters, filter{statusFacet, r.columns[statusFacet].any(statuses), true})
			return
		case len(seats) > 0:
			r.filters = append(r.filters, filter{seatsFacet, r.columns[seatsFacet].any(seats), true})
			return
		case asked == 0:
			return
		}
	}
	var open *roaring.Bitmap
	if r.window.going {
		var closed *roaring.Bitmap
		open, closed = r.openings.at(r.Open.Start(r.Now, time.UTC))
		r.filter(-1, roaring.AndNot(r.live, closed))
	}
	base := r.base()
	r.dated = r.window.narrow(roaring.And(base, r.during()), func(docs *roaring.Bitmap) {
		if len(statuses) > 0 {
			docs.And(r.columns[statusFacet].any(statuses))
		}
		if len(seats) > 0 {
			docs.And(r.columns[seatsFacet].any(seats))
		}
	})
	if open != nil && asked == 1 && r.Group != search.ByOccurrence {
		open.And(base)
		each(open, func(n uint32) {
			if all, _ := r.dates.of(n); len(all) == 0 {
				r.dated.Add(n)
			}
		})
	}
}

// conditions is how many conditions on dates are asked.
func (r *result) conditions() int {
	n := r.window.timely()
	for _, values := range [][]string{r.Filters["status"], r.Filters["availability"]} {
		if len(values) > 0 {
			n++
		}
	}
	return n
}

// timely is how many of them are on time alone.
func (w *window) timely() int {
	n := 0
	for _, asked := range []bool{w.dated, w.weekdays != 0, w.clock[1] != 0, w.going} {
		if asked {
			n++
		}
	}
	return n
}

// during returns the documents with an occurrence in the time asked for.
func (r *result) during() *roaring.Bitmap {
	if r.timely == nil {
		r.timely = r.window.during()
	}
	return r.timely
}

// base returns the living that keep to all conditions on the whole document
// whose facets are not to be counted.
func (r *result) base() *roaring.Bitmap {
	counted := make([]bool, len(search.Facets))
	for _, name := range r.Facets {
		counted[search.FacetAt(name)] = true
	}
	sets := []*roaring.Bitmap{r.live}
	for _, f := range r.filters {
		if f.facet < 0 || !counted[f.facet] {
			sets = append(sets, f.docs)
		}
	}
	return roaring.FastAnd(sets...)
}
