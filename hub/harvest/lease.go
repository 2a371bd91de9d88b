package harvest

import (
	"context"
	"crypto/rand"
	"errors"
	"sync"
	"time"

	"moselle/hub/fault"
	"moselle/schema"
)

// leaseSpan is how long a claim on a source lasts unless it is renewed, and so
// how long a source waits after the process that read it was killed. grace is
// how long a run that was cancelled may take to store what it has read.
const (
	leaseSpan = time.Minute
	grace     = 30 * time.Second
)

// Why a run is ended before its time.
var (
	errTaken   = errors.New("another process has taken the source over, because this one did not answer for a minute")
	errStopped = errors.New("stopped by hand")
)

// running are the runs under way in this process, by source.
type running struct {
	mu   sync.Mutex
	stop map[schema.SourceID]context.CancelCauseFunc
}

func (r *running) add(source schema.SourceID, stop context.CancelCauseFunc) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.stop == nil {
		r.stop = map[schema.SourceID]context.CancelCauseFunc{}
	}
	r.stop[source] = stop
}

func (r *running) remove(source schema.SourceID) {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.stop, source)
}

// Cancel ends the run over a source that is under way in this process, and
// reports whether there was one. What was read is stored, and the next run goes
// on from there where the connector can.
func (r *Runner) Cancel(source schema.SourceID) bool {
	r.running.mu.Lock()
	defer r.running.mu.Unlock()
	stop := r.running.stop[source]
	if stop != nil {
		stop(errStopped)
	}
	return stop != nil
}

// claim takes the source for one run. It returns two contexts: until is how long
// the run may read, and ends with ctx, by Cancel, and when the claim is lost; keep
// is how long it may store (outlive). release is to be called at the end.
func (r *Runner) claim(ctx context.Context, source schema.SourceID) (until, keep context.Context, release func(), err error) {
	holder := rand.Text()
	c, err := r.Store.Claim(ctx, source, holder, leaseSpan)
	switch {
	case err != nil:
		return nil, nil, nil, err
	case c.Holder != holder:
		return nil, nil, nil, fault.New(fault.Unavailable, "it is being read by another process since %s; wait until it has ended (one that was killed lets go of it at %s)",
			c.Since.Format(time.DateTime+" MST"), c.Until.Format(time.TimeOnly+" MST"))
	}
	until, stop := context.WithCancelCause(ctx)
	keep, end := outlive(until)
	store := context.WithoutCancel(ctx)
	done := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		tick := time.NewTicker(leaseSpan / 3)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-tick.C:
			}
			c, err := r.Store.Claim(store, source, holder, leaseSpan)
			switch {
			case err != nil:
				r.Log.Warn("claim not renewed", "source", source, "err", err)
			case c.Holder != holder:
				end(errTaken) // first: not a record more may be stored
				stop(errTaken)
				return
			}
		}
	})
	r.running.add(source, stop)
	return until, keep, func() {
		r.running.remove(source)
		close(done)
		wg.Wait()
		stop(nil)
		end(nil)
		if err := r.Store.Release(store, source, holder); err != nil {
			r.Log.Warn("claim not released", "source", source, "err", err)
		}
	}, nil
}

// outlive returns a context for storing what was read: it ends a while after ctx
// does, or by end.
func outlive(ctx context.Context) (_ context.Context, end func(error)) {
	out, cancel := context.WithCancelCause(context.WithoutCancel(ctx))
	stop := context.AfterFunc(ctx, func() {
		timer := time.NewTimer(grace)
		defer timer.Stop()
		select {
		case <-timer.C:
			cancel(context.Cause(ctx))
		case <-out.Done():
		}
	})
	return out, func(cause error) { stop(); cancel(cause) }
}
