package storetest

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"testing"
	"time"

	"moselle/hub/store"
	"moselle/schema"
)

func testList(t *testing.T, e *env) {
	s := e.store(t)
	var all []schema.Record
	for i := range 90 {
		source := []schema.SourceID{"museum", "theatre"}[i%2]
		class := []string{"Event", "Place", "Person"}[i%3]
		all = append(all, RecordOf(source, class, i, 1))
	}
	var changes []store.Change
	for _, r := range all {
		changes = append(changes, put(r))
	}
	apply(t, s, changes...)
	apply(t, s, remove(all[0], "withdrawn"), remove(all[1], "withdrawn"))
	all = all[2:]
	slices.SortFunc(all, func(a, b schema.Record) int { return cmp.Compare(a.IRI, b.IRI) })

	for _, f := range []store.Filter{{}, {Class: "Event"}, {Source: "museum"}, {Class: "Person", Source: "theatre"},
		{Class: "Work"}, {Source: "library"}, {Class: "Event", Source: "library"}} {
		var want []schema.Record
		for _, r := range all {
			if (f.Class == "" || f.Class == r.Class) && (f.Source == "" || f.Source == r.Source) {
				want = append(want, r)
			}
		}
		same(t, "List("+f.Class+" "+string(f.Source)+")", list(t, s, f), want)
	}

	counts, err := s.Count(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	byKind := map[store.Count]int{}
	for _, r := range all {
		byKind[store.Count{Class: r.Class, Source: r.Source}]++
	}
	got := map[store.Count]int{}
	for _, c := range counts {
		got[store.Count{Class: c.Class, Source: c.Source}] = c.Records
	}
	same(t, "Count()", got, byKind)
}

func testListWhileWriting(t *testing.T, e *env) {
	s := e.store(t)
	const n = 700
	var changes []store.Change
	for i := range n {
		changes = append(changes, put(Record(i, 1)))
	}
	apply(t, s, changes...)
	seen := map[schema.IRI]bool{}
	before, i := schema.IRI(""), 0
	for r, err := range s.List(t.Context(), store.Filter{}) {
		if err != nil {
			t.Fatalf("List() = %v", err)
		}
		if r.IRI <= before {
			t.Fatalf("List() gives %s after %s", r.IRI, before)
		}
		before, seen[r.IRI] = r.IRI, true
		if i%10 == 0 { // one comes, the one that came before goes
			apply(t, s, put(Record(i, 2)), put(Record(2*n+i, 1)), remove(Record(2*n+i-10, 1), "withdrawn"))
		}
		i++
	}
	for i := range n {
		if !seen[Record(i, 1).IRI] {
			t.Errorf("List() left out record %d, which was there all the time", i)
		}
	}
}

func testIteratorsHoldNothing(t *testing.T, e *env) {
	s := e.store(t)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	var changes []store.Change
	b := store.Batch{Source: Source}
	for i := range 100 {
		changes = append(changes, put(Record(i, 1)))
		b.Items = append(b.Items, store.ItemState{Key: Record(i, 1).Key})
	}
	b.Changes = changes
	applyBatch(t, s, b)

	// More iterators stand half-way than any pool has connections.
	for range 60 {
		nextRecord, stopRecord := iter.Pull2(s.List(ctx, store.Filter{}))
		defer stopRecord()
		nextChange, stopChange := iter.Pull2(s.Changes(ctx, 0, store.Filter{}))
		defer stopChange()
		nextItem, stopItem := iter.Pull2(s.Items(ctx, Source))
		defer stopItem()
		_, err1, ok1 := nextRecord()
		_, err2, ok2 := nextChange()
		_, err3, ok3 := nextItem()
		if !ok1 || !ok2 || !ok3 {
			t.Fatalf("an iterator ends too early: %v %v %v", err1, err2, err3)
		}
		if err := cmp.Or(err1, err2, err3); err != nil {
			t.Fatalf("an iterator waits for another: %v", err)
		}
	}
	n := 0
	for r, err := range s.List(ctx, store.Filter{}) {
		if err != nil {
			t.Fatalf("List() = %v", err)
		}
		if _, err := s.Apply(ctx, store.Batch{Source: Source, Changes: []store.Change{put(Record(n, 2))}}); err != nil {
			t.Fatalf("Apply() within List() = %v", err)
		}
		if _, err := s.Get(ctx, r.IRI); err != nil {
			t.Fatalf("Get() within List() = %v", err)
		}
		n++
	}
	if n != 100 {
		t.Errorf("List() gives %d records, want 100", n)
	}
}
