package embedded

import (
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// fieldTerms are the terms of one field of one segment.
type fieldTerms struct{ segment.TermDictionary }

// exactly returns the documents that have the term, nil for none. They are the
// segment's own: not to be changed.
func (d fieldTerms) exactly(term string) (*roaring.Bitmap, error) {
	if term == "" {
		return nil, nil
	}
	p, err := d.PostingsList([]byte(term), nil, nil)
	if err != nil {
		return nil, fmt.Errorf("text index: %w", err)
	}
	return postings(p), nil
}

// walk returns the documents that have one of the first limit terms from start
// to before end that the automaton accepts; nil accepts all.
func (d fieldTerms) walk(a segment.Automaton, start, end []byte, limit int) (*roaring.Bitmap, error) {
	it := d.AutomatonIterator(a, start, end)
	// Counting is the dear part of a walk; the segments of today can leave it.
	if quick, ok := d.TermDictionary.(interface {
		AutomatonIteratorOmitCount(segment.Automaton, []byte, []byte) segment.DictionaryIterator
	}); ok {
		it = quick.AutomatonIteratorOmitCount(a, start, end)
	}
	var sets []*roaring.Bitmap
	for range limit {
		e, err := it.Next()
		if err != nil {
			return nil, fmt.Errorf("text index: %w", err)
		}
		if e == nil {
			break
		}
		docs, err := d.exactly(e.Term)
		if err != nil {
			return nil, err
		}
		if docs != nil {
			sets = append(sets, docs)
		}
	}
	return roaring.FastOr(sets...), nil
}

// postings returns the documents of a list, without copying where that can be.
func postings(p segment.PostingsList) *roaring.Bitmap {
	it := p.Iterator(false, false, false, nil)
	if direct, ok := it.(segment.OptimizablePostingsIterator); ok {
		if docs := direct.ActualBitmap(); docs != nil {
			return docs
		}
		if one, ok := direct.DocNum1Hit(); ok {
			return roaring.BitmapOf(uint32(one))
		}
		return nil
	}
	docs := roaring.New()
	for next, err := it.Next(); err == nil && next != nil; next, err = it.Next() {
		docs.Add(uint32(next.Number()))
	}
	return docs
}

// after returns the end of the terms that begin with prefix, nil for none.
func after(prefix string) []byte {
	end := []byte(prefix)
	for i := len(end) - 1; i >= 0; i-- {
		if end[i] < 0xff {
			end[i]++
			return end[:i+1]
		}
	}
	return nil
}
