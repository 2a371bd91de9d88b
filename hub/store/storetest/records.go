package storetest

import (
	"testing"
	"time"

	"moselle/hub/fault"
	"moselle/hub/store"
	"moselle/schema"
)

func testEmpty(t *testing.T, e *env) {
	s := e.store(t)
	if err := s.Ping(t.Context()); err != nil {
		t.Errorf("Ping() = %v, want nil", err)
	}
	if got := last(t, s); got != 0 {
		t.Errorf("Last() = %d, want 0", got)
	}
	if got := applyBatch(t, s, store.Batch{Source: Source}); got != 0 {
		t.Errorf("Apply(nothing) = %d, want 0", got)
	}
	if _, err := s.Get(t.Context(), Record(1, 1).IRI); fault.Of(err) != fault.NotFound {
		t.Errorf("Get(unknown) = %v, want not found", err)
	}
	many, err := s.GetMany(t.Context(), []schema.IRI{Record(1, 1).IRI})
	if err != nil || many == nil || len(many) != 0 {
		t.Errorf("GetMany(unknown) = %v, %v, want an empty map", many, err)
	}
	same(t, "List()", list(t, s, store.Filter{}), []schema.Record(nil))
	same(t, "Changes()", log(t, s, 0), []store.Change(nil))
	counts, err := s.Count(t.Context())
	if err != nil || len(counts) != 0 {
		t.Errorf("Count() = %v, %v, want none", counts, err)
	}
	digests, err := s.Digests(t.Context(), Source)
	if err != nil || digests == nil || len(digests) != 0 {
		t.Errorf("Digests() = %v, %v, want an empty map", digests, err)
	}
}

func testGet(t *testing.T, e *env) {
	s := e.store(t)
	want := Record(1, 1)
	if seq := apply(t, s, put(want)); seq != 1 {
		t.Errorf("Apply(first) = %d, want 1", seq)
	}
	got, err := s.Get(t.Context(), want.IRI)
	if err != nil {
		t.Fatalf("Get() = %v", err)
	}
	same(t, "Get()", got, want)
	if got.Modified.Location() != time.UTC {
		t.Errorf("Modified is in %v, want UTC", got.Modified.Location())
	}
	for _, iri := range []schema.IRI{want.IRI + "#part", want.IRI[:len(want.IRI)-1], "", "x'; DROP TABLE records; --"} {
		if _, err := s.Get(t.Context(), iri); fault.Of(err) != fault.NotFound {
			t.Errorf("Get(%q) = %v, want not found", iri, err)
		}
	}
	bare := schema.Record{IRI: "moselle:id/place/bare", Source: Source, Class: "Place"}
	apply(t, s, put(bare))
	if got, err = s.Get(t.Context(), bare.IRI); err != nil {
		t.Fatalf("Get(without content) = %v", err)
	}
	same(t, "Get(without content)", got, bare)
}

func testGetMany(t *testing.T, e *env) {
	s := e.store(t)
	const n = 300
	var changes []store.Change
	var ask []schema.IRI
	want := map[schema.IRI]schema.Record{}
	for i := range n {
		r := Record(i, 1)
		ask = append(ask, r.IRI, r.IRI) // each twice
		if i%3 == 0 {
			continue // never written
		}
		changes = append(changes, put(r))
		want[r.IRI] = r
	}
	apply(t, s, changes...)
	apply(t, s, remove(Record(1, 1), "withdrawn"))
	delete(want, Record(1, 1).IRI)
	got, err := s.GetMany(t.Context(), ask)
	if err != nil {
		t.Fatalf("GetMany() = %v", err)
	}
	same(t, "GetMany()", got, want)
	if got, err := s.GetMany(t.Context(), nil); err != nil || len(got) != 0 {
		t.Errorf("GetMany(nil) = %v, %v, want none", got, err)
	}
}

