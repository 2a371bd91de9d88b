package schema_test

import (
	"html"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
	"moselle/schema/rdf/rdftest"
)

// Where real files say on what terms something may be used: fields of JSON and
// XML, and the addresses of licences wherever they stand.
var (
	rightsField   = regexp.MustCompile(`(?i)"(?:@?[a-z]+:)?(?:licen[sc]e|rights|usageinfo)"\s*:\s*\[?\s*"((?:[^"\\]|\\.){1,160})"`)
	rightsElement = regexp.MustCompile(`(?i)<(?:[a-z0-9]+:)?(?:rights|licen[sc]e)\b[^>]*>([^<]{1,160})<`)
	rightsTerm    = regexp.MustCompile(`(?is)<lido:rightsType>\s*<lido:term[^>]*>([^<]{1,160})<`)
	rightsLink    = regexp.MustCompile(`(?i)https?://(?:www\.)?(?:creativecommons\.org/(?:licenses|publicdomain)|rightsstatements\.org/(?:vocab|page)|europeana\.eu/rights|spdx\.org/licenses|w3id\.org/italia/controlled-vocabulary/licences)/[a-z0-9._+/-]+`)
)

// TestCanonicalLicenceRealData reads how sources of the field write licences.
// Every address of an organisation that issues licences must be understood, and
// of the words none but those that are listed.
func TestCanonicalLicenceRealData(t *testing.T) {
	t.Parallel()
	spellings := map[string]bool{} // and whether it is an address
	for _, ext := range []string{".json", ".jsonld", ".xml", ".csv", ".html", ".ttl", ".rdf"} {
		for _, path := range rdftest.RealFiles(t, ext) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range rightsLink.FindAllString(string(data), -1) {
				spellings[m] = true
			}
			for _, form := range []*regexp.Regexp{rightsField, rightsElement, rightsTerm} {
				for _, m := range form.FindAllStringSubmatch(string(data), -1) {
					if s := strings.TrimSpace(html.UnescapeString(m[1])); !spellings[s] {
						spellings[s] = false
					}
				}
			}
		}
	}
	var words []string
	known, addresses := 0, 0
	for s, address := range spellings {
		iri, ok := schema.CanonicalLicence(s)
		switch {
		case ok:
			known++
			if schema.Reuse(iri) == schema.ReuseUnknown {
				t.Errorf("Reuse(CanonicalLicence(%q)) = unknown", s)
			}
		case address:
			t.Errorf("CanonicalLicence(%q) is not known, want a licence", s)
		}
		if address {
			addresses++
		} else if ok && !strings.Contains(s, "://") {
			words = append(words, strings.Join(strings.Fields(s), " "))
		}
	}
	t.Logf("%d of %d distinct spellings are known, among them all %d addresses of licences", known, len(spellings), addresses)
	slices.Sort(words)
	want := []string{
		"CC-BY-4.0", "CC0", "Copyright 2006 Example",
		"Creative Commons Uznanie Autorstwa - Użycie Niekomercyjne - Na Tych Samych Warunkach (CC-BY-NC-SA)",
		"Photo © The Israel Museum, Jerusalem", "Public Domain", "Publiek Domein", "domaine public", "public domain",
		"© CMC Associates", "© CMC Associates 2005", "© Historic Scotland",
	}
	if diff := cmp.Diff(want, slices.Compact(words)); diff != "" {
		t.Errorf("names that are known (-want +got):\n%s", diff)
	}
}
