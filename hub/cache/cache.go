// Package cache keeps answers for as long as what they were made of stays the
// same. Entries carry tags; a change purges by tag. Backends are the folders
// below; cachetest/ is the contract as a suite.
package cache

import "context"

// Cache is a backend. A failing backend is a miss, never an error to its user.
// Values are shared: nobody writes to one after Set or Get.
//
// A value is read from the store, and only then set: when a change falls in
// between, its purge comes too early for the value that it makes stale. So a
// miss hands out a Mark, and Set leaves out what was purged since.
//
//	value, mark, ok := c.Get(ctx, key)
//	if !ok {
//		value = build() // reads the store after Get has returned
//		c.Set(ctx, key, value, mark, tags...)
//	}
type Cache interface {
	// Get returns the value under key or, when there is none, the mark that
	// its Set is to carry.
	Get(ctx context.Context, key string) (value []byte, miss Mark, ok bool)
	// Set keeps value under key until one of tags is purged, or room is
	// needed. When one was purged after since was handed out, nothing is kept;
	// nor need it be when since is older than the backend can tell.
	Set(ctx context.Context, key string, value []byte, since Mark, tags ...string)
	// Purge drops all entries that carry one of tags. When it returns no Get
	// on this backend gives one of them any more.
	Purge(ctx context.Context, tags ...string) error
}

// Mark is a moment in a cache's life, of use to that cache alone.
type Mark uint64
