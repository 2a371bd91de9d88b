package harvest

import (
	"cmp"
	"context"
	"crypto/rand"
	"fmt"
	"time"

	"moselle/connectors"
	"moselle/hub/fault"
	"moselle/hub/store"
)

// Delivery is what an institution sends of a source.
type Delivery struct {
	Body *connectors.Body // what the source's kind reads
	// Single is for one record of many that are sent one by one: their reports are
	// gathered in one.
	Single bool
	// Told is called with what became of the items, in their order, each time some
	// are stored for good; nil for nobody. After an error it is called no more; what
	// came is stored all the same, and the error returned at the end.
	Told func([]Told) error

	keys []string // of the items that were taken
	lost error    // of Told
}

// Take stores what an institution sends, the way that items go which are read: a
// run that lists changes alone. Nothing goes but what is said to go, and that at
// once, whatever the source's floor. Deliveries to one source are taken one after
// the other, over all processes; one that waits too long for its turn is
// fault.Unavailable. What is wrong with a delivery is in the report and in what is
// told; the error is the hub's own, or ctx's.
func (r *Runner) Take(ctx context.Context, s Source, d Delivery) (store.Run, error) {
	run, err := r.take(ctx, s, &d)
	if err != nil {
		return run, fmt.Errorf("source %s: %w", s.ID, err)
	}
	if !d.Single {
		r.Log.Info("received", "source", s.ID, "outcome", run.Outcome, "read", run.Read, "created", run.Created, "updated", run.Updated,
			"deleted", run.Deleted, "refused", run.Refused, "bytes", run.Bytes, "took", run.Ended.Sub(run.Started).Round(time.Millisecond))
	}
	return run, nil
}

func (r *Runner) take(ctx context.Context, s Source, d *Delivery) (store.Run, error) {
	box, err := r.inboxes.turn(ctx, s.ID)
	if err != nil {
		return store.Run{}, err
	}
	defer box.leave()
	until, keep, release, err := r.await(ctx, s)
	if err != nil {
		return store.Run{}, err
	}
	defer release()
	h := r.prepare(s, Options{})
	h.sent = d
	if err := box.open(keep, h); err != nil {
		return store.Run{}, err
	}
	if err := h.connect(func(context.Context, string, []byte) (*connectors.Body, error) { return d.Body, nil }); err != nil {
		return store.Run{}, err
	}
	if err := h.read(until, keep); err != nil {
		return h.report.run, cmp.Or(context.Cause(keep), err)
	}
	if err := h.finish(keep); err != nil {
		return h.report.run, err
	}
	run := h.report.done(r.Now())
	if err := r.Store.SaveRun(keep, run); err != nil {
		return run, fmt.Errorf("report: %w", err)
	}
	box.keep(h)
	return run, d.lost
}

// revise names what will be stored of a source that is sent, so that another
// process, and this one, can tell whether it is still what they know.
func (h *harvest) revise() []byte {
	h.state.Cursor = []byte(rand.Text())
	return h.state.Cursor
}

// patience is how long a delivery waits for another process to end its own, and
// look how long between two looks.
const (
	patience = 20 * time.Second
	look     = 50 * time.Millisecond
)

// await claims the source, waiting for whoever has it.
func (r *Runner) await(ctx context.Context, s Source) (until, keep context.Context, release func(), err error) {
	for last := time.Now().Add(patience); ; {
		until, keep, release, err = r.claim(ctx, s.ID)
		if err == nil || fault.Of(err) != fault.Unavailable || time.Now().After(last) {
			return until, keep, release, err
		}
		timer := time.NewTimer(look)
		select {
		case <-ctx.Done():
			timer.Stop()
			return nil, nil, nil, ctx.Err()
		case <-timer.C:
		}
	}
}
