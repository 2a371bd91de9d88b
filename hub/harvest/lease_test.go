package harvest_test

import (
	"context"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"moselle/hub/fault"
	"moselle/hub/harvest"
	"moselle/hub/store"
)

// waiting reads until somebody lets it go on, and says when it has begun.
func waiting(begun chan<- struct{}, on <-chan struct{}) *script {
	s := listing(work("w1", "One"), work("w2", "Two"))
	s.read = func(ctx context.Context, i int) {
		if i == 1 {
			close(begun)
			select {
			case <-on:
			case <-ctx.Done():
			}
		}
	}
	return s
}

// Of two processes on one database one reads a source; the other is told so,
// and no report is written of it.
func TestOneRunAtATime(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "hub.db")
	runner := func() *harvest.Runner {
		return &harvest.Runner{Store: openStore(t, path), Open: closed, Log: slog.New(slog.DiscardHandler), Now: time.Now}
	}
	one, two := runner(), runner()
	begun, on := make(chan struct{}), make(chan struct{})
	ended := make(chan store.Run, 1)
	go func() {
		run, err := one.Run(t.Context(), waiting(begun, on).source(), harvest.Options{})
		if err != nil {
			t.Errorf("Run() = %v", err)
		}
		ended <- run
	}()
	<-begun
	for _, r := range []*harvest.Runner{one, two} {
		_, err := r.Run(t.Context(), listing(work("w1", "Uno")).source(), harvest.Options{})
		if fault.Of(err) != fault.Unavailable {
			t.Errorf("a second Run() = %v, want it unavailable", err)
		}
	}
	other := listing(work("w1", "One")).source()
	other.ID = "other"
	if _, err := two.Run(t.Context(), other, harvest.Options{}); err != nil {
		t.Errorf("Run() of another source = %v", err)
	}
	close(on)
	if run := <-ended; run.Outcome != harvest.Complete || run.Read != 2 {
		t.Errorf("the first run is %s with %d items, want it complete with 2", run.Outcome, run.Read)
	}
	if _, err := two.Run(t.Context(), listing(work("w1", "Uno")).source(), harvest.Options{}); err != nil {
		t.Errorf("Run() after the first = %v", err)
	}
	if runs, err := two.Store.Runs(t.Context(), house, 10); err != nil || len(runs) != 2 {
		t.Errorf("Runs() = %d reports, %v, want those of the two that read", len(runs), err)
	}
}

// A claim lasts as long as its run; one that another took over ends the run,
// which stores no more.
func TestClaimIsRenewedAndLost(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	synctest.Test(t, func(t *testing.T) {
		h.runner.Now = time.Now
		begun, on := make(chan struct{}), make(chan struct{})
		ended := make(chan error, 1)
		go func() {
			_, err := h.runner.Run(t.Context(), waiting(begun, on).source(), harvest.Options{})
			ended <- err
		}()
		<-begun
		<-time.After(10*time.Minute + time.Second) // between two renewals
		c, err := h.store.Claim(t.Context(), house, "another", time.Hour)
		if err != nil || c.Holder == "another" {
			t.Fatalf("Claim() = %v, %v, want that of the run", c, err)
		}
		if err := h.store.Release(t.Context(), house, c.Holder); err != nil { // as if its time had run out
			t.Fatal(err)
		}
		if _, err := h.store.Claim(t.Context(), house, "another", time.Hour); err != nil {
			t.Fatal(err)
		}
		if err := <-ended; err == nil || !strings.Contains(err.Error(), "taken") || len(h.live(house)) != 0 {
			t.Errorf("Run() = %v with %d records stored, want it told and none stored", err, len(h.live(house)))
		}
		if c, err := h.store.Claim(t.Context(), house, "a third", time.Hour); err != nil || c.Holder != "another" {
			t.Errorf("Claim() = %v, %v, want that of the other", c, err)
		}
	})
}

// What a run reads until the hub is shut down is kept, and the source is due
// when the hub is back.
func TestShutdown(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	synctest.Test(t, func(t *testing.T) {
		h.runner.Now = time.Now
		begun, on := make(chan struct{}), make(chan struct{})
		source := waiting(begun, on).source()
		source.Next = every(24 * time.Hour)
		ctx, stop := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		go func() { ended <- (&harvest.Scheduler{Runner: h.runner, Sources: []harvest.Source{source}}).Run(ctx) }()
		<-begun
		stop()
		<-ended
		runs, err := h.store.Runs(t.Context(), house, 2)
		if err != nil || len(runs) != 1 || runs[0].Outcome != harvest.Cancelled || runs[0].Read == 0 || runs[0].Again.IsZero() {
			t.Fatalf("Runs() = %+v, %v, want one that was cancelled, due at once", runs, err)
		}
		h.keys("Work w1", "Work w2")

		again := listing(work("w1", "One"), work("w2", "Two")).source()
		again.Next = every(24 * time.Hour)
		ctx, stop = context.WithTimeout(t.Context(), time.Hour)
		defer stop()
		_ = (&harvest.Scheduler{Runner: h.runner, Sources: []harvest.Source{again}}).Run(ctx)
		if runs, err := h.store.Runs(t.Context(), house, 5); err != nil || len(runs) != 2 || runs[0].Outcome != harvest.Complete {
			t.Errorf("Runs() = %+v, %v, want another, complete", runs, err)
		}
	})
}
