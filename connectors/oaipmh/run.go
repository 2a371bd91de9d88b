package oaipmh

import (
	"context"
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"time"

	"moselle/connectors"
	"moselle/connectors/markup"
	"moselle/schema"
	wire "moselle/schema/wire/oaipmh"
)

// Bounds of one list.
const (
	maxPages = 1_000_000
	maxEmpty = 100 // pages in a row without a record
)

// run lists the records of a repository.
type run struct {
	*connector
	plan
	ahead  *ahead
	l      *connectors.Listing
	cur    cursor
	begun  bool                       // an answer with records has come
	again  bool                       // a list was begun anew, so that records come twice
	number int                        // of the present page, from 1
	tokens map[[sha256.Size]byte]bool // that the present list led on by
	fresh  int                        // records of the present page that were not there before
	gone   map[string]string          // of several sets: what is deleted, by its key where it was said
	repair []schema.Fault             // told with the next item
}

// sets lists one set after the other, or the whole repository.
func (r *run) sets(ctx context.Context) error {
	if len(r.Sets) > 1 {
		r.gone = map[string]string{}
	}
	for ; r.set < max(1, len(r.Sets)); r.set++ {
		if err := r.list(ctx); err != nil {
			return err
		}
	}
	for _, key := range slices.Sorted(maps.Keys(r.gone)) {
		if r.l.Once(key, r.gone[key]) != nil { // moved from one set to another
			continue
		}
		if err := r.l.Hand(connectors.Item{Key: key, Where: r.gone[key], Deleted: true}); err != nil {
			return err
		}
	}
	return nil
}

// list reads one list to its end, page by page.
func (r *run) list(ctx context.Context) error {
	r.tokens = map[[sha256.Size]byte]bool{}
	empty := 0
	for {
		if r.number++; r.number > maxPages {
			return fmt.Errorf("the list has more than %d pages; let the repository put more records on a page, or read single sets", maxPages)
		}
		p, err := r.page(ctx)
		switch {
		case err != nil:
			return err
		case r.token != "" && p.has(wire.BadResumptionToken) && r.begun && !r.again:
			r.again, r.token = true, ""
			clear(r.tokens)
			continue
		case p.has(wire.NoRecordsMatch):
			r.start(p)
			r.empty()
			return nil
		case len(p.errors) > 0:
			return explain(p.errors, r.where())
		case p.list != string(wire.ListRecords):
			return fmt.Errorf("%s: the answer is no list of records (ListRecords): %w", r.where(), p.none())
		}
		next := p.next()
		if next == "" {
			r.token = ""
			return nil
		}
		if empty++; p.records > 0 {
			empty = 0
		}
		id := sha256.Sum256([]byte(next))
		switch {
		case r.tokens[id] && r.fresh == 0:
			return fmt.Errorf("%s: the repository leads back to where its list was before and brings nothing new; the list cannot be read to its end", r.where())
		case empty > maxEmpty:
			return fmt.Errorf("%s: %d pages in a row hold no record, and yet the list goes on; it cannot be read to its end", r.where(), empty)
		}
		r.tokens[id] = true
		r.token = next
		r.stands(p.token)
	}
}

// stands notes where to go on after a kill. Word of what is gone is held back to
// the end when there are several sets, and would be lost.
func (r *run) stands(t *wire.Token) {
	if len(r.gone) > 0 {
		return
	}
	next := r.cur
	next.Stand = &stand{Token: t.Value, Expires: t.Expires, Prefix: r.prefix, Set: r.set, From: r.from, Started: r.started}
	r.l.Resume(next.encode())
}

// where names the present page.
func (r *run) where() string {
	if len(r.Sets) > 1 {
		return fmt.Sprintf("set %s, page %d", r.Sets[r.set], r.number)
	}
	return fmt.Sprintf("page %d", r.number)
}

// empty tells of a set in which nothing is, with the next item.
func (r *run) empty() {
	r.token = ""
	if len(r.Sets) > 1 && !r.changes {
		r.repair = append(r.repair, schema.Fault{Path: "sets", Value: r.Sets[r.set], Message: "the repository lists no record of this set; look at its spelling"})
	}
}

// address returns the address of the page that a token leads to, of the list's
// first for none.
func (r *run) address(token string) string {
	request := wire.Request{Verb: wire.ListRecords, Prefix: r.prefix, From: r.from, Until: r.until, Resume: token}
	if len(r.Sets) > 0 {
		request.Set = r.Sets[r.set]
	}
	return request.URL(r.base)
}

// page asks for one page and hands on what it lists, while the next is on its way.
func (r *run) page(ctx context.Context) (*page, error) {
	body, err := r.ahead.page(ctx, r.address(r.token))
	if err != nil {
		if r.begun {
			return nil, fmt.Errorf("%s: %w", r.where(), err)
		}
		return nil, err
	}
	defer body.Close()
	text, token := r.ahead.look(body)
	if token != "" && !r.tokens[sha256.Sum256([]byte(token))] {
		r.ahead.expect(ctx, r.address(token))
	}
	r.fresh = 0
	p, err := r.readPage(ctx, text, body.Charset, func(p *page, e *markup.Element) error {
		r.start(p)
		return r.record(p, e)
	}, func(p *page, refusal *connectors.Refusal) error {
		r.start(p)
		refusal.Where = r.where() + ", " + refusal.Where
		return r.l.Refuse(refusal)
	})
	switch {
	case err != nil:
		return p, fmt.Errorf("%s: %w", r.where(), err)
	case p.list == string(wire.ListRecords):
		r.start(p)
	}
	return p, nil
}

// start notes when the first answer was made, and says what the run lists before
// anything is handed on.
func (r *run) start(p *page) {
	if r.begun {
		return
	}
	r.begun = true
	if r.changes {
		r.env.ChangesOnly()
	}
	if !r.started.IsZero() {
		return
	}
	r.started = r.env.Now().UTC().Truncate(time.Second)
	if !p.date.IsZero() && p.date.Before(r.started) { // a clock that is ahead would leave out changes
		r.started = p.date
	}
}

// record hands on one record.
func (r *run) record(p *page, e *markup.Element) error {
	r.repair = append(r.repair, p.mended...)
	p.mended = nil
	where := at(r.where()+",", e)
	h, err := headerOf(e, where)
	if err != nil {
		return r.l.Refuse(err)
	}
	if twin := r.l.Once(h.key, where); twin != nil {
		if r.again || len(r.Sets) > 1 || h.changed().After(r.started) {
			return nil // listed again for good reason
		}
		return r.l.Refuse(twin)
	}
	if h.deleted && r.gone != nil {
		if r.gone[h.key] == "" {
			r.fresh++
		}
		r.gone[h.key] = where
		return nil
	}
	it, err := r.item(e, h, where)
	if err != nil {
		return r.l.Refuse(err)
	}
	r.fresh++
	if !it.Same && !it.Deleted {
		it.Faults = append(it.Faults, r.repair...)
		r.repair = nil
	}
	return r.l.Hand(it)
}
