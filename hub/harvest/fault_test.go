package harvest_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"moselle/connectors"
	"moselle/hub/harvest"
	"moselle/hub/store"
)

// panicking is a script that panics before its n-th step.
func panicking(n int, items ...connectors.Item) *script {
	s := listing(items...)
	s.read = func(_ context.Context, i int) {
		if i == n {
			panic("index out of range")
		}
	}
	return s
}

func TestPanickingConnector(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		at   int
		want store.Run
	}{
		{"at once", 0, store.Run{Outcome: harvest.Failed}},
		{"later", 2, store.Run{Outcome: harvest.Partial, Read: 2, Created: 2, Warned: 2}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			h := newHub(t)
			run := h.run(panicking(c.at, work("w1", "One"), work("w2", "Two"), work("w3", "Three")).source())
			outcome(t, run, c.want)
			if !strings.Contains(run.Error, "fault of the program") || !strings.Contains(run.Error, "index out of range") {
				t.Errorf("the report says %q, want that the program is at fault", run.Error)
			}
			// The next run is none the worse for it.
			run = h.run(listing(work("w1", "One"), work("w2", "Two"), work("w3", "Three")).source())
			if run.Outcome != harvest.Complete {
				t.Errorf("the next run is %s, want %s", run.Outcome, harvest.Complete)
			}
			h.keys("Work w1", "Work w2", "Work w3")
		})
	}
}

// A draft that no connector should make costs its item alone.
func TestBrokenDraft(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	broken := work("w2", "Two", person("p"))
	broken.Drafts[0].Graph = nil
	run := h.run(listing(work("w1", "One"), broken, work("w3", "Three", person("p"))).source())
	outcome(t, run, store.Run{Outcome: harvest.Complete, Read: 3, Created: 3, Refused: 1, Warned: 2})
	h.keys("Person p", "Work w1", "Work w3")
}

// broken is a store that fails at the n-th batch.
type broken struct {
	harvest.Store
	batches int
}

var errDisk = errors.New("no room is left on the disk")

func (b *broken) Apply(ctx context.Context, batch store.Batch) (store.Seq, error) {
	if b.batches--; b.batches < 0 {
		return 0, errDisk
	}
	return b.Store.Apply(ctx, batch)
}

// endless lists works for ever, and notes when the loop over it has ended.
type endless struct{ freed *bool }

func (e endless) Harvest(ctx context.Context, _ connectors.Cursor) iter.Seq2[connectors.Item, error] {
	return func(yield func(connectors.Item, error) bool) {
		defer func() { *e.freed = true }()
		for i := 0; ctx.Err() == nil; i++ {
			if !yield(work(fmt.Sprintf("w%d", i), "Work"), nil) {
				return
			}
		}
		yield(connectors.Item{}, ctx.Err())
	}
}

func (e endless) source() harvest.Source {
	s := (&script{}).source()
	s.Kind = connectors.NewKind("endless", "A test.", 1, struct{}{}, nil, func(struct{}, connectors.Env) (connectors.Connector, error) { return e, nil })
	return s
}

// bubbled harvests in a bubble, which fails when a goroutine is left behind.
func (h *hub) bubbled(ctx context.Context, s harvest.Source, o harvest.Options) (run store.Run, err error) {
	synctest.Test(h.t.(*testing.T), func(*testing.T) { run, err = h.runner.Run(ctx, s, o) })
	return run, err
}

func TestStoreFails(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	freed := false
	h.runner.Store, h.runner.Batch = &broken{h.store, 3}, 10
	run, err := h.bubbled(t.Context(), endless{&freed}.source(), harvest.Options{})
	if !errors.Is(err, errDisk) || !strings.Contains(err.Error(), string(house)) {
		t.Errorf("Run() = %v, want the store's error with the source", err)
	}
	if !freed {
		t.Error("the connector's loop goes on")
	}
	if got := len(h.live(house)); got != 30 || run.Created < 30 {
		t.Errorf("%d records are stored, want the 30 of three batches", got)
	}
}

func TestCancelled(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	freed := false
	h.runner.Batch = 10
	ctx, cancel := context.WithCancel(t.Context())
	written := 0
	run, err := h.bubbled(ctx, endless{&freed}.source(), harvest.Options{Progress: func(r store.Run) {
		if written = r.Created; written >= 50 {
			cancel()
		}
	}})
	if err != nil || run.Outcome != harvest.Cancelled || run.Error == "" || !freed {
		t.Errorf("Run() = %s, %v (connector freed: %v), want %s", run.Outcome, err, freed, harvest.Cancelled)
	}
	records, items := h.live(house), 0
	for it, err := range h.store.Items(t.Context(), house) {
		if err != nil {
			t.Fatal(err)
		}
		items++
		if records["Work "+it.Key] == "" {
			t.Errorf("item %s has no record", it.Key)
		}
	}
	if len(records) != run.Created || items != run.Read || run.Read < written {
		t.Errorf("%d records and %d items are stored, want the %d that were read", len(records), items, run.Read)
	}
	if runs, err := h.store.Runs(t.Context(), house, 1); err != nil || len(runs) != 1 || runs[0].Outcome != harvest.Cancelled {
		t.Errorf("Runs() = %v, %v, want the report of the cancelled run", runs, err)
	}
}

// A connector that waits for its source ends with the context.
func TestCancelledWhileWaiting(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	synctest.Test(t, func(t *testing.T) {
		s := listing(work("w1", "One"), work("w2", "Two"))
		s.read = func(ctx context.Context, i int) {
			if i == 1 {
				<-ctx.Done()
			}
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		run, err := h.runner.Run(ctx, s.source(), harvest.Options{})
		if err != nil || run.Outcome != harvest.Cancelled || run.Read == 0 {
			t.Errorf("Run() = %+v, %v, want a cancelled run that has read", run, err)
		}
	})
}

func TestSettingsAreRefused(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	s := listing(work("w1", "One")).source()
	s.Settings = settings(t, "nonsense: true")
	if _, err := h.runner.Run(t.Context(), s, harvest.Options{}); err == nil || !strings.Contains(err.Error(), "nonsense") {
		t.Errorf("Run() = %v, want an error that names the setting", err)
	}
}

// stubborn goes on after the loop over it has ended.
type stubborn struct{}

func (stubborn) Harvest(context.Context, connectors.Cursor) iter.Seq2[connectors.Item, error] {
	return func(yield func(connectors.Item, error) bool) {
		yield(work("w1", "One"), nil)
		yield(connectors.Item{}, errors.New("the line went dead"))
		yield(work("w2", "Two"), nil)
		panic("and never ends")
	}
}

func TestStubbornConnector(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	s := (&script{}).source()
	s.Kind = connectors.NewKind("stubborn", "A test.", 1, struct{}{}, nil, func(struct{}, connectors.Env) (connectors.Connector, error) { return stubborn{}, nil })
	outcome(t, h.run(s), store.Run{Outcome: harvest.Partial, Read: 1, Created: 1, Warned: 1})
}
