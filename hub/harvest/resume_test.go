package harvest_test

import (
	"context"
	"fmt"
	"testing"

	"moselle/hub/harvest"
	"moselle/hub/store"
)

// A run that breaks off goes on where it stood, as often as that takes.
func TestResume(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	s := listing(work("w0", "Zero"), resuming(work("w1", "One"), "r1"), work("w2", "Two")).add(errLine)
	s.changes = map[string][]any{
		"r1": {work("w2", "Two"), resuming(work("w3", "Three"), "r3"), errLine},
		"r3": {ending(work("w4", "Four"), "v1")},
		"v1": {ending(work("w0", "Null"), "v2")},
	}
	outcome(t, h.run(s.source()), store.Run{Outcome: harvest.Partial, Read: 3, Created: 3, Warned: 3})
	outcome(t, h.run(s.source()), store.Run{Outcome: harvest.Partial, Read: 2, Created: 1, Unchanged: 1, Warned: 2})
	outcome(t, h.run(s.source()), store.Run{Outcome: harvest.Complete, Read: 1, Created: 1, Warned: 1})
	h.keys("Work w0", "Work w1", "Work w2", "Work w3", "Work w4")
	outcome(t, h.run(s.source()), store.Run{Outcome: harvest.Complete, Read: 1, Updated: 1, Warned: 1})
	same(t, "cursors", s.asked, []string{"", "r1", "r3", "v1"})
}

// What is told to be gone before a run breaks off is not told again.
func TestResumeRemembersDeletions(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	h.runner.Batch = 1
	s := collection(5)
	h.run(s.source())
	s.changes["v1"] = []any{deleted("w000"), resuming(work("w001", "New"), "r1"), errLine}
	s.changes["r1"] = []any{ending(work("w002", "New"), "v2")}
	outcome(t, h.run(s.source()), store.Run{Outcome: harvest.Partial, Read: 2, Updated: 1, Warned: 1})
	outcome(t, h.run(s.source()), store.Run{Outcome: harvest.Complete, Read: 1, Updated: 1, Deleted: 1, Warned: 1})
	h.keys("Work w001", "Work w002", "Work w003", "Work w004")
}

// Where too much is told to be gone there is nowhere to go on from: the next run
// hears of it again.
func TestResumeWaitsForTheQuestion(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	s := collection(100)
	h.run(s.source())
	var told []any
	for i := range 60 {
		told = append(told, resuming(deleted(fmt.Sprintf("w%03d", i)), fmt.Sprint("r", i)))
	}
	s.changes["v1"] = append(told, ending(resuming(work("new", "New"), "r60"), "v2"))
	s.changes["r60"] = []any{}
	for n := range 2 {
		if run := h.run(s.source()); run.Outcome != harvest.Confirm || len(h.live(house)) != 101 {
			t.Errorf("run %d is %s with %d records live, want a question with all 101", n+2, run.Outcome, len(h.live(house)))
		}
	}
	same(t, "cursors", s.asked, []string{"", "v1", "v1"})
}

// What is gone cannot be told from a listing that was read in two parts: the next
// one lists everything.
func TestResumedListingOwesAnother(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	s := listing(work("w1", "One"), work("w2", "Two"), work("w3", "Three"))
	h.run(s.source())
	parts := listing(resuming(work("w1", "Uno"), "r1")).add(errLine)
	parts.changes = map[string][]any{"r1": {ending(work("w3", "Tre"), "v1")}, "v1": {}}
	h.run(parts.source())
	outcome(t, h.run(parts.source()), store.Run{Outcome: harvest.Complete, Read: 1, Updated: 1, Warned: 1})
	h.keys("Work w1", "Work w2", "Work w3")
	parts.steps = []any{work("w1", "Uno"), ending(work("w3", "Tre"), "v1")}
	outcome(t, h.run(parts.source()), store.Run{Outcome: harvest.Complete, Read: 2, Unchanged: 2, Deleted: 1})
	h.keys("Work w1", "Work w3")
	h.run(parts.source())
	same(t, "cursors", parts.asked, []string{"", "r1", "", "v1"})
}

// A listing that came to its end and asks, or could not be told apart, is read
// from its beginning the next time.
func TestNothingToResume(t *testing.T) {
	t.Parallel()
	for name, second := range map[string][]any{
		"a question": {resuming(work("w000", "New"), "r0"), resuming(work("w001", "New"), "r1")},
		"unreadable": {resuming(work("w000", "New"), "r0"), keyless(), resuming(work("w001", "New"), "r1")},
	} {
		h := newHub(t)
		h.runner.Batch = 1
		s := collection(40)
		s.next = nil
		h.run(s.source())
		s.steps = second
		s.changes = map[string][]any{"r0": {}, "r1": {}}
		first := h.run(s.source())
		if run := h.run(s.source()); run.Outcome != first.Outcome || run.Outcome == harvest.Complete || len(h.live(house)) != 40 {
			t.Errorf("%s: the runs are %s and %s with %d records live, want them alike and all 40", name, first.Outcome, run.Outcome, len(h.live(house)))
		}
	}
}

// A source that has forgotten where a run stood is read anew in the end.
func TestResumeGivesUp(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	s := listing(resuming(work("w1", "One"), "r1")).add(errLine)
	s.changes = map[string][]any{"r1": {errLine}}
	for range 4 {
		h.run(s.source())
	}
	s.steps = []any{work("w1", "One"), ending(work("w2", "Two"), "v1")}
	outcome(t, h.run(s.source()), store.Run{Outcome: harvest.Complete, Read: 2, Created: 1, Unchanged: 1, Warned: 1})
	same(t, "cursors", s.asked, []string{"", "r1", "r1", "r1", ""})
}

// A run that was cancelled goes on like one that broke off.
func TestCancelledRunGoesOn(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	s := listing(resuming(work("w1", "One"), "r1"), work("w2", "Two"), work("w3", "Three"))
	s.changes = map[string][]any{"r1": {work("w2", "Two"), ending(work("w3", "Three"), "v1")}}
	s.read = stopAt(h, 1)
	run := h.run(s.source())
	if run.Outcome != harvest.Cancelled || run.Again != (store.Run{}.Again) {
		t.Errorf("the run is %s, due %v; want it %s, due as scheduled", run.Outcome, run.Again, harvest.Cancelled)
	}
	s.read = nil
	if run := h.run(s.source()); run.Outcome != harvest.Complete {
		t.Errorf("the next run is %s: %s", run.Outcome, run.Error)
	}
	h.keys("Work w1", "Work w2", "Work w3")
	same(t, "cursors", s.asked, []string{"", "r1"})
	if h.runner.Cancel(house) {
		t.Error("Cancel() = true, want false when nothing runs")
	}
}

// stopAt cancels the run over the house before its i-th step.
func stopAt(h *hub, i int) func(context.Context, int) {
	return func(_ context.Context, at int) {
		if at == i && !h.runner.Cancel(house) {
			h.t.Error("Cancel() = false, want true while the source is read")
		}
	}
}
