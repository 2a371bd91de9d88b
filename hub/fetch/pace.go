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

	mu     sync.Mutex
	next   map[string]time.Time     // when a host may be asked again
	slower map[string]time.Duration // the gap that a host asks for
}

// slow takes note of the gap that a host asks for, 0 for none.
func (p *pacer) slow(host string, gap time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.slower) >= maxHosts {
		clear(p.slower) // their robots.txt says it again
	}
	delete(p.slower, host)
	if gap > p.gap {
		p.slower[host] = gap
	}
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
	p.next[host] = at.Add(max(p.gap, p.slower[host]))
	return at.Sub(now)
}
