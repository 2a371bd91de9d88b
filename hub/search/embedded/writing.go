package embedded

import (
	"cmp"
	"slices"

	"moselle/hub/search"
)

// writing adds documents to the columns of a view that is not yet published.
type writing struct {
	*view
	touched []map[uint32]bool // by column
	kinds   map[uint32]bool   // of openings
	spans   fresh
	links   []link
}

func (v *view) begin() *writing {
	w := &writing{view: v, touched: make([]map[uint32]bool, len(v.columns))}
	v.columns = slices.Clone(v.columns)
	for i := range v.columns {
		w.touched[i] = v.columns[i].begin()
	}
	w.kinds = v.openings.begin()
	v.dates.mixed, v.dates.varied = v.dates.mixed.Clone(), v.dates.varied.Clone()
	return w
}

func (w *writing) add(number uint32, d *search.Document) {
	v := w.view
	v.ids = append(v.ids, v.iris.intern(string(d.ID)))
	for i := range v.columns {
		v.columns[i].add(number, d.Values[search.Facets[i].Name], w.touched[i])
	}
	for _, to := range d.Related {
		w.links = append(w.links, link{v.iris.intern(string(to)), number})
	}
	v.modified = append(v.modified, d.Modified.UnixMicro())
	v.dates.add(number, d, &w.spans)
	v.openings.add(number, d.Hours, w.kinds)
	v.points.add(d.HasPoint, d.Lat, d.Lon)
	v.titles.add(d.Title)
}

func (w *writing) end() {
	v := w.view
	v.irises = v.iris.all()
	v.dates.flush(&w.spans, v.live.Contains)
	slices.SortFunc(w.links, byLink)
	v.links = v.links.add(slices.Compact(w.links), byLink, func(l link) bool { return v.live.Contains(l.doc) })
}

func byLink(a, b link) int { return cmp.Or(cmp.Compare(a.to, b.to), cmp.Compare(a.doc, b.doc)) }
