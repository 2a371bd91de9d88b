package harvest_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"moselle/connectors"
	"moselle/hub/harvest"
	"moselle/hub/store"
	"moselle/schema"
)

func TestMissingItemsAreDeleted(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	h.run(listing(work("w1", "One", person("both", "a"), person("only", "b")), work("w2", "Two", person("both", "a")), work("w3", "Three", person("gone"))).source())
	last := h.last()
	run := h.run(listing(work("w2", "Two", person("both", "a")), work("w3", "Three")).source())
	outcome(t, run, store.Run{Outcome: harvest.Complete, Read: 2, Updated: 1, Unchanged: 1, Deleted: 3, Warned: 1})
	h.keys("Person both", "Work w2", "Work w3")
	if got := h.since(last); len(got) != 4 || got[0] != "update Work w3" {
		t.Errorf("log is %q, want the update before three deletions", got)
	}
	for c, err := range h.store.Changes(t.Context(), last, store.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		if c.Op == store.Delete && c.Reason != "source-deleted" {
			t.Errorf("%s was deleted for %q, want source-deleted", c.Record.Key, c.Reason)
		}
	}
	// What comes back is there again.
	h.run(listing(work("w1", "One"), work("w2", "Two"), work("w3", "Three")).source())
	h.keys("Work w1", "Work w2", "Work w3")
}

func TestDeletedItems(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	h.run(listing(work("w1", "One"), work("w2", "Two")).source())
	why := []schema.Fault{{Message: "it is a draft"}}
	outcome(t, h.run(listing(connectors.Item{Key: "w1", Deleted: true, Faults: why}, work("w2", "Two"), connectors.Item{Key: "never", Deleted: true}).source()),
		store.Run{Outcome: harvest.Complete, Read: 3, Unchanged: 1, Deleted: 1, Warned: 1})
	h.keys("Work w2")
}

func TestNothingIsDeletedInDoubt(t *testing.T) {
	t.Parallel()
	poor := work("w1", "One", person("new"))
	poor.Faults = append(poor.Faults, schema.Fault{Path: "name", Message: "it has no name", Severity: schema.Violation})
	empty := connectors.Item{Key: "w1"}
	for _, c := range []struct {
		name string
		s    *script
		want store.Run
		keys string
	}{
		{"refused", listing().add(refusal("w1"), work("w2", "Two")),
			store.Run{Outcome: harvest.Complete, Read: 2, Refused: 1, Unchanged: 1, Deleted: 1}, "Person p, Work w1, Work w2"},
		{"refused by its faults", listing(poor, work("w2", "Two")),
			store.Run{Outcome: harvest.Complete, Read: 2, Refused: 1, Unchanged: 1, Deleted: 1}, "Person p, Work w1, Work w2"},
		{"without drafts", listing(empty, work("w2", "Two")),
			store.Run{Outcome: harvest.Complete, Read: 2, Refused: 1, Unchanged: 1, Deleted: 1}, "Person p, Work w1, Work w2"},
		{"refused, then good", listing().add(refusal("w1"), work("w1", "Uno"), work("w2", "Two")),
			store.Run{Outcome: harvest.Complete, Read: 3, Refused: 1, Unchanged: 1, Updated: 1, Deleted: 2, Warned: 1}, "Work w1, Work w2"},
		{"without a key", listing().add(keyless(), work("w2", "Two")),
			store.Run{Outcome: harvest.Partial, Read: 2, Refused: 1, Unchanged: 1}, "Person p, Work w1, Work w2, Work w3"},
		{"broken off", listing(work("w2", "Two")).add(errors.New("the line went dead")),
			store.Run{Outcome: harvest.Partial, Read: 1, Unchanged: 1}, "Person p, Work w1, Work w2, Work w3"},
		{"not begun", listing().add(errors.New("no such host")),
			store.Run{Outcome: harvest.Failed}, "Person p, Work w1, Work w2, Work w3"},
		{"unchanged after all", listing(work("w2", "Two")).add(connectors.ErrUnchanged),
			store.Run{Outcome: harvest.Partial, Read: 1, Unchanged: 1}, "Person p, Work w1, Work w2, Work w3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			h := newHub(t)
			h.run(listing(work("w1", "One", person("p")), work("w2", "Two"), work("w3", "Three")).source())
			run := h.run(c.s.source())
			outcome(t, run, c.want)
			h.keys(strings.Split(c.keys, ", ")...)
			if run.Outcome != harvest.Complete && run.Error == "" {
				t.Errorf("a %s run says no reason", run.Outcome)
			}
		})
	}
}

func TestSafetyFloor(t *testing.T) {
	t.Parallel()
	works := func(n int) *script {
		s := &script{}
		for i := range n {
			s.add(work(fmt.Sprintf("w%03d", i), "Work"))
		}
		return s
	}
	renamed := func(n int) *script {
		s := &script{}
		for i := range n {
			s.add(work(fmt.Sprintf("x%03d", i), "Work"))
		}
		return s
	}
	for _, c := range []struct {
		name    string
		first   *script
		second  *script
		floor   int
		confirm bool
		deleted int // -1 for none and a question
	}{
		{"ten may always go", works(10), works(0), 0, false, 10},
		{"eleven of eleven", works(11), works(0), 20, false, -1},
		{"eleven of eleven, confirmed", works(11), works(0), 20, true, 11},
		{"exactly the floor", works(100), works(80), 20, false, 20},
		{"one more", works(100), works(79), 20, false, -1},
		{"everything renamed and much more of it", works(50), renamed(600), 20, false, -1},
		{"a floor of all", works(50), works(0), 100, false, 50},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			h := newHub(t)
			source := func(s *script) harvest.Source {
				out := s.source()
				out.Floor = c.floor
				return out
			}
			h.run(source(c.first))
			before := len(h.live(house))
			run := h.run(source(c.second), harvest.Options{Confirm: c.confirm})
			if c.deleted >= 0 {
				if run.Outcome != harvest.Complete || run.Deleted != c.deleted || len(h.live(house)) != before+run.Created-c.deleted {
					t.Errorf("run is %s with %d deleted and %d live, want %d deleted", run.Outcome, run.Deleted, len(h.live(house)), c.deleted)
				}
				return
			}
			if run.Outcome != harvest.Confirm || run.Deleted != 0 || len(h.live(house)) != before+run.Created || !strings.Contains(run.Error, "--confirm") {
				t.Errorf("run is %s (%s) with %d deleted, want a question with nothing deleted", run.Outcome, run.Error, run.Deleted)
			}
			if len(run.Missing) < 11 || !strings.HasPrefix(run.Missing[0].Key, "w0") || run.Missing[0].Name == "" || run.Missing[0].IRI == "" {
				t.Errorf("%d missing items are named, the first %+v; want w0 with the name of its record", len(run.Missing), run.Missing[:min(1, len(run.Missing))])
			}
			// Asked again, it says the same; confirmed, it goes on.
			if run := h.run(source(c.second)); run.Outcome != harvest.Confirm {
				t.Errorf("the next run is %s, want %s", run.Outcome, harvest.Confirm)
			}
			if run := h.run(source(c.second), harvest.Options{Confirm: true}); run.Outcome != harvest.Complete || run.Deleted < 11 {
				t.Errorf("the confirmed run is %s with %d deleted, want all missing ones", run.Outcome, run.Deleted)
			}
			if run := h.run(source(c.second)); run.Outcome != harvest.Complete || run.Deleted != 0 {
				t.Errorf("the last run is %s with %d deleted, want nothing left to do", run.Outcome, run.Deleted)
			}
		})
	}
}
