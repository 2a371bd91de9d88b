package storetest

import (
	"testing"
	"time"

	"moselle/hub/store"
	"moselle/schema"
)

func testItems(t *testing.T, e *env) {
	s := e.store(t)
	items := func(source schema.SourceID) (out []store.ItemState) {
		for it, err := range s.Items(t.Context(), source) {
			if err != nil {
				t.Fatalf("Items() = %v", err)
			}
			out = append(out, it)
		}
		return out
	}
	a := store.ItemState{Key: "a", Raw: [16]byte{1, 2, 3}, Records: refs(Record(1, 1).IRI, Record(2, 1).IRI, "https://other.example/x", Record(1, 1).IRI)}
	b := store.ItemState{Key: "b"}
	empty := store.ItemState{Key: "", Raw: [16]byte{9}}
	long := store.ItemState{Key: "é\x00\n" + string(make([]byte, 3000)), Records: refs("urn:é")}
	applyBatch(t, s, store.Batch{Source: Source, Items: []store.ItemState{b, long, a, empty}})
	applyBatch(t, s, store.Batch{Source: "other", Items: []store.ItemState{{Key: "a"}}})
	same(t, "Items()", items(Source), []store.ItemState{empty, a, b, long})
	same(t, "Items(other)", items("other"), []store.ItemState{{Key: "a"}})
	same(t, "Items(unknown)", items("unknown"), []store.ItemState(nil))
	if got := last(t, s); got != 0 {
		t.Errorf("Last() = %d after items alone, want 0", got)
	}

	b.Raw[15], b.Records = 7, refs(Record(3, 1).IRI)
	applyBatch(t, s, store.Batch{Source: Source, Items: []store.ItemState{b}, Forget: []string{"a", "", long.Key, "never there"}})
	same(t, "Items() after Forget", items(Source), []store.ItemState{b})
	same(t, "Items(other) after Forget", items("other"), []store.ItemState{{Key: "a"}})
}

func testState(t *testing.T, e *env) {
	s := e.store(t)
	state := func() store.State {
		st, err := s.State(t.Context(), Source)
		if err != nil {
			t.Fatalf("State() = %v", err)
		}
		return st
	}
	same(t, "State() of a new source", state(), store.State{})
	want := store.State{Cursor: []byte{0, 255, 1}, Validator: []byte("v1"), Midway: true, Owed: true}
	applyBatch(t, s, store.Batch{Source: Source, State: &want})
	same(t, "State()", state(), want)
	applyBatch(t, s, store.Batch{Source: Source, Changes: []store.Change{put(Record(1, 1))}})
	same(t, "State() after a batch without", state(), want)
	applyBatch(t, s, store.Batch{Source: Source, State: &store.State{}})
	if got := state(); got.Cursor != nil || got.Validator != nil || got.Midway || got.Owed {
		t.Errorf("State() = %v after the zero state, want it zero", got)
	}
}

func testRuns(t *testing.T, e *env) {
	s := e.store(t)
	at := time.Date(2026, 5, 1, 3, 0, 0, 500_000_000, time.UTC)
	run := func(source schema.SourceID, n int) store.Run {
		return store.Run{Source: source, Started: at.AddDate(0, 0, n), Ended: at.AddDate(0, 0, n).Add(time.Minute), Outcome: "partial",
			Error: "line 3: cut off", Again: at, Requests: 7, Bytes: 5 << 30, Read: 10 + n, Created: 1, Updated: 2, Unchanged: 3, Deleted: 4, Refused: 5, Warned: 6,
			Faults: []store.Fault{{Path: "startDate", Message: "not a date", Severity: schema.Violation, Count: 2,
				Samples: []store.Sample{{Key: "k", Where: "line 3", Value: "31 février"}}}},
			Unmapped: []store.Term{{Scheme: "event", Term: "Soirée", Count: 3}}}
	}
	for n := range 4 {
		for _, source := range []schema.SourceID{Source, "other"} {
			if err := s.SaveRun(t.Context(), run(source, n)); err != nil {
				t.Fatalf("SaveRun() = %v", err)
			}
		}
	}
	for _, c := range []struct {
		source schema.SourceID
		n      int
		want   []store.Run
	}{
		{Source, 2, []store.Run{run(Source, 3), run(Source, 2)}},
		{"", 3, []store.Run{run("other", 3), run(Source, 3), run("other", 2)}},
		{"other", 100, []store.Run{run("other", 3), run("other", 2), run("other", 1), run("other", 0)}},
		{Source, 0, nil},
		{"unknown", 5, nil},
	} {
		got, err := s.Runs(t.Context(), c.source, c.n)
		if err != nil {
			t.Fatalf("Runs(%q, %d) = %v", c.source, c.n, err)
		}
		same(t, "Runs("+string(c.source)+")", got, c.want)
	}
	going, other := run(Source, 3), run(Source, 2) // the last report goes on; one before it does not
	going.Read, going.Continues, other.Continues = 99, true, true
	for _, r := range []store.Run{going, other} {
		if err := s.SaveRun(t.Context(), r); err != nil {
			t.Fatalf("SaveRun() = %v", err)
		}
	}
	going.Continues, other.Continues = false, false
	got, err := s.Runs(t.Context(), Source, 100)
	if err != nil {
		t.Fatalf("Runs() = %v", err)
	}
	same(t, "reports that go on", got, []store.Run{other, going, run(Source, 2), run(Source, 1), run(Source, 0)})
}

func testCheckpoints(t *testing.T, e *env) {
	s := e.store(t)
	check := func(follower string, want store.Seq) {
		t.Helper()
		if got, err := s.Checkpoint(t.Context(), follower); err != nil || got != want {
			t.Errorf("Checkpoint(%s) = %d, %v, want %d", follower, got, err, want)
		}
	}
	set := func(follower string, at store.Seq) {
		t.Helper()
		if err := s.SetCheckpoint(t.Context(), follower, at); err != nil {
			t.Fatalf("SetCheckpoint() = %v", err)
		}
	}
	check("search", 0)
	set("search", 7)
	set("cache", 9)
	check("search", 7)
	set("search", 0)
	check("search", 0)
	check("cache", 9)
}
