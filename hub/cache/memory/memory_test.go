package memory_test

import (
	"runtime"
	"strconv"
	"testing"

	"moselle/hub/cache"
	"moselle/hub/cache/cachetest"
	"moselle/hub/cache/memory"
)

func open(testing.TB) cache.Cache { return memory.New(64 << 20) }

func TestCache(t *testing.T)      { cachetest.Run(t, open) }
func BenchmarkCache(b *testing.B) { cachetest.Benchmark(b, open) }

// put keeps size bytes under key, with a tag of its own.
func put(t *testing.T, c cache.Cache, key string, size int) {
	_, mark, _ := c.Get(t.Context(), key)
	c.Set(t.Context(), key, make([]byte, size), mark, "tag "+key)
}

func has(t *testing.T, c cache.Cache, key string) bool {
	_, _, ok := c.Get(t.Context(), key)
	return ok
}

func TestBounded(t *testing.T) {
	for _, size := range []int{0, 100, 20_000} {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		const limit = 8 << 20
		c := memory.New(limit)
		for i := range 4 * limit / (size + 300) {
			put(t, c, "key "+strconv.Itoa(i), size)
		}
		runtime.GC()
		runtime.ReadMemStats(&after)
		if used := int64(after.HeapAlloc) - int64(before.HeapAlloc); used > 2*limit || used < limit/4 {
			t.Errorf("a cache of %d bytes filled with values of %d holds %d bytes", limit, size, used)
		}
		runtime.KeepAlive(c)
	}
}

func TestEviction(t *testing.T) {
	t.Parallel()
	c := memory.New(1 << 20)
	for i := range 20 {
		put(t, c, "often "+strconv.Itoa(i), 1000)
	}
	for i := range 10_000 { // a crawler
		if i%100 == 0 {
			for i := range 20 {
				if !has(t, c, "often "+strconv.Itoa(i)) {
					t.Fatalf("what is asked for often was dropped")
				}
			}
		}
		put(t, c, "once "+strconv.Itoa(i), 1000)
	}
	if !has(t, c, "once 9999") {
		t.Errorf("the newest value is not kept")
	}
	if has(t, c, "once 0") {
		t.Errorf("10,000 values of 1 KB are kept in 1 MB")
	}
}

func TestTooLarge(t *testing.T) {
	t.Parallel()
	c := memory.New(1 << 20)
	put(t, c, "small", 100)
	put(t, c, "huge", 1<<20)
	if has(t, c, "huge") {
		t.Errorf("a value larger than the cache is kept")
	}
	if !has(t, c, "small") {
		t.Errorf("a value larger than the cache has pushed out another")
	}
	put(t, c, "small", 1<<20)
	if has(t, c, "small") {
		t.Errorf("a value is kept after a larger one has taken its place")
	}
	for _, limit := range []int{0, -1} {
		c := memory.New(limit)
		put(t, c, "any", 1)
		if has(t, c, "any") {
			t.Errorf("New(%d) keeps something", limit)
		}
	}
}
