package memory

import (
	"slices"
	"sync"
	"sync/atomic"
)

// upkeep and tagUpkeep are what an entry and each of its tags cost beside their
// bytes: map cells, list and struct.
const (
	upkeep    = 200
	tagUpkeep = 80
)

// entry is one value with its neighbours in the order of arrival.
type entry struct {
	key          string
	value        []byte
	tags         []string
	size         int
	used         atomic.Bool // since the hand last passed
	newer, older *entry
}

// shard is a part of the cache. It makes room by SIEVE (Zhang et al., NSDI
// 2024): a hand goes from the oldest entry to the newest, spares those used
// since it last came by, and drops the first that was not. So a hit writes one
// flag and needs the lock for reading alone, and a crawler that asks for
// everything once does not push out what is asked for often.
type shard struct {
	mu             sync.RWMutex
	limit, size    int
	entries        map[string]*entry
	tagged         map[string]map[*entry]struct{}
	newest, oldest *entry
	hand           *entry // nil stands at the oldest
}

func (s *shard) init(limit int) {
	s.limit = limit
	s.entries = map[string]*entry{}
	s.tagged = map[string]map[*entry]struct{}{}
}

func (s *shard) get(key string) ([]byte, bool) {
	s.mu.RLock()
	e := s.entries[key]
	s.mu.RUnlock()
	if e == nil {
		return nil, false
	}
	if !e.used.Load() { // most of the time it is: leave the cache line alone
		e.used.Store(true)
	}
	return e.value, true
}

// set keeps the value in place of what was under key, unless it is stale, which
// is asked under the lock.
func (s *shard) set(key string, value []byte, tags []string, stale func() bool) {
	e := &entry{key: key, value: value, tags: slices.Clone(tags), size: upkeep + len(key) + len(value)}
	for _, tag := range tags {
		e.size += tagUpkeep + len(tag)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if stale() {
		return
	}
	if old := s.entries[key]; old != nil {
		s.drop(old)
	}
	if e.size > s.limit {
		return
	}
	for s.size+e.size > s.limit {
		s.evict()
	}
	s.entries[key] = e
	for _, tag := range tags {
		if s.tagged[tag] == nil {
			s.tagged[tag] = map[*entry]struct{}{}
		}
		s.tagged[tag][e] = struct{}{}
	}
	s.size += e.size
	e.older = s.newest
	if s.newest != nil {
		s.newest.newer = e
	} else {
		s.oldest = e
	}
	s.newest = e
}

// evict drops the first entry from the hand on that was not used.
func (s *shard) evict() {
	e := s.hand
	if e == nil {
		e = s.oldest
	}
	for e.used.Swap(false) {
		if e = e.newer; e == nil {
			e = s.oldest
		}
	}
	s.hand = e
	s.drop(e)
}

// drop forgets an entry; a hand on it goes on to the next.
func (s *shard) drop(e *entry) {
	delete(s.entries, e.key)
	for _, tag := range e.tags {
		delete(s.tagged[tag], e)
		if len(s.tagged[tag]) == 0 {
			delete(s.tagged, tag)
		}
	}
	if s.hand == e {
		s.hand = e.newer
	}
	if e.newer != nil {
		e.newer.older = e.older
	} else {
		s.newest = e.older
	}
	if e.older != nil {
		e.older.newer = e.newer
	} else {
		s.oldest = e.newer
	}
	s.size -= e.size
}

func (s *shard) purge(tags []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, tag := range tags {
		for e := range s.tagged[tag] {
			s.drop(e)
		}
	}
}
