package harvest_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"moselle/connectors"
	"moselle/hub/harvest"
	"moselle/hub/store"
	"moselle/schema"
)

func TestFirstRun(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	run := h.run(listing(work("w1", "One", person("p", "a")), work("w2", "Two", person("p", "a"))).source())
	outcome(t, run, store.Run{Outcome: harvest.Complete, Read: 2, Created: 3, Warned: 2})
	h.logged(0, "create Person p", "create Work w1", "create Work w2")
	kept, err := h.store.Runs(t.Context(), house, 1)
	if err != nil || len(kept) != 1 || kept[0].Created != 3 || kept[0].Ended.Before(kept[0].Started) {
		t.Errorf("Runs() = %+v, %v, want the report", kept, err)
	}
}

func TestSecondRunWritesNothing(t *testing.T) {
	t.Parallel()
	recognised := listing(work("w1", "One", person("p", "a")), work("w2", "Two", person("p", "a", "b")))
	unrecognised := listing(anew(work("w1", "One", person("p", "a"))), anew(work("w2", "Two", person("p", "a", "b"))))
	withCursor := listing(work("w1", "One"))
	withCursor.next = connectors.Cursor("v1")
	for _, c := range []struct {
		name string
		s    *script
		want store.Run
	}{
		{"recognised", recognised, store.Run{Outcome: harvest.Complete, Read: 2, Unchanged: 2}},
		{"read anew", unrecognised, store.Run{Outcome: harvest.Complete, Read: 2, Unchanged: 2, Warned: 2}},
		{"cursor", withCursor, store.Run{Outcome: harvest.Unchanged}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			h := newHub(t)
			h.run(c.s.source())
			last := h.last()
			for range 2 {
				outcome(t, h.run(c.s.source()), c.want)
				h.logged(last)
			}
		})
	}
}

func TestOnlyWhatChangedIsLogged(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	h.run(listing(work("w1", "One"), work("w2", "Two"), work("w3", "Three")).source())
	last := h.last()
	run := h.run(listing(work("w1", "One"), work("w2", "Zwei"), work("w3", "Three"), work("w4", "Four")).source())
	outcome(t, run, store.Run{Outcome: harvest.Complete, Read: 4, Created: 1, Updated: 1, Unchanged: 2, Warned: 2})
	h.logged(last, "update Work w2", "create Work w4")
}

func TestChangedDeclarationReadsAnew(t *testing.T) {
	t.Parallel()
	s := listing(work("w1", "One", person("p", "a")), work("w2", "Two", person("p", "a")))
	s.next = connectors.Cursor("v1")
	for _, c := range []struct {
		name   string
		change func(*harvest.Source)
		want   store.Run
	}{
		{"licence", func(s *harvest.Source) { s.Licence = "https://creativecommons.org/licenses/by/4.0/" },
			store.Run{Outcome: harvest.Complete, Read: 2, Updated: 3, Warned: 2}},
		{"institution", func(s *harvest.Source) { s.Institution = harvest.InstitutionIRI("other") },
			store.Run{Outcome: harvest.Complete, Read: 2, Updated: 3, Warned: 2}},
		{"version of the kind", func(s *harvest.Source) { s.Kind.Version++ },
			store.Run{Outcome: harvest.Complete, Read: 2, Unchanged: 2, Warned: 2}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			h := newHub(t)
			h.run(s.source())
			changed := s.source()
			c.change(&changed)
			outcome(t, h.run(changed), c.want)
			outcome(t, h.run(changed), store.Run{Outcome: harvest.Unchanged})
		})
	}
}

// A run under changed settings that breaks off must not make the next one
// believe that all was read under them.
func TestChangedDeclarationBrokenOff(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	items := []connectors.Item{work("w1", "One"), work("w2", "Two")}
	h.run(listing(items...).source())
	broken := listing(items[0]).add(errors.New("the line went dead")).source()
	whole := listing(items...).source()
	for _, s := range []*harvest.Source{&broken, &whole} {
		s.Licence = "https://creativecommons.org/licenses/by/4.0/"
	}
	outcome(t, h.run(broken), store.Run{Outcome: harvest.Partial, Read: 1, Updated: 1, Warned: 1})
	outcome(t, h.run(whole), store.Run{Outcome: harvest.Complete, Read: 2, Updated: 1, Unchanged: 1, Warned: 1})
	for key, triples := range h.live(house) {
		if !strings.Contains(triples, "licenses/by/4.0") {
			t.Errorf("%s keeps the old licence:\n%s", key, triples)
		}
	}
}

// What a refused item said under other settings does not stand against what is
// said now.
func TestChangedDeclarationRefused(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	h.run(listing(work("w1", "One", person("p")), work("w2", "Two", person("p"))).source())
	changed := listing(work("w1", "One", person("p"))).add(refusal("w2")).source()
	changed.Licence = ""
	h.run(changed)
	if got := h.live(house)["Person p"]; strings.Contains(got, "sdLicense") {
		t.Errorf("person p keeps the licence that is no longer declared:\n%s", got)
	}
}

// A document that comes back as it was at the last complete run is not
// unchanged when something else was read in between.
func TestCursorEndsWithTheFirstWrite(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	v1 := listing(work("w1", "One"), work("w2", "Two"))
	v1.next = connectors.Cursor("v1")
	h.run(v1.source())
	before := h.digests(house)
	h.run(listing(work("w1", "Uno")).add(errors.New("the line went dead")).source())
	outcome(t, h.run(v1.source()), store.Run{Outcome: harvest.Complete, Read: 2, Updated: 1, Unchanged: 1, Warned: 1})
	same(t, "digests", h.digests(house), before)
}

func TestDuplicates(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	twin := work("w1", "Two")
	twin.Key = "other"
	lost := person("p", "only here and in the last one")
	run := h.run(listing(work("w1", "One"), work("w1", "Again", lost), twin, work("w3", "Three", lost)).source())
	outcome(t, run, store.Run{Outcome: harvest.Complete, Read: 4, Created: 3, Refused: 2, Warned: 2})
	h.keys("Person p", "Work w1", "Work w3")
	if got := h.live(house)["Work w1"]; !strings.Contains(got, `"One"`) {
		t.Errorf("Work w1 is %s, want the first one", got)
	}
	var where []string
	for _, f := range run.Faults {
		if f.Severity == schema.Violation {
			where = append(where, f.Samples[0].Where)
		}
	}
	if slices.Sort(where); !slices.Equal(where, []string{"step 1", "step 2"}) {
		t.Errorf("refused at %q, want steps 1 and 2", where)
	}
}

// An item whose record another one has taken over is told so, though it did not
// change.
func TestDuplicateListedFirst(t *testing.T) {
	t.Parallel()
	for _, key := range []string{"a", "z"} { // before and after w1 in the store
		h := newHub(t)
		h.run(listing(work("w1", "One")).source())
		twin := work("w1", "Two")
		twin.Key = key
		h.run(listing(twin, work("w1", "One")).source())
		last := h.last()
		run := h.run(listing(twin, work("w1", "One")).source())
		outcome(t, run, store.Run{Outcome: harvest.Complete, Read: 2, Refused: 1, Unchanged: 1})
		h.logged(last)
		if got := h.live(house)["Work w1"]; !strings.Contains(got, `"Two"`) {
			t.Errorf("Work w1 is %s, want the one listed first", got)
		}
	}
}
