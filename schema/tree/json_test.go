package tree_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"moselle/schema/tree"
)

// value gives a node as encoding/json would decode it with UseNumber.
func value(n tree.Node) any {
	switch n.Kind() {
	case tree.Object:
		m := map[string]any{}
		for c := range n.Children() {
			m[c.Key()] = value(c)
		}
		return m
	case tree.Array:
		l := []any{}
		for c := range n.Children() {
			l = append(l, value(c))
		}
		return l
	case tree.String:
		return n.Text()
	case tree.Number:
		return json.Number(n.Text())
	case tree.Bool:
		return n.Text() == "true"
	}
	return nil
}

func standard(text string) (v any, err error) {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	if !json.Valid([]byte(text)) {
		return nil, errors.New("invalid")
	}
	return v, d.Decode(&v)
}

// depth returns how deep brackets outside of texts stand in each other.
func depth(text string) (deepest int) {
	d, quoted := 0, false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			d++
			deepest = max(deepest, d)
		case c == '}' || c == ']':
			d--
		}
	}
	return deepest
}

// FuzzJSON holds the reader against encoding/json: the same texts are refused,
// the others mean the same.
func FuzzJSON(f *testing.F) {
	for _, s := range []string{
		`{"a":[1,-0.5e+3,true,false,null,"x\n\u00e9\ud83d\ude00\ud83d"],"b":{"a":{}},"a":2}`,
		" [ ] ", `""`, `"\u12"`, `{"a" 1}`, `[1,]`, `01`, `-`, `1.`, `"` + "\xff\xfe" + `"`, `"` + "\x01" + `"`, `nul`, `{"a":1}x`,
		`"\ud83d\u0041"`, `"\ud83d\ud83d\ude00"`, strings.Repeat("[", 200) + strings.Repeat("]", 200),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var got tree.Tree
		err := got.JSON(text)
		want, wantErr := standard(text)
		if (err == nil) != (wantErr == nil) && depth(text) <= tree.MaxDepth {
			t.Fatalf("JSON(%q) = %v, encoding/json says %v", text, err, wantErr)
		}
		if err == nil && !reflect.DeepEqual(value(got.Root()), want) {
			t.Fatalf("JSON(%q) = %#v, want %#v", text, value(got.Root()), want)
		}
	})
}

func TestJSONErrors(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, want string }{
		{"{\n \"a\": 1,\n \"b\" 2}", `line 3, character 6: expected a colon after "b"`},
		{"", "line 1, character 1: the text ends in the middle of a value"},
		{`{"a":`, "line 1, character 6: the text ends in the middle of a value"},
		{`[1 2]`, `line 1, character 4: expected a comma or ']', found '2'`},
		{"\"a\nb\"", `line 1, character 3: a text may not hold the control character '\n'; write it as an escape`},
		{`"\q"`, `line 1, character 3: there is no escape \q`},
		{`{} x`, "line 1, character 4: there is more after the end of the value"},
		{`<p>`, "line 1, character 1: no value can begin with '<'"},
		{strings.Repeat("[", 10_000), "line 1, character 129: lists and objects stand in each other more than 128 deep"},
	} {
		var got tree.Tree
		err := got.JSON(c.in)
		if err == nil || err.Error() != c.want {
			t.Errorf("JSON(%.40q) = %v, want %s", c.in, err, c.want)
		}
		if got.Root().Kind() != tree.Absent {
			t.Errorf("JSON(%.40q) leaves nodes behind", c.in)
		}
	}
}
