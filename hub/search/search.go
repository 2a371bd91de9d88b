// Package search finds records: text, time, place, facets and order. It holds
// the interface, the query and the document that is made of a record; backends
// are the folders below, and searchtest/ is the contract as data folders. The
// store is the only truth: an index can be thrown away and built again.
package search

import (
	"context"
	"io"

	"moselle/hub/store"
	"moselle/schema"
)

// Index is a search backend. One goroutine at a time applies; any number search.
type Index interface {
	// Apply puts and removes documents and notes the log position they stand
	// for. When it returns, searches see the outcome.
	Apply(ctx context.Context, b Batch) error
	// Search answers a query. A query that cannot be answered is fault.Invalid.
	Search(ctx context.Context, q Query) (Page, error)
	// Seq returns the log position that survives a restart: where to go on.
	Seq() store.Seq
	// Visible returns the log position that searches are answered from now.
	Visible() store.Seq
	io.Closer
}

// Batch is what one Apply writes.
type Batch struct {
	Put    []Document
	Delete []schema.IRI
	Seq    store.Seq
}

// Page is an answer.
type Page struct {
	Hits   []Hit
	Total  int    // all hits, in every page
	Next   string // cursor of the page after; "" at the end
	Facets map[string][]FacetCount
	Seq    store.Seq // the log position it was answered from
}

// Hit is one row.
type Hit struct {
	ID         schema.IRI
	Km         float64     // distance, with Near
	Cursor     string      // where to go on after this hit
	Occurrence *Occurrence // the next one that matches, or ByOccurrence the one it stands for; nil when there is none
	Series     schema.IRI  // BySeries the series it stands for; "" when it stands for itself
}

// FacetCount is a facet's value with the number of hits that have it, most
// frequent first, then by value.
type FacetCount struct {
	Value string
	Count int
}
