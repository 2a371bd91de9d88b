package tree_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/tree"
)

// TestMembers names each member once, with its last value, in objects of any size.
func TestMembers(t *testing.T) {
	t.Parallel()
	for _, n := range []int{0, 3, 100} {
		var text strings.Builder
		var want []string
		text.WriteString(`{"a": 1, "b": {"a": 2}, `)
		for i := range n {
			fmt.Fprintf(&text, `"k%d": 0, `, i)
			want = append(want, fmt.Sprintf("k%d=0", i))
		}
		text.WriteString(`"a": 3, "": 4}`)
		want = append(append([]string{"b="}, want...), "a=3", "=4")
		var doc tree.Tree
		if err := doc.JSON(text.String()); err != nil {
			t.Fatal(err)
		}
		var got []string
		for m := range doc.Root().Members() {
			got = append(got, m.Key()+"="+m.Text())
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("Members of %d (-want +got):\n%s", n+4, d)
		}
		if last := slices.Collect(doc.Root().Member("b").Members()); len(last) != 1 || last[0].Text() != "2" {
			t.Errorf("Members of b = %v", last)
		}
		for m := range doc.Root().Member("a").Members() {
			t.Errorf("a number has the member %q", m.Key())
		}
	}
}

// TestValues yields what stands in a list, or alone.
func TestValues(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{`{"a": [1, 2]}`: 2, `{"a": []}`: 0, `{"a": "x"}`: 1, `{"a": {"b": 1}}`: 1, `{"a": null}`: 0, `{}`: 0,
		`{"a": [` + strings.Repeat("1,", 10_000) + `1]}`: 10_000} {
		var doc tree.Tree
		if err := doc.JSON(text); err != nil {
			t.Fatal(err)
		}
		if got := len(slices.Collect(tree.Values(doc.Root().Member("a")))); got != want {
			t.Errorf("Values of %.20s = %d, want %d", text, got, want)
		}
	}
}
