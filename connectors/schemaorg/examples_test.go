package schemaorg_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/schemaorg"
	"moselle/schema/rdf/rdftest"
)

var (
	exampleHead = regexp.MustCompile(`(?m)^TYPES:\s*(?:#([\w-]+))?.*$`)
	exampleForm = regexp.MustCompile(`(?m)^(PRE-?MARKUP|MICRODATA|RDFA|JSON|JSON-LD):[ \t]*$`)
)

// forms returns the ways in which an example says the same, by their names.
func forms(text string) map[string]string {
	out := map[string]string{}
	at := exampleForm.FindAllStringSubmatchIndex(text, -1)
	for i, m := range at {
		end := len(text)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		out[strings.TrimSuffix(text[m[2]:m[3]], "-LD")] = text[m[1]:end]
	}
	return out
}

// drafted returns the records that a page gives, as text, and the titles of the
// things in it.
func drafted(t *testing.T, text string) (triples map[string]bool, items int) {
	t.Helper()
	env := conntest.Env(t, "https://examples.example/page.html")
	env.Lang = "en"
	env.Open = func(context.Context, string, []byte) (*connectors.Body, error) {
		return &connectors.Body{ReadCloser: io.NopCloser(strings.NewReader(text)), Location: env.Location, MediaType: "text/html"}, nil
	}
	c, err := schemaorg.Kind().Open(conntest.Settings(t, "classes: [Event, Work, Place, Organization, Person]"), env)
	if err != nil {
		t.Fatal(err)
	}
	res := conntest.Harvest(t.Context(), c, nil)
	if res.Err != nil {
		t.Fatal(res.Err)
	}
	triples = map[string]bool{}
	for _, it := range res.Items {
		for _, d := range it.Drafts {
			for tr := range d.Graph.All() {
				triples[fmt.Sprint(d.Class, " ", tr)] = true
			}
		}
	}
	return triples, len(res.Items)
}

// TestRealExamples reads the same thing as microdata, as RDFa and as JSON-LD.
func TestRealExamples(t *testing.T) {
	root := filepath.Join(rdftest.Data(t, "schemaorg-html"), "schemaorg__schemaorg")
	paths, err := filepath.Glob(filepath.Join(root, "data", "*.txt*"))
	if err != nil {
		t.Fatal(err)
	}
	more, _ := filepath.Glob(filepath.Join(root, "data", "*", "*", "*.txt*"))
	counts := map[string]int{}
	var table strings.Builder
	for _, path := range append(paths, more...) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(path, ".gz") {
			zr, err := gzip.NewReader(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			if data, err = io.ReadAll(zr); err != nil {
				t.Fatal(err)
			}
		}
		text := string(data)
		at := exampleHead.FindAllStringSubmatchIndex(text, -1)
		for i, m := range at {
			end := len(text)
			if i+1 < len(at) {
				end = at[i+1][0]
			}
			f := forms(text[m[1]:end])
			name := filepath.Base(path)
			if m[2] >= 0 {
				name = text[m[2]:m[3]]
			}
			counts["examples"]++
			if f["JSON"] == "" {
				continue
			}
			want, n := drafted(t, f["JSON"])
			counts["items JSON"] += n
			for _, form := range []string{"MICRODATA", "RDFA"} {
				if !strings.Contains(f[form], map[string]string{"MICRODATA": "itemscope", "RDFA": "typeof"}[form]) { // "JSON-LD only"
					continue
				}
				got, k := drafted(t, f[form])
				if len(want) == 0 && len(got) == 0 {
					continue
				}
				counts["items "+form] += k
				counts["compared "+form]++
				if maps.Equal(want, got) {
					counts["equal "+form]++
					continue
				}
				fmt.Fprintf(&table, "%s %s: %d items, %d in JSON-LD; less: %s; more: %s\n", name, strings.ToLower(form), k, n, missing(want, got), missing(got, want))
			}
		}
	}
	t.Logf("%v\n%s", counts, table.String())
}

// missing names the properties of which a has statements that b has not.
func missing(a, b map[string]bool) string {
	names := map[string]bool{}
	for s := range a {
		if m := regexp.MustCompile(`^(\w+) \{\{1 \S+  \} \{1 (\S+)`).FindStringSubmatch(s); m != nil && !b[s] {
			names[m[1]+"."+m[2][strings.LastIndexAny(m[2], "/#")+1:]] = true
		}
	}
	return strings.Join(slices.Sorted(maps.Keys(names)), " ")
}
