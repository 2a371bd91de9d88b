// Package cachetest is the contract of cache.Cache as a suite that every
// backend runs, with its benchmarks.
package cachetest

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"

	"moselle/hub/cache"
)

// Opener opens an empty cache with room for some ten thousand short entries.
type Opener func(t testing.TB) cache.Cache

// Run checks a backend.
func Run(t *testing.T, open Opener) {
	for _, c := range []struct {
		name string
		test func(*testing.T, cache.Cache)
	}{
		{"get and set", testSet},
		{"purge", testPurge},
		{"replaced", testReplaced},
		{"set after a purge", testSetAfterPurge},
		{"marks of long ago", testOldMark},
		{"nothing stale under load", testRace},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			c.test(t, open(t))
		})
	}
}

// set keeps a value as its user does: asking first.
func set(t testing.TB, c cache.Cache, key, value string, tags ...string) {
	t.Helper()
	_, mark, _ := c.Get(t.Context(), key)
	c.Set(t.Context(), key, []byte(value), mark, tags...)
}

// want checks what is under key; "" is nothing.
func want(t testing.TB, c cache.Cache, key, value string) {
	t.Helper()
	if got, _, ok := c.Get(t.Context(), key); string(got) != value || ok != (value != "") {
		t.Errorf("Get(%s) = %q, %v, want %q", key, got, ok, value)
	}
}

func purge(t testing.TB, c cache.Cache, tags ...string) {
	t.Helper()
	if err := c.Purge(t.Context(), tags...); err != nil {
		t.Fatalf("Purge(%v) = %v", tags, err)
	}
}

func testSet(t *testing.T, c cache.Cache) {
	want(t, c, "a", "")
	set(t, c, "a", "first", "x")
	set(t, c, "b", "second")
	set(t, c, "", "third", "x", "x", "")
	want(t, c, "a", "first")
	want(t, c, "b", "second")
	want(t, c, "", "third")
	set(t, c, "empty", "")
	if got, _, ok := c.Get(t.Context(), "empty"); len(got) != 0 || !ok {
		t.Errorf("Get(empty) = %q, %v, want it kept", got, ok)
	}
}

func testPurge(t *testing.T, c cache.Cache) {
	set(t, c, "a", "1", "x", "y")
	set(t, c, "b", "2", "y", "z")
	set(t, c, "c", "3")
	for i := range 1000 {
		set(t, c, "many"+strconv.Itoa(i), "4", "w"+strconv.Itoa(i%3))
	}
	purge(t, c, "never seen")
	purge(t, c)
	want(t, c, "a", "1")
	purge(t, c, "x", "never seen")
	want(t, c, "a", "")
	want(t, c, "b", "2")
	purge(t, c, "z", "y")
	want(t, c, "b", "")
	want(t, c, "c", "3")
	purge(t, c, "w1")
	for i := range 1000 {
		value := "4"
		if i%3 == 1 {
			value = ""
		}
		want(t, c, "many"+strconv.Itoa(i), value)
	}
}

func testReplaced(t *testing.T, c cache.Cache) {
	_, mark, _ := c.Get(t.Context(), "a")
	c.Set(t.Context(), "a", []byte("old"), mark, "x", "y")
	c.Set(t.Context(), "a", []byte("new"), mark, "y", "z")
	want(t, c, "a", "new")
	purge(t, c, "x") // a tag of the old value
	want(t, c, "a", "new")
	purge(t, c, "z")
	want(t, c, "a", "")
}

func testSetAfterPurge(t *testing.T, c cache.Cache) {
	_, before, _ := c.Get(t.Context(), "a")
	purge(t, c, "x")
	c.Set(t.Context(), "a", []byte("stale"), before, "w", "x")
	want(t, c, "a", "")
	_, after, _ := c.Get(t.Context(), "a")
	c.Set(t.Context(), "a", []byte("fresh"), after, "w", "x")
	want(t, c, "a", "fresh")
	c.Set(t.Context(), "a", []byte("stale"), before, "x")
	want(t, c, "a", "fresh")
	c.Set(t.Context(), "b", []byte("of other things"), before, "y")
	want(t, c, "b", "of other things")
}

func testOldMark(t *testing.T, c cache.Cache) {
	_, mark, _ := c.Get(t.Context(), "a")
	purge(t, c, "x")
	tags := make([]string, 500)
	for i := range 400 {
		for j := range tags {
			tags[j] = fmt.Sprintf("tag-%d-%d", i, j)
		}
		purge(t, c, tags...)
	}
	c.Set(t.Context(), "a", []byte("stale"), mark, "x")
	want(t, c, "a", "")
	set(t, c, "a", "fresh", "x")
	want(t, c, "a", "fresh")
}

// testRace has values change and purged while others read and set them: once
// a purge has returned, nobody gets what was before.
func testRace(t *testing.T, c cache.Cache) {
	const keys, rounds, readers = 4, 20_000, 4
	var current, purged [keys]atomic.Int64 // version in the store, and after its purge
	done := make(chan struct{})
	var wg sync.WaitGroup
	for range readers {
		wg.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				k := rand.IntN(keys)
				key := strconv.Itoa(k)
				least := purged[k].Load()
				value, mark, ok := c.Get(t.Context(), key)
				if !ok {
					version := current[k].Load()
					runtime.Gosched() // time for a change and its purge
					c.Set(t.Context(), key, strconv.AppendInt(nil, version, 10), mark, "tag"+key, "all")
					continue
				}
				if got, err := strconv.ParseInt(string(value), 10, 64); err != nil || got < least {
					t.Errorf("Get(%s) = %q, want version %d or later", key, value, least)
					return
				}
			}
		})
	}
	for n := range rounds {
		k := n % keys
		version := current[k].Add(1)
		if err := c.Purge(t.Context(), "tag"+strconv.Itoa(k)); err != nil {
			t.Errorf("Purge() = %v", err)
			break
		}
		purged[k].Store(version)
		runtime.Gosched()
	}
	close(done)
	wg.Wait()
}

// Benchmark measures a backend with 5,000 entries of 2 KB and four tags each.
func Benchmark(b *testing.B, open Opener) {
	const n = 5000
	value := make([]byte, 2048)
	var keys [n]string
	tags := func(i int) []string {
		return []string{"record-" + strconv.Itoa(i), "record-" + strconv.Itoa(i/2), "class-event", "source-" + strconv.Itoa(i%20)}
	}
	c := open(b)
	for i := range keys {
		keys[i] = "https://hub.example/id/event/" + strconv.Itoa(i) + " application/ld+json fr"
		_, mark, _ := c.Get(b.Context(), keys[i])
		c.Set(b.Context(), keys[i], value, mark, tags(i)...)
	}
	b.Run("get", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			c.Get(b.Context(), keys[i*7919%n])
		}
	})
	b.Run("get in parallel", func(b *testing.B) {
		b.ReportAllocs()
		var next atomic.Int64
		b.RunParallel(func(pb *testing.PB) {
			for i := int(next.Add(1000)); pb.Next(); i++ {
				c.Get(b.Context(), keys[i*7919%n])
			}
		})
	})
	b.Run("set", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			k := i * 7919 % n
			_, mark, _ := c.Get(b.Context(), "miss")
			c.Set(b.Context(), keys[k], value, mark, tags(k)...)
		}
	})
	b.Run("purge", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			if err := c.Purge(b.Context(), "record-"+strconv.Itoa(i%n)); err != nil {
				b.Fatal(err)
			}
		}
	})
}
