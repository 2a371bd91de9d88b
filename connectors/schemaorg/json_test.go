package schemaorg_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/schemaorg"
)

func TestJSONRepairs(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, want string }{
		{`{"a":1,}`, `{"a":1}`},
		{`[1,,2,]`, `[1,2]`},
		{"{\"a\":\"x\ty\nz\"}", `{"a":"x\ty\nz"}`},
		{`{"a":"it\'s"}`, `{"a":"it's"}`},
		{`{"a":,"b":}`, `{"a":null,"b":null}`},
		{`{"a":undefined}`, `{"a":null}`},
		{`{"a":007}`, `{"a":"007"}`},
		{`{"a":"// no comment /* here */"}`, `{"a":"// no comment /* here */"}`},
		{"// x\n{/* y */\"a\":1 // z\n}", `{"a":1}`},
		{`<!-- {"a":1} -->`, `{"a":1}`},
		{"<!-- says nothing -->\n{\"a\":1}", `{"a":1}`},
		{"//<![CDATA[\n{\"a\":1}\n//]]>", `{"a":1}`},
		{"/*<![CDATA[*/{\"a\":1}/*]]>*/", `{"a":1}`},
		{`<![CDATA[{"a":1}]]>`, `{"a":1}`},
		{`{"a":1};`, `{"a":1}`},
		{`{"a":1}}`, `{"a":1}`},
		{"\ufeff{\"a\":\u00a01}", `{"a":1}`},
	} {
		got, _, err := schemaorg.ParseJSON(c.in)
		if err != nil || len(got) != 1 {
			t.Errorf("readJSON(%q) = %v, %v, want %s", c.in, got, err, c.want)
			continue
		}
		if d := cmp.Diff(strict(t, c.want), got[0]); d != "" {
			t.Errorf("readJSON(%q) differs (-want +got):\n%s", c.in, d)
		}
	}
}

func TestJSONRefusals(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, want string }{
		{"", "it is empty"},
		{"  // only this", "it is empty"},
		{`{"a":"the "best" one"}`, `after the value of "a", found "best`},
		{`{"a":1`, "found the end"},
		{`{"a":"x`, "no closing quote"},
		{`{'a':1}`, "in double quotes"},
		{`{"a" 1}`, `expected a colon after "a"`},
		{`{"a":1] `, "expected a comma or \"}\""},
		{`{"a":b}`, "expected a value"},
		{`{"a":1} and more`, "more text follows"},
		{strings.Repeat("{\"a\":", 10_000), "more than 100 deep"},
		{strings.Repeat("[", 10_000), "more than 100 deep"},
		{"BEGIN:VCALENDAR", "expected a value"},
	} {
		if _, _, err := schemaorg.ParseJSON(c.in); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("readJSON(%.40q) = %v, want an error with %q", c.in, err, c.want)
		}
	}
}

func strict(t testing.TB, s string) any {
	t.Helper()
	dec := json.NewDecoder(strings.NewReader(s))
	dec.UseNumber()
	var v any
	if err := dec.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

// FuzzJSON holds the tolerant reader to encoding/json on valid JSON.
func FuzzJSON(f *testing.F) {
	seed(f, "json*")
	f.Add(`{"a":[1,-2.5e+3,"\u00e9\ud83d\ude00\ud800x",null,true],"a":{"b":"\/"}}`)
	f.Add(`{"a": ,/* x */ "b":"1` + "\n" + `2",}`)
	f.Fuzz(func(t *testing.T, s string) {
		got, repairs, err := schemaorg.ParseJSON(s)
		if !json.Valid([]byte(s)) {
			return
		}
		if err != nil {
			if strings.Contains(err.Error(), "deep") {
				return
			}
			t.Fatalf("readJSON(%q) = %v, but it is valid", s, err)
		}
		if d := cmp.Diff(strict(t, s), got[0]); d != "" || len(got) != 1 || repairs > 0 {
			t.Errorf("readJSON(%q): %d values, %d repairs, differs (-want +got):\n%s", s, len(got), repairs, d)
		}
	})
}

// FuzzHarvest holds that no document makes the connector panic, and that no
// item comes without a record.
func FuzzHarvest(f *testing.F) {
	seed(f, "*")
	f.Add(`{"@context":{"a":"b:c","b":"a:d","x":{"@reverse":"superEvent"}},"@type":"Event","a":1,"x":{"@id":""},"name":{"fr":"x"},"startDate":"2026-1-1"}`)
	f.Fuzz(func(t *testing.T, s string) {
		c, err := schemaorg.Kind().Open(nil, memory(t, s))
		if err != nil {
			t.Fatal(err)
		}
		for _, it := range conntest.Harvest(t.Context(), c, nil).Items {
			if it.Key == "" || len(it.Drafts) == 0 {
				t.Errorf("item %q has %d records", it.Key, len(it.Drafts))
			}
		}
	})
}

// seed adds the inputs of the cases to a fuzz target.
func seed(f *testing.F, ext string) {
	paths, err := filepath.Glob(filepath.Join("testdata", "*", "input."+ext))
	if err != nil || len(paths) == 0 {
		f.Fatalf("no inputs: %v", err)
	}
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
}

// memory returns an environment whose one document is s.
func memory(t testing.TB, s string) connectors.Env {
	env := conntest.Env(t, "https://haus.example/programm/")
	env.Open = func(_ context.Context, location string, _ []byte) (*connectors.Body, error) {
		if location != env.Location {
			return nil, os.ErrNotExist
		}
		return &connectors.Body{ReadCloser: io.NopCloser(bytes.NewReader([]byte(s))), Location: location}, nil
	}
	return env
}
