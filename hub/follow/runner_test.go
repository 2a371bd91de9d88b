package follow_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"moselle/hub/fault"
	"moselle/hub/follow"
	"moselle/hub/store"
	"moselle/hub/store/sqlite"
	"moselle/hub/store/storetest"
)

// recorder is a follower that notes what it is handed.
type recorder struct {
	name string
	fail func(call int) error // nil for never

	mu    sync.Mutex
	calls []time.Time
	sizes []int
	seqs  []store.Seq
}

func (r *recorder) Name() string { return r.name }

func (r *recorder) Apply(_ context.Context, changes []store.Change) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.calls = append(r.calls, time.Now())
	if r.fail != nil {
		if err := r.fail(len(r.calls)); err != nil {
			return err
		}
	}
	r.sizes = append(r.sizes, len(changes))
	for _, c := range changes {
		r.seqs = append(r.seqs, c.Seq)
	}
	return nil
}

// check checks that the recorder was handed from..to, each once and in order.
func (r *recorder) check(t *testing.T, from, to store.Seq) {
	t.Helper()
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.seqs) != int(to-from)+1 {
		t.Fatalf("%s was handed %d entries, want %d to %d", r.name, len(r.seqs), from, to)
	}
	for i, seq := range r.seqs {
		if seq != from+store.Seq(i) {
			t.Fatalf("%s was handed %d after %d entries from %d", r.name, seq, i, from)
		}
	}
}

func openStore(t *testing.T) store.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "hub.db"), sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// write writes n new records, the first numbered from.
func write(t *testing.T, s store.Store, from, n int) {
	t.Helper()
	b := store.Batch{Source: storetest.Source}
	for i := range n {
		b.Changes = append(b.Changes, store.Change{Op: store.Create, Record: storetest.Record(from+i, 1)})
	}
	if _, err := s.Apply(t.Context(), b); err != nil {
		t.Fatal(err)
	}
}

// start runs a runner until the end of the test, or until stop is called.
func start(t *testing.T, s store.Store, o follow.Options, followers ...follow.Follower) (r *follow.Runner, stop func()) {
	t.Helper()
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	r, err := follow.New(s, s, o, followers...)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() {
		defer close(done)
		r.Run(ctx)
	}()
	stop = func() { cancel(); <-done }
	t.Cleanup(stop)
	return r, stop
}

func waitFor(t *testing.T, r *follow.Runner, seq store.Seq) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
	defer cancel()
	if err := r.WaitFor(ctx, seq); err != nil {
		t.Fatalf("WaitFor(%d) = %v", seq, err)
	}
}

func TestFollows(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := openStore(t)
		write(t, s, 0, 3234)
		a, b := &recorder{name: "a"}, &recorder{name: "b"}
		if err := s.SetCheckpoint(t.Context(), "b", 3200); err != nil {
			t.Fatal(err)
		}
		r, stop := start(t, s, follow.Options{}, a, b)
		waitFor(t, r, 3234)
		a.check(t, 1, 3234)
		b.check(t, 3201, 3234)
		for _, n := range a.sizes {
			if n > 2000 {
				t.Errorf("a batch has %d changes, want at most 2000", n)
			}
		}

		before := time.Now()
		write(t, s, 3234, 10)
		r.Wake()
		waitFor(t, r, 3244)
		if took := time.Since(before); took != 0 {
			t.Errorf("a woken follower took %v, want none", took)
		}
		write(t, s, 3244, 1) // by another process: nobody wakes
		waitFor(t, r, 3245)
		if took := time.Since(before); took > 5*time.Second {
			t.Errorf("what nobody told of was seen after %v, want at most 5s", took)
		}
		a.check(t, 1, 3245)
		stop()
		for _, name := range []string{"a", "b"} {
			if got, err := s.Checkpoint(t.Context(), name); err != nil || got != 3245 {
				t.Errorf("Checkpoint(%s) = %d, %v, want 3245", name, got, err)
			}
		}
		if err := r.WaitFor(t.Context(), 9000); fault.Of(err) != fault.Unavailable {
			t.Errorf("WaitFor() after Run = %v, want unavailable", err)
		}
	})
}

func TestBatchesAreBoundedInBytes(t *testing.T) {
	t.Parallel()
	s := openStore(t)
	b := store.Batch{Source: storetest.Source}
	for i := range 20 {
		r := storetest.Record(i, 1)
		r.Triples = bytes.Repeat([]byte("x"), 1<<20)
		b.Changes = append(b.Changes, store.Change{Op: store.Create, Record: r})
	}
	if _, err := s.Apply(t.Context(), b); err != nil {
		t.Fatal(err)
	}
	a := &recorder{name: "a"}
	r, _ := start(t, s, follow.Options{}, a)
	waitFor(t, r, 20)
	a.check(t, 1, 20)
	for _, n := range a.sizes {
		if n > 9 {
			t.Errorf("a batch holds %d MB, want at most 9", n)
		}
	}
}

