package searchtest

import (
	"math/rand/v2"
	"testing"

	"moselle/hub/search"
	"moselle/hub/store"
)

// Durable runs what holds of an index that outlives its process: open opens the
// index in a folder, empty at first.
func Durable(t *testing.T, open func(t testing.TB, dir string) search.Index) {
	t.Run("reopen", func(t *testing.T) {
		t.Parallel()
		dir, r, truth := t.TempDir(), rand.New(rand.NewPCG(21, 22)), oracle{}
		for seq := store.Seq(0); seq < 9; {
			ix := open(t, dir)
			if got := ix.Seq(); got != seq {
				t.Fatalf("Seq() = %d after closing at %d", got, seq)
			}
			for range 3 {
				seq++
				b := randomBatch(r, seq)
				apply(t, ix, b)
				truth.apply(b)
			}
			if err := ix.Close(); err != nil {
				t.Fatal(err)
			}
			ix = open(t, dir)
			for range 40 {
				if !agrees(t, ix, truth, randomQuery(r), seq) {
					break
				}
			}
			if err := ix.Close(); err != nil {
				t.Fatal(err)
			}
		}
	})
	t.Run("text-after-reopen", func(t *testing.T) {
		t.Parallel()
		dir := t.TempDir()
		ix := open(t, dir)
		apply(t, ix, search.Batch{Seq: 1, Put: Words("event/a", "alpha", "event/b", "beta")})
		apply(t, ix, search.Batch{Seq: 2, Put: Words("event/a", "gamma")})
		if err := ix.Close(); err != nil {
			t.Fatal(err)
		}
		ix = open(t, dir)
		defer ix.Close()
		apply(t, ix, search.Batch{Seq: 3, Put: Words("event/b", "delta")})
		for text, want := range map[string]int{"alpha ": 0, "beta ": 0, "gamma ": 1, "delta ": 1} {
			if got := ask(t, ix, search.Query{Text: text}).Total; got != want {
				t.Errorf("Search(%q) = %d hits after opening again, want %d", text, got, want)
			}
		}
	})
}

// Words returns documents with a title each, from pairs of identifier and title.
func Words(pairs ...string) []search.Document {
	var out []search.Document
	for i := 0; i < len(pairs); i += 2 {
		out = append(out, written{ID: pairs[i], Title: map[string]string{"und": pairs[i+1]}}.document())
	}
	return out
}
