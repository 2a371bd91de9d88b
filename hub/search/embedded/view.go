package embedded

import (
	"sync"

	"github.com/RoaringBitmap/roaring/v2"

	"moselle/hub/search"
	"moselle/hub/store"
	"moselle/schema"
)

// The places of the facets that are asked of single occurrences too, and of the
// one that hits are grouped by.
var (
	statusFacet = search.FacetAt("status")
	seatsFacet  = search.FacetAt("availability")
	seriesFacet = search.FacetAt("series")
)

// view is a state of the index that never changes: searches take the newest and
// keep to it. The writer makes the next one from a copy, appending behind what
// older views can see and replacing what it must change.
type view struct {
	seq store.Seq
	numbering
	live *roaring.Bitmap
	gone []uint64 // serials of the dead that the text half still holds

	iris     *dict
	irises   texts    // of iris
	ids      []uint32 // code of the IRI by number
	columns  []column // by facet, as in search.Facets
	links    runs[link]
	modified []int64 // microseconds
	dates    occurrences
	openings openings
	points   points
	titles   titles
	words    wordView
	totals   totals
}

// link is a document's link to a record.
type link struct{ to, doc uint32 }

// totals are the counts over all that is alive, made when first asked for.
type totals []struct {
	once   sync.Once
	counts []int
}

func newTotals() totals { return make(totals, len(search.Facets)) }

func newView() *view {
	v := &view{
		live: roaring.New(), iris: newDict(), dates: newOccurrences(), openings: newOpenings(),
		points: newPoints(), titles: newTitles(), totals: newTotals(),
		columns: make([]column, len(search.Facets)),
	}
	for i := range v.columns {
		v.columns[i] = newColumn()
	}
	return v
}

// size is how many numbers are in use, for the dead too.
func (v *view) size() int { return len(v.ids) }

func (v *view) iri(number uint32) []byte { return v.irises.at(v.ids[number]) }

// linked returns the documents that link to a record.
func (v *view) linked(to schema.IRI) *roaring.Bitmap {
	var bits bitset
	if code, ok := v.iris.code(string(to)); ok {
		for _, run := range v.links {
			for _, l := range between(run, func(l link) bool { return l.to < code }, func(l link) bool { return l.to > code }) {
				bits.add(l.doc)
			}
		}
	}
	return bits.bitmap()
}

// occurrence returns an occurrence of a document as it came.
func (v *view) occurrence(number uint32, index int) *search.Occurrence {
	o := v.dates.list[index]
	out := &search.Occurrence{Start: o.start, End: o.end, ID: schema.IRI(v.dates.names.all().at(o.name))}
	if !o.whole {
		out.ID = schema.IRI(v.iri(number)) + out.ID
	}
	if o.status != 0 {
		out.Status = string(v.dates.states.all().at(uint32(o.status - 1)))
	}
	if o.seats != 0 {
		out.Availability = string(v.dates.seats.all().at(uint32(o.seats - 1)))
	}
	return out
}
