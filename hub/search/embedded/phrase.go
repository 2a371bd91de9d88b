package embedded

import (
	"context"
	"fmt"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"

	"moselle/hub/search/embedded/words"
)

// phrase returns the documents in which the words follow one another.
func (d fieldTerms) phrase(ctx context.Context, phrase []words.Word) (*roaring.Bitmap, error) {
	lists := make([]segment.PostingsList, len(phrase))
	sets := make([]*roaring.Bitmap, len(phrase))
	for i, w := range phrase {
		p, err := d.PostingsList([]byte(w.Folded), nil, nil)
		if err != nil {
			return nil, fmt.Errorf("text index: %w", err)
		}
		lists[i], sets[i] = p, postings(p)
		if sets[i] == nil {
			return nil, nil
		}
	}
	iterators := make([]segment.PostingsIterator, len(phrase))
	for i, p := range lists {
		iterators[i] = p.Iterator(true, false, true, nil)
	}
	out := roaring.New()
	var starts, places []uint64
	for it, n := roaring.FastAnd(sets...).Iterator(), 0; it.HasNext(); n++ {
		if n%1024 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		doc := it.Next()
		for i := range iterators {
			p, err := iterators[i].Advance(uint64(doc))
			if err != nil {
				return nil, fmt.Errorf("text index: %w", err)
			}
			places = places[:0]
			if p != nil {
				for _, at := range p.Locations() {
					places = append(places, at.Pos()-uint64(i))
				}
			}
			if i == 0 {
				starts = append(starts[:0], places...)
			} else {
				starts = slices.DeleteFunc(starts, func(s uint64) bool { return !slices.Contains(places, s) })
			}
		}
		if len(starts) > 0 {
			out.Add(doc)
		}
	}
	return out, nil
}
