package follow

import (
	"context"
	"time"

	"moselle/hub/fault"
	"moselle/hub/store"
)

// progress is a follower with how far it has come.
type progress struct {
	Follower
	wake chan struct{} // holds one: there may be something new

	// Of the goroutine that moves it.
	failures int // since it last worked
	failing  time.Time

	// Guarded by Runner.mu.
	at      store.Seq
	known   bool // at has been found out
	rebuild bool // it is to start over
}

func (p *progress) alert() {
	select {
	case p.wake <- struct{}{}:
	default: // it has not looked since the last time
	}
}

// pause returns how long to wait after the last failure.
func (p *progress) pause() time.Duration {
	return min(firstPause<<min(p.failures-1, 10), lastPause)
}

func (r *Runner) named(name string) *progress {
	for _, p := range r.followers {
		if p.Name() == name {
			return p
		}
	}
	return nil
}

func (r *Runner) position(p *progress) (at store.Seq, known, rebuild bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return p.at, p.known, p.rebuild
}

// begin sets where the follower goes on from.
func (r *Runner) begin(p *progress, at store.Seq) {
	r.mu.Lock()
	defer r.mu.Unlock()
	p.at, p.known, p.rebuild = at, true, false
	r.announce()
}

// advance notes that the follower has come to at, unless it is to start over.
func (r *Runner) advance(p *progress, at store.Seq) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if p.rebuild {
		p.alert()
		return false
	}
	p.at = at
	r.announce()
	return true
}

// announce wakes those who wait for progress; mu is held.
func (r *Runner) announce() {
	close(r.moved)
	r.moved = make(chan struct{})
}

// Rebuild lets a follower start over from the first entry. An unknown name is
// fault.NotFound.
func (r *Runner) Rebuild(name string) error {
	p := r.named(name)
	if p == nil {
		return fault.New(fault.NotFound, "follower %s: there is none of that name", name)
	}
	r.mu.Lock()
	p.at, p.rebuild = 0, true
	r.mu.Unlock()
	p.alert()
	return nil
}

// Lag returns by name how many entries each follower has yet to see.
func (r *Runner) Lag(ctx context.Context) (map[string]uint64, error) {
	last, err := r.log.Last(ctx)
	if err != nil {
		return nil, err
	}
	lag := map[string]uint64{}
	for _, p := range r.followers {
		at, _, _ := r.position(p)
		lag[p.Name()] = uint64(last - min(at, last))
	}
	return lag, nil
}

// WaitFor returns when every follower has come to seq, with an error when ctx
// or Run ends before.
func (r *Runner) WaitFor(ctx context.Context, seq store.Seq) error {
	for {
		reached, moved := r.reached(seq)
		if reached {
			return nil
		}
		select {
		case <-moved:
		case <-ctx.Done():
			return ctx.Err()
		case <-r.stopped:
			return fault.New(fault.Unavailable, "the followers have stopped before entry %d", seq)
		}
	}
}

// reached reports whether all have come to seq, and what tells of the next step.
func (r *Runner) reached(seq store.Seq) (bool, <-chan struct{}) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, p := range r.followers {
		if p.at < seq || !p.known || p.rebuild {
			return false, r.moved
		}
	}
	return true, nil
}
