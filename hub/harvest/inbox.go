package harvest

import (
	"bytes"
	"context"
	"sync"
	"time"

	"moselle/hub/fault"
	"moselle/schema"
)

// inboxes are the sources that institutions send, by source.
type inboxes struct {
	mu  sync.Mutex
	box map[schema.SourceID]*inbox
}

// inbox is what is kept of a source between deliveries, so that one record does
// not cost reading what is known of all: it holds as long as the state that is
// stored is the one that this process left.
type inbox struct {
	of      *inboxes
	busy    chan struct{} // holds one token while a delivery is being taken
	waiting int           // deliveries that wait or are being taken; inboxes.mu

	known    *memory
	report   *report
	terms    *mapper
	reported time.Time // when the gathered report was begun
}

// The bounds of what is kept, and of who may wait.
const (
	maxKeptItems = 200_000          // of one source
	maxInboxes   = 32               // sources of which something is kept
	maxWaiting   = 64               // deliveries to one source
	gather       = 10 * time.Minute // for which single deliveries are one report
)

// turn waits until the source takes no other delivery of this process.
func (b *inboxes) turn(ctx context.Context, source schema.SourceID) (*inbox, error) {
	b.mu.Lock()
	box := b.box[source]
	if box == nil {
		box = &inbox{of: b, busy: make(chan struct{}, 1)}
		if b.box == nil {
			b.box = map[schema.SourceID]*inbox{}
		}
		b.box[source] = box
		b.forget(box)
	}
	if box.waiting >= maxWaiting {
		b.mu.Unlock()
		return nil, fault.New(fault.Unavailable, "%d deliveries wait already; send fewer at the same time", maxWaiting)
	}
	box.waiting++
	b.mu.Unlock()
	select {
	case box.busy <- struct{}{}:
		return box, nil
	case <-ctx.Done():
		b.mu.Lock()
		box.waiting--
		b.mu.Unlock()
		return nil, ctx.Err()
	}
}

// forget lets go of an inbox that nobody uses when there are too many.
func (b *inboxes) forget(but *inbox) {
	for id, box := range b.box {
		if len(b.box) <= maxInboxes {
			return
		}
		if box != but && box.waiting == 0 {
			delete(b.box, id)
		}
	}
}

// leave ends a turn.
func (b *inbox) leave() {
	<-b.busy
	b.of.mu.Lock()
	b.waiting--
	b.of.mu.Unlock()
}

// open gives a run what is known of its source, and the report that it goes on
// with. Until keep, nothing counts as known.
func (b *inbox) open(ctx context.Context, h *harvest) error {
	state, err := h.Store.State(ctx, h.source.ID)
	if err != nil {
		return err
	}
	known := b.known
	b.known = nil
	if known != nil && bytes.Equal(state.Cursor, known.state.Cursor) && h.window.recall(state.Validator, h.stamp) {
		h.memory = *known
		h.memory.state = state
		h.memory.wrote, h.memory.heard, h.cursor = map[schema.IRI]schema.Digest{}, map[schema.IRI]bool{}, nil
	} else if h.memory, err = recall(ctx, h.Store, h.source.ID, h.stamp, &h.window); err != nil {
		return err
	} else {
		known = nil
	}
	if h.sent.Single && known != nil && b.report != nil && h.now.Sub(b.reported) < gather {
		h.report, h.terms = *b.report, b.terms
		h.run.Continues, h.run.Outcome, h.run.Error = true, "", ""
	} else {
		h.report.start(h.source.ID, h.now)
		b.reported = h.now
	}
	h.report.hidden = secretsOf(h.source)
	return nil
}

// keep takes what a run that came to its end leaves for the next one.
func (b *inbox) keep(h *harvest) {
	b.report, b.terms = nil, nil
	if h.sent.Single {
		r := h.report
		b.report, b.terms = &r, h.terms
	}
	if len(h.items) > maxKeptItems {
		return
	}
	for _, key := range h.sent.keys {
		if it := h.items[key]; it != nil {
			it.status = unseen
		}
	}
	for iri, digest := range h.wrote {
		if digest.IsZero() {
			delete(h.stored, iri)
			delete(h.came, iri)
			continue
		}
		k := h.stored[iri]
		if k == nil {
			k = &past{iri: iri, uses: h.came[iri]}
			h.stored[iri] = k
			delete(h.came, iri)
		}
		k.digest = digest
		h.heard[iri] = true
	}
	h.hear()
	m := h.memory
	m.valid, m.cursor, m.before = true, nil, len(m.items)
	b.known = &m
}

// hear works out what items say by now of the records of which they say other
// things than before, or which are stored otherwise; an item's own one is as that
// item says.
func (m *memory) hear() {
	of := map[schema.IRI]*past{}
	for iri := range m.heard {
		k, owner := m.stored[iri], m.owners[iri]
		switch {
		case k == nil:
		case owner != nil && owner.owns(iri) && says(owner.refs[0].Digest, k.digest):
			k.said, k.best = owner.refs[0].Digest, owner.refs[0].Digest
		default:
			k.said, k.best = mark{}, mark{}
			of[iri] = k
		}
	}
	if len(of) == 0 {
		return
	}
	for _, it := range m.items {
		for _, r := range it.refs {
			k := of[r.IRI]
			if k == nil {
				continue
			}
			if says(r.Digest, k.digest) {
				k.said = r.Digest
			}
			if richer(r.Digest, k.best) {
				k.best = r.Digest
			}
		}
	}
}
