package tree_test

import (
	"bufio"
	"encoding/json"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/tree"
)

// elements reads a whole list; the last string is the error that ended it.
func elements(r io.Reader, max int, names ...string) (out []string) {
	s := tree.NewStream(bufio.NewReaderSize(r, 16), max)
	if err := s.Enter(names); err != nil {
		return []string{err.Error()}
	}
	for {
		e, err := s.Next()
		switch {
		case err == io.EOF:
			return out
		case err != nil:
			return append(out, err.Error())
		case e.TooLong:
			out = append(out, "too long")
		default:
			out = append(out, string(e.Text))
		}
	}
}

func TestStream(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, in string
		path     []string
		want     []string
	}{
		{"list", " [1, {\"a\":\"]}\\\"\"} ,\n[2,3],\"x,y\",null ] ", nil, []string{"1", `{"a":"]}\""}`, "[2,3]", `"x,y"`, "null"}},
		{"empty", "[]", nil, nil},
		{"in an object", `{"n":{"events":[9]},"events":[1,2],"z":[`, []string{"events"}, []string{"1", "2"}},
		{"two deep", `{"data":{"x":"[","items":[1]}}`, []string{"data", "items"}, []string{"1"}},
		{"escaped name", `{"\u0061":[1]}`, []string{"a"}, []string{"1"}},
		{"no such name", `{"b":[1],"c":{}}`, []string{"a"}, []string{"the document has no a; it has: b, c"}},
		{"no list", `{"a":{"b":1}}`, []string{"a"}, []string{"line 1: expected a list, found an object"}},
		{"no object", "\n[1]", []string{"a"}, []string{`line 2: expected an object with "a" in it, found a list`}},
		{"too long", `["0123456789012345678901234567890123456789", 1]`, nil, []string{"too long", "1"}},
		{"cut off", `[1, {"a": "b`, nil, []string{"1", "unexpected EOF"}},
		{"cut off between", `[1, 2`, nil, []string{"1", "2", "unexpected EOF"}},
		{"more after it", "[1]\n[2]", nil, []string{"1", `line 2: there is more after the end of the list, beginning with '['`}},
		{"no comma", `[1 2]`, nil, []string{"1", `line 1: expected a comma or the end of the list, found '2'`}},
		{"hole", `[1,,2]`, nil, []string{"1", `line 1: expected an element, found ','`}},
	} {
		for _, r := range []io.Reader{strings.NewReader(c.in), iotest.OneByteReader(strings.NewReader(c.in))} {
			if d := cmp.Diff(c.want, elements(r, 40, c.path...)); d != "" {
				t.Errorf("%s (-want +got):\n%s", c.name, d)
			}
		}
	}
}

// FuzzStream holds the elements of a list against encoding/json, and a reading
// in one piece against one byte by byte.
func FuzzStream(f *testing.F) {
	f.Add(`[1, {"a":"]}\""} , [2,3], "x,y", null]`)
	f.Add(`[{"a":1},{"b":[{}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		whole := elements(strings.NewReader(text), 1<<20)
		if d := cmp.Diff(whole, elements(iotest.OneByteReader(strings.NewReader(text)), 1<<20)); d != "" {
			t.Fatalf("%q in pieces:\n%s", text, d)
		}
		var want []json.RawMessage
		if json.Unmarshal([]byte(text), &want) != nil || want == nil {
			return
		}
		for i, w := range want {
			if i >= len(whole) || string(w) != whole[i] {
				t.Fatalf("%q: element %d of %q, want %s", text, i, whole, w)
			}
		}
		if len(whole) != len(want) {
			t.Fatalf("%q: %d elements %q, want %d", text, len(whole), whole, len(want))
		}
	})
}

// What stands beside the list is told, on both sides of it.
func TestStreamAside(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		`{"a":1,"items":[{"x":1}],"b":"two","c":[3]}`: `a=1 b="two" c=[3]`,
		`{"items":[]}`:      "",
		`{"items":[],"a":1`: "a=1 cut",
		`{"items":[] a}`:    "cut",
		`{"a":"` + strings.Repeat("x", 70<<10) + `","b":1,"items":[]}`: "b=1",
	} {
		var got []string
		s := tree.NewStream(bufio.NewReader(strings.NewReader(in)), 100)
		s.Aside = func(name string, value []byte) { got = append(got, name+"="+string(value)) }
		err := s.Enter([]string{"items"})
		for err == nil {
			_, err = s.Next()
		}
		if err != io.EOF {
			got = append(got, "cut")
		}
		if strings.Join(got, " ") != want {
			t.Errorf("beside the list of %.60s stand %q, want %q", in, got, want)
		}
	}
}
