package storetest

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"moselle/hub/fault"
	"moselle/hub/store"
	"moselle/schema"
)

func testClaims(t *testing.T, e *env) {
	start := time.Date(2026, 5, 1, 3, 0, 0, 0, time.UTC)
	now := start
	e.now = func() time.Time { return now }
	s := e.store(t)
	claim := func(holder string, want store.Claim) {
		t.Helper()
		got, err := s.Claim(t.Context(), Source, holder, time.Minute)
		if err != nil {
			t.Fatalf("Claim(%s) = %v", holder, err)
		}
		same(t, "Claim("+holder+")", got, want)
	}
	claim("a", store.Claim{Holder: "a", Since: start, Until: start.Add(time.Minute)})
	now = start.Add(30 * time.Second)
	claim("b", store.Claim{Holder: "a", Since: start, Until: start.Add(time.Minute)})
	claim("a", store.Claim{Holder: "a", Since: start, Until: now.Add(time.Minute)})
	if c, err := s.Claim(t.Context(), "other", "b", time.Minute); err != nil || c.Holder != "b" {
		t.Errorf("Claim(b) of another source = %v, %v, want it given", c, err)
	}
	now = start.Add(2 * time.Minute) // its time is over
	claim("b", store.Claim{Holder: "b", Since: now, Until: now.Add(time.Minute)})
	release := func(holder string) {
		t.Helper()
		if err := s.Release(t.Context(), Source, holder); err != nil {
			t.Fatalf("Release(%s) = %v", holder, err)
		}
	}
	release("a") // it has lost it
	claim("a", store.Claim{Holder: "b", Since: now, Until: now.Add(time.Minute)})
	release("b")
	release("b")
	claim("a", store.Claim{Holder: "a", Since: now, Until: now.Add(time.Minute)})
	for _, bad := range []struct {
		source schema.SourceID
		holder string
		span   time.Duration
	}{{"", "a", 1}, {"x", "", 1}, {"x", "a", 0}} {
		if _, err := s.Claim(t.Context(), bad.source, bad.holder, bad.span); fault.Of(err) != fault.Invalid {
			t.Errorf("Claim(%q, %q, %v) = %v, want invalid", bad.source, bad.holder, bad.span, err)
		}
	}
}

func testManyClaims(t *testing.T, e *env) {
	stores := []store.Store{e.store(t), e.store(t)}
	var mu sync.Mutex
	given := 0
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Go(func() {
			holder := fmt.Sprint("holder ", i)
			c, err := stores[i%2].Claim(t.Context(), Source, holder, time.Hour)
			if err != nil {
				t.Errorf("Claim() = %v", err)
			}
			mu.Lock()
			defer mu.Unlock()
			if c.Holder == holder {
				given++
			}
		})
	}
	wg.Wait()
	if given != 1 {
		t.Errorf("%d holders were given the source, want 1", given)
	}
}

func testOldRuns(t *testing.T, e *env) {
	s := e.store(t)
	at := time.Date(2026, 5, 1, 3, 0, 0, 0, time.UTC)
	save := func(r store.Run) {
		if err := s.SaveRun(t.Context(), r); err != nil {
			t.Fatalf("SaveRun() = %v", err)
		}
	}
	save(store.Run{Source: "other", Started: at, Ended: at})
	for n := range store.KeptRuns + 5 {
		save(store.Run{Source: Source, Started: at, Ended: at, Read: n})
	}
	runs, err := s.Runs(t.Context(), Source, store.KeptRuns+100)
	if err != nil || len(runs) != store.KeptRuns || runs[0].Read != store.KeptRuns+4 || runs[len(runs)-1].Read != 5 {
		t.Errorf("Runs() = %d reports, %v, want the last %d", len(runs), err, store.KeptRuns)
	}
	if runs, err := s.Runs(t.Context(), "other", 10); err != nil || len(runs) != 1 {
		t.Errorf("Runs(other) = %d reports, %v, want its one", len(runs), err)
	}
}
