package follow

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"moselle/hub/store"
)

// A batch holds at most batchChanges changes and about batchBytes of data.
const (
	batchChanges = 2000
	batchBytes   = 8 << 20
)

// After a failure a follower pauses for firstPause, then twice as long each
// time, up to lastPause.
const (
	firstPause = time.Second
	lastPause  = time.Minute
)

// Options are what New may be told.
type Options struct {
	Log  *slog.Logger  // slog.Default() when nil
	Poll time.Duration // how often to look for what another process wrote; 5 s when 0
}

// Runner moves followers along a log.
type Runner struct {
	log         store.Log
	checkpoints store.Checkpoints
	logger      *slog.Logger
	poll        time.Duration
	followers   []*progress
	stopped     chan struct{} // closed when Run ends

	mu    sync.Mutex
	moved chan struct{} // closed and made anew when a follower has come further
}

// New returns a runner for followers, whose names must differ.
func New(log store.Log, checkpoints store.Checkpoints, o Options, followers ...Follower) (*Runner, error) {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.Poll == 0 {
		o.Poll = 5 * time.Second
	}
	r := &Runner{log: log, checkpoints: checkpoints, logger: o.Log, poll: o.Poll,
		stopped: make(chan struct{}), moved: make(chan struct{})}
	for _, f := range followers {
		if r.named(f.Name()) != nil {
			return nil, fmt.Errorf("follower %s: there are two of that name", f.Name())
		}
		r.followers = append(r.followers, &progress{Follower: f, wake: make(chan struct{}, 1)})
	}
	return r, nil
}

// Wake tells the followers that there is something new in the log. It never
// waits; call it after each commit.
func (r *Runner) Wake() {
	for _, p := range r.followers {
		p.alert()
	}
}

// Run moves each follower on its own goroutine until ctx ends, and returns when
// all have stopped. It is called once.
func (r *Runner) Run(ctx context.Context) {
	defer close(r.stopped)
	var all sync.WaitGroup
	for _, p := range r.followers {
		all.Go(func() { r.follow(ctx, p) })
	}
	all.Wait()
	<-ctx.Done()
}

// follow moves one follower for good.
func (r *Runner) follow(ctx context.Context, p *progress) {
	for ctx.Err() == nil {
		err := r.catchUp(ctx, p)
		switch {
		case ctx.Err() != nil: // that is why it failed, if it did
		case err != nil:
			r.failed(p, err)
			select {
			case <-time.After(p.pause()):
			case <-ctx.Done():
			}
		default:
			r.works(p)
			select {
			case <-p.wake:
			case <-time.After(r.poll):
			case <-ctx.Done():
			}
		}
	}
}

// catchUp hands the follower all there is in the log after its position.
func (r *Runner) catchUp(ctx context.Context, p *progress) error {
	at, err := r.start(ctx, p)
	if err != nil {
		return err
	}
	var batch []store.Change
	bytes := 0
	for c, err := range r.log.Changes(ctx, at, store.Filter{}) {
		if err != nil {
			return err
		}
		batch = append(batch, c)
		bytes += len(c.Record.Triples) + len(c.Record.View)
		if len(batch) < batchChanges && bytes < batchBytes {
			continue
		}
		if onward, err := r.hand(ctx, p, batch); err != nil || !onward {
			return err
		}
		batch, bytes = nil, 0 // the follower may keep the slice
	}
	if len(batch) > 0 {
		_, err = r.hand(ctx, p, batch)
	}
	return err
}

// start returns the position to go on from: as it was left, or, the first time,
// the follower's own or its checkpoint; 0 for a rebuild.
func (r *Runner) start(ctx context.Context, p *progress) (at store.Seq, err error) {
	at, known, rebuild := r.position(p)
	if rebuild {
		if err := r.checkpoints.SetCheckpoint(ctx, p.Name(), 0); err != nil {
			return 0, err
		}
		r.begin(p, 0)
		return 0, nil
	}
	if known {
		return at, nil
	}
	if own, ok := p.Follower.(Positioner); ok {
		at, err = own.Position(ctx)
	} else {
		at, err = r.checkpoints.Checkpoint(ctx, p.Name())
	}
	if err != nil {
		return 0, err
	}
	last, err := r.log.Last(ctx)
	if err != nil {
		return 0, err
	}
	if at > last {
		r.logger.Warn("follower is ahead of the log, which an older one has replaced; it starts over",
			"follower", p.Name(), "seq", at, "last", last)
		at = 0
	}
	r.begin(p, at)
	return at, nil
}

// hand lets the follower apply a batch and notes how far it has come. onward is
// false when it is to start over.
func (r *Runner) hand(ctx context.Context, p *progress, batch []store.Change) (onward bool, err error) {
	if err := p.Apply(ctx, batch); err != nil {
		return false, err
	}
	at := batch[len(batch)-1].Seq
	// What is done is noted, even when the end has come meanwhile.
	if err := r.checkpoints.SetCheckpoint(context.WithoutCancel(ctx), p.Name(), at); err != nil {
		return false, err
	}
	r.works(p)
	return r.advance(p, at), nil
}

// failed logs the first failure of a streak.
func (r *Runner) failed(p *progress, err error) {
	if p.failures++; p.failures == 1 {
		p.failing = time.Now()
		at, _, _ := r.position(p)
		r.logger.Error("follower fails; it is tried again until it works", "follower", p.Name(), "after", at, "err", err)
	}
}

// works logs the end of a streak.
func (r *Runner) works(p *progress) {
	if p.failures > 0 {
		r.logger.Info("follower works again", "follower", p.Name(), "failures", p.failures, "took", time.Since(p.failing))
		p.failures = 0
	}
}
