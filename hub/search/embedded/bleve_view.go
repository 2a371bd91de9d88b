package embedded

import (
	"context"
	"sync"
	"sync/atomic"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	segment "github.com/blevesearch/scorch_segment_api/v2"
	"github.com/blevesearch/vellum/levenshtein"

	"moselle/hub/search/embedded/words"
)

// bleveView is a state of the text half.
type bleveView struct {
	snapshot *scorch.IndexSnapshot
	parts    []part
	typos    *levenshtein.LevenshteinAutomatonBuilder
	stems    *sync.Pool
	refs     atomic.Int64
}

// part is a segment: a document lives in exactly one.
type part struct {
	segment segment.Segment
	numbers []uint32 // by document of the segment; nowhere when dead
	unknown []uint64 // serials of documents without a number
}

func (v *bleveView) acquire() bool {
	for {
		n := v.refs.Load()
		if n == 0 {
			return false
		}
		if v.refs.CompareAndSwap(n, n+1) {
			return true
		}
	}
}

func (v *bleveView) release() {
	if v.refs.Add(-1) == 0 {
		// Closing only lets go of files; what fails there has no caller.
		_ = v.snapshot.Close()
	}
}

func (v *bleveView) holds() (*roaring.Bitmap, []uint64) {
	numbers, unknown := roaring.New(), []uint64(nil)
	for _, p := range v.parts {
		for _, n := range p.numbers {
			if n != nowhere {
				numbers.Add(n)
			}
		}
		unknown = append(unknown, p.unknown...)
	}
	return numbers, unknown
}

// find looks for every term in every segment, then joins them segment by
// segment. A word that is nowhere is looked for again with one typo.
func (v *bleveView) find(ctx context.Context, q words.Query, live *roaring.Bitmap) (found, error) {
	stems := v.stems.Get().(*words.Stemmer)
	defer v.stems.Put(stems)
	out := &matches{parts: make([]partMatch, len(v.parts))}
	for i := range out.parts {
		out.parts[i].numbers = v.parts[i].numbers
	}
	for _, t := range q.Terms {
		l := newLookup(t, stems)
		somewhere, err := v.lookUp(ctx, l, out, live)
		if err != nil {
			return nil, err
		}
		if !somewhere && l.mayHaveTypo() {
			l.typo, err = v.typos.BuildDfa(t.Words[0].Folded, 1)
			if err == nil {
				_, err = v.lookUp(ctx, l, out, live)
			}
			if err != nil {
				return nil, err
			}
		}
	}
	out.join(live)
	return out, nil
}

// lookUp adds a term's levels to each part and reports whether a live document
// has it. A second look-up of the same term takes the place of the first.
func (v *bleveView) lookUp(ctx context.Context, l lookup, out *matches, live *roaring.Bitmap) (bool, error) {
	somewhere := false
	for i, p := range v.parts {
		if err := ctx.Err(); err != nil {
			return false, err
		}
		levels, err := l.in(ctx, p.segment)
		if err != nil {
			return false, err
		}
		m := &out.parts[i]
		switch {
		case l.term.Not:
			m.without = append(m.without, levels)
		case l.typo != nil:
			m.with[len(m.with)-1] = levels
		default:
			m.with = append(m.with, levels)
		}
		somewhere = somewhere || levels.alive(p.numbers, live)
	}
	return somewhere, nil
}
