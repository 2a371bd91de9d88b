package all_test

import (
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

// TestRealKinds holds the choice of a kind by a document's beginning to what the
// files are. The expectations of another extractor among the pages are any JSON,
// and so are the wrong and the smaller documents beside IIIF's manifests.
func TestRealKinds(t *testing.T) {
	t.Parallel()
	want := map[string]string{
		".ics": "ics", ".html": "schemaorg", ".jsonld": "schemaorg", ".csv": "table", ".json": "table", ".geojson": "table", ".xml": "lido",
		".ttl": "none", ".txt": "none", ".md": "none", "": "none",
	}
	table := map[string]int{}
	for _, suite := range suites {
		for _, f := range files(t, suite) {
			got := "none"
			if k, ok := connectors.Surest(all.Kinds(), f.full, "", f.data[:min(len(f.data), 16<<10)]); ok {
				got = k.Name
			}
			ext := filepath.Ext(strings.TrimSuffix(f.path, ".gz"))
			table[fmt.Sprintf("%-15s %-9s %s", suite, ext, got)]++
			kind := want[ext]
			switch suite {
			case "datatourisme":
				kind = suite
			case "iiif":
				if kind = got; manifest.Match(f.data) {
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
