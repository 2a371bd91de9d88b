package storetest

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"testing"

	"moselle/hub/fault"
	"moselle/hub/store"
	"moselle/schema"
)

func testFailingBatch(t *testing.T, e *env) {
	s := e.store(t)
	apply(t, s, put(Record(1, 1)))
	for name, bad := range map[string]store.Change{
		"no operation":      {Record: Record(3, 1)},
		"unknown operation": {Op: 9, Record: Record(3, 1)},
		"no IRI":            {Op: store.Create, Record: schema.Record{Source: Source, Class: "Place"}},
		"no class":          {Op: store.Create, Record: schema.Record{IRI: "moselle:id/place/x", Source: Source}},
		"no source":         {Op: store.Create, Record: schema.Record{IRI: "moselle:id/place/x", Class: "Place"}},
	} {
		_, err := s.Apply(t.Context(), store.Batch{Source: Source,
			Changes: []store.Change{put(Record(1, 2)), put(Record(2, 1)), bad},
			Items:   []store.ItemState{{Key: "k"}},
			State:   &store.State{Cursor: []byte("c")}})
		if fault.Of(err) != fault.Invalid {
			t.Errorf("Apply(%s) = %v, want invalid", name, err)
		}
	}
	checkUntouched(t, s)
	if seq := apply(t, s, put(Record(2, 1))); seq != 2 {
		t.Errorf("Apply() after failures = %d, want 2", seq)
	}
}

// checkUntouched checks that the store holds the first record's first version alone.
func checkUntouched(t *testing.T, s store.Store) {
	t.Helper()
	same(t, "List()", list(t, s, store.Filter{}), []schema.Record{Record(1, 1)})
	if got := log(t, s, 0); len(got) != 1 {
		t.Errorf("log has %d entries, want 1", len(got))
	}
	for it := range s.Items(t.Context(), Source) {
		t.Errorf("Items() gives %v, want none", it)
	}
	st, err := s.State(t.Context(), Source)
	if err != nil {
		t.Errorf("State() = %v", err)
	}
	same(t, "State()", st, store.State{})
}

func testCancelled(t *testing.T, e *env) {
	s := e.store(t)
	apply(t, s, put(Record(1, 1)))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var listed, followed, items error
	for _, err := range s.List(ctx, store.Filter{}) {
		listed = err
	}
	for _, err := range s.Changes(ctx, 0, store.Filter{}) {
		followed = err
	}
	for _, err := range s.Items(ctx, Source) {
		items = err
	}
	_, applied := s.Apply(ctx, store.Batch{Source: Source, Changes: []store.Change{put(Record(2, 1))}, Items: []store.ItemState{{Key: "k"}}})
	_, got := s.Get(ctx, Record(1, 1).IRI)
	_, many := s.GetMany(ctx, []schema.IRI{Record(1, 1).IRI})
	_, checkpoint := s.Checkpoint(ctx, "search")
	for name, err := range map[string]error{"List": listed, "Changes": followed, "Items": items, "Apply": applied, "Get": got,
		"GetMany": many, "Checkpoint": checkpoint, "SetCheckpoint": s.SetCheckpoint(ctx, "search", 1), "SaveRun": s.SaveRun(ctx, store.Run{})} {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s with a cancelled context = %v, want %v", name, err, context.Canceled)
		}
	}
	checkUntouched(t, s)

	// Cancelled half-way through a listing: it ends with the reason.
	var changes []store.Change
	for i := range 2000 {
		changes = append(changes, put(Record(i, 1)))
	}
	apply(t, s, changes...)
	ctx, cancel = context.WithCancel(t.Context())
	defer cancel()
	n := 0
	var end error
	for _, err := range s.Changes(ctx, 0, store.Filter{}) {
		if n++; n == 10 {
			cancel()
		}
		end = err
	}
	if !errors.Is(end, context.Canceled) {
		t.Errorf("Changes() cancelled half-way ends with %v after %d entries, want %v", end, n, context.Canceled)
	}
}

