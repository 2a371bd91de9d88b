package web_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"moselle/hub/negotiate"
	"moselle/public"
	"moselle/schema"
	"moselle/schema/quality"
)

// families are the beginnings of keys that are put together as the page is made.
var families = []string{"type.", "status.", "availability.", "country.", "language.", "licence.", "error.", "problem.",
	"facet.", "filter.", "quick.", "nav.", "field.", "image.", "profile.need.", "profile.range.", "profile.search.", "time.", "grade.", "precision.", "reuse.", "run."}

// TestWords looks for words that pages use and no language has, and for words
// that no page uses.
func TestWords(t *testing.T) {
	t.Parallel()
	data, err := fs.ReadFile(public.Files, "lang/en.json")
	if err != nil {
		t.Fatal(err)
	}
	var english map[string]string
	if err := json.Unmarshal(data, &english); err != nil {
		t.Fatal(err)
	}
	used := usedKeys(t)
	for key, where := range used {
		if _, ok := english[key]; !ok {
			t.Errorf("%s uses the words %q, which are nowhere", where, key)
		}
	}
	for key := range english {
		if _, ok := used[key]; !ok && !slices.ContainsFunc(families, func(f string) bool { return strings.HasPrefix(key, f) }) {
			t.Errorf("nothing uses the words %q", key)
		}
	}
	for _, a := range negotiate.Answers {
		if english["problem."+a.Slug] == "" {
			t.Errorf("there are no words for the failure %s", a.Slug)
		}
	}
	for _, key := range []string{"grade.E0", "grade.E1", "grade.E2", "grade.E3", "grade.E4", "grade.metadata:0", "grade.metadata:A", "grade.metadata:B",
		"grade.metadata:C", "grade.content:0", "grade.content:1", "grade.content:2", "grade.content:3", "grade.content:4",
		"reuse.open", "reuse.restricted", "reuse.permission", "reuse.unknown"} {
		if english[key] == "" {
			t.Errorf("there are no words for %s", key)
		}
	}
	for _, p := range quality.Precisions {
		if english["precision."+p] == "" {
			t.Errorf("there is no word for a position of precision %s", p)
		}
	}
	for _, c := range schema.Classes {
		for _, name := range append(c.Subclasses, c.IRI[strings.LastIndexAny(c.IRI, "/#")+1:]) {
			if english["type."+name] == "" {
				t.Errorf("there is no word for things of type %s", name)
			}
		}
	}
}

// uses are the ways in which templates and handlers name words; field labels,
// list titles and section titles have their beginning added.
var uses = []struct {
	pattern *regexp.Regexp
	before  string
	after   string
}{
	{regexp.MustCompile(`\bT\(?\s?"([a-zA-Z0-9.]+[a-zA-Z0-9])"`), "", ""},
	{regexp.MustCompile(`\bOr\("([a-zA-Z.]+[a-zA-Z])"`), "", ""},
	{regexp.MustCompile(`\badd\("([a-zA-Z]+)", (?:v\.|link|web|append)`), "field.", ""},
	{regexp.MustCompile(`\badd\("(section\.[a-z.]+)"`), "", ""},
	{regexp.MustCompile(`= listing\{"[a-z]+", "([a-z]+)"`), "", ".title"},
	{regexp.MustCompile(`= listing\{"[a-z]+", "([a-z]+)"`), "", ".intro"},
}

// usedKeys returns the keys that templates and handlers name, with the file.
func usedKeys(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	handlers, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range handlers {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(name, "_test.go") {
			texts[name] = string(data)
		}
	}
	for _, pattern := range []string{"pages/*.html", "parts/*.html"} {
		names, err := fs.Glob(public.Files, pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := fs.ReadFile(public.Files, name)
			if err != nil {
				t.Fatal(err)
			}
			texts[name] = string(data)
		}
	}
	out := map[string]string{"agenda.title": "list.go", "agenda.intro": "list.go"}
	for name, text := range texts {
		for _, use := range uses {
			for _, m := range use.pattern.FindAllStringSubmatch(text, -1) {
				out[use.before+m[1]+use.after] = name
			}
		}
	}
	return out
}
