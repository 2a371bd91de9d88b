package storetest

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"moselle/hub/store"
	"moselle/schema"
)

func testChanges(t *testing.T, e *env) {
	s := e.store(t)
	var want []store.Change
	for i := range 60 {
		source := []schema.SourceID{"museum", "theatre"}[i%2]
		class := []string{"Event", "Place", "Person"}[i%3]
		want = append(want, store.Change{Op: store.Create, Record: RecordOf(source, class, i, 1)})
	}
	started := time.Now().Add(-time.Minute)
	apply(t, s, want[:20]...)
	apply(t, s, want[20:]...)
	for _, f := range []store.Filter{{}, {Class: "Event"}, {Source: "museum"}, {Class: "Person", Source: "theatre"}, {Class: "Work"}, {Source: "library"}} {
		for _, after := range []store.Seq{0, 1, 30, 59, 60, 1000} {
			var expect, got []schema.Record
			for i, c := range want {
				if store.Seq(i+1) > after && (f.Class == "" || f.Class == c.Record.Class) && (f.Source == "" || f.Source == c.Record.Source) {
					expect = append(expect, c.Record)
				}
			}
			for c, err := range s.Changes(t.Context(), after, f) {
				if err != nil {
					t.Fatalf("Changes(%d, %v) = %v", after, f, err)
				}
				if c.At.Before(started) || c.At.After(time.Now().Add(time.Minute)) || c.At.Location() != time.UTC {
					t.Fatalf("entry %d is of %v, want now, UTC", c.Seq, c.At)
				}
				got = append(got, c.Record)
			}
			same(t, fmt.Sprintf("Changes(%d, %v)", after, f), got, expect)
		}
	}
	for range s.Changes(t.Context(), 0, store.Filter{}) {
		break // breaking off is no trouble
	}
}

func testOldVersions(t *testing.T, e *env) {
	s := e.store(t)
	v1, v2, v3 := Record(1, 1), Record(1, 2), Record(1, 3)
	v3.Modified = v3.Modified.Add(time.Hour)
	apply(t, s, put(v1))
	apply(t, s, put(v2))
	apply(t, s, remove(v2, "rights"))
	apply(t, s, put(v3))
	got := log(t, s, 0)
	if len(got) != 4 {
		t.Fatalf("log has %d entries, want 4", len(got))
	}
	same(t, "first version", got[0].Record, v1)
	same(t, "second version", got[1].Record, v2)
	if r := got[2].Record; len(r.Triples)+len(r.View) > 0 || !r.Digest.IsZero() {
		t.Errorf("a deletion carries content: %v", r)
	}
	same(t, "third version", got[3].Record, v3)
}

// testCommitOrder has several writers and a reader that always goes on from the
// last position it has seen: it must see every entry, whoever commits when.
func testCommitOrder(t *testing.T, e *env) {
	s := e.store(t)
	const writers, batches, size = 4, 20, 5
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	var wg sync.WaitGroup
	for w := range writers {
		wg.Go(func() {
			source := schema.SourceID(fmt.Sprintf("source-%d", w))
			for b := range batches {
				batch := store.Batch{Source: source}
				for i := range size {
					batch.Changes = append(batch.Changes, put(RecordOf(source, "Place", b*size+i, 1)))
				}
				if b%5 == 4 { // one that is taken back
					batch.Changes = append(batch.Changes, store.Change{Record: Record(1, 1)})
				}
				seq, err := s.Apply(ctx, batch)
				if (err != nil) != (b%5 == 4) {
					t.Errorf("Apply() = %v", err)
					return
				}
				if now, err := s.Last(ctx); err == nil && now < seq {
					t.Errorf("Last() = %d after Apply() = %d", now, seq)
				}
			}
		})
	}
	const total = writers * size * (batches - batches/5)
	perSource := map[schema.SourceID]int{}
	seen := store.Seq(0)
	for seen < total && ctx.Err() == nil {
		for c, err := range s.Changes(ctx, seen, store.Filter{}) {
			if err != nil {
				t.Errorf("Changes(%d) = %v", seen, err)
				cancel()
				break
			}
			if c.Seq != seen+1 {
				t.Errorf("entry %d follows %d", c.Seq, seen)
				cancel()
				break
			}
			seen = c.Seq
			perSource[c.Record.Source]++
		}
	}
	wg.Wait()
	for w := range writers {
		source := schema.SourceID(fmt.Sprintf("source-%d", w))
		if got := perSource[source]; got != total/writers {
			t.Errorf("the reader saw %d entries of %s, want %d", got, source, total/writers)
		}
	}
}

func testClock(t *testing.T, e *env) {
	clock := time.Date(2026, 10, 25, 2, 30, 0, 0, time.FixedZone("CEST", 7200))
	var mu sync.Mutex
	e.now = func() time.Time {
		mu.Lock()
		defer mu.Unlock()
		clock = clock.Add(-time.Hour)
		return clock
	}
	s := e.store(t)
	for i := range 5 {
		apply(t, s, put(Record(i, 1)))
	}
	mu.Lock()
	clock = clock.AddDate(0, 0, 1)
	mu.Unlock()
	apply(t, s, put(Record(5, 1)))
	var got []time.Time
	for _, c := range log(t, s, 0) {
		got = append(got, c.At)
	}
	first := time.Date(2026, 10, 24, 23, 30, 0, 0, time.UTC)
	same(t, "times", got, []time.Time{first, first, first, first, first, time.Date(2026, 10, 25, 18, 30, 0, 0, time.UTC)})
}