func testReopened(t *testing.T, e *env) {
	s, err := e.open(t.Context(), e.dir, e.now)
	if err != nil {
		t.Fatal(err)
	}
	state := store.State{Cursor: []byte("c")}
	item := store.ItemState{Key: "k", Records: refs(Record(1, 1).IRI)}
	applyBatch(t, s, store.Batch{Source: Source, Changes: []store.Change{put(Record(1, 1)), put(Record(2, 1))}, Items: []store.ItemState{item}, State: &state})
	apply(t, s, remove(Record(2, 1), "withdrawn"))
	if err := s.SetCheckpoint(t.Context(), "search", 2); err != nil {
		t.Fatal(err)
	}
	before := log(t, s, 0)
	if err := s.Close(); err != nil {
		t.Fatalf("Close() = %v", err)
	}

	s = e.store(t)
	same(t, "log", log(t, s, 0), before)
	same(t, "List()", list(t, s, store.Filter{}), []schema.Record{Record(1, 1)})
	if got, err := s.State(t.Context(), Source); err != nil || string(got.Cursor) != "c" {
		t.Errorf("State() = %v, %v, want cursor c", got, err)
	}
	for it, err := range s.Items(t.Context(), Source) {
		if err != nil {
			t.Fatal(err)
		}
		same(t, "item", it, item)
	}
	if got, err := s.Checkpoint(t.Context(), "search"); err != nil || got != 2 {
		t.Errorf("Checkpoint() = %d, %v, want 2", got, err)
	}
	if seq := apply(t, s, put(Record(3, 1))); seq != 4 {
		t.Errorf("Apply() = %d, want 4", seq)
	}
}

func testClosed(t *testing.T, e *env) {
	s, err := e.open(t.Context(), e.dir, e.now)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := s.Close(); err != nil {
			t.Errorf("Close() = %v", err)
		}
	}
	_, get := s.Get(t.Context(), Record(1, 1).IRI)
	_, write := s.Apply(t.Context(), store.Batch{Source: Source, Changes: []store.Change{put(Record(1, 1))}})
	for name, err := range map[string]error{"Get": get, "Apply": write, "Ping": s.Ping(t.Context())} {
		if fault.Of(err) != fault.Unavailable {
			t.Errorf("%s after Close = %v, want unavailable", name, err)
		}
	}
}

func testLarge(t *testing.T, e *env) {
	s := e.store(t)
	random := rand.NewChaCha8([32]byte{1})
	var want []schema.Record
	var changes []store.Change
	for i := range 12 {
		r := Record(i, 1)
		noise := make([]byte, 1<<20)
		_, _ = random.Read(noise)
		r.Triples = noise
		if i%2 == 0 {
			r.Triples, r.View = bytes.Repeat([]byte(`"`+string(r.IRI)+`" `), 1<<15), noise
		}
		want = append(want, r)
		changes = append(changes, put(r))
	}
	apply(t, s, changes...)
	i := 0
	for c, err := range s.Changes(t.Context(), 0, store.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		if r := c.Record; r.IRI != want[i].IRI || !bytes.Equal(r.Triples, want[i].Triples) || !bytes.Equal(r.View, want[i].View) {
			t.Errorf("entry %d is not what was written", c.Seq)
		}
		i++
	}
	if n := len(list(t, s, store.Filter{})); i != len(want) || n != len(want) {
		t.Errorf("%d entries and %d records, want %d", i, n, len(want))
	}
	got, err := s.Get(t.Context(), want[3].IRI)
	if err != nil || !bytes.Equal(got.Triples, want[3].Triples) {
		t.Errorf("Get(1 MB) differs from what was written (%v)", err)
	}
	huge := Record(99, 1)
	huge.View = make([]byte, 100<<20)
	if _, err := s.Apply(t.Context(), store.Batch{Source: Source, Changes: []store.Change{put(huge)}}); fault.Of(err) != fault.TooLarge {
		t.Errorf("Apply(100 MB) = %v, want too large", err)
	}
}

func testMany(t *testing.T, e *env) {
	s := e.store(t)
	const n, size = 10_000, 500
	for from := 0; from < n; from += size {
		b := store.Batch{Source: Source}
		for i := from; i < from+size; i++ {
			b.Changes = append(b.Changes, put(Record(i, 1)))
			b.Items = append(b.Items, store.ItemState{Key: Record(i, 1).Key, Records: refs(Record(i, 1).IRI)})
		}
		if seq := applyBatch(t, s, b); seq != store.Seq(from+size) {
			t.Fatalf("Apply() = %d, want %d", seq, from+size)
		}
	}
	if got := len(log(t, s, 0)); got != n {
		t.Errorf("log has %d entries, want %d", got, n)
	}
	if got := len(list(t, s, store.Filter{Source: Source})); got != n {
		t.Errorf("List() gives %d records, want %d", got, n)
	}
	digests, err := s.Digests(t.Context(), Source)
	if err != nil || len(digests) != n {
		t.Errorf("Digests() gives %d, %v, want %d", len(digests), err, n)
	}
	items, before := 0, ""
	for it, err := range s.Items(t.Context(), Source) {
		if err != nil {
			t.Fatal(err)
		}
		if it.Key <= before && items > 0 {
			t.Fatalf("Items() gives %q after %q", it.Key, before)
		}
		before = it.Key
		items++
	}
	if items != n {
		t.Errorf("Items() gives %d, want %d", items, n)
	}
}
