package harvest_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"moselle/connectors"
	"moselle/connectors/push"
	"moselle/hub/fault"
	"moselle/hub/harvest"
	"moselle/hub/store"
	"moselle/schema"
)

// sent makes of a script a source that lists changes only, as deliveries do.
func (s *script) sent() harvest.Source {
	source := s.source()
	open := func(_ struct{}, env connectors.Env) (connectors.Connector, error) {
		env.ChangesOnly()
		return &play{s, env}, nil
	}
	source.Kind = connectors.NewKind("script", "A test.", 1, struct{}{}, nil, open)
	return source
}

// take sends items to a runner and returns what became of each.
func take(t testing.TB, r *harvest.Runner, s *script, single bool) (store.Run, []string) {
	t.Helper()
	var out []string
	run, err := r.Take(t.Context(), s.sent(), harvest.Delivery{Single: single, Told: func(told []harvest.Told) error {
		for _, x := range told {
			out = append(out, x.Key+" "+string(x.Became))
		}
		return nil
	}})
	if err != nil {
		t.Fatalf("Take() = %v", err)
	}
	return run, out
}

// What is kept of a source between deliveries comes to the same as what is known
// of it anew each time; and the records that are kept are those that the items
// speak of, no more and no less.
func TestDeliveries(t *testing.T) {
	t.Parallel()
	for seed := range uint64(25) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			w, kept, anew := newWorld(seed), newHub(t), newHub(t)
			kept.runner.Batch = 1 + w.IntN(5)
			before := map[string]func() connectors.Item{}
			for range 30 {
				for range 1 + w.IntN(3) {
					w.change()
				}
				delivery := func() *script { // in one order for both
					s := &script{}
					for _, key := range slices.Sorted(maps.Keys(before)) {
						if w.items[key] == nil {
							s.add(deleted(key))
						}
					}
					for _, key := range slices.Sorted(maps.Keys(w.items)) {
						s.add(w.items[key]())
					}
					return s
				}
				_, one := take(t, kept.runner, delivery(), w.IntN(2) == 0)
				fresh := *anew // with a runner that remembers nothing
				fresh.runner = &harvest.Runner{Store: anew.store, Open: closed, Log: slog.New(slog.DiscardHandler), Now: func() time.Time { return anew.now }, Batch: kept.runner.Batch}
				_, two := take(t, fresh.runner, delivery(), false)
				same(t, "what became of them", one, two)
				same(t, "records", kept.digests(house), anew.digests(house))
				want := map[schema.IRI]bool{}
				for _, item := range w.items {
					for _, d := range item().Drafts {
						want[d.IRI] = true
					}
				}
				same(t, "addresses", slices.Sorted(maps.Keys(kept.digests(house))), slices.Sorted(maps.Keys(want)))
				_, one = take(t, kept.runner, delivery(), true)
				_, two = take(t, fresh.runner, delivery(), true)
				same(t, "what became of them, sent again", one, two)
				for _, s := range one {
					if !strings.HasSuffix(s, " unchanged") && !strings.HasSuffix(s, " absent") {
						t.Fatalf("sent again: %s, want it unchanged", s)
					}
				}
				before = maps.Clone(w.items)
			}
		})
	}
}

// A record that an item names without describing it stays as long as it is named;
// one that is deleted under its own key goes though it is named.
func TestDeliveriesKeep(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	naming := func(key string, d schema.Draft) connectors.Item {
		it := work(key, "Names it", d)
		it.Drafts, it.Keeps = it.Drafts[:1], []schema.IRI{d.IRI}
		return it
	}
	for _, c := range []struct {
		send []any
		told []string
		live []string
	}{
		{[]any{work("w1", "Names it", person("p1", "x"))}, []string{"w1 created"}, []string{"Person p1", "Work w1"}},
		{[]any{naming("w1", person("p1"))}, []string{"w1 unchanged"}, []string{"Person p1", "Work w1"}},
		{[]any{naming("w2", person("p1"))}, []string{"w2 created"}, []string{"Person p1", "Work w1", "Work w2"}},
		{[]any{deleted("w1")}, []string{"w1 deleted"}, []string{"Person p1", "Work w2"}},
		{[]any{deleted("w2")}, []string{"w2 deleted"}, nil},
		{[]any{thing("Person", "p2", "Two"), naming("w2", person("p2"))}, []string{"p2 created", "w2 created"}, []string{"Person p2", "Work w2"}},
		{[]any{work("w3", "Embeds it", person("p3", "x")), naming("w4", person("p3"))}, []string{"w3 created", "w4 created"},
			[]string{"Person p2", "Person p3", "Work w2", "Work w3", "Work w4"}},
		{[]any{thing("Person", "p3", "Three")}, []string{"p3 updated"}, []string{"Person p2", "Person p3", "Work w2", "Work w3", "Work w4"}},
		{[]any{work("w3", "Embeds it no more"), deleted("p2"), deleted("p3")}, []string{"w3 updated", "p2 deleted", "p3 deleted"},
			[]string{"Work w2", "Work w3", "Work w4"}},
		{[]any{deleted("w9")}, []string{"w9 absent"}, []string{"Work w2", "Work w3", "Work w4"}},
		{[]any{deleted("w2"), work("w2", "Anew"), work("w2", "Newer")}, []string{"w2 deleted", "w2 created", "w2 updated"}, []string{"Work w2", "Work w3", "Work w4"}},
	} {
		_, told := take(t, h.runner, &script{steps: c.send}, true)
		same(t, "told", told, c.told)
		same(t, "live records", slices.Sorted(maps.Keys(h.live(house))), c.live)
	}
}

