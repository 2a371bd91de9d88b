package fetch

import (
	"context"
	"sync"
	"time"
)

// maxHosts bounds how many hosts the pacer remembers before it forgets those
// whose turn is long past.
const maxHosts = 1000

// pacer keeps requests to one host apart.
type pacer struct {
	gap   time.Duration
	now   func() time.Time
	sleep func(context.Context, time.Duration) error

	mu   sync.Mutex
	next map[string]time.Time // when a host may be asked again
}

// wait returns when it is the caller's turn, or with the context's error.
func (p *pacer) wait(ctx context.Context, host string) error {
	if d := p.turn(host); d > 0 {
		return p.sleep(ctx, d)
	}
	return ctx.Err()
}

// turn takes the host's next turn and returns how long it is until then.
func (p *pacer) turn(host string) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.now()
	if len(p.next) >= maxHosts {
		for h, at := range p.next {
			if at.Before(now) {
				delete(p.next, h)
			}
		}
	}
	at := p.next[host]
	if at.Before(now) {
		at = now
	}
	p.next[host] = at.Add(p.gap)
	return at.Sub(now)
}
