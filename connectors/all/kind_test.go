package all_test

import (
	"bytes"
	"fmt"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"moselle/connectors"
	"moselle/connectors/all"
)

// manifest tells IIIF's manifests and collections.
var manifest = regexp.MustCompile(`^\s*\{(?s:.*)"@?type"\s*:\s*"(?:sc:)?(?:Manifest|Collection)"`)

// inEDM tells a record in EDM, and the archives of such.
var inEDM = regexp.MustCompile(`<(?:\w+:)?RDF[\s>](?s:.*)<edm:(?:ProvidedCHO|aggregatedCHO)`)

// ofFeed tells feeds: their root in XML, the version they name in JSON.
var ofFeed = regexp.MustCompile(`(?m)^\s*<(?:a:)?(?:rss|feed|rdf:RDF)[\s>]|^\s*"version"\s*:\s*"https?://jsonfeed`)

func isEDM(f file) bool {
	return inEDM.Match(f.data) || filepath.Ext(f.path) == ".zip" && !strings.Contains(f.path, "schema")
}

// jCal tells calendars as JSON.
var jCal = regexp.MustCompile(`^\s*\[\s*"vcalendar"`)

// ofStream tells pages and descriptions of event streams.
var ofStream = regexp.MustCompile(`\b(?:tree:(?:view|member|relation)|ldes:EventStream)\b`)

// TestRealKinds holds the choice of a kind by a document's beginning to what the
// files are. The expectations of another extractor among the pages are any JSON,
// and so are the wrong and the smaller documents beside IIIF's manifests and the
// answers of OAI-PMH.
func TestRealKinds(t *testing.T) {
	t.Parallel()
	want := map[string]string{
		".ics": "ics", ".html": "schemaorg", ".jsonld": "schemaorg", ".csv": "table", ".json": "table", ".geojson": "table", ".xml": "lido", ".xsd": "none",
		".ttl": "rdf", ".txt": "none", ".md": "none", "": "none",
	}
	table := map[string]int{}
	for _, suite := range suites {
		for f := range files(t, suite) {
			got := "none"
			if k, ok := connectors.Surest(all.Kinds(), f.full, "", f.head()); ok {
				got = k.Name
			}
			ext := f.ext()
			table[fmt.Sprintf("%-15s %-9s %s", suite, ext, got)]++
			kind := want[ext]
			if ext == ".ttl" && strings.HasPrefix(filepath.Base(f.path), "skos-") {
				kind = "skos"
			}
			switch suite {
			case "activitypub", "datatourisme":
				kind = suite
			case "events-tabular":
				if strings.Contains(f.path, "werkraum-media__events") {
					kind = "destination"
				}
				if strings.Contains(f.path, "kulturdaten-api") && filepath.Base(f.path) != "users.json" { // accounts are no things of the API
					kind = "kulturdaten"
				}
			case "edm":
				if kind = "edm"; !isEDM(f) {
					kind = got // answers of services and the like, but nothing in EDM
					if got == "edm" {
						kind = "another"
					}
				}
			case "ldes":
				if kind = got; ofStream.Match(f.data) {
					kind = suite
				}
			case "linked-art":
				if kind = "linkedart"; strings.Contains(f.path, "/docs/") || strings.HasSuffix(f.path, "ima/turner.json") { // contexts, schemas, an answer of another kind
					kind = got
				}
			case "oai-pmh":
				if kind = got; bytes.Contains(f.data, []byte("<OAI-PMH")) {
					kind = "oaipmh"
				}
			case "feeds": // beside them lie what another reader made of each, and what is no feed
				if kind = got; ofFeed.Match(f.data) {
					kind = "feed"
				}
			case "ics":
				if jCal.Match(f.data) { // which ics names, and reads no better
					kind = suite
				}
			case "iiif":
				if kind = got; manifest.Match(f.data) {
					kind = suite
				}
			}
			if suite == "skos" && ext != ".csv" {
				if kind = "rdf"; bytes.Contains(f.data, []byte("Concept")) { // an ontology has none
					kind = suite
				}
			}
			if ext == ".owl" { // an ontology is no source
				kind = got
			}
			if got != kind && !(suite == "schemaorg-html" && ext == ".json") {
				t.Errorf("%s is taken for %s, want %s", f.path, got, kind)
			}
		}
	}
	var b strings.Builder
	for _, row := range slices.Sorted(maps.Keys(table)) {
		fmt.Fprintf(&b, "%4d %s\n", table[row], row)
	}
	t.Logf("files by kind\n%s", b.String())
}
