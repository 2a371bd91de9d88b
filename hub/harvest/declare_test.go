package harvest_test

import (
	"strings"
	"testing"

	"moselle/hub/harvest"
	"moselle/hub/store"
	"moselle/schema"
	"moselle/schema/taxonomy"
)

func TestDeclare(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	woken := 0
	h.runner.Wake = func() { woken++ }
	declare := func(institutions []harvest.Institution, datasets ...harvest.Dataset) {
		t.Helper()
		if err := h.runner.Declare(t.Context(), taxonomy.Drafts(), institutions, datasets); err != nil {
			t.Fatal(err)
		}
	}
	museum := harvest.Institution{ID: "museum", Names: map[string]string{"fr": "Musée", "de": "Museum"}, Description: map[string]string{"fr": "Un musée"},
		URL: "https://museum.example/", Country: "LU", SameAs: []string{"http://www.wikidata.org/entity/Q1"}}
	theatre := harvest.Institution{ID: "theatre", Names: map[string]string{"de": "Theater"}}
	works := harvest.Dataset{Source: "works", Institution: "museum", Names: map[string]string{"de": "Werke"}, Licence: "https://creativecommons.org/publicdomain/zero/1.0/", Lang: "de"}

	declare(nil)
	vocabularies := h.live(schema.Hub)
	if got, want := len(vocabularies), len(taxonomy.Drafts()); got != want {
		t.Errorf("%d records without a declaration, want the %d of the vocabularies", got, want)
	}
	for _, want := range []string{`"Konzert"@de`, "<moselle:id/concept/event.music>", "<moselle:id/conceptscheme/event>"} {
		if got := vocabularies["Concept event.concert"]; !strings.Contains(got, want) {
			t.Errorf("the concept event.concert lacks %s:\n%s", want, got)
		}
	}

	last := h.last()
	declare([]harvest.Institution{museum, theatre}, works)
	h.logged(last, "create Organization museum", "create Organization theatre", "create Dataset works")
	got := h.live(schema.Hub)
	for key, want := range map[string][]string{
		"Organization museum": {`"Musée"@fr`, `"Museum"@de`, `"Un musée"@fr`, "<https://museum.example/>", "entity/Q1", "#postaladdress-", `"LU"`},
		"Dataset works":       {`"Werke"@de`, "zero/1.0", string(harvest.InstitutionIRI("museum")), `"de"`},
	} {
		for _, w := range want {
			if !strings.Contains(got[key], w) {
				t.Errorf("%s lacks %s:\n%s", key, w, got[key])
			}
		}
	}

	last = h.last()
	declare([]harvest.Institution{theatre, museum}, works)
	h.logged(last)
	if woken != 2 {
		t.Errorf("followers were woken %d times, want twice: nothing was new the last time", woken)
	}

	museum.Names = map[string]string{"fr": "Grand Musée"}
	declare([]harvest.Institution{museum})
	h.logged(last, "update Organization museum", "delete Dataset works", "delete Organization theatre")
	for c, err := range h.store.Changes(t.Context(), last+1, store.Filter{}) {
		if err != nil || c.Reason != "withdrawn" {
			t.Errorf("%s was deleted for %q (%v), want withdrawn", c.Record.Key, c.Reason, err)
		}
	}

	last = h.last()
	declare([]harvest.Institution{museum, theatre})
	h.logged(last, "create Organization theatre")
}

// BenchmarkDeclare is what a start costs when nothing is new.
func BenchmarkDeclare(b *testing.B) {
	h := newHub(b)
	declare := func() {
		if err := h.runner.Declare(b.Context(), taxonomy.Drafts(), nil, nil); err != nil {
			b.Fatal(err)
		}
	}
	declare()
	for b.Loop() {
		declare()
	}
}
