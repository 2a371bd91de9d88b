package skos_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors/conntest"
	"moselle/connectors/skos"
	"moselle/schema"
	"moselle/schema/rdf/rdftest"
)

// account is what became of a file.
type account struct {
	Concepts, Schemes, Collections, Deleted int // items by what they are
	Refused, Warned                         int
	Ended                                   bool
}

func harvest(t *testing.T, path string) conntest.Result {
	t.Helper()
	c, err := skos.Kind().Open(nil, conntest.Env(t, path))
	if err != nil {
		t.Fatal(err)
	}
	return conntest.Harvest(t.Context(), c, nil)
}

func count(r conntest.Result) account {
	a := account{Refused: len(r.Refusals), Ended: r.Err != nil}
	for _, it := range r.Items {
		if slices.ContainsFunc(it.Faults, func(f schema.Fault) bool { return f.Rule == "" }) {
			a.Warned++
		}
		if it.Deleted {
			a.Deleted++
			continue
		}
		switch it.Drafts[0].Class {
		case "Concept":
			a.Concepts++
		case "ConceptScheme":
			a.Schemes++
		case "Collection":
			a.Collections++
		}
	}
	return a
}

// TestRealFiles reads every file of the family. The thesaurus of UNESCO has 4,414
// concepts and 95 groups by a count of its text, in both of its forms.
func TestRealFiles(t *testing.T) {
	t.Parallel()
	got := map[string]account{}
	for _, ext := range []string{".ttl", ".rdf", ".jsonld", ".gz"} {
		for _, path := range rdftest.RealFiles(t, ext) {
			if strings.Contains(filepath.ToSlash(path), "/skos/") {
				got[filepath.Base(path)] = count(harvest(t, path))
			}
		}
	}
	if d := cmp.Diff(map[string]account{
		"altlabel.ttl":                            {Concepts: 1, Schemes: 1},
		"cbd.ttl":                                 {Concepts: 2, Refused: 1, Warned: 1},
		"changes.ttl":                             {Concepts: 3, Deleted: 2, Warned: 2},
		"collation.ttl":                           {Concepts: 3},
		"conceptPropertyLabels.ttl":               {Concepts: 4, Schemes: 1},
		"cultural-interest-places.jsonld":         {Concepts: 94, Schemes: 1, Warned: 4},
		"cultural-interest-places.rdf":            {Concepts: 94, Schemes: 1, Warned: 4},
		"cultural-interest-places.ttl":            {Concepts: 94, Schemes: 1, Warned: 4},
		"cycle.ttl":                               {Concepts: 4, Schemes: 1, Warned: 2},
		"date.ttl":                                {Concepts: 5},
		"default_graph.ttl":                       {Refused: 1},
		"dup.ttl":                                 {Concepts: 7, Warned: 2},
		"dupgroup.ttl":                            {Concepts: 1, Collections: 6},
		"groups.ttl":                              {Concepts: 6, Schemes: 1, Collections: 4, Deleted: 1, Warned: 1},
		"hash.ttl":                                {Concepts: 2, Schemes: 1, Warned: 1},
		"http304.ttl":                             {Concepts: 7, Schemes: 2},
		"mapping.ttl":                             {Concepts: 2},
		"multiple-schemes.ttl":                    {Concepts: 3, Schemes: 3},
		"myns-ontology.ttl":                       {Refused: 1},
		"nolang.ttl":                              {Concepts: 3, Schemes: 1, Warned: 1},
		"poi-category-classification.jsonld":      {Concepts: 8, Schemes: 1},
		"poi-category-classification.rdf":         {Concepts: 8, Schemes: 1},
		"poi-category-classification.ttl":         {Concepts: 8, Schemes: 1},
		"prefix.ttl":                              {Concepts: 1},
		"public-event-types.jsonld":               {Concepts: 72, Schemes: 1, Refused: 1, Warned: 5},
		"public-event-types.rdf":                  {Concepts: 72, Schemes: 1, Refused: 1, Warned: 5},
		"public-event-types.ttl":                  {Concepts: 71, Schemes: 1, Refused: 3, Warned: 5},
		"simple-unesco-thesaurus.ttl.gz":          {Concepts: 4510, Warned: 56},
		"sub.ttl":                                 {Concepts: 1},
		"subtag.ttl":                              {Concepts: 1},
		"test-551-A.ttl":                          {Concepts: 551, Schemes: 1},
		"test-concept-schemes.ttl":                {Concepts: 6, Schemes: 5},
		"test-hierarchy-without-top-concepts.ttl": {Concepts: 16, Schemes: 1, Deleted: 1, Refused: 2, Warned: 2},
		"test-hierarchy.ttl":                      {Concepts: 16, Schemes: 1, Deleted: 1, Refused: 2, Warned: 2},
		"test-marc.ttl":                           {Schemes: 1},
		"test-notation-sort.ttl":                  {Concepts: 14, Schemes: 1, Deleted: 1, Refused: 1, Warned: 2},
		"test-qualified-broader.ttl":              {Concepts: 3},
		"test-qualified-notation.ttl":             {Concepts: 5, Warned: 3},
		"test-rdf-list.ttl":                       {Concepts: 27, Schemes: 1},
		"test.ttl":                                {Concepts: 16, Schemes: 1, Deleted: 1, Refused: 1, Warned: 3},
		"unesco-thesaurus.ttl.gz":                 {Concepts: 4414, Schemes: 1, Collections: 95, Warned: 4},
		"xl.ttl":                                  {Concepts: 1},
		"yso.ttl":                                 {Concepts: 271, Schemes: 3, Collections: 1, Refused: 1, Warned: 4},
	}, got); d != "" {
		t.Errorf("files (-want +got):\n%s", d)
	}
}

