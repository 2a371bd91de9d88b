package harvest_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"moselle/hub/harvest"
	"moselle/hub/store"
	"moselle/schema"
)

// says checks which version of a person is stored, by its facts.
func (h *hub) says(key string, facts ...string) {
	h.t.Helper()
	want := person(key, facts...).Graph.Canonical()
	got := h.live(house)["Person "+key]
	for line := range strings.Lines(string(want)) {
		if !strings.Contains(got, line) {
			h.t.Errorf("person %s lacks %s; it is\n%s", key, line, got)
		}
	}
	if n := strings.Count(got, "description"); n != len(facts) {
		h.t.Errorf("person %s says %d facts, want %d:\n%s", key, n, len(facts), got)
	}
}

func TestRichestVersionWins(t *testing.T) {
	t.Parallel()
	poor, rich := work("w1", "One", person("p", "a")), work("w2", "Two", person("p", "a", "b"))
	for name, s := range map[string]*script{"poor first": listing(poor, rich), "rich first": listing(rich, poor)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHub(t)
			h.run(s.source())
			h.says("p", "a", "b")
			last := h.last()
			h.run(listing(anew(poor), anew(rich)).source())
			h.run(listing(rich, poor).source())
			h.logged(last)
		})
	}
}

func TestCorrectionPropagates(t *testing.T) {
	t.Parallel()
	other := work("w2", "Two", person("p"))
	for _, c := range []struct {
		name          string
		before, after []string
	}{
		{"richer", []string{"a"}, []string{"a", "b"}},
		{"as rich", []string{"wrong"}, []string{"right"}},
		{"poorer", []string{"a", "wrong"}, []string{"a"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			h := newHub(t)
			h.run(listing(work("w1", "One", person("p", c.before...)), other).source())
			last := h.last()
			h.run(listing(work("w1", "One", person("p", c.after...)), other).source())
			h.says("p", c.after...)
			h.logged(last, "update Person p")
		})
	}
}

// A correction is not lost when the run that read it broke off, or could not
// tell all items apart.
func TestCorrectionSurvivesPartialRuns(t *testing.T) {
	t.Parallel()
	before, after := work("w1", "One", person("p", "a", "wrong")), work("w1", "One", person("p", "a"))
	other := work("w2", "Two")
	for name, s := range map[string]*script{
		"broken off":    listing(after).add(errors.New("the line went dead")),
		"without a key": listing(after).add(keyless(), other),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHub(t)
			h.run(listing(before, other).source())
			if run := h.run(s.source()); run.Outcome != harvest.Partial {
				t.Fatalf("run is %s, want %s", run.Outcome, harvest.Partial)
			}
			h.run(listing(after, other).source())
			h.says("p", "a")
		})
	}
}

func TestItemsNotReadAnewKeepTheirVersion(t *testing.T) {
	t.Parallel()
	rich := work("w2", "Two", person("p", "a", "b"))
	poorer := listing(work("w1", "Uno", person("p", "c")), rich)
	for name, s := range map[string]*script{
		"same":        poorer,
		"read anew":   listing(work("w1", "Uno", person("p", "c")), anew(rich)),
		"refused":     listing(work("w1", "Uno", person("p", "c"))).add(refusal("w2")),
		"not reached": listing(work("w1", "Uno", person("p", "c"))).add(errors.New("the line went dead")),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHub(t)
			h.run(listing(work("w1", "One", person("p", "a")), rich).source())
			last := h.last()
			h.run(s.source())
			h.logged(last, "update Work w1")
			h.says("p", "a", "b")
		})
	}
}

// When the provider of the richest version goes, the others' versions count,
// though none of them is read anew at once.
func TestProviderGoes(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	poor, middle := work("w1", "One", person("p")), work("w2", "Two", person("p", "a"))
	h.run(listing(poor, middle, work("w3", "Three", person("p", "a", "b"))).source())
	left := listing(poor, middle)
	left.next = []byte("v2")
	outcome(t, h.run(left.source()), store.Run{Outcome: harvest.Complete, Read: 2, Unchanged: 2, Deleted: 1})
	outcome(t, h.run(left.source()), store.Run{Outcome: harvest.Complete, Read: 2, Unchanged: 1, Updated: 1, Warned: 1})
	h.says("p", "a")
	outcome(t, h.run(left.source()), store.Run{Outcome: harvest.Unchanged})
}

func TestOwnRecordBeatsEmbedded(t *testing.T) {
	t.Parallel()
	own := thing("Person", "p", "Anna Weiler")
	rich := work("w1", "One", person("p", "a", "b"))
	for name, s := range map[string]*script{"own first": listing(own, rich), "own last": listing(rich, own), "own read anew": listing(rich, anew(own))} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHub(t)
			check := func(want string) {
				t.Helper()
				if got := h.live(house)["Person p"]; !strings.Contains(got, want) {
					t.Errorf("person p is %s, want %s", got, want)
				}
			}
			h.run(s.source())
			check("Anna Weiler")
			last := h.last()
			h.run(s.source())
			h.run(listing(work("w1", "Uno", person("p", "a", "b", "c")), own).source())
			h.logged(last, "update Work w1")
			check("Anna Weiler")
			// Gone as an item, it is what the others say.
			h.run(listing(work("w1", "Eins", person("p", "a"))).source())
			h.says("p", "a")
		})
	}
}

// A version that was made ready with an item that was then refused is not lost.
func TestVersionOfRefusedItem(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	bad := work("w1", "One", person("p", "a"))
	bad.Faults = append(bad.Faults, schema.Fault{Path: "name", Message: "too long", Severity: schema.Violation})
	h.run(listing(bad, work("w2", "Two", person("p", "a"))).source())
	h.keys("Person p", "Work w2")
}

// More versions wait than memory is given for: the richest counts all the same.
func TestManyVersionsWait(t *testing.T) {
	t.Parallel()
	const n, size = 60, 400_000
	long := strings.Repeat("words ", size/6)
	items := &script{}
	for i := range n {
		p := fmt.Sprintf("p%d", i)
		items.add(anew(work("poor "+p, "One", person(p, long))), anew(work("rich "+p, "Two", person(p, long, "more"))))
	}
	h := newHub(t)
	h.run(items.source())
	changed := items.source()
	changed.Licence = ""
	h.run(changed)
	last := h.last()
	h.run(changed)
	slices.Reverse(items.steps) // the poor ones last
	h.run(changed)
	h.logged(last)
	for key, triples := range h.live(house) {
		if strings.Contains(triples, "sdLicense") || strings.HasPrefix(key, "Person") && !strings.Contains(triples, `"more"@de`) {
			t.Errorf("%s is not what is said richest under the new licence", key)
		}
	}
}
