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

	"github.com/google/go-cmp/cmp"

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

// The reasons for which examples do not say the same in each form. All of them lie
// in the examples.
const (
	another = "a text, an address, a date or a property of it is another in the other form"
	noJSON  = "there is no such thing in the JSON-LD, or no JSON-LD at all"
	noIDs   = "the things have an address in one form only"
	outside = "a part stands outside of the thing that it belongs to, or in another one"
	named   = "a link shows the name of somebody for whom the JSON-LD has the address alone"
)

var reasons = map[string]string{
	"eg-0003": another, "eg-0007": another, "eg-0462": named, "eg-0009": noJSON, "eg-0166": noJSON, "eg-0167": noJSON, "eg-0172": noJSON,
	"eg-0189": another, "eg-0190": another, "eg-0192": another, "eg-0211": another, "eg-0254": another, "eg-0255": another, "eg-0256": another,
	"eg-0258": noJSON, "eg-0263": noJSON, "eg-0315": another, "eg-0349": another, "eg-0358": another,
	"eg-0359": noJSON, "eg-0360": noJSON, "eg-0361": noJSON, "eg-0362": noJSON, "eg-0363": noJSON, "eg-0364": noJSON, "eg-0365": noJSON,
	"eg-0366": noJSON, "eg-0367": noJSON, "eg-0368": noJSON, "eg-0369": noJSON, "eg-0370": noJSON,
	"eg-0372": outside, "eg-0378": another, "eg-0381": another, "eg-0383": noIDs, "eg-0384": another, "eg-0393": another, "eg-0394": noJSON,
	"eg-0395": noIDs, "eg-0400": noIDs, "eg-0402": another, "eg-0426": another, "eg-0436": another, "eg-0437": another, "eg-0438": outside,
	"eg-0439": another, "eg-0454": another, "eg-0455": another, "eg-0456": another,
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
	different := map[string]bool{}
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
				different[name] = true
				if reasons[name] == "" {
					t.Errorf("%s as %s gives %d items, as JSON-LD %d; less %s, more %s", name, form, k, n, missing(want, got), missing(got, want))
				}
			}
		}
	}
	for name, reason := range reasons {
		if !different[name] {
			t.Errorf("%s does not differ any more: %s", name, reason)
		}
	}
	want := map[string]int{"examples": 497, "items JSON": 147, "items MICRODATA": 112, "items RDFA": 94,
		"compared MICRODATA": 94, "equal MICRODATA": 49, "compared RDFA": 77, "equal RDFA": 44}
	if d := cmp.Diff(want, counts); d != "" {
		t.Errorf("counts (-want +got):\n%s", d)
	}
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
