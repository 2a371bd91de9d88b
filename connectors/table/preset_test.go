package table_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors/conntest"
	"moselle/connectors/table"
)

// TestPresets holds that every preset is good as it stands, says what it is for
// and is the one that a table with its columns is recognised by.
func TestPresets(t *testing.T) {
	t.Parallel()
	// Two presets read the same table, each the rows of its class.
	same := map[string]string{"npg-institutions": "npg-constituents"}
	for _, p := range table.Presets() {
		if err := table.Kind().Check(preset(t, p.Name)); err != nil {
			t.Errorf("preset %s: %v", p.Name, err)
		}
		if len(p.Columns) < 2 || !strings.HasSuffix(p.Doc, ".") {
			t.Errorf("preset %s has the columns %q and is for %q, want two at least and a sentence", p.Name, p.Columns, p.Doc)
		}
		if p.Words != nil {
			continue // TestWords has tables of theirs
		}
		want := p.Name
		if first, ok := same[want]; ok {
			want = first
		}
		var first, last []string
		for _, c := range p.Columns {
			names := strings.Split(c, "|")
			first, last = append(first, names[0]), append(last, names[len(names)-1])
		}
		for _, head := range []string{
			"Export\n" + strings.ToUpper(strings.Join(first, ";")) + "\n1;2\n",
			strings.Join(last, ",") + ",more\n",
			`{"` + strings.Join(last, `": 1, "`) + `": [{"id": 1}]}`,
			`{"total": 1, "answer": [{"` + strings.Join(first, `": "a", "`) + `": {"id":`,
		} {
			if got, ok := table.Recognise([]byte(head)); !ok || got.Name != want {
				t.Errorf("Recognise(%.80q) = %q, %v, want %q", head, got.Name, ok, want)
			}
		}
	}
}

func TestRecogniseNothing(t *testing.T) {
	t.Parallel()
	for _, head := range []string{
		"", "{", "[", "[]", "[[", `{"a`, `{"a": [{`, "id,title\n1,One\n", `[{"id": 1}, {"acno": 1, "title": 1, "contributors": 1, "dateText": 1, "classification": 1}]`,
		`{"deep": {"list": [{"acno": 1, "title": 1, "contributors": 1, "dateText": 1, "classification": 1}]}}`,
		"accession_number\nthumbnailUrl\n",
	} {
		if p, ok := table.Recognise([]byte(head)); ok {
			t.Errorf("Recognise(%q) = %q, want none", head, p.Name)
		}
	}
}

// TestPresetForms holds that an export is the same in both forms it comes in.
func TestPresetForms(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ a, b, only string }{
		{"moma-table/input.csv", "moma-list/input.json", "11 12"},
		{"museofile-answer/input.json", "museofile-pipe/input.csv", "M9001"},
	} {
		read := func(path string) map[string]string {
			data, err := os.ReadFile("testdata/" + path)
			if err != nil {
				t.Fatal(err)
			}
			out := map[string]string{}
			for _, it := range conntest.Harvest(t.Context(), open(t, nil, data), nil).Items {
				var all bytes.Buffer
				for _, d := range it.Drafts {
					all.Write(d.Graph.Canonical())
				}
				if strings.Contains(c.only, it.Key) {
					out[it.Key] = all.String()
				}
			}
			return out
		}
		got := read(c.a)
		if d := cmp.Diff(got, read(c.b)); d != "" || len(got) == 0 {
			t.Errorf("%d records of %s (-, + %s):\n%s", len(got), c.a, c.b, d)
		}
	}
}

// FuzzPresets reads any document without settings, by whichever preset it has the
// columns of.
func FuzzPresets(f *testing.F) {
	conntest.Fuzz(f, table.Kind(), "memory", `[{"eventId":1,"eventName":"a","facultyMember":"","startDate":"2019-10","relatedObjects":[{"objectID":1}],"terms":null}]`)
}