// TestRealForms holds the same vocabularies in three formats against each other.
// The Turtle of one has a broken address, with which the rest of a concept is lost.
func TestRealForms(t *testing.T) {
	t.Parallel()
	root := rdftest.Data(t, "skos/italia__daf-ontologie-vocabolari-controllati/VocabolariControllati")
	got := map[string]string{}
	for _, name := range []string{"public-event-types/public-event-types", "classifications-for-culture/cultural-interest-places/cultural-interest-places", "poi-category-classification/poi-category-classification"} {
		turtle := items(harvest(t, filepath.Join(root, name+".ttl")))
		for _, ext := range []string{".rdf", ".jsonld"} {
			got[filepath.Base(name)+ext] = compare(turtle, items(harvest(t, filepath.Join(root, name+ext))))
		}
	}
	if d := cmp.Diff(map[string]string{
		"cultural-interest-places.jsonld": "", "cultural-interest-places.rdf": "",
		"poi-category-classification.jsonld": "", "poi-category-classification.rdf": "",
		"public-event-types.jsonld": "+ item 1", "public-event-types.rdf": "+ item 1",
	}, got); d != "" {
		t.Errorf("differences to the Turtle (-want +got):\n%s", d)
	}
}

// items returns the statements about each thing, the records that come along left
// out.
func items(r conntest.Result) map[string]string {
	out := map[string]string{}
	for _, it := range r.Items {
		out[it.Key] = string(it.Drafts[0].Graph.Canonical())
	}
	return out
}

// compare counts what is only here, only there, and what differs by property.
func compare(a, b map[string]string) string {
	only := map[string]int{}
	for key, x := range a {
		y, ok := b[key]
		if !ok {
			only["- item"]++
			continue
		}
		missing(only, "- ", x, y)
		missing(only, "+ ", y, x)
	}
	for key := range b {
		if _, ok := a[key]; !ok {
			only["+ item"]++
		}
	}
	var out []string
	for k, n := range only {
		out = append(out, fmt.Sprintf("%s %d", k, n))
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}

func missing(only map[string]int, sign, x, y string) {
	has := strings.Split(y, "\n")
	for line := range strings.Lines(x) {
		if line = strings.TrimSuffix(line, "\n"); !slices.Contains(has, line) {
			p := strings.Fields(line)[1]
			only[sign+strings.TrimRight(p[strings.LastIndexAny(p, "/#")+1:], ">")]++
		}
	}
}

// TestRealTable holds the labels of a table against those of the concepts that
// were made of it, in which some are spelt otherwise or taken apart.
func TestRealTable(t *testing.T) {
	t.Parallel()
	root := rdftest.Data(t, "skos/italia__daf-ontologie-vocabolari-controllati/VocabolariControllati")
	want := map[string][2]int{"public-event-types": {94, 84}, "cultural-interest-places": {93, 91}}
	for name, columns := range map[string][]string{
		"public-event-types/public-event-types":                                         {"Label_ITA_1_livello", "Label_ITA_2_livello", "Label_ITA_3_livello", "Label_ENG_2_livello"},
		"classifications-for-culture/cultural-interest-places/cultural-interest-places": {"Label_ITA_1_livello", "Label_ITA_2_livello"},
	} {
		f, err := os.Open(filepath.Join(root, name+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		rows, err := csv.NewReader(f).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		all := ""
		for _, text := range items(harvest(t, filepath.Join(root, name+".rdf"))) {
			all += text
		}
		labels, found := map[string]bool{}, 0
		for _, row := range rows[1:] {
			for _, c := range columns {
				if s := strings.TrimSpace(row[slices.Index(rows[0], c)]); s != "" {
					labels[s] = true
				}
			}
		}
		var lost []string
		for s := range labels {
			if strings.Contains(strings.ToLower(all), strings.ToLower(s)) {
				found++
			} else {
				lost = append(lost, s)
			}
		}
		if len(labels) != want[filepath.Base(name)][0] || found != want[filepath.Base(name)][1] {
			t.Errorf("%s: %d of %d labels, want %v; lost %q", filepath.Base(name), found, len(labels), want[filepath.Base(name)], lost)
		}
	}
}
