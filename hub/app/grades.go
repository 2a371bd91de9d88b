package app

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"moselle/schema/quality"
)

// shownFixes is how many fixes a check shows.
const shownFixes = 5

// writeGrades writes the grades of what was read, and what to mend first, for
// people.
func writeGrades(w io.Writer, c quality.Counts, lang string) {
	if len(c.Grades) == 0 {
		return
	}
	fmt.Fprintln(w, "\ngrades")
	for _, g := range slices.SortedFunc(maps.Keys(c.Grades), quality.CompareGrades) {
		fmt.Fprintf(w, "  %-10s %d\n", g, c.Grades[g])
	}
	for _, f := range slices.Sorted(maps.Keys(c.Flags)) {
		fmt.Fprintf(w, "  doubtful %d x %s\n", c.Flags[f], quality.TextOf(f, lang).What)
	}
	gains := c.Gains()
	if len(gains) == 0 {
		return
	}
	fmt.Fprintln(w, "\nto mend first")
	for _, g := range gains[:min(len(gains), shownFixes)] {
		t := quality.TextOf(g.Code, lang)
		fmt.Fprintf(w, "  %s (%s): %d records", t.What, g.Code, g.Records)
		if g.Lifts > 0 {
			fmt.Fprintf(w, ", %d lifted by this alone", g.Lifts)
		}
		fmt.Fprintf(w, "\n    %s\n    such as %s\n", t.How, g.Example)
	}
}
