package harvest_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"moselle/hub/harvest"
	"moselle/hub/store"
	"moselle/schema"
)

// diary notes when a source is read.
type diary struct {
	mu    sync.Mutex
	read  map[schema.SourceID][]time.Time
	most  int // sources read at the same time
	now   int
	takes time.Duration
}

// source declares a source whose reading is noted, and takes a while.
func (d *diary) source(id schema.SourceID, next func(time.Time) time.Time) harvest.Source {
	s := listing(thing("Work", "w", "Work"))
	s.read = func(ctx context.Context, _ int) {
		d.mu.Lock()
		d.read[id] = append(d.read[id], time.Now())
		d.now++
		d.most = max(d.most, d.now)
		d.mu.Unlock()
		select {
		case <-time.After(d.takes):
		case <-ctx.Done():
		}
		d.mu.Lock()
		d.now--
		d.mu.Unlock()
	}
	out := s.source()
	out.ID, out.Next = id, next
	return out
}

func every(d time.Duration) func(time.Time) time.Time {
	return func(last time.Time) time.Time { return last.Add(d) }
}

func never(time.Time) time.Time { return time.Time{} }

// scheduled runs a scheduler for a time, in a bubble of its own.
func scheduled(t *testing.T, span time.Duration, d *diary, s harvest.Scheduler, sources func() []harvest.Source) {
	h := newHub(t)
	synctest.Test(t, func(t *testing.T) {
		d.read = map[schema.SourceID][]time.Time{}
		h.runner.Now = time.Now
		if s.Runner == nil {
			s.Runner = h.runner
		}
		s.Sources = sources()
		ctx, cancel := context.WithTimeout(t.Context(), span)
		defer cancel()
		if err := s.Run(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("Run() = %v, want %v", err, context.DeadlineExceeded)
		}
	})
}

func TestSchedule(t *testing.T) {
	t.Parallel()
	d := &diary{takes: time.Minute}
	start := time.Time{}
	scheduled(t, 100*time.Hour, d, harvest.Scheduler{Workers: 4}, func() []harvest.Source {
		start = time.Now()
		asked := d.source("asked", nil)
		return []harvest.Source{d.source("hourly", every(time.Hour)), d.source("daily", every(24*time.Hour)), asked, d.source("never", never)}
	})
	for id, c := range map[schema.SourceID]struct{ wait, jitter time.Duration }{"hourly": {time.Hour, 6 * time.Minute}, "daily": {24 * time.Hour, 10 * time.Minute}} {
		times := d.read[id]
		if len(times) == 0 || !times[0].Equal(start) {
			t.Fatalf("%s was read at %v, want at once", id, times)
		}
		for i := range times[1:] {
			if gap := times[i+1].Sub(times[i]); gap < c.wait || gap > c.wait+c.jitter {
				t.Errorf("%s was read after %v, want %v and at most %v more", id, gap, c.wait, c.jitter)
			}
		}
		if want := int(100 * time.Hour / (c.wait + c.jitter)); len(times) < want {
			t.Errorf("%s was read %d times, want at least %d", id, len(times), want)
		}
	}
	for _, id := range []schema.SourceID{"asked", "never"} {
		if len(d.read[id]) > 0 {
			t.Errorf("%s was read at %v, want never", id, d.read[id])
		}
	}
}

func TestScheduleWorkers(t *testing.T) {
	t.Parallel()
	for _, workers := range []int{0, 2} {
		d := &diary{takes: 10 * time.Minute}
		scheduled(t, 4*time.Hour, d, harvest.Scheduler{Workers: workers}, func() []harvest.Source {
			var out []harvest.Source
			for _, id := range []schema.SourceID{"a", "b", "c", "d"} {
				out = append(out, d.source(id, every(5*time.Minute))) // it takes longer than it waits
			}
			return out
		})
		if d.most != max(1, workers) {
			t.Errorf("%d sources were read at the same time, want %d", d.most, max(1, workers))
		}
		for id, times := range d.read {
			for i := range times[1:] {
				if gap := times[i+1].Sub(times[i]); gap < d.takes {
					t.Errorf("%s was read again after %v, before it had ended", id, gap)
				}
			}
		}
	}
}

// A source read a while ago, by whomever, is not due before its time.
func TestScheduleRemembers(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	d := &diary{}
	start := time.Time{}
	scheduled(t, 2*time.Hour, d, harvest.Scheduler{Runner: h.runner}, func() []harvest.Source {
		h.runner.Now = time.Now
		start = time.Now()
		if err := h.store.SaveRun(t.Context(), store.Run{Source: "a", Started: start.Add(-time.Hour / 2), Outcome: harvest.Complete}); err != nil {
			t.Fatal(err)
		}
		return []harvest.Source{d.source("a", every(time.Hour))}
	})
	if times := d.read["a"]; len(times) == 0 || times[0].Sub(start) < time.Hour/2 || times[0].Sub(start) > time.Hour/2+6*time.Minute {
		t.Errorf("read at %v, want half an hour after %v", times, start)
	}
}

// A run that the hub itself fails is tried again a minute later.
func TestScheduleRetries(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	d := &diary{}
	scheduled(t, 570*time.Second, d, harvest.Scheduler{Runner: h.runner}, func() []harvest.Source {
		h.runner.Now, h.runner.Store = time.Now, &broken{h.store, 0}
		return []harvest.Source{d.source("a", every(time.Hour))}
	})
	if n := len(d.read["a"]); n != 10 {
		t.Errorf("read %d times in nine and a half minutes, want 10", n)
	}
}

// Run returns after the harvest under way has ended.
func TestScheduleWaitsForTheRun(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	synctest.Test(t, func(t *testing.T) {
		h.runner.Now = time.Now
		ended := false
		s := listing(work("w1", "One"))
		s.read = func(ctx context.Context, _ int) {
			<-ctx.Done()
			<-time.After(time.Minute) // it does not let go at once
			ended = true
		}
		source := s.source()
		source.Next = every(time.Hour)
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		_ = (&harvest.Scheduler{Runner: h.runner, Sources: []harvest.Source{source}}).Run(ctx)
		if !ended {
			t.Error("Run() returned while a harvest was under way")
		}
	})
}
