// Package storetest is the contract of store.Store as a suite that every
// backend runs, with its benchmarks. Kill is the part that needs a process of
// its own.
package storetest

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"moselle/hub/store"
	"moselle/schema"
)

// Opener opens the store that lives in dir, an existing folder, and makes it
// the first time; a backend without files uses dir as a name. The same dir
// opened again, after Close, holds what was written. now is the clock of the log.
type Opener func(ctx context.Context, dir string, now func() time.Time) (store.Store, error)

// Run checks a backend.
func Run(t *testing.T, open Opener) {
	for _, c := range []struct {
		name string
		test func(*testing.T, *env)
	}{
		{"empty", testEmpty},
		{"get", testGet},
		{"get many", testGetMany},
		{"unchanged writes nothing", testUnchanged},
		{"tombstones", testTombstones},
		{"same record twice in a batch", testTwice},
		{"list and count", testList},
		{"list while writing", testListWhileWriting},
		{"iterators hold nothing", testIteratorsHoldNothing},
		{"changes", testChanges},
		{"old versions stay", testOldVersions},
		{"sequence is commit order", testCommitOrder},
		{"time never goes back", testClock},
		{"items", testItems},
		{"state", testState},
		{"runs", testRuns},
		{"old runs go", testOldRuns},
		{"claims", testClaims},
		{"one of many claims", testManyClaims},
		{"checkpoints", testCheckpoints},
		{"a failing batch writes nothing", testFailingBatch},
		{"cancelled", testCancelled},
		{"reopened", testReopened},
		{"closed", testClosed},
		{"large records", testLarge},
		{"10,000 records", testMany},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			c.test(t, &env{open: open, dir: t.TempDir(), now: time.Now})
		})
	}
}

// env is a store's place and clock during one case.
type env struct {
	open Opener
	dir  string
	now  func() time.Time
}

// store opens the case's store until the end of the test.
func (e *env) store(t testing.TB) store.Store {
	t.Helper()
	s, err := e.open(t.Context(), e.dir, e.now)
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("Close() = %v", err)
		}
	})
	return s
}

// apply writes changes and fails the test when that fails.
func apply(t testing.TB, s store.Store, changes ...store.Change) store.Seq {
	t.Helper()
	return applyBatch(t, s, store.Batch{Source: Source, Changes: changes})
}

func applyBatch(t testing.TB, s store.Store, b store.Batch) store.Seq {
	t.Helper()
	seq, err := s.Apply(t.Context(), b)
	if err != nil {
		t.Fatalf("Apply() = %v", err)
	}
	return seq
}

func put(r schema.Record) store.Change { return store.Change{Op: store.Create, Record: r} }

func remove(r schema.Record, reason string) store.Change {
	return store.Change{Op: store.Delete, Record: schema.Record{IRI: r.IRI}, Reason: reason}
}

// log reads all entries after a position and checks that none is missing.
func log(t testing.TB, s store.Store, after store.Seq) []store.Change {
	t.Helper()
	var out []store.Change
	for c, err := range s.Changes(t.Context(), after, store.Filter{}) {
		if err != nil {
			t.Fatalf("Changes(%d) = %v", after, err)
		}
		if want := after + store.Seq(len(out)) + 1; c.Seq != want {
			t.Fatalf("Changes(%d) gives entry %d, want %d", after, c.Seq, want)
		}
		out = append(out, c)
	}
	return out
}

// list reads all records that pass f.
func list(t testing.TB, s store.Store, f store.Filter) []schema.Record {
	t.Helper()
	var out []schema.Record
	for r, err := range s.List(t.Context(), f) {
		if err != nil {
			t.Fatalf("List(%v) = %v", f, err)
		}
		out = append(out, r)
	}
	return out
}

func iris(records []schema.Record) []schema.IRI {
	out := make([]schema.IRI, len(records))
	for i, r := range records {
		out[i] = r.IRI
	}
	return out
}

func last(t testing.TB, s store.Store) store.Seq {
	t.Helper()
	seq, err := s.Last(t.Context())
	if err != nil {
		t.Fatalf("Last() = %v", err)
	}
	return seq
}

// same compares; empty and nil are one.
func same(t testing.TB, what string, got, want any) {
	t.Helper()
	if d := cmp.Diff(want, got, cmpopts.EquateEmpty()); d != "" {
		t.Errorf("%s differs (-want +got):\n%s", what, d)
	}
}
