package embedded

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// matches are the documents that a search in text found, kept by segment until
// the scores of those that matter are asked for.
type matches struct {
	parts []partMatch
	all   *roaring.Bitmap // numbers
}

type partMatch struct {
	numbers []uint32
	with    []levels        // of each term that must be there
	without []levels        // of each term that must not
	docs    *roaring.Bitmap // of the segment: those that match
}

// join finds the documents that have every term.
func (m *matches) join(live *roaring.Bitmap) {
	var bits bitset
	for i := range m.parts {
		p := &m.parts[i]
		p.docs = p.match()
		each(p.docs, func(doc uint32) {
			if n := p.numbers[doc]; n != nowhere {
				bits.add(n)
			}
		})
	}
	m.all = bits.bitmap()
	m.all.And(live)
}

func (p *partMatch) match() *roaring.Bitmap {
	var docs *roaring.Bitmap
	for _, term := range p.with {
		any := term.union()
		if docs == nil {
			docs = any
		} else {
			docs.And(any)
		}
		if docs.IsEmpty() {
			return docs
		}
	}
	if docs == nil {
		docs = roaring.New()
		docs.AddRange(0, uint64(len(p.numbers)))
	}
	for _, term := range p.without {
		docs.AndNot(term.union())
	}
	return docs
}

// union returns a bitmap of its own.
func (ls levels) union() *roaring.Bitmap {
	sets := make([]*roaring.Bitmap, len(ls), len(ls)+1)
	for i, l := range ls {
		sets[i] = l.docs
	}
	return roaring.FastOr(append(sets, roaring.New())...)
}

func (m *matches) docs() *roaring.Bitmap { return m.all }

// scores adds up, over the terms, the points of the best level a document is in.
func (m *matches) scores(among *roaring.Bitmap, yield func(number uint32, score int)) {
	wanted := denseOf(among)
	var total, best []uint16
	for _, p := range m.parts {
		docs := roaring.New()
		each(p.docs, func(doc uint32) {
			if n := p.numbers[doc]; n != nowhere && wanted.has(n) {
				docs.Add(doc)
			}
		})
		if docs.IsEmpty() {
			continue
		}
		total = cleared(total, len(p.numbers))
		for _, term := range p.with {
			best = cleared(best, len(p.numbers))
			term.rate(docs, best)
			each(docs, func(doc uint32) { total[doc] += best[doc] })
		}
		each(docs, func(doc uint32) { yield(p.numbers[doc], int(total[doc])) })
	}
}

// rate writes the most points of each of the documents into best.
func (ls levels) rate(docs *roaring.Bitmap, best []uint16) {
	sorted := slices.Clone(ls)
	slices.SortStableFunc(sorted, func(a, b level) int { return b.points - a.points })
	for _, l := range sorted {
		each(roaring.And(l.docs, docs), func(doc uint32) {
			if best[doc] == 0 {
				best[doc] = uint16(l.points)
			}
		})
	}
}

func cleared(s []uint16, n int) []uint16 {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}