func testUnchanged(t *testing.T, e *env) {
	s := e.store(t)
	a, b := Record(1, 1), Record(2, 1)
	apply(t, s, put(a), put(b))
	if seq := apply(t, s, put(a), store.Change{Op: store.Update, Record: b}); seq != 2 {
		t.Errorf("Apply(unchanged) = %d, want 2", seq)
	}
	later := a
	later.Modified = later.Modified.Add(time.Hour)
	apply(t, s, put(later))
	got, err := s.Get(t.Context(), a.IRI)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "record after an update with its own digest", got, a)
	apply(t, s, put(Record(2, 2)), put(a), put(Record(3, 1)))
	var ops []store.Op
	for _, c := range log(t, s, 0) {
		ops = append(ops, c.Op)
	}
	same(t, "operations", ops, []store.Op{store.Create, store.Create, store.Update, store.Create})
	digests, err := s.Digests(t.Context(), Source)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "Digests()", digests, map[schema.IRI]schema.Digest{
		a.IRI: a.Digest, b.IRI: Record(2, 2).Digest, Record(3, 1).IRI: Record(3, 1).Digest})
}

func testTombstones(t *testing.T, e *env) {
	e.now = func() time.Time { return time.Date(2026, 4, 1, 8, 0, 0, 0, time.UTC) }
	s := e.store(t)
	r := Record(1, 1)
	if seq := apply(t, s, remove(r, "withdrawn")); seq != 0 {
		t.Errorf("Apply(delete of what never was) = %d, want 0", seq)
	}
	apply(t, s, put(r), put(Record(2, 1)))
	if seq := apply(t, s, remove(r, "source-deleted")); seq != 3 {
		t.Errorf("Apply(delete) = %d, want 3", seq)
	}
	if seq := apply(t, s, remove(r, "rights")); seq != 3 {
		t.Errorf("Apply(delete of what is gone) = %d, want 3", seq)
	}
	_, err := s.Get(t.Context(), r.IRI)
	if fault.Of(err) != fault.Gone {
		t.Fatalf("Get(deleted) = %v, want gone", err)
	}
	same(t, "tombstone", store.TombstoneOf(err), &store.Tombstone{IRI: r.IRI, Class: r.Class, Source: r.Source,
		At: e.now(), Reason: "source-deleted", Seq: 3})
	same(t, "entry of a deletion", log(t, s, 2), []store.Change{{Seq: 3, At: e.now(), Op: store.Delete, Reason: "source-deleted",
		Record: schema.Record{IRI: r.IRI, Source: r.Source, Key: r.Key, Class: r.Class, Modified: e.now()}}})
	same(t, "List()", iris(list(t, s, store.Filter{})), []schema.IRI{Record(2, 1).IRI})

	// The same content again, under the same digest, is a new creation.
	apply(t, s, store.Change{Op: store.Update, Record: r})
	if got := log(t, s, 3); len(got) != 1 || got[0].Op != store.Create {
		t.Errorf("entries after re-creation = %v, want one create", got)
	}
	got, err := s.Get(t.Context(), r.IRI)
	if err != nil {
		t.Fatalf("Get(created again) = %v", err)
	}
	same(t, "record created again", got, r)
	counts, err := s.Count(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	same(t, "Count()", counts, []store.Count{{Class: "Place", Source: Source, Records: 2}})
}

func testTwice(t *testing.T, e *env) {
	s := e.store(t)
	apply(t, s, put(Record(1, 1)), put(Record(1, 1)), put(Record(1, 2)), remove(Record(1, 2), "withdrawn"),
		remove(Record(1, 2), "withdrawn"), put(Record(1, 1)), put(Record(2, 1)), remove(Record(2, 1), "rights"))
	var ops []store.Op
	for _, c := range log(t, s, 0) {
		ops = append(ops, c.Op)
	}
	same(t, "operations", ops, []store.Op{store.Create, store.Update, store.Delete, store.Create, store.Create, store.Delete})
	same(t, "List()", list(t, s, store.Filter{}), []schema.Record{Record(1, 1)})
	counts, err := s.Count(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	same(t, "Count()", counts, []store.Count{{Class: "Place", Source: Source, Records: 1}})
}
