package tree_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/tree"
)

func TestWalk(t *testing.T) {
	t.Parallel()
	const doc = `{"a":{"b":1,"c":[{"b":2},{"b":[3,4]},{"x":{"b":5}},null]},"d.e":6,"f":[[7],8],"0":9,"g":null,
		"tree":{"n":"root","kids":[{"n":"k1","kids":[{"n":"k11"},{"n":"k12","kids":[]}]},{"n":"k2"}]}}`
	for _, c := range []struct{ path, want string }{
		{"a.b", "1"},
		{"a.c.b", "2 3 4"},
		{"a.c.1.b", "3 4"},
		{"a.c.*.b", "2 3 4"},
		{"a.**.b", "1 2 3 4 5"},
		{"a.c.2.x.b", "5"},
		{`"d.e"`, "6"},
		{"f", "7 8"},
		{"0", "9"},
		{"$.a.b", "1"},
		{"a.*", "1 object object object"},
		{"tree.**.kids.n", "k1 k2 k11 k12"},
		{"tree.**.n", "root k1 k11 k12 k2"},
		{"g", ""},
		{"a.b.c", ""},
		{"nothing.at.all", ""},
	} {
		var d tree.Tree
		if err := d.JSON(doc); err != nil {
			t.Fatal(err)
		}
		p, err := tree.ParsePath(c.path)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		p.Walk(d.Root(), func(n tree.Node) bool {
			if n.Kind() == tree.Object {
				got = append(got, "object")
			} else {
				got = append(got, n.Text())
			}
			return true
		})
		if d := cmp.Diff(c.want, strings.Join(got, " ")); d != "" {
			t.Errorf("Walk(%s) (-want +got):\n%s", c.path, d)
		}
	}
}

func TestParsePathErrors(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, want string }{
		{"", "an empty path leads nowhere"},
		{"a..b", `path "a..b": two points in a row`},
		{`"a.b`, `path "\"a.b": a quotation mark is not closed`},
		{`"a"b`, `path "\"a\"b": expected a point after the quotation mark`},
		{strings.Repeat("a.", 40) + "a", "more than 32 steps"},
	} {
		if _, err := tree.ParsePath(c.in); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("ParsePath(%q) = %v, want %s", c.in, err, c.want)
		}
	}
}

// TestWalkBounded ends although every step may go everywhere.
func TestWalkBounded(t *testing.T) {
	t.Parallel()
	var d tree.Tree
	if err := d.JSON(strings.Repeat(`{"a":[1,`, 60) + "1" + strings.Repeat("]}", 60)); err != nil {
		t.Fatal(err)
	}
	p, err := tree.ParsePath(strings.Repeat("**.", 20) + "a")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	p.Walk(d.Root(), func(tree.Node) bool { n++; return true })
	if n == 0 || n > 1<<18 {
		t.Errorf("Walk visits %d nodes", n)
	}
}
