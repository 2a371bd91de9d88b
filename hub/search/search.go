// Package search finds records: text, time, place, facets and order. It holds
// the interface, the query and the document that is made of a record; backends
// are the folders below, and searchtest/ is the contract as data folders. The
// store is the only truth: an index can be thrown away and built again.
package search

import (
	"context"
	"io"
	"time"

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

// Document is what the index knows of a record.
type Document struct {
	ID          schema.IRI
	Title       map[string]string // by language
	Texts       []FieldText
	Values      map[string][]string // by facet; of status one, which is also that of each occurrence without its own
	HasPoint    bool
	Lat, Lon    float64
	Occurrences []Occurrence // sorted by start; for works one span, the time they are from
	Related     []schema.IRI // every record it links to
	Modified    time.Time
}

// FieldText is text of a document.
type FieldText struct {
	Lang   string // "und" when unknown
	Weight Weight
	Text   string
}

// Weight says how much a match in a text counts.
type Weight uint8

// The weights, heaviest first.
const (
	InTitle Weight = iota
	InKeyword
	InBody
)

// Occurrence is a span of time, in Unix seconds; End is exclusive and at least
// Start. ID is the occurrence's own IRI.
type Occurrence struct {
	ID         schema.IRI
	Start, End int64
	Status     string
	SoldOut    bool
}

// Query says what to find; the zero Query is everything.
type Query struct {
	Text     string              // words, "phrases", -excluded; the last word also as a beginning
	Lang     string              // the asker's language: its matches rank first, its titles sort
	Filters  map[string][]string // by facet: alternatives within one, restricting between; status with From, To or ByOccurrence is that of the same occurrence
	Related  []schema.IRI        // linked to each of these
	From, To time.Time           // an occurrence ends after From and starts before To; zero is open
	Near     *Near
	Box      *Box

	Sort      Sort
	Group     Group
	Facets    []string  // names of Facets, each counted with its own filter lifted
	FacetSize int       // values a facet, 20 when 0, at most 1000
	Size      int       // hits a page, 20 when 0, at most MaxSize
	Cursor    string    // Page.Next of the page before
	Now       time.Time // what "next" counts from when From is zero
}

// MaxSize bounds a page.
const MaxSize = 500

// Near is a circle on the globe.
type Near struct{ Lat, Lon, Km float64 }

// Box is a rectangle in degrees; West greater than East spans the date line.
type Box struct{ West, South, East, North float64 }

// Sort is an order. Every order ends in the IRI, so that it is total.
type Sort string

// The orders. Empty is Relevance for a query with text, Distance for one with
// Near, Next for events, else Relevance, which without text is IRI order.
const (
	Relevance Sort = "relevance"
	Next      Sort = "next"     // next matching occurrence first; those longer than LongRunning after all others; what is over or has none at the end
	Distance  Sort = "distance" // nearest first; needs Near
	Newest    Sort = "newest"   // last modified first
	ByTitle   Sort = "title"    // by title in the asked language
)

// LongRunning is the length from which an occurrence sorts after shorter ones.
const LongRunning = 30 * 24 * time.Hour

// Group says what one hit stands for.
type Group string

// The groups.
const (
	ByRecord     Group = ""           // one hit a record
	ByOccurrence Group = "occurrence" // one hit an occurrence that matches From and To; records without one are left out
)

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
	Occurrence *Occurrence // the next one that matches (ByRecord) or the one it stands for; nil when there is none
}

// FacetCount is a facet's value with the number of hits that have it, most
// frequent first, then by value.
type FacetCount struct {
	Value string
	Count int
}
