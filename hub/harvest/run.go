package harvest

import (
	"context"
	"errors"
	"time"

	"golang.org/x/sync/errgroup"

	"moselle/connectors"
	"moselle/hub/store"
	"moselle/schema"
)

// harvest is one run over one source. Three stages work side by side: the
// connector reads and maps (list), records are made (sealer), and what changed
// is stored (writer).
type harvest struct {
	*Runner
	source Source
	opts   Options
	conn   connectors.Connector
	memory
	stamp   []byte
	earlier []store.Run // the last reports, newest first
	asked   bool        // a question is open: see asked
	terms   *mapper
	window  window
	meter   meter
	now     time.Time // when it began
	sent    *Delivery // what was sent; nil for a reading

	write writer
	report
	next     connectors.Cursor
	complete bool // nothing was listed that cannot be told from the rest
	ended    bool // the listing came to its end, though it was not complete
	changes  bool // the listing holds changes only
}

func (r *Runner) begin(ctx context.Context, s Source, o Options) (*harvest, error) {
	h := r.prepare(s, o)
	h.report.start(s.ID, h.now)
	h.report.hidden = secretsOf(s)
	h.run.Declared = s.declared()
	var err error
	if h.memory, err = recall(ctx, r.Store, s.ID, h.stamp, &h.window); err != nil {
		return nil, err
	}
	if h.earlier, err = r.Store.Runs(ctx, s.ID, maxEarlier); err != nil {
		return nil, err
	}
	h.asked = asked(h.earlier)
	switch {
	case o.Confirm:
		h.cursor = nil // what was not deleted the last time has to be seen to be missing again
	case h.state.Midway && failures(h.earlier, h.run.Declared) >= maxResumed:
		h.cursor = nil // there is no way on from there
	}
	return h, h.connect(r.Open(s.Location))
}

// prepare returns a run that knows nothing of its source yet.
func (r *Runner) prepare(s Source, o Options) *harvest {
	h := &harvest{Runner: r, source: s, opts: o, now: r.Now().UTC(), stamp: s.stamp(), terms: newMapper(s.Terms), complete: true}
	h.window.Range = r.around(h.now)
	return h
}

// connect opens the source's connector, which reads what open gives it.
func (h *harvest) connect(open func(ctx context.Context, location string, since []byte) (*connectors.Body, error)) (err error) {
	s := h.source
	if h.sent != nil {
		s.Location = "request" // as messages call it
	}
	h.write.init(h)
	h.conn, err = s.Kind.Open(s.Settings, connectors.Env{
		Source: s.ID, Lang: s.Lang, Zone: s.Zone, License: s.MediaLicence, Log: h.Log.With("source", s.ID),
		Now: h.Now, Location: s.Location, Base: h.Base, Open: h.meter.open(open), Known: h.isKnown,
		Window: h.window.Window, ChangesOnly: func() { h.changes = true },
	})
	return err
}

// maxEarlier is how many reports of earlier runs are looked at, maxResumed how
// often in a row a run may fail to go on where another was broken off before
// everything is read anew.
const (
	maxEarlier = 20
	maxResumed = 3
)

// isKnown answers connectors.Env.Known. Where changes are listed nothing is
// recognised: of an item listed twice the last version counts, also when it is
// the one of the last run.
func (h *harvest) isKnown(raw []byte) (string, bool) {
	if h.changes {
		return "", false
	}
	key := h.known[h.rawDigest(raw)]
	return key, key != ""
}

// step is what one stage hands the next: an item or its refusal.
type step struct {
	item    connectors.Item
	raw     [16]byte
	refusal *connectors.Refusal
	records []sealed // the item's own first
}

// A chunk is what a stage hands over at once: at most chunkSteps steps and about
// chunkBytes of raw bytes. queue is how many may wait between two stages: as
// much as a batch, so that the others work on while one is committed.
const (
	chunkSteps = 64
	chunkBytes = 1 << 20
	queue      = 8
)

