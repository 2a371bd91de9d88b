package memory

import (
	"sync"
	"sync/atomic"

	"moselle/hub/cache"
)

// remembered is how many purged tags a generation of purges holds.
const remembered = 1 << 15

// purges remembers what was purged lately, in two generations of bounded size;
// of what is older than both it knows only that it was before floor.
type purges struct {
	count atomic.Uint64 // purges so far: the mark of now

	mu            sync.RWMutex
	recent, older map[string]uint64 // tag -> its last purge
	turned, floor uint64            // the count when recent, and when older, began
}

func (p *purges) mark() cache.Mark { return cache.Mark(p.count.Load()) }

// note makes every mark handed out until now one from before the purge of tags.
func (p *purges) note(tags []string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	n := p.count.Add(1)
	for _, tag := range tags {
		if p.recent == nil || len(p.recent) >= remembered {
			p.older, p.floor = p.recent, p.turned
			p.recent, p.turned = map[string]uint64{}, n
		}
		p.recent[tag] = n
	}
}

// since reports whether one of tags was purged after the mark, as far as that
// is remembered, and true when it is not.
func (p *purges) since(mark cache.Mark, tags []string) bool {
	p.mu.RLock()
	defer p.mu.RUnlock()
	if uint64(mark) < p.floor {
		return true
	}
	for _, tag := range tags {
		if p.recent[tag] > uint64(mark) || p.older[tag] > uint64(mark) {
			return true
		}
	}
	return false
}
