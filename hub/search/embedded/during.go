package embedded

import (
	"math"

	"github.com/RoaringBitmap/roaring/v2"
)

// during returns the documents that have an occurrence within their stretch.
func (w *window) during() *roaring.Bitmap {
	var bits bitset
	switch {
	case !w.timed:
		for n, last := range w.last {
			if last != never {
				bits.add(uint32(n))
			}
		}
	case w.outer.to > maxTime:
		for n, last := range w.last {
			if last > w.in(uint32(n)).from {
				bits.add(uint32(n))
			}
		}
	case w.outer.from < -maxTime:
		for n := range w.last {
			if all, _ := w.of(uint32(n)); len(all) > 0 && all[0].start < w.in(uint32(n)).to {
				bits.add(uint32(n))
			}
		}
	default:
		for c := range w.spans {
			w.scan(c, w.outer.from-longest[c], w.outer.to, w.outer.from, func(s span) {
				if z := w.in(s.doc); w.alike || s.end > z.from && s.start < z.to {
					bits.add(s.doc)
				}
			})
		}
	}
	return bits.bitmap()
}

// starting returns the documents with an occurrence, not long, that starts from
// lo to before hi, or before lo when that is a moment things are still to end
// after.
func (w *window) starting(lo, hi int64) *roaring.Bitmap {
	var bits bitset
	for class := range longSpan {
		first := lo
		if lo <= w.latest {
			first = lo - longest[class]
		}
		w.scan(class, first, hi, w.outer.now, func(s span) { bits.add(s.doc) })
	}
	return bits.bitmap()
}

// scan gives the spans of the class that start from lo to before hi and last
// beyond after.
func (os *occurrences) scan(class int, lo, hi, after int64, found func(span)) {
	if class == longSpan {
		lo = math.MinInt64
	}
	for _, run := range os.spans[class] {
		for _, s := range between(run, func(s span) bool { return s.start < lo }, func(s span) bool { return s.start >= hi }) {
			if s.end > after {
				found(s)
			}
		}
	}
}
