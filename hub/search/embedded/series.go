package embedded

import (
	"bytes"

	"github.com/RoaringBitmap/roaring/v2"

	"moselle/hub/search"
	"moselle/schema"
)

// series returns the code of a document's series; false for none.
func (v *view) series(number uint32) (uint32, bool) {
	codes := v.columns[seriesFacet].of(number)
	if len(codes) == 0 {
		return 0, false
	}
	return codes[0], true
}

// seriesOf returns the series that a hit stands for.
func (r *result) seriesOf(number uint32) schema.IRI {
	code, ok := r.series(number)
	if !ok || r.Group != search.BySeries {
		return ""
	}
	return schema.IRI(r.columns[seriesFacet].values.all().at(code))
}

// represent keeps, of the hits that belong to one series, that whose matching
// occurrence comes next.
func (r *result) represent(hits *roaring.Bitmap) *roaring.Bitmap {
	type best struct {
		rank int64
		doc  uint32
	}
	of := map[uint32]best{}
	var bits bitset
	each(hits, func(n uint32) {
		code, ok := r.series(n)
		if !ok {
			bits.add(n)
			return
		}
		rank := r.nextRank(n)
		b, taken := of[code]
		if !taken || rank < b.rank || rank == b.rank && bytes.Compare(r.iri(n), r.iri(b.doc)) < 0 {
			of[code] = best{rank, n}
		}
	})
	for _, b := range of {
		bits.add(b.doc)
	}
	return bits.bitmap()
}

// countSeries counts the values of a column: a series once for each value that
// one of its documents has.
func (r *result) countSeries(c *column, among *roaring.Bitmap) []int {
	t := r.tally(len(c.sets))
	each(among, func(n uint32) {
		for _, code := range c.of(n) {
			t.add(code, n)
		}
	})
	return t.counts
}

// tally counts hits by value.
type tally struct {
	*result
	counts []int
	seen   map[uint64]bool // values with a series; nil when hits are no series
}

func (r *result) tally(values int) *tally {
	t := &tally{result: r, counts: make([]int, values)}
	if r.Group == search.BySeries {
		t.seen = map[uint64]bool{}
	}
	return t
}

func (t *tally) add(value, number uint32) {
	if t.seen != nil {
		if code, ok := t.series(number); ok {
			key := uint64(value)<<32 | uint64(code)
			if t.seen[key] {
				return
			}
			t.seen[key] = true
		}
	}
	t.counts[value]++
}
