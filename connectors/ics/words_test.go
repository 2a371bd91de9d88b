package ics_test

import (
	"testing"
	"time"
	"unicode/utf8"

	"moselle/schema"
	"moselle/schema/calendar/summary"
	"moselle/schema/rdf/rdftest"
)

// TestRealDatesInWords words the events of real calendars in every language and
// size: each has words, the shortest no longer than the longest, none without
// bound.
func TestRealDatesInWords(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	events, texts := 0, 0
	for _, path := range calendars(t, rdftest.Data(t, "ics")) {
		for _, it := range harvest(t, path, "").Items {
			events++
			n := schema.NewNode(it.Drafts[0].Graph, it.Drafts[0].IRI, schema.ClassNamed("Event"))
			for _, lang := range summary.Langs() {
				var lengths [4]int
				for size := summary.XS; size <= summary.LG; size++ {
					o := summary.Options{Langs: []string{lang}, Size: size, Now: now, Zone: time.UTC}
					text, got := summary.Of(n, o)
					lengths[size] = utf8.RuneCountInString(text)
					if text == "" || got != lang || len(text) > 64<<10 {
						t.Errorf("%s: %s in %s, %s has %d bytes in %q", path, it.Key, lang, size, len(text), got)
					}
					texts++
				}
				if lengths[summary.XS] > lengths[summary.LG] {
					t.Errorf("%s: %s in %s has %d characters in xs and %d in lg", path, it.Key, lang, lengths[summary.XS], lengths[summary.LG])
				}
			}
		}
	}
	t.Logf("%d events, %d texts", events, texts)
}
