package feed_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors/conntest"
	"moselle/connectors/feed"
	"moselle/schema"
	"moselle/schema/rdf/rdftest"
)

// expected is what another reader made of an entry, in any of its three models.
type expected struct {
	ID, Title, Link, Description, Summary, Published, PubDate string
	Content, GUID, Categories                                 json.RawMessage
	Links                                                     []json.RawMessage
}

// TestOracle compares every entry with what another reader of feeds makes of it.
// The differences stand in testdata/oracle.txt, each below its reason.
func TestOracle(t *testing.T) {
	t.Parallel()
	root := rdftest.Data(t, "feeds/mmcdole__gofeed")
	files, entries, values := 0, 0, 0
	var differences []string
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !isOracle(path) {
			return err
		}
		files++
		source := strings.TrimSuffix(path, ".json") + ".xml"
		if s, ok := strings.CutSuffix(path, "_expected.json"); ok {
			source = s + ".json"
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		var doc struct{ Items, Entries []expected }
		if err := json.Unmarshal(data, &doc); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		want := append(doc.Items, doc.Entries...)
		got, err := feed.Entries(t.Context(), conntest.Env(t, source))
		name, _ := filepath.Rel(root, source)
		if err != nil || len(got) != len(want) {
			differences = append(differences, fmt.Sprintf("%s: %d entries, there %d", filepath.ToSlash(name), len(got), len(want)))
			return nil
		}
		for i, w := range want {
			entries++
			n, d := compare(got[i], w)
			values += n
			for _, line := range d {
				differences = append(differences, filepath.ToSlash(name)+": "+line)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files != 539 || entries != 267 || values != 197 {
		t.Errorf("compared %d values of %d entries in %d files, want 197 of 267 in 539", values, entries, files)
	}
	golden, err := os.ReadFile(filepath.Join("testdata", "oracle.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var known []string // under a line with the reason
	for line := range strings.Lines(string(golden)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			known = append(known, line)
		}
	}
	slices.Sort(known)
	slices.Sort(differences)
	if d := cmp.Diff(known, differences); d != "" {
		t.Errorf("differences (-with a reason +found):\n%s", d)
	}
}

// compare gives the differences between an entry and what was expected of it, as
// far as that names it, and how many values were compared.
func compare(got feed.Entry, w expected) (n int, differences []string) {
	flat := func(s string) string { return strings.Join(strings.Fields(schema.PlainText(s)), " ") }
	check := func(what, got string, want ...string) {
		want = slices.DeleteFunc(want, func(s string) bool { return flat(s) == "" })
		if len(want) == 0 {
			return
		}
		n++
		if !slices.ContainsFunc(want, func(s string) bool { return flat(got) == flat(s) }) {
			differences = append(differences, what)
		}
	}
	check("id", got.ID, w.ID, content(w.GUID))
	check("title", got.Title, w.Title)
	check("link", got.Link, w.Link, href(w.Links))
	check("summary", got.Summary, w.Description, w.Summary)
	check("content", got.Content, content(w.Content))
	check("published", got.Published, w.Published, w.PubDate)
	for _, c := range terms(w.Categories) {
		n++
		if !slices.Contains(got.Categories, c) {
			differences = append(differences, "category")
		}
	}
	return n, differences
}

// content is a text, or an object with the text as its value.
func content(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	var o struct{ Value string }
	_ = json.Unmarshal(raw, &o)
	return o.Value
}

// href is the first of the links that leads to the entry's page.
func href(links []json.RawMessage) string {
	for _, raw := range links {
		var s string
		if json.Unmarshal(raw, &s) == nil {
			return s
		}
		var o struct{ Href, Rel string }
		if json.Unmarshal(raw, &o) == nil && (o.Rel == "" || o.Rel == "alternate") {
			return o.Href
		}
	}
	return ""
}

// terms are categories: texts, or objects with a term or a value.
func terms(raw json.RawMessage) (out []string) {
	var list []json.RawMessage
	_ = json.Unmarshal(raw, &list)
	for _, raw := range list {
		var s string
		var o struct{ Term, Value, Label string }
		if json.Unmarshal(raw, &s) != nil && json.Unmarshal(raw, &o) == nil {
			s = o.Term + o.Value
		}
		if s != "" {
			out = append(out, strings.Join(strings.Fields(s), " "))
		}
	}
	return out
}