// read runs the three stages to the end of the listing, or of until; what was
// listed by then is stored as long as ctx lasts. What ends the listing early goes
// to the report; the error is the hub's own.
func (h *harvest) read(until, ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	listing, end := context.WithCancel(until)
	defer end()
	defer context.AfterFunc(ctx, end)()
	mapped, ready := make(chan []step, queue), make(chan []step, queue)
	var ended error
	g.Go(func() error {
		defer close(mapped)
		ended = h.list(listing, mapped)
		return ctx.Err()
	})
	g.Go(func() error {
		defer close(ready)
		sealer := newSealer(h)
		for steps := range mapped {
			if ctx.Err() != nil {
				continue // the hub has failed: nobody waits for it
			}
			for i := range steps {
				sealer.step(&steps[i])
			}
			select {
			case ready <- steps:
			case <-ctx.Done():
			}
		}
		return nil
	})
	g.Go(func() error {
		for steps := range ready {
			for i := range steps {
				if err := h.write.step(ctx, &steps[i]); err != nil {
					return err
				}
				steps[i] = step{} // a large item is not kept until its chunk is done
			}
		}
		return h.write.flush(ctx)
	})
	if err := g.Wait(); err != nil {
		return err
	}
	h.run.Unmapped = h.terms.left()
	h.run.Requests += int(h.meter.requests.Load())
	h.run.Bytes += h.meter.bytes.Load()
	switch {
	case ended == nil:
	case until.Err() != nil && h.sent != nil:
		h.run.Outcome, h.run.Error = Cancelled, "the request was broken off or took too long: what was answered for is stored, send the rest again"
	case until.Err() != nil:
		h.run.Outcome, h.run.Error = Cancelled, "the reading was cancelled before its end: what was read is kept, and nothing was deleted"
	case h.run.Read > 0:
		h.run.Outcome, h.run.Error = Partial, ended.Error()
	case errors.Is(ended, connectors.ErrUnchanged):
		h.run.Outcome = Unchanged
	default:
		h.run.Outcome, h.run.Error = Failed, ended.Error()
	}
	return nil
}

// list runs the connector and hands its items on in chunks, until ctx ends. It
// returns what ended the listing, nil at its proper end.
func (h *harvest) list(ctx context.Context, out chan<- []step) error {
	steps, size := make([]step, 0, chunkSteps), 0
	send := func() {
		if len(steps) > 0 {
			out <- steps // whoever receives does so to the end
			steps, size = make([]step, 0, chunkSteps), 0
		}
	}
	var ended error
	for it, err := range guarded(ctx, h.conn, h.cursor, h.Log.With("source", h.source.ID)) {
		var refusal *connectors.Refusal
		if err != nil && !errors.As(err, &refusal) {
			ended = err
			break
		}
		st := step{item: it, refusal: refusal}
		if refusal == nil {
			h.next = it.Next
			if !it.Same {
				st.raw = h.rawDigest(it.Raw)
			}
			size += len(it.Raw)
			st.item.Raw = nil
		}
		if steps = append(steps, st); len(steps) == chunkSteps || size >= chunkBytes {
			send()
		}
		if ended = ctx.Err(); ended != nil {
			break
		}
	}
	send()
	return ended
}

// item is what is known of one of the source's items.
type item struct {
	refs   []store.Ref // as of when it was read last; its own record first
	raw    [16]byte
	status status
}

// status is what this run has found of an item.
type status uint8

const (
	unseen    status = iota
	withdrawn        // the source said that it is gone
	refused          // listed, but what is listed cannot be kept: what was kept stays
	same             // listed as it was
	fresh            // read anew
	gone             // a complete listing did not hold it
)

// owns reports whether the record is the item's own.
func (it *item) owns(iri schema.IRI) bool { return len(it.refs) > 0 && it.refs[0].IRI == iri }
