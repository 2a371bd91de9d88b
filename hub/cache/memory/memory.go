// Package memory keeps cached answers in the process, up to a number of bytes.
// It is the cache of a hub on one machine; hub/app opens it.
package memory

import (
	"context"
	"hash/maphash"

	"moselle/hub/cache"
)

// Cache is a cache in memory. Any number of goroutines may use it.
type Cache struct {
	seed   maphash.Seed
	shards []shard
	purges purges
}

var _ cache.Cache = (*Cache)(nil)

// A cache is split so that those who use it seldom wait for one another, but
// not into parts too small for a long answer.
const (
	maxShards = 16
	minShard  = 1 << 20
)

// New returns a cache that keeps up to limit bytes, the upkeep of its entries
// included. A value larger than a sixteenth of a large cache is not kept.
func New(limit int) *Cache {
	n := min(max(limit/minShard, 1), maxShards)
	c := &Cache{seed: maphash.MakeSeed(), shards: make([]shard, n)}
	for i := range c.shards {
		c.shards[i].init(limit / n)
	}
	return c
}

func (c *Cache) shard(key string) *shard {
	return &c.shards[maphash.String(c.seed, key)%uint64(len(c.shards))]
}

// Get returns the value under key, or the mark for its Set.
func (c *Cache) Get(_ context.Context, key string) (value []byte, miss cache.Mark, ok bool) {
	if value, ok = c.shard(key).get(key); ok {
		return value, 0, true
	}
	return nil, c.purges.mark(), false
}

// Set keeps value unless one of tags was purged since the mark.
func (c *Cache) Set(_ context.Context, key string, value []byte, since cache.Mark, tags ...string) {
	// The purges are asked under the shard's lock: a purge is noted before it
	// visits the shards, so it is either seen here or finds the entry there.
	c.shard(key).set(key, value, tags, func() bool { return c.purges.since(since, tags) })
}

// Purge drops all entries that carry one of tags.
func (c *Cache) Purge(_ context.Context, tags ...string) error {
	c.purges.note(tags)
	for i := range c.shards {
		c.shards[i].purge(tags)
	}
	return nil
}
