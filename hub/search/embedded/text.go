package embedded

import (
	"context"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"moselle/hub/search"
	"moselle/hub/search/embedded/words"
)

// text is the half of the index that finds words. It knows documents by
// serials, which only ever grow, and holds those that the columns have
// forgotten until they are dropped: the columns decide what is alive.
type text interface {
	// add takes in documents under serials that were never used before.
	add(ctx context.Context, docs []wording) error
	// drop forgets documents; unknown serials are passed over.
	drop(ctx context.Context, serials []uint64) error
	// settle returns when whatever was added or dropped before survives a kill.
	settle(ctx context.Context) error
	// open returns what has been added so far, to be searched by the numbers
	// of the columns. The caller holds one reference to it.
	open(n numbering) (wordView, error)
	close() error
}

// wording is a document's texts.
type wording struct {
	serial uint64
	texts  []search.FieldText
}

// wordView is an unchanging state of the text half.
type wordView interface {
	// find returns the live documents that match, and what their scores are
	// made of.
	find(ctx context.Context, q words.Query, live *roaring.Bitmap) (found, error)
	// holds returns the numbers of all documents it has, and the serials that
	// have no number.
	holds() (numbers *roaring.Bitmap, unknown []uint64)
	// acquire takes a reference; false when the last one was released before.
	acquire() bool
	release()
}

// found is the outcome of a search in text.
type found interface {
	docs() *roaring.Bitmap
	// scores calls yield for each of the documents, in no order. More is
	// better; a score depends on query and document alone, so that it stays
	// what it is while other documents change.
	scores(among *roaring.Bitmap, yield func(number uint32, score int))
}

// nowhere is the number of a document that the columns do not know.
const nowhere = ^uint32(0)

// numbering leads from serials to numbers. A compaction begins a new generation.
type numbering struct {
	generation int
	serials    []uint64 // by number, ascending
}

func (n numbering) of(serial uint64) uint32 {
	if len(n.serials) == 0 || serial < n.serials[0] {
		return nowhere
	}
	// Without gaps the number is the distance to the first; gaps only lower it.
	if d := serial - n.serials[0]; d < uint64(len(n.serials)) && n.serials[d] == serial {
		return uint32(d)
	}
	if at, ok := slices.BinarySearch(n.serials, serial); ok {
		return uint32(at)
	}
	return nowhere
}
