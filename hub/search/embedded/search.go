package embedded

import (
	"context"

	"github.com/RoaringBitmap/roaring/v2"

	"moselle/hub/search"
)

// Search answers a query from the newest view.
func (ix *Index) Search(ctx context.Context, q search.Query) (search.Page, error) {
	p, err := newPlan(q)
	if err != nil {
		return search.Page{}, err
	}
	v := ix.acquire()
	if v == nil {
		return search.Page{}, errClosed()
	}
	defer v.words.release()
	r, err := v.answer(ctx, p)
	if err != nil {
		return search.Page{}, err
	}
	page := search.Page{Total: r.total(), Seq: v.seq}
	if len(p.Facets) > 0 {
		page.Facets = make(map[string][]search.FacetCount, len(p.Facets))
	}
	for _, name := range p.Facets {
		page.Facets[name] = r.facet(name)
		if err := ctx.Err(); err != nil {
			return search.Page{}, err
		}
	}
	rows, more := r.page()
	of := r.fingerprint()
	for _, row := range rows {
		h := r.hit(row)
		h.Cursor = r.cursor(row, of)
		page.Hits = append(page.Hits, h)
	}
	if more {
		page.Next = page.Hits[len(page.Hits)-1].Cursor
	}
	return page, ctx.Err()
}

// result is a view and what a query selects of it.
type result struct {
	*view
	plan
	window  window
	filters []filter
	dated   *roaring.Bitmap // those with an occurrence that matches; nil when none need have
	timely  *roaring.Bitmap // those with one in the time asked for, once wanted
	found   found           // nil without text
	hits    *roaring.Bitmap // documents
	shown   *roaring.Bitmap // those of them that stand for a hit, or for some
	middle  vector          // of Near
	lang    uint64          // of titles
}

// filter is one condition: the documents that keep to it, and the facet that
// is counted without it, -1 for none.
type filter struct {
	facet int
	docs  *roaring.Bitmap
	alone bool // the one condition on dates: with another it would be one on occurrences
}

func (v *view) answer(ctx context.Context, p plan) (*result, error) {
	r := &result{view: v, plan: p, window: v.dates.window(&p.Query), lang: v.titles.lang(p.Lang)}
	if p.Near != nil {
		r.middle = vectorOf(p.Near.Lat, p.Near.Lon)
	}
	if len(p.words.Terms) > 0 {
		var err error
		if r.found, err = v.words.find(ctx, p.words, v.live); err != nil {
			return nil, err
		}
		r.filter(-1, r.found.docs())
	}
	r.filterColumns()
	for _, to := range p.Related {
		r.filter(-1, v.linked(to))
	}
	if p.Near != nil {
		r.filter(-1, v.points.near(p.Near))
	}
	if p.Box != nil {
		r.filter(-1, v.points.within(p.Box))
	}
	r.filterDates()
	r.hits = r.without(-1)
	r.shown = r.hits
	if p.Group == search.BySeries {
		r.shown = r.represent(r.hits)
	}
	return r, ctx.Err()
}

func (r *result) filter(facet int, docs *roaring.Bitmap) {
	r.filters = append(r.filters, filter{facet: facet, docs: docs})
}

func (r *result) filterColumns() {
	for name, values := range r.Filters {
		if column := search.FacetAt(name); column != statusFacet && column != seatsFacet && len(values) > 0 {
			r.filter(column, r.columns[column].any(values))
		}
	}
}

// without returns the living that keep to all conditions but those of a facet.
func (r *result) without(facet int) *roaring.Bitmap {
	sets := []*roaring.Bitmap{r.live}
	if r.dated != nil {
		sets = append(sets, r.dated)
	}
	for _, f := range r.filters {
		if facet < 0 || f.facet != facet {
			sets = append(sets, f.docs)
		}
	}
	return roaring.FastAnd(sets...)
}

// total is the number of hits.
func (r *result) total() int {
	if r.Group != search.ByOccurrence {
		return int(r.shown.GetCardinality())
	}
	n := 0
	each(r.hits, func(doc uint32) { n += r.window.matching(doc) })
	return n
}
