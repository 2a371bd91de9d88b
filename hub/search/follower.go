package search

import (
	"context"
	"fmt"
	"time"

	"moselle/hub/store"
	"moselle/schema"
)

// Follower keeps an index in step with the change log: each changed record is
// indexed anew, and so are the records whose documents quote it (an event its
// venue's name and position).
type Follower struct {
	Index  Index
	Reader store.Reader
	Zone   *time.Location // of records that name none

	views map[schema.IRI]*schema.Node // of linked records, as the newest change left them
}

// maxViews bounds the linked views remembered between batches.
const maxViews = 4000

// Name is the follower's name.
func (f *Follower) Name() string { return "search" }

// Position returns how far the index has come by itself.
func (f *Follower) Position(context.Context) (store.Seq, error) { return f.Index.Seq(), nil }

// Apply indexes a batch of changes.
func (f *Follower) Apply(ctx context.Context, changes []store.Change) error {
	if len(changes) == 0 {
		return nil
	}
	newest := make(map[schema.IRI]store.Change, len(changes))
	order := make([]schema.IRI, 0, len(changes))
	for _, ch := range changes {
		if _, ok := newest[ch.Record.IRI]; !ok {
			order = append(order, ch.Record.IRI)
		}
		newest[ch.Record.IRI] = ch
	}
	if f.views == nil || len(f.views) > maxViews {
		f.views = make(map[schema.IRI]*schema.Node)
	}
	var err error
	b := Batch{Seq: changes[len(changes)-1].Seq}
	var puts []parsed
	for _, iri := range order {
		delete(f.views, iri)
		ch := newest[iri]
		if ch.Op == store.Delete {
			b.Delete = append(b.Delete, iri)
			continue
		}
		n, err := ch.Record.Node()
		if err != nil {
			return err
		}
		puts = append(puts, parsed{ch.Record, n})
	}
	if err := f.refresh(ctx, newest); err != nil {
		return err
	}
	if b.Put, err = f.documents(ctx, puts); err != nil {
		return err
	}
	return f.Index.Apply(ctx, b)
}

type parsed struct {
	record schema.Record
	node   *schema.Node
}

// quoted reports whether documents quote records of the class.
func quoted(class string) bool {
	switch class {
	case "Place", "Person", "Organization", "Work", "Concept":
		return true
	}
	return false
}

// refresh indexes anew, page by page, the records that quote a changed one and
// are not changed themselves; of a place also those that quote a place in it.
func (f *Follower) refresh(ctx context.Context, changed map[schema.IRI]store.Change) error {
	done := map[schema.IRI]bool{}
	next := make([]schema.IRI, 0, len(changed))
	for iri, ch := range changed {
		if quoted(ch.Record.Class) {
			next = append(next, iri)
		}
	}
	for depth := 0; len(next) > 0 && depth <= maxWithin; depth++ {
		var places []schema.IRI
		for _, iri := range next {
			if done[iri] {
				continue
			}
			done[iri] = true
			inside, err := f.quoting(ctx, iri, changed)
			if err != nil {
				return fmt.Errorf("records that quote %s: %w", iri, err)
			}
			places = append(places, inside...)
		}
		next = places
	}
	return nil
}

// quoting indexes anew the records that quote one, and returns the places among
// them.
func (f *Follower) quoting(ctx context.Context, iri schema.IRI, changed map[schema.IRI]store.Change) (places []schema.IRI, err error) {
	q := Query{Related: []schema.IRI{iri}, Size: MaxSize, Sort: Relevance}
	for {
		page, err := f.Index.Search(ctx, q)
		if err != nil {
			return nil, err
		}
		for _, h := range page.Hits {
			if class, _, _ := h.ID.Local(); class == "place" {
				places = append(places, h.ID)
			}
		}
		if err := f.again(ctx, page.Hits, changed); err != nil {
			return nil, err
		}
		if page.Next == "" {
			return places, nil
		}
		q.Cursor = page.Next
	}
}

func (f *Follower) again(ctx context.Context, hits []Hit, changed map[schema.IRI]store.Change) error {
	var iris []schema.IRI
	for _, h := range hits {
		if _, ok := changed[h.ID]; !ok {
			iris = append(iris, h.ID)
		}
	}
	if len(iris) == 0 {
		return nil
	}
	records, err := f.Reader.GetMany(ctx, iris)
	if err != nil {
		return err
	}
	puts := make([]parsed, 0, len(records))
	for _, r := range records {
		n, err := r.Node()
		if err != nil {
			return err
		}
		puts = append(puts, parsed{r, n})
	}
	docs, err := f.documents(ctx, puts)
	if err != nil {
		return err
	}
	return f.Index.Apply(ctx, Batch{Put: docs, Seq: f.Index.Seq()})
}

func (f *Follower) documents(ctx context.Context, puts []parsed) ([]Document, error) {
	if err := f.load(ctx, puts); err != nil {
		return nil, err
	}
	docs := make([]Document, len(puts))
	for i, p := range puts {
		docs[i] = DocumentOf(p.record, p.node, f.Zone, func(iri schema.IRI) *schema.Node { return f.views[iri] })
	}
	return docs, nil
}

// load fetches the views that the documents will quote: of what the records
// link to, and of the places around the places among it.
func (f *Follower) load(ctx context.Context, puts []parsed) error {
	next := map[schema.IRI]bool{}
	for _, p := range puts {
		for _, iri := range p.node.Links() {
			class, _, _ := iri.Local()
			if c := schema.ClassAt(class); c != nil && quoted(c.Name) {
				next[iri] = true
			}
		}
	}
	for depth := 0; len(next) > 0 && depth <= maxWithin; depth++ {
		if err := f.fetch(ctx, next); err != nil {
			return err
		}
		around := map[schema.IRI]bool{}
		for iri := range next {
			if n := f.views[iri]; n != nil && n.Class.Name == "Place" {
				for _, up := range n.Refs("containedInPlace") {
					around[up] = true
				}
			}
		}
		next = around
	}
	return nil
}

// fetch remembers the views that are not remembered yet.
func (f *Follower) fetch(ctx context.Context, iris map[schema.IRI]bool) error {
	var missing []schema.IRI
	for iri := range iris {
		if _, ok := f.views[iri]; !ok {
			f.views[iri] = nil
			missing = append(missing, iri)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	records, err := f.Reader.GetMany(ctx, missing)
	if err != nil {
		return err
	}
	for iri, r := range records {
		n, err := r.Node()
		if err != nil {
			return err
		}
		f.views[iri] = n
	}
	return nil
}
