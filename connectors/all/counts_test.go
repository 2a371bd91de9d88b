package all_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"moselle/schema/rdf/rdftest"
)

// counted is a count in the data's README: "143 VEVENT".
var counted = regexp.MustCompile(`(?:^|, )(\d+) ([^,(]*[^,( ])`)

// counts reads the README of the data: the numbers by origin and name.
func counts(t *testing.T) map[string]map[string]string {
	t.Helper()
	text, err := os.ReadFile(rdftest.Data(t, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]map[string]string{}
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(line, " | ")
		if len(cells) < 5 || !strings.HasPrefix(cells[1], "`") {
			continue
		}
		numbers := map[string]string{}
		for _, m := range counted.FindAllStringSubmatch(cells[3], -1) {
			numbers[m[2]] = m[1]
		}
		out[strings.Trim(cells[1], "`")] = numbers
	}
	return out
}

// originOf returns the origin that a file belongs to: the longest that its path
// begins with, else its family.
func originOf(listed map[string]map[string]string, name string) string {
	for dir := name; dir != "."; dir = path.Dir(dir) {
		if _, ok := listed[dir]; ok {
			return dir
		}
	}
	family, _, _ := strings.Cut(name, "/")
	return family
}

// write puts the rows of an origin into the golden.
func write(b *bytes.Buffer, name string, numbers map[string]string, rows map[string]*row) {
	var known []string
	for _, what := range slices.Sorted(maps.Keys(numbers)) {
		known = append(known, numbers[what]+" "+what)
	}
	fmt.Fprintf(b, "%s\n  README: %s\n", name, strings.Join(known, ", "))
	for _, label := range slices.Sorted(maps.Keys(rows)) {
		r := rows[label]
		fmt.Fprintf(b, "  %-28s %s", label, r.tally)
		if r.malformed > 0 {
			fmt.Fprintf(b, ", %d malformed", r.malformed)
		}
		b.WriteByte('\n')
	}
}

// String gives the counts as a golden holds them.
func (y tally) String() string {
	text := fmt.Sprintf("%4d files: %6d items", y.files, y.items)
	for _, part := range []struct {
		n    int
		what string
	}{{y.deleted, "of them gone"}, {y.warned, "with warnings"}, {y.refused, "refused"}, {y.ended, "runs ended early"}} {
		if part.n > 0 {
			text += fmt.Sprintf(", %d %s", part.n, part.what)
		}
	}
	return text
}

// compare holds what is read to what the data's README counts.
func compare(t *testing.T, b *bytes.Buffer, name string, numbers map[string]string, rows map[string]*row, o origin) {
	t.Helper()
	for _, what := range slices.Sorted(maps.Keys(o.Counts)) {
		c, items := o.Counts[what], 0
		for _, label := range c.Rows {
			if r := rows[label]; r != nil {
				items += r.items
			} else {
				t.Errorf("families.yaml: %s: there is no row %q", name, label)
			}
		}
		switch number := numbers[what]; {
		case number == "":
			t.Errorf("families.yaml: %s: the data's README does not count %q", name, what)
		case number == fmt.Sprint(items) && c.Why != "":
			t.Errorf("families.yaml: %s: %s %s are read as counted; leave out why", name, number, what)
		case number != fmt.Sprint(items) && c.Why == "":
			t.Errorf("families.yaml: %s: %d items of %s %s: say why", name, items, number, what)
		case c.Why == "":
			fmt.Fprintf(b, "  = %s %s\n", number, what)
		default:
			fmt.Fprintf(b, "  %d of %s %s: %s\n", items, number, what, c.Why)
		}
	}
	for label, r := range rows {
		if r.silent > 0 {
			t.Errorf("%s: %s: of %d malformed files, %d are read without a word", name, label, r.malformed, r.silent)
		}
	}
}

// sums ends the golden with what became of each family.
func sums(b *bytes.Buffer, table map[string]map[string]*row) {
	b.WriteString("\nfamilies\n")
	of := map[string]*tally{}
	for name, rows := range table {
		family, _, _ := strings.Cut(name, "/")
		if of[family] == nil {
			of[family] = &tally{}
		}
		for _, r := range rows {
			of[family].add(r.tally)
		}
	}
	for _, family := range slices.Sorted(maps.Keys(of)) {
		fmt.Fprintf(b, "  %-28s %s\n", family, *of[family])
	}
}