func TestFailing(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := openStore(t)
		write(t, s, 0, 3)
		broken := &recorder{name: "broken", fail: func(call int) error {
			if call <= 9 {
				return errors.New("the search server does not answer")
			}
			return nil
		}}
		sound := &recorder{name: "sound"}
		var lines bytes.Buffer
		logger := slog.New(slog.NewTextHandler(&lines, nil))
		r, stop := start(t, s, follow.Options{Log: logger}, broken, sound)
		synctest.Wait()
		sound.check(t, 1, 3) // does not wait for the other
		lag, err := r.Lag(t.Context())
		if err != nil || lag["broken"] != 3 || lag["sound"] != 0 || len(lag) != 2 {
			t.Errorf("Lag() = %v, %v, want broken 3 and sound 0", lag, err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second/2)
		defer cancel()
		if err := r.WaitFor(ctx, 3); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("WaitFor() = %v, want %v", err, context.DeadlineExceeded)
		}
		for range 100 {
			r.Wake() // does not hurry the pauses
		}
		waitFor(t, r, 3)
		broken.check(t, 1, 3)
		var pauses []string
		for i := 1; i < len(broken.calls); i++ {
			pauses = append(pauses, broken.calls[i].Sub(broken.calls[i-1]).String())
		}
		if got, want := strings.Join(pauses, " "), "1s 2s 4s 8s 16s 32s 1m0s 1m0s 1m0s"; got != want {
			t.Errorf("pauses are %s, want %s", got, want)
		}
		stop()
		if got := strings.Count(lines.String(), "level=ERROR"); got != 1 {
			t.Errorf("the streak is logged %d times, want once:\n%s", got, lines.String())
		}
		if !strings.Contains(lines.String(), "follower works again") {
			t.Errorf("the end of the streak is not logged:\n%s", lines.String())
		}
	})
}

// snapshot is a follower that has its position from elsewhere.
type snapshot struct {
	recorder
	at store.Seq
}

func (s *snapshot) Position(context.Context) (store.Seq, error) { return s.at, nil }

func TestPosition(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ checkpoint, own, first store.Seq }{
		{checkpoint: 8, own: 5, first: 6},
		{checkpoint: 3, own: 7, first: 8},
		{checkpoint: 3, own: 0, first: 1},
		{checkpoint: 3, own: 99, first: 1}, // of a log that is no more
	} {
		t.Run(fmt.Sprintf("checkpoint %d, own %d", c.checkpoint, c.own), func(t *testing.T) {
			t.Parallel()
			s := openStore(t)
			write(t, s, 0, 10)
			if err := s.SetCheckpoint(t.Context(), "index", c.checkpoint); err != nil {
				t.Fatal(err)
			}
			f := &snapshot{recorder: recorder{name: "index"}, at: c.own}
			r, _ := start(t, s, follow.Options{}, f)
			waitFor(t, r, 10)
			f.check(t, c.first, 10)
		})
	}
}

func TestRebuild(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := openStore(t)
		write(t, s, 0, 600)
		a := &recorder{name: "a"}
		r, stop := start(t, s, follow.Options{}, a)
		waitFor(t, r, 600)
		if err := r.Rebuild("a"); err != nil {
			t.Fatalf("Rebuild() = %v", err)
		}
		waitFor(t, r, 600)
		a.seqs = a.seqs[600:]
		a.check(t, 1, 600)
		if err := r.Rebuild("b"); fault.Of(err) != fault.NotFound {
			t.Errorf("Rebuild(unknown) = %v, want not found", err)
		}
		stop()

		// Set back while nobody runs.
		if err := s.SetCheckpoint(t.Context(), "a", 0); err != nil {
			t.Fatal(err)
		}
		a = &recorder{name: "a"}
		r, _ = start(t, s, follow.Options{}, a)
		waitFor(t, r, 600)
		a.check(t, 1, 600)
	})
}

// TestFollowsWriters has writers and followers at once: each follower sees
// every entry once and in order.
func TestFollowsWriters(t *testing.T) {
	t.Parallel()
	s := openStore(t)
	var followers []follow.Follower
	for i := range 3 {
		followers = append(followers, &recorder{name: fmt.Sprintf("follower %d", i)})
	}
	r, stop := start(t, s, follow.Options{}, followers...)
	const writers, batches, size = 3, 30, 7
	var wg sync.WaitGroup
	for w := range writers {
		wg.Go(func() {
			for n := range batches {
				b := store.Batch{Source: storetest.Source}
				for i := range size {
					b.Changes = append(b.Changes, store.Change{Op: store.Create, Record: storetest.Record((w*batches+n)*size+i, 1)})
				}
				if _, err := s.Apply(t.Context(), b); err != nil {
					t.Errorf("Apply() = %v", err)
				}
				r.Wake()
			}
		})
	}
	wg.Wait()
	waitFor(t, r, writers*batches*size)
	stop()
	for _, f := range followers {
		f.(*recorder).check(t, 1, writers*batches*size)
	}
}

func TestNewRefusesSameNames(t *testing.T) {
	t.Parallel()
	s := openStore(t)
	if _, err := follow.New(s, s, follow.Options{}, &recorder{name: "a"}, &recorder{name: "a"}); err == nil {
		t.Error("New() with two followers of one name = nil, want an error")
	}
}
