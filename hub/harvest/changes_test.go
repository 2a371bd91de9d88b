package harvest_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"moselle/connectors"
	"moselle/hub/harvest"
	"moselle/hub/store"
)

// collection lists n works and ends at the cursor "v1".
func collection(n int) *script {
	s := &script{next: connectors.Cursor("v1"), changes: map[string][]any{}}
	for i := range n {
		s.add(work(fmt.Sprintf("w%03d", i), "Work"))
	}
	return s
}

// What a listing of changes does not hold stays as it is.
func TestChangesOnly(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	s := collection(4)
	h.run(s.source())
	s.changes["v1"] = []any{work("w001", "New"), deleted("w002"), deleted("never"), ending(work("w9", "Nine"), "v2")}
	s.changes["v2"] = []any{ending(work("w9", "Neuf"), "v3")}
	outcome(t, h.run(s.source()), store.Run{Outcome: harvest.Complete, Read: 4, Created: 1, Updated: 1, Deleted: 1, Warned: 2})
	h.keys("Work w000", "Work w001", "Work w003", "Work w9")
	outcome(t, h.run(s.source()), store.Run{Outcome: harvest.Complete, Read: 1, Updated: 1, Warned: 1})
	h.keys("Work w000", "Work w001", "Work w003", "Work w9")
	same(t, "cursors", s.asked, []string{"", "v1", "v2"})
}

// An item that changed more than once is as it was told last.
func TestLastChangeCounts(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name    string
		changes []any
		want    string // names of the works that are live, and the people
	}{
		{"two versions", []any{work("w000", "B"), work("w000", "C")}, `Work w000 "C", Work w001 "Work"`},
		{"back to what it was", []any{work("w000", "B"), work("w000", "Work")}, `Work w000 "Work", Work w001 "Work"`},
		{"deleted after a change", []any{work("w000", "B"), deleted("w000")}, `Work w001 "Work"`},
		{"deleted and back", []any{deleted("w000"), work("w000", "B")}, `Work w000 "B", Work w001 "Work"`},
		{"back and deleted again", []any{deleted("w000"), work("w000", "B"), deleted("w000"), deleted("w000")}, `Work w001 "Work"`},
		{"come and gone", []any{work("new", "N", person("p")), deleted("new")}, `Work w000 "Work", Work w001 "Work"`},
		{"by another in the end", []any{work("new", "N", person("p")), work("new", "N", person("q"))},
			`Person q "Person q", Work new "N", Work w000 "Work", Work w001 "Work"`},
		{"refused in the end", []any{work("w000", "B"), refusal("w000")}, `Work w000 "B", Work w001 "Work"`},
		{"deleted, then refused", []any{deleted("w000"), refusal("w000")}, `Work w001 "Work"`},
		{"unreadable among them", []any{keyless(), work("w000", "B")}, `Work w000 "B", Work w001 "Work"`},
	} {
		for _, batch := range []int{1, 500} {
			t.Run(fmt.Sprint(c.name, ", batches of ", batch), func(t *testing.T) {
				t.Parallel()
				h := newHub(t)
				h.runner.Batch = batch
				s := collection(2)
				s.changes["v1"] = c.changes
				h.run(s.source())
				if run := h.run(s.source()); run.Outcome != harvest.Complete {
					t.Errorf("run is %s: %s", run.Outcome, run.Error)
				}
				var got []string
				for key, triples := range h.live(house) {
					_, name, _ := strings.Cut(triples, `schema.org/name> "`)
					name, _, _ = strings.Cut(name, `"`)
					got = append(got, fmt.Sprintf("%s %q", key, name))
				}
				slices.Sort(got)
				same(t, "live records", strings.Join(got, ", "), c.want)
			})
		}
	}
}

// A source that says that much is gone is asked, and the question stays: no run
// lets a share go that the next one would add to.
func TestChangesBeyondTheFloor(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		told, deleted int // deleted -1 for a question
	}{{20, 20}, {21, -1}, {30, -1}, {100, -1}} {
		t.Run(fmt.Sprint(c.told), func(t *testing.T) {
			t.Parallel()
			h := newHub(t)
			h.runner.Batch = 7
			s := collection(100)
			h.run(s.source())
			var told []any
			for i := range c.told {
				told = append(told, deleted(fmt.Sprintf("w%03d", i)))
			}
			s.changes["v1"] = append(told, ending(work("new", "New"), "v2"))
			s.changes["v2"] = []any{}
			run := h.run(s.source())
			if c.deleted >= 0 {
				outcome(t, run, store.Run{Outcome: harvest.Complete, Read: c.told + 1, Created: 1, Deleted: c.deleted, Warned: 1})
				return
			}
			for n := range 5 {
				if run.Outcome != harvest.Confirm || len(h.live(house)) != 101 || !strings.Contains(run.Error, "--confirm") {
					t.Fatalf("run %d is %s (%s) with %d records live, want a question with all 101", n+2, run.Outcome, run.Error, len(h.live(house)))
				}
				run = h.run(s.source())
			}
			s.steps = s.steps[c.told:]
			outcome(t, h.run(s.source(), harvest.Options{Confirm: true}),
				store.Run{Outcome: harvest.Complete, Read: 100 - c.told, Unchanged: 100 - c.told, Deleted: c.told + 1})
		})
	}
}

// Under a changed declaration everything is read anew, whatever the cursor.
func TestChangedDeclarationDropsTheCursor(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	s := collection(3)
	s.changes["v1"] = []any{}
	h.run(s.source())
	changed := s.source()
	changed.Licence = "https://creativecommons.org/licenses/by/4.0/"
	outcome(t, h.run(changed), store.Run{Outcome: harvest.Complete, Read: 3, Updated: 3, Warned: 3})
	same(t, "cursors", s.asked, []string{"", ""})
}

// A record whose richest version went with its item is as the others say, as
// soon as they have been asked.
func TestChangesLeaveDoubt(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	s := listing(work("w1", "One", person("p", "a", "b")), work("w2", "Two", person("p", "c")))
	s.next, s.changes = connectors.Cursor("v1"), map[string][]any{}
	h.run(s.source())
	s.changes["v1"] = []any{ending(deleted("w1"), "v2"), ending(work("w3", "Three"), "v2")}
	s.changes["v2"] = []any{}
	s.steps = s.steps[1:]
	s.add(work("w3", "Three"))
	h.run(s.source())
	if got := h.live(house)["Person p"]; !strings.Contains(got, `"a"`) {
		t.Errorf("person p is %s, want the version that is known", got)
	}
	h.run(s.source())
	same(t, "cursors", s.asked, []string{"", "v1", ""})
	if got := h.live(house)["Person p"]; !strings.Contains(got, `"c"`) || strings.Contains(got, `"a"`) {
		t.Errorf("person p is %s, want what w2 says", got)
	}
	h.keys("Person p", "Work w2", "Work w3")
}

var errLine = errors.New("the line went dead")
