package storetest

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"moselle/hub/store"
)

const (
	killDir   = "STORETEST_KILL_DIR" // says to the child where to write
	killSize  = 20                   // records a batch
	killTimes = 8
)

// Kill has a child process write batch after batch, kills it outright at random
// moments, and checks each time that all that was reported written is there,
// once, and the log without holes. It starts this test program again to run
// the calling test, which must do nothing before it calls Kill.
func Kill(t *testing.T, open Opener) {
	if dir := os.Getenv(killDir); dir != "" {
		writeForEver(t, open, dir)
		return
	}
	dir := t.TempDir()
	for round := range killTimes {
		reported := writeAndKill(t, dir)
		e := &env{open: open, dir: dir, now: time.Now}
		if !t.Run(fmt.Sprintf("round %d", round+1), func(t *testing.T) { checkSurvivors(t, e.store(t), reported) }) {
			return
		}
	}
}

// killBatch is the n-th batch: new records, and the former batch's records
// changed and deleted in turn. The source's state is the batch's number.
func killBatch(n int) store.Batch {
	b := store.Batch{Source: Source, State: &store.State{Cursor: []byte(strconv.Itoa(n))}}
	for i := range killSize {
		r := Record(n*killSize+i, 1)
		b.Changes = append(b.Changes, put(r))
		b.Items = append(b.Items, store.ItemState{Key: r.Key, Records: refs(r.IRI)})
	}
	for i := 0; n > 0 && i < killSize; i += 2 {
		b.Changes = append(b.Changes, put(Record((n-1)*killSize+i, 2)), remove(Record((n-1)*killSize+i+1, 1), "withdrawn"))
		b.Forget = append(b.Forget, Record((n-1)*killSize+i+1, 1).Key)
	}
	return b
}

// writeForEver is the child: it goes on from the state it finds and prints each
// batch's number once the store says that it is written.
func writeForEver(t *testing.T, open Opener, dir string) {
	s, err := open(t.Context(), dir, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	st, err := s.State(t.Context(), Source)
	if err != nil {
		t.Fatal(err)
	}
	next := 0
	if st.Cursor != nil {
		if next, err = strconv.Atoi(string(st.Cursor)); err != nil {
			t.Fatal(err)
		}
		next++
	}
	for n := next; ; n++ {
		if _, err := s.Apply(t.Context(), killBatch(n)); err != nil {
			t.Fatal(err)
		}
		fmt.Printf("written %d\n", n)
	}
}

// writeAndKill starts the child, kills it a little after some batches and
// returns the number of the last batch it reported, -1 for none.
func writeAndKill(t *testing.T, dir string) int {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	child := exec.CommandContext(ctx, os.Args[0], "-test.run=^"+t.Name()+"$")
	child.Env = append(os.Environ(), killDir+"="+dir)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	batches, wait := 1+rand.IntN(40), time.Duration(rand.IntN(5000))*time.Microsecond
	reported, lines, text := -1, 0, ""
	for in := bufio.NewScanner(out); in.Scan(); {
		n, ok := strings.CutPrefix(in.Text(), "written ")
		if !ok {
			text += in.Text() + "\n"
			continue
		}
		if reported, err = strconv.Atoi(n); err != nil {
			t.Fatal(err)
		}
		if lines++; lines == batches {
			time.AfterFunc(wait, func() { _ = child.Process.Kill() })
		}
	}
	_ = child.Wait() // it was killed
	if lines < batches {
		t.Fatalf("the child ended by itself after %d batches:\n%s", lines, text)
	}
	return reported
}

func checkSurvivors(t *testing.T, s store.Store, reported int) {
	st, err := s.State(t.Context(), Source)
	if err != nil {
		t.Fatal(err)
	}
	written, err := strconv.Atoi(string(st.Cursor))
	if err != nil || written < reported || written > reported+1 {
		t.Fatalf("the state is of batch %q, want %d or the one after", st.Cursor, reported)
	}
	entries := log(t, s, 0) // checks for holes
	i := 0
	for n := range written + 1 {
		for _, want := range killBatch(n).Changes {
			if i == len(entries) {
				t.Fatalf("the log ends in batch %d, want all of batch %d", n, written)
			}
			if got := entries[i]; got.Record.IRI != want.Record.IRI || got.Record.Digest != want.Record.Digest {
				t.Fatalf("entry %d is %s, want %s of batch %d", got.Seq, got.Record.IRI, want.Record.IRI, n)
			}
			i++
		}
	}
	if i != len(entries) {
		t.Errorf("the log has %d entries, want %d: something is doubled", len(entries), i)
	}
	live := killSize + written*killSize/2
	if got := len(list(t, s, store.Filter{})); got != live {
		t.Errorf("List() gives %d records, want %d", got, live)
	}
	items := 0
	for _, err := range s.Items(t.Context(), Source) {
		if err != nil {
			t.Fatal(err)
		}
		items++
	}
	if items != live {
		t.Errorf("Items() gives %d, want %d", items, live)
	}
}
