package quality_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/quality"
)

func TestCounts(t *testing.T) {
	t.Parallel()
	var c quality.Counts
	for _, r := range []struct {
		where string
		event string
		fixes []quality.Fix
	}{
		{"line 1", "E1", []quality.Fix{{Code: "url.missing", Next: true}, {Code: "end.missing", Next: true}, {Code: "image.missing"}}},
		{"line 2", "E1", []quality.Fix{{Code: "url.missing", Next: true, Lifts: "E2"}}},
		{"line 3", "E2", []quality.Fix{{Code: "price.missing", Next: true}}},
		{"line 4", "E2", []quality.Fix{{Code: "price.missing", Next: true}}},
	} {
		c.Add(quality.Assessment{Event: r.event, Fixes: r.fixes, Flags: []string{"time.long"}}, r.where)
	}
	if d := cmp.Diff(map[string]int{"E1": 2, "E2": 2}, c.Grades); d != "" || c.Flags["time.long"] != 4 {
		t.Errorf("grades (-want +got):\n%s\nflags %v", d, c.Flags)
	}
	want := []quality.Gain{
		{Code: "url.missing", Records: 2, Lifts: 1, Example: "line 2"}, {Code: "price.missing", Records: 2, Example: "line 3"},
		{Code: "end.missing", Records: 1, Example: "line 1"},
	}
	if d := cmp.Diff(want, c.Gains()); d != "" {
		t.Errorf("Gains() (-want +got):\n%s", d)
	}
	grades := []string{"content:1", "metadata:B", "E4", "metadata:0", "E0"}
	slices.SortFunc(grades, quality.CompareGrades)
	if d := cmp.Diff([]string{"E0", "E4", "metadata:0", "metadata:B", "content:1"}, grades); d != "" {
		t.Errorf("CompareGrades (-want +got):\n%s", d)
	}
}
