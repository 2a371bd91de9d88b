package harvest_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"moselle/connectors"
	"moselle/hub/store"
	"moselle/schema"
)

func TestReportGroups(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	s := &script{}
	for i := range 30 {
		it := work(fmt.Sprintf("w%02d", i), "Work")
		it.Faults = []schema.Fault{{Path: "url", Value: fmt.Sprintf("no address %d", i), Message: "not an IRI"}}
		s.add(it)
	}
	for i := range 3 {
		s.add(connectors.Refuse(fmt.Sprintf("r%d", i), fmt.Sprintf("line %d", i), "name", "", "it has no name"))
	}
	run := h.run(s.source())
	if len(run.Faults) != 2 || run.Refused != 3 || run.Warned != 30 {
		t.Fatalf("report is %+v, want two groups, 3 refused and 30 with warnings", run)
	}
	refused, warned := run.Faults[0], run.Faults[1]
	same(t, "refusals", refused, store.Fault{Path: "name", Message: "it has no name", Severity: schema.Violation, Count: 3, Samples: []store.Sample{
		{Key: "r0", Where: "line 0"}, {Key: "r1", Where: "line 1"}, {Key: "r2", Where: "line 2"}}})
	if warned.Count != 30 || len(warned.Samples) != 10 || warned.Samples[9] != (store.Sample{Key: "w09", Where: "step 9", Value: "no address 9"}) {
		t.Errorf("warnings are %+v, want 30 with the first ten places", warned)
	}
}

// TestReportOneSentence: faults of one sentence are one group, whatever values
// stand in it, and the report tells those at each place.
func TestReportOneSentence(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	s := &script{}
	for i := range 1200 {
		s.add(connectors.Refuse(fmt.Sprintf("k%d", i), fmt.Sprintf("line %d", i), "", fmt.Sprintf("k%d", i), "the same key as item %d of 1200", i+1))
	}
	for i, word := range []string{"Salle", "Foyer"} {
		it := work(fmt.Sprintf("w%d", i), "Work")
		it.Faults = []schema.Fault{
			{Path: fmt.Sprintf("dates[%d].end", i), Message: fmt.Sprintf("%q ends on 2027-02-%d", word, i+10)},
			{Path: "url", Message: "write it as 2026-12-31"},
		}
		s.add(it)
	}
	s.add(&connectors.Refusal{Key: "w2", Where: "line 9", Faults: []schema.Fault{{Path: "url", Message: "write it as 2026-12-31", Severity: schema.Violation}}})
	var got []string
	for _, f := range h.run(s.source()).Faults {
		got = append(got, fmt.Sprintf("%d %s %s: %s (%s)", f.Count, f.Severity, f.Path, f.Message, f.Samples[0].Value))
	}
	want := []string{
		"1200 violation : the same key as item … of 1200 (k0)",
		"1 violation url: write it as 2026-12-31 ()",
		`2 warning dates[…].end: "…" ends on … (Salle, 2027-02-10)`,
		"2 warning url: write it as 2026-12-31 ()",
	}
	same(t, "the groups", got, want)
}

// What is foreign cannot make a report large.
func TestReportIsBounded(t *testing.T) {
	t.Parallel()
	h := newHub(t)
	long := strings.Repeat("é ", 20_000)
	s := &script{}
	for i := range 300 {
		s.add(&connectors.Refusal{Key: long, Where: "page " + long, Faults: []schema.Fault{{Path: fmt.Sprintf("p%d", i), Message: "bad", Value: long, Severity: schema.Violation}}})
		it := work(fmt.Sprintf("w%d", i), "Work")
		it.Faults = []schema.Fault{{Path: fmt.Sprintf("q%d", i), Message: "poor"}}
		s.add(it)
	}
	run := h.run(s.source())
	total := 0
	for _, f := range run.Faults {
		total += f.Count
		for _, sample := range f.Samples {
			if n := len(sample.Key) + len(sample.Where) + len(sample.Value); n > 2000 || !utf8.ValidString(sample.Where) {
				t.Fatalf("a sample of %d bytes: %+v", n, sample)
			}
		}
	}
	if len(run.Faults) > 202 || total != 600 {
		t.Errorf("report has %d groups of %d faults, want at most 202 of 600", len(run.Faults), total)
	}
	if kept, err := h.store.Runs(t.Context(), house, 1); err != nil || len(kept) != 1 || len(kept[0].Faults) != len(run.Faults) {
		t.Errorf("Runs() = %v, want the report as it was returned", err)
	}
}
