package embedded

import (
	"context"
	"fmt"
	"sync"
)

// progress counts what was begun and what has ended, in the same order.
type progress struct {
	mu           *sync.Mutex
	begun, ended int
	changed      chan struct{} // closed at the next end
}

func newProgress() progress {
	return progress{mu: new(sync.Mutex), changed: make(chan struct{})}
}

func (p *progress) begin() {
	p.mu.Lock()
	p.begun++
	p.mu.Unlock()
}

func (p *progress) end() {
	p.mu.Lock()
	p.ended++
	close(p.changed)
	p.changed = make(chan struct{})
	p.mu.Unlock()
}

// wait returns when at most behind of what had begun by now have not ended.
func (p *progress) wait(ctx context.Context, behind int) error {
	p.mu.Lock()
	goal := p.begun - behind
	for p.ended < goal {
		changed := p.changed
		p.mu.Unlock()
		select {
		case <-changed:
		case <-ctx.Done():
			return fmt.Errorf("text index: waiting for the disk: %w", ctx.Err())
		}
		p.mu.Lock()
	}
	p.mu.Unlock()
	return ctx.Err()
}
