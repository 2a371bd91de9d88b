package harvest_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	"moselle/connectors"
	"moselle/hub/harvest"
)

// world is a source that changes at random: items that embed persons in
// different versions, and a few items that are persons themselves.
type world struct {
	*rand.Rand
	items map[string]func() connectors.Item
}

func newWorld(seed uint64) *world {
	w := &world{Rand: rand.New(rand.NewPCG(seed, 1)), items: map[string]func() connectors.Item{}}
	for range 8 {
		w.change()
	}
	return w
}

// change makes, changes or takes away one item.
func (w *world) change() {
	key := fmt.Sprintf("w%d", w.IntN(9))
	if w.IntN(4) == 0 {
		delete(w.items, key)
		return
	}
	name := fmt.Sprintf("Name %d", w.IntN(3))
	if w.IntN(6) == 0 {
		key = fmt.Sprintf("p%d", w.IntN(4))
		w.items[key] = func() connectors.Item { return thing("Person", key, name) }
		if w.IntN(2) == 0 {
			delete(w.items, key)
		}
		return
	}
	versions := map[string][]string{}
	for range w.IntN(4) {
		facts := []string{}
		for range w.IntN(3) {
			facts = append(facts, fmt.Sprintf("fact %d", w.IntN(2)))
		}
		versions[fmt.Sprintf("p%d", w.IntN(4))] = facts
	}
	w.items[key] = func() connectors.Item {
		it := work(key, name)
		for i := range 4 {
			p := fmt.Sprintf("p%d", i)
			if facts, ok := versions[p]; ok {
				it = work(key, name, append(it.Drafts[1:], person(p, facts...))...)
			}
		}
		return it
	}
}

// listing lists the items in any order; some are not recognised.
func (w *world) listing() *script {
	var items []connectors.Item
	for i := range 9 {
		for _, key := range []string{fmt.Sprintf("w%d", i), fmt.Sprintf("p%d", i)} {
			if make := w.items[key]; make != nil {
				items = append(items, make())
			}
		}
	}
	w.Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
	for i := range items {
		if w.IntN(3) == 0 {
			items[i] = anew(items[i])
		}
	}
	return listing(items...)
}

// Whatever the order, and whatever happened before, a source comes to the same
// records as if it were read for the first time; and to read it again in
// another order writes nothing.
func TestOrderMakesNoDifference(t *testing.T) {
	t.Parallel()
	for seed := range uint64(25) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			w, h := newWorld(seed), newHub(t)
			h.runner.Batch = 1 + w.IntN(5)
			for range 6 {
				for range w.IntN(4) {
					w.change()
				}
				w.disturb(h)
				for range 2 { // the second for what only one that is gone, or changed, told at length
					if run := h.run(w.listing().source(), harvest.Options{Confirm: true}); run.Outcome != harvest.Complete {
						t.Fatalf("run is %s, want %s", run.Outcome, harvest.Complete)
					}
				}
				fresh := newHub(t)
				fresh.run(w.listing().source())
				same(t, "records", h.digests(house), fresh.digests(house))
				last := h.last()
				h.run(w.listing().source())
				h.logged(last)
			}
		})
	}
}

// disturb runs the source in ways that come to no end.
func (w *world) disturb(h *hub) {
	s := w.listing()
	switch cut := w.IntN(len(s.steps) + 1); w.IntN(3) {
	case 0:
		s.steps = append(s.steps[:cut], errors.New("the line went dead"))
	case 1:
		s.add(keyless())
	default:
		return
	}
	h.run(s.source(), harvest.Options{Confirm: true})
}
