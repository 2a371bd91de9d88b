// Package catalog is the one reader behind every surface: it gets, lists,
// searches and follows records, resolves their links, chooses languages, mints
// public addresses and reads query parameters. Surfaces see records only
// through it; it never writes.
package catalog

import (
	"context"
	"iter"
	"sync/atomic"
	"time"

	"moselle/hub/cache"
	"moselle/hub/fault"
	"moselle/hub/search"
	"moselle/hub/store"
	"moselle/schema"
)

// What surfaces need of the packages behind the catalog, under its own name.
const (
	Next        = search.Next
	ByTitle     = search.ByTitle
	LongRunning = search.LongRunning
	Link        = search.Link

	ByOccurrence = search.ByOccurrence
)

// The types of the same.
type (
	Query      = search.Query
	Facet      = search.Facet
	Bound      = search.Bound
	FacetCount = search.FacetCount
	Seq        = store.Seq
	Change     = store.Change
	Tombstone  = store.Tombstone
	Run        = store.Run
	RunFault   = store.Fault
	RunPlace   = store.Sample
)

// Catalog reads. It is safe for concurrent use.
type Catalog struct {
	URLs
	Options
	nodes   *nodes
	applied atomic.Uint64 // the position of the change log up to which nothing older is remembered
}

// Options are what a Catalog needs.
type Options struct {
	Store store.Store
	Index search.Index
	Cache cache.Cache
	Zone  *time.Location // in which "today" and dates without a time are meant
	Langs []string       // languages of the interface, the default first
	Now   func() time.Time

	Fallback schema.Fallback // languages that stand in for others; the region's when nil

	Rows    int // rows of a page when the asker does not say, 20 when 0
	MaxRows int // most rows of a page, search.MaxSize when 0 or above it
}

// New returns a catalog that publishes under base, an http(s) address without a
// final slash.
func New(base string, o Options) *Catalog {
	if o.Rows <= 0 {
		o.Rows = 20
	}
	if o.MaxRows <= 0 || o.MaxRows > search.MaxSize {
		o.MaxRows = search.MaxSize
	}
	if o.Zone == nil {
		o.Zone = time.UTC
	}
	if o.Fallback == nil {
		o.Fallback = schema.DefaultFallback()
	}
	return &Catalog{URLs: URLs{Base: base}, Options: o, nodes: newNodes(4096)}
}

// Get returns a live record: fault.NotFound when there never was one, a
// *Tombstone of kind fault.Gone when it was deleted.
func (c *Catalog) Get(ctx context.Context, iri schema.IRI) (*Entity, error) {
	now := c.today()
	if e := c.nodes.get(iri, dayOf(now)); e != nil {
		return e, nil
	}
	token := c.nodes.token(dayOf(now))
	r, err := c.Store.Get(ctx, iri)
	switch {
	case fault.Of(err) == fault.NotFound:
		return nil, fault.New(fault.NotFound, "there is no record %s", c.ID(iri))
	case err != nil:
		return nil, err
	}
	e, err := newEntity(r, now)
	if err == nil && e == nil {
		err = c.withheld(r, now)
	}
	if err != nil {
		return nil, err
	}
	c.nodes.set(iri, e, token)
	return e, nil
}

// At is Get by class segment ("event") and opaque key.
func (c *Catalog) At(ctx context.Context, segment, key string) (*Entity, error) {
	class := schema.ClassAt(segment)
	if class == nil || key == "" {
		return nil, fault.New(fault.NotFound, "there is no class of records %q", segment)
	}
	return c.Get(ctx, schema.IRI(schema.Scheme+"id/"+segment+"/"+key))
}

// GetMany returns the live ones among iris; others are absent.
func (c *Catalog) GetMany(ctx context.Context, iris []schema.IRI) (map[schema.IRI]*Entity, error) {
	out := make(map[schema.IRI]*Entity, len(iris))
	var missing []schema.IRI
	now := c.today()
	for _, iri := range iris {
		if _, ok := out[iri]; ok {
			continue
		}
		if e := c.nodes.get(iri, dayOf(now)); e != nil {
			out[iri] = e
			continue
		}
		out[iri] = nil
		missing = append(missing, iri)
	}
	if len(missing) > 0 {
		token := c.nodes.token(dayOf(now))
		records, err := c.Store.GetMany(ctx, missing)
		if err != nil {
			return nil, err
		}
		for _, iri := range missing {
			r, ok := records[iri]
			if !ok {
				delete(out, iri)
				continue
			}
			e, err := newEntity(r, now)
			if err != nil {
				return nil, err
			}
			if e == nil {
				delete(out, iri)
				continue
			}
			c.nodes.set(iri, e, token)
			out[iri] = e
		}
	}
	return out, nil
}

// Linked returns the records that the given ones link to, those in only
// (property names) or all when only is empty.
func (c *Catalog) Linked(ctx context.Context, from []*Entity, only ...string) (map[schema.IRI]*Entity, error) {
	var iris []schema.IRI
	for _, e := range from {
		if len(only) == 0 {
			iris = append(iris, e.Node.Links()...)
			continue
		}
		for _, p := range only {
			iris = append(iris, e.Node.Refs(p)...)
		}
	}
	return c.GetMany(ctx, iris)
}

// Changes yields entries of the change log after a position, each with what of
// its record may be shown today.
func (c *Catalog) Changes(ctx context.Context, after Seq) iter.Seq2[Change, error] {
	return func(yield func(Change, error) bool) {
		for ch, err := range c.Store.Changes(ctx, after, store.Filter{}) {
			if err == nil {
				var ok bool
				if ch.Record, ok, err = at(ch.Record, c.today()); !ok {
					ch.Record.View, ch.Record.Triples = nil, nil
				}
			}
			if !yield(ch, err) {
				return
			}
		}
	}
}

// Last returns the newest position of the change log.
func (c *Catalog) Last(ctx context.Context) (Seq, error) { return c.Store.Last(ctx) }

// List yields the live records of a class, or all for "", each as it may be
// shown today.
func (c *Catalog) List(ctx context.Context, class string) iter.Seq2[schema.Record, error] {
	return func(yield func(schema.Record, error) bool) {
		for r, err := range c.Store.List(ctx, store.Filter{Class: class}) {
			ok := true
			if err == nil {
				r, ok, err = at(r, c.today())
			}
			if (ok || err != nil) && !yield(r, err) {
				return
			}
		}
	}
}

// Name and Apply make the catalog a follower: what it remembers of a record is
// dropped when the record changes.

// Name is the follower's name.
func (c *Catalog) Name() string { return "catalog" }

// Position returns where the log ends: a catalog that has just been opened
// remembers nothing.
func (c *Catalog) Position(ctx context.Context) (Seq, error) {
	at, err := c.Store.Last(ctx)
	c.applied.Store(uint64(at))
	return at, err
}

// Apply drops what is remembered of the changed records.
func (c *Catalog) Apply(ctx context.Context, changes []Change) error {
	tags := make([]string, len(changes))
	for i, ch := range changes {
		c.nodes.drop(ch.Record.IRI)
		tags[i] = string(ch.Record.IRI)
	}
	err := c.Cache.Purge(ctx, tags...)
	if n := len(changes); err == nil && n > 0 {
		c.applied.Store(uint64(changes[n-1].Seq))
	}
	return err
}
