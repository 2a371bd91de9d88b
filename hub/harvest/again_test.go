package harvest_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"moselle/hub/harvest"
	"moselle/hub/store"
)

// A source that keeps failing is read less and less often, at least once a day
// or as its schedule says; one good run and it is as before.
func TestFailingSource(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		every time.Duration
		gaps  []time.Duration // between the runs, without jitter
	}{
		"hourly":   {time.Hour, []time.Duration{1, 2, 4, 8, 16, 24, 24}},
		"daily":    {24 * time.Hour, []time.Duration{24, 24, 24}},
		"two-days": {48 * time.Hour, []time.Duration{48, 48}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHub(t)
			synctest.Test(t, func(t *testing.T) {
				h.runner.Now = time.Now
				var at []time.Time
				s := listing(work("w1", "One"))
				s.read = func(context.Context, int) { at = append(at, time.Now()) }
				bad := s.steps
				s.steps = []any{errors.New("no such host")}
				source := s.source()
				source.Next = every(c.every)
				var span time.Duration
				for _, g := range c.gaps {
					span += g*time.Hour + 10*time.Minute
				}
				ctx, stop := context.WithTimeout(t.Context(), span)
				_ = (&harvest.Scheduler{Runner: h.runner, Sources: []harvest.Source{source}}).Run(ctx)
				stop()
				if len(at) < len(c.gaps)+1 {
					t.Fatalf("read %d times in %v, want %d", len(at), span, len(c.gaps)+1)
				}
				for i, g := range c.gaps {
					if gap := at[i+1].Sub(at[i]); gap < g*time.Hour || gap > g*time.Hour+10*time.Minute {
						t.Errorf("pause %d is %v, want %v and at most ten minutes more", i+1, gap, g*time.Hour)
					}
				}
				runs, err := h.store.Runs(t.Context(), house, 100)
				if err != nil {
					t.Fatal(err)
				}
				for i, r := range runs {
					if first := i == len(runs)-1; r.Again.IsZero() != first || !first && !r.Again.After(r.Ended) {
						t.Errorf("report %d says that the source is tried again at %v", len(runs)-i, r.Again)
					}
				}
				s.steps = bad
				if run, err := h.runner.Run(t.Context(), source, harvest.Options{}); err != nil || run.Outcome != harvest.Complete || !run.Again.IsZero() {
					t.Errorf("Run() by hand = %s, again %v, %v, want it at once, then as scheduled", run.Outcome, run.Again, err)
				}
				s.steps = []any{errors.New("no such host")}
				if run, err := h.runner.Run(t.Context(), source, harvest.Options{}); err != nil || run.Outcome != harvest.Failed || !run.Again.IsZero() {
					t.Errorf("the first failure after that is %s, again %v, %v, want it tried as scheduled", run.Outcome, run.Again, err)
				}
			})
		})
	}
}

// A source that nobody schedules is tried when somebody asks.
func TestFailingManualSource(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	for _, next := range []func(time.Time) time.Time{nil, never} {
		source := listing().add(errors.New("no such host")).source()
		source.Next = next
		for range 3 {
			if run := h.run(source); run.Outcome != harvest.Failed || !run.Again.Equal(store.Run{}.Again) {
				t.Errorf("run is %s, again %v, want it failed and nothing said", run.Outcome, run.Again)
			}
		}
	}
}

// A source that keeps failing and whose declaration is changed is read at once,
// and its failures count from then on.
func TestMendedDeclaration(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	synctest.Test(t, func(t *testing.T) {
		h.runner.Now = time.Now
		var at []time.Time
		s := listing().add(errors.New("no such host"))
		s.read = func(context.Context, int) { at = append(at, time.Now()) }
		source := s.source()
		source.Next = every(time.Hour)
		for _, location := range []string{"https://one.example/", "https://two.example/"} {
			source.Location = location
			ctx, stop := context.WithTimeout(t.Context(), 8*time.Hour+50*time.Minute)
			_ = (&harvest.Scheduler{Runner: h.runner, Sources: []harvest.Source{source}}).Run(ctx)
			stop()
		}
		began := at[0]
		var hours []time.Duration
		for _, x := range at {
			hours = append(hours, x.Sub(began).Round(time.Hour)/time.Hour)
		}
		if want := []time.Duration{0, 1, 3, 7, 9, 10, 12, 16}; !slices.Equal(hours, want) {
			t.Errorf("read after %v hours, want after %v", hours, want)
		}
	})
}
