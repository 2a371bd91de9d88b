package harvest_test

import (
	"bufio"
	"context"
	"fmt"
	"iter"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"moselle/connectors"
	"moselle/hub/harvest"
	"moselle/hub/store"
)

const (
	resumeDir   = "HARVEST_RESUME_DIR" // says to the child where to work
	resumeTimes = 5
	resumeSize  = 4000
	resumePage  = 50
)

// ledger lists works in pages, and says behind each where to go on. Of the works
// in the store before the first page it says that the odd ones are gone.
type ledger struct{ env connectors.Env }

func (l ledger) Harvest(_ context.Context, from connectors.Cursor) iter.Seq2[connectors.Item, error] {
	return connectors.List("ledger", func(list *connectors.Listing) (connectors.Cursor, error) {
		first, _ := strconv.Atoi(string(from))
		if from != nil {
			l.env.ChangesOnly()
		}
		fmt.Println("from", first)
		for i := first; i < resumeSize; i++ {
			if i%resumePage == 0 && i > first {
				list.Resume(connectors.Cursor(strconv.Itoa(i)))
			}
			it := work(fmt.Sprintf("w%04d", i), "Work")
			if i < 10 && i%2 == 1 {
				it = connectors.Item{Key: it.Key, Deleted: true}
			}
			if err := list.Hand(it); err != nil {
				return nil, err
			}
		}
		return connectors.Cursor(strconv.Itoa(resumeSize)), nil
	})
}

func ledgerSource() harvest.Source {
	s := (&script{}).source()
	s.Kind = connectors.NewKind("ledger", "A test.", 1, struct{}{}, nil, func(_ struct{}, env connectors.Env) (connectors.Connector, error) { return ledger{env}, nil })
	return s
}

// TestKillAndGoOn kills a first harvest outright, again and again. Each time it
// goes on behind what is stored, what was told to be gone before the first kill
// is not forgotten, and in the end all is there.
func TestKillAndGoOn(t *testing.T) {
	if dir := os.Getenv(resumeDir); dir != "" {
		s := openStore(t, filepath.Join(dir, "hub.db"))
		letGo(t, s)
		h := &hub{t: t, store: s, runner: &harvest.Runner{Store: s, Open: closed, Log: slog.New(slog.DiscardHandler), Now: time.Now, Batch: resumePage}}
		h.run(ledgerSource(), harvest.Options{Progress: func(store.Run) { fmt.Println("written") }})
		return
	}
	t.Parallel()
	dir := t.TempDir()
	h := newHub(t)
	h.store = openStore(t, filepath.Join(dir, "hub.db"))
	h.runner.Store = h.store
	var old []connectors.Item
	for i := range 10 {
		old = append(old, work(fmt.Sprintf("w%04d", i), "Old"))
	}
	before := ledgerSource() // the same declaration, an earlier content
	before.Kind = connectors.NewKind("ledger", "A test.", 1, struct{}{}, nil, func(_ struct{}, env connectors.Env) (connectors.Connector, error) {
		return &play{listing(old...), env}, nil
	})
	h.run(before)

	at := 0
	for range resumeTimes {
		from := killLedger(t, dir)
		if at > 0 && from == 0 {
			t.Error("a run after a kill begins anew")
		}
		if from < at {
			t.Errorf("a run goes on from %d after one that went on from %d", from, at)
		}
		at = from
	}
	letGo(t, h.store)
	run := h.run(ledgerSource())
	if run.Outcome != harvest.Complete || run.Read >= resumeSize {
		t.Errorf("the last run is %s with %d items read, want it complete with what is left of %d", run.Outcome, run.Read, resumeSize)
	}
	live := h.live(house)
	for i := range 10 {
		if _, there := live[fmt.Sprintf("Work w%04d", i)]; there != (i%2 == 0) {
			t.Errorf("work %d is live: %v, want %v", i, there, i%2 == 0)
		}
	}
	if want := resumeSize - 5; len(live) != want {
		t.Errorf("%d records are live, want %d", len(live), want)
	}
}

// killLedger starts the child, kills it after a few batches and returns where it
// went on from.
func killLedger(t *testing.T, dir string) (from int) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	child := exec.CommandContext(ctx, os.Args[0], "-test.run=^TestKillAndGoOn$")
	child.Env = append(os.Environ(), resumeDir+"="+dir)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	text, written := "", 0
	for in := bufio.NewScanner(out); in.Scan(); {
		switch {
		case in.Text() == "written":
			if written++; written == 4 {
				_ = child.Process.Kill()
			}
		default:
			_, _ = fmt.Sscanf(in.Text(), "from %d", &from)
			text += in.Text() + "\n"
		}
	}
	if err := child.Wait(); err == nil || written < 4 {
		t.Fatalf("the child ended by itself after %d batches (%v):\n%s", written, err, text)
	}
	return from
}