// Single deliveries are gathered in one report for a while, batches are not.
func TestDeliveriesReported(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	for i := range 5 {
		take(t, h.runner, listing(work(fmt.Sprint("w", i), "One")), true)
		h.now = h.now.Add(3 * time.Minute)
	}
	take(t, h.runner, listing(work("w1", "One"), work("w9", "Nine")), false)
	take(t, h.runner, listing(work("w1", "One")), true)
	runs, err := h.store.Runs(t.Context(), house, 10)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range runs {
		got = append(got, fmt.Sprintf("%s %d read %d created %d unchanged %d requests", r.Outcome, r.Read, r.Created, r.Unchanged, r.Requests))
	}
	same(t, "reports", got, []string{
		"complete 1 read 0 created 1 unchanged 0 requests", "complete 2 read 1 created 1 unchanged 0 requests",
		"complete 1 read 1 created 0 unchanged 0 requests", "complete 4 read 4 created 0 unchanged 0 requests"})
}

// Deliveries to one source wait for one another, in one process and in two, and
// nothing of them is lost.
func TestDeliveriesAtOnce(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "hub.db")
	var runners []*harvest.Runner
	for range 2 {
		runners = append(runners, &harvest.Runner{Store: openStore(t, path), Open: closed, Log: slog.New(slog.DiscardHandler), Now: time.Now})
	}
	var senders sync.WaitGroup
	for i := range 12 {
		senders.Go(func() {
			it := work(fmt.Sprint("w", i), "One", person("p1", strings.Repeat("x", 1+i)))
			take(t, runners[i%2], listing(it), i%3 > 0)
		})
	}
	senders.Wait()
	live, err := openStore(t, path).Digests(t.Context(), house)
	if err != nil || len(live) != 13 {
		t.Errorf("%d records are live, %v, want 13", len(live), err)
	}
}

// A delivery that breaks off keeps what came before; whoever is told and wants no
// more ends it; a full house is said to be one.
func TestDeliveryBrokenOff(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	run, told := take(t, h.runner, &script{steps: []any{work("w1", "One"), errors.New("the line went dead")}}, false)
	same(t, "told", told, []string{"w1 created"})
	same(t, "outcome", run.Outcome, harvest.Partial)
	gone := errors.New("the client has gone")
	_, err := h.runner.Take(t.Context(), listing(work("w2", "Two")).sent(), harvest.Delivery{Told: func([]harvest.Told) error { return gone }})
	if !errors.Is(err, gone) {
		t.Errorf("Take() = %v, want what Told said", err)
	}
	h.keys("Work w1", "Work w2")
	_, told = take(t, h.runner, listing(work("w2", "Two")), true)
	same(t, "told", told, []string{"w2 unchanged"})
	begun, on := make(chan struct{}), make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() { take(t, h.runner, waiting(begun, on), false) })
	<-begun
	ctx, cancel := context.WithCancel(t.Context())
	full := make(chan error, 100)
	for range 100 {
		wg.Go(func() {
			_, err := h.runner.Take(ctx, listing(work("w3", "Three")).sent(), harvest.Delivery{})
			full <- err
		})
	}
	if err := <-full; fault.Of(err) != fault.Unavailable {
		t.Errorf("Take() of too many = %v, want it unavailable", err)
	}
	cancel()
	close(on)
	wg.Wait()
}

// TestDeliveryOfPush reads what the kind push reads.
func TestDeliveryOfPush(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	s := (&script{}).source()
	s.Kind = push.Kind()
	var told []harvest.Told
	body := `{"key": "a", "record": {"type": "Person", "name": "Odile Weyrich"}}` + "\n" + `{"key": "b", "record": {"type": "Person"}}`
	run, err := h.runner.Take(t.Context(), s, harvest.Delivery{
		Body: &connectors.Body{ReadCloser: io.NopCloser(strings.NewReader(body))},
		Told: func(some []harvest.Told) error { told = append(told, some...); return nil }})
	if err != nil || len(told) != 2 || told[0].Became != harvest.New || told[1].Became != harvest.Rejected || told[1].Where != "line 2" {
		t.Errorf("Take() = %+v, %v; told %+v", run, err, told)
	}
	if run.Bytes != int64(len(body)) || run.Requests != 1 {
		t.Errorf("Take() counts %d bytes of %d requests, want %d of 1", run.Bytes, run.Requests, len(body))
	}
}
