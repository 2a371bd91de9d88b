package edm_test

import (
	"context"
	"encoding/xml"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors/conntest"
	"moselle/connectors/edm"
	"moselle/connectors/markup"
	crosswalk "moselle/schema/crosswalk/edm"
	"moselle/schema/quality"
	"moselle/schema/rdf"
	"moselle/schema/rdf/rdftest"
	"moselle/schema/rdf/rdfxml"
)

// account is what became of the files of a folder.
type account struct{ Files, Items, Refused, Ended int }

// TestRealFiles reads every file of the corpus, and Europeana's answers by
// OAI-PMH beside it. There are 1,554 objects by the count of the element
// edm:ProvidedCHO, of which one stands in a comment; 1,557 are read, since three
// records leave the element out and have the rest, and one is in the answers.
// What ends a run is JSON, a file with nothing but schemas, and contexts of
// JSON-LD that are not at hand; what is refused holds no object.
func TestRealFiles(t *testing.T) {
	t.Parallel()
	got := map[string]account{}
	faults := map[string]int{}
	for _, suite := range []string{"edm/europeana__metis-framework", "oai-pmh/europeana__OAI-PMH"} {
		dir := rdftest.Data(t, suite)
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			c, err := edm.Kind().Open(nil, conntest.Env(t, path))
			if err != nil {
				return err
			}
			r := conntest.Harvest(t.Context(), c, nil)
			name, _ := filepath.Rel(dir, path)
			folder, _, _ := strings.Cut(filepath.ToSlash(name), "/")
			a := got[folder]
			a.Files++
			a.Items += len(r.Items)
			a.Refused += len(r.Refusals)
			if r.Err != nil {
				a.Ended++
			}
			got[folder] = a
			for _, it := range r.Items {
				for _, f := range it.Faults {
					if f.Rule == "" {
						faults[place.ReplaceAllString(f.Path+": "+f.Message, "N")]++
					}
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	want := map[string]account{
		"client":                 {Files: 1, Refused: 1},
		"metis-debias":           {Files: 10, Ended: 10},
		"metis-dereference":      {Files: 3, Refused: 3},
		"metis-enrichment":       {Files: 41, Items: 9, Refused: 13, Ended: 19},
		"metis-harvesting":       {Files: 9, Refused: 9},
		"metis-indexing":         {Files: 12, Items: 12},
		"metis-media-service":    {Files: 13, Items: 5, Refused: 2, Ended: 6},
		"metis-pattern-analysis": {Files: 10, Items: 10},
		"metis-repository":       {Files: 2, Items: 3},
		"metis-transformation":   {Files: 6, Items: 3, Refused: 3},
		"metis-validation":       {Files: 10, Items: 1514, Ended: 1},
		"server":                 {Files: 3, Items: 1, Refused: 2},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("files (-want +got):\n%s", d)
	}
	const (
		one  = ": left out, as the record does not say what is at this address: add a resource with its skos:prefLabel"
		more = ": N are left out, as the record does not say what is at these addresses: add resources with their skos:prefLabel"
	)
	wantFaults := map[string]int{
		"about" + one: 2, "about" + more: 15, "additionalType" + one: 13, "additionalType" + more: 1, "contentLocation" + one: 19, "contentLocation" + more: 1,
		"creator" + one: 3, "itemLocation" + one: 3, "material" + one: 6, "temporalCoverage" + one: 1,
		": N: text stands where a property element should be; this statement is left out":                                1,
		"associatedMedia.conformsTo: not a complete address: write it with https://":                                     1,
		"description: a description of less than 50 characters; say in a sentence or two what the object is and shows":   10,
		"description: the description says the same as the title: describe the object, or leave it out":                  2,
		"inLanguage: not the code of a language: write fr, de or lb in dc:language":                                      1,
		"name: a title of more than 70 characters is cut off in lists: shorten it, and put the rest into dc:description": 5,
		"name: a title of one or two characters tells nobody anything: write what the object is":                         1,
		"name: a title with so many signs is hard to read: write it as people would say it":                              1,
		"name: the title holds the object's identifier; leave it out there":                                              1,
	}
	if d := cmp.Diff(wantFaults, faults); d != "" {
		t.Errorf("faults but those of what is missing (-want +got):\n%s", d)
	}
}

var place = regexp.MustCompile(`\b(?:[2-9]|\d{2,})\b links|line \d+`)

// TestRealTiers compares our tiers with those that Europeana wrote into its own
// records. The third record there has tiers that are made up, to be overwritten:
// a closed licence cannot have content tier 3.
func TestRealTiers(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(rdftest.Data(t, "edm/europeana__metis-framework"), "metis-indexing", "src", "test", "resources")
	for name, want := range map[string]string{
		"europeana_record_rdf_with_tier_calculated.xml": "content 1, metadata A",
		"europeana_record_to_sample_index_string.xml":   "content 4, metadata B",
	} {
		f, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		g := &rdf.Graph{}
		for q, err := range rdfxml.Format().Decode(f, "http://a.example/") {
			if err == nil {
				g.Add(q.Triple)
			}
		}
		said := tierOf(g, "contentTier")
		said = "content " + said + ", metadata " + tierOf(g, "metadataTier")
		c := crosswalk.Read(g, crosswalk.Objects(g)[0], nil)
		if got := "content " + string('0'+rune(quality.ContentOf(c).Tier)) + ", metadata " + quality.MetadataOf(c).Tier.String(); got != want || said != want {
			t.Errorf("%s: %s; its provider's aggregation says %s, want %s", name, got, said, want)
		}
	}
}

// tierOf returns the tier that a quality annotation of the provider's aggregation
// gives.
func tierOf(g *rdf.Graph, name string) string {
	for t := range g.All() {
		_, tier, ok := strings.Cut(t.O.Value, "/epf/"+name)
		if !ok {
			continue
		}
		for _, about := range g.Subject(t.S) {
			if strings.HasSuffix(about.P.Value, "hasTarget") && strings.Contains(about.O.Value, "/provider/") {
				return tier
			}
		}
	}
	return ""
}

// TestSniffsReal takes no XML and no RDF for EDM that is none.
func TestSniffsReal(t *testing.T) {
	t.Parallel()
	for _, ext := range []string{".xml", ".rdf", ".ttl", ".nt", ".jsonld"} {
		for _, path := range rdftest.RealFiles(t, ext) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			is := ext != ".ttl" && holds(data)
			if got := edm.Kind().Sniff(path, "", data[:min(len(data), 16<<10)]); is != (got >= 60) {
				t.Errorf("Sniff(%s) = %d; is EDM: %v", filepath.Base(path), got, is)
			}
		}
	}
}

// holds reports whether XML has an rdf:RDF that speaks of an object.
func holds(data []byte) bool {
	match := func(path []xml.Name) bool { return path[len(path)-1].Local == "RDF" }
	for e, err := range markup.Elements(context.Background(), strings.NewReader(string(data)), markup.Options{Match: match}) {
		if err != nil {
			return false
		}
		if e.Child("ProvidedCHO") != nil || e.Child("Aggregation", "aggregatedCHO") != nil {
			return true
		}
	}
	return false
}
