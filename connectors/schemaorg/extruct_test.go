package schemaorg_test

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors/schemaorg"
	"moselle/schema/rdf/rdftest"
)

// TestRealMicrodata compares what is read of pages with microdata with what
// another extractor found in them, as far as it is of schema.org and read. Two of
// its pages are left out: it takes the properties of a thing that itemref leads to
// for the other's, which the specification does not, and keeps two descriptions
// of one itemid apart.
func TestRealMicrodata(t *testing.T) {
	dir := filepath.Join(rdftest.Data(t, "schemaorg-html"), "scrapinghub__extruct")
	addresses := map[string]string{"w3c/microdata.7.1": "http://blog.example.com/progress-report"}
	things := 0
	for _, name := range []string{
		"schema.org/Event.001", "schema.org/Event.002", "schema.org/Event.003", "schema.org/Event.004", "schema.org/Event.008",
		"schema.org/LocalBusiness.002", "schema.org/LocalBusiness.003", "schema.org/MusicRecording.001",
		"schema.org/SearchAction.001", "schema.org/product",
		"w3c/microdata.4.2.meter", "w3c/microdata.7.1", "w3c/microdata.object", "websites/microdata-with-description",
	} {
		page, expected := filepath.Join(dir, filepath.FromSlash(name)+".html"), filepath.Join(dir, filepath.FromSlash(name)+".json")
		if strings.HasSuffix(name, "008") {
			page, expected = page+".gz", expected+".gz"
		}
		got, err := schemaorg.Marked(bytes.NewReader(unpacked(t, page)), addresses[name])
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var items []any
		if err := json.Unmarshal(unpacked(t, expected), &items); err != nil {
			t.Fatal(err)
		}
		var want []string
		for _, it := range items {
			want = append(want, expectedThing(it.(map[string]any)))
		}
		slices.Sort(got)
		slices.Sort(want)
		things += len(got)
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s differs (-want +got):\n%s", name, d)
		}
	}
	t.Logf("%d things", things)
}

// expectedThing writes what the other extractor found as Marked does.
func expectedThing(item map[string]any) string {
	var types, lines []string
	for _, v := range listed(item["type"]) {
		types = append(types, strings.TrimPrefix(strings.TrimPrefix(v.(string), "http://schema.org/"), "https://schema.org/"))
	}
	properties, _ := item["properties"].(map[string]any)
	if text, ok := item["value"].(string); ok && properties == nil {
		lines = append(lines, "name="+text)
	}
	for name, values := range properties {
		usual, ok := schemaorg.Mapped(name)
		for _, v := range listed(values) {
			s := ""
			switch v := v.(type) {
			case string:
				s = strings.Join(strings.Fields(v), " ")
			case map[string]any:
				s = expectedThing(v)
			}
			if ok && s != "" {
				lines = append(lines, usual+"="+s)
			}
		}
	}
	slices.Sort(types)
	slices.Sort(lines)
	return "{" + strings.Join(types, " ") + ": " + strings.Join(lines, "; ") + "}"
}

func listed(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	return []any{v}
}

// TestRealRDFa compares what is read of the examples of RDFa Lite with what
// another extractor found in them.
func TestRealRDFa(t *testing.T) {
	dir := filepath.Join(rdftest.Data(t, "schemaorg-html"), "scrapinghub__extruct", "w3crdfa")
	for _, name := range []string{"w3c.rdfalite.example003", "w3c.rdfalite.example004", "w3c.rdfalite.example005"} {
		got, err := schemaorg.Marked(bytes.NewReader(unpacked(t, filepath.Join(dir, name+".html"))), "http://www.example.com/index.html")
		if err != nil {
			t.Fatal(err)
		}
		var things []map[string]any
		if err := json.Unmarshal(unpacked(t, filepath.Join(dir, name+".expanded.json")), &things); err != nil {
			t.Fatal(err)
		}
		var want []string
		for _, thing := range things {
			if thing["@type"] == nil {
				continue
			}
			var lines []string
			for iri, values := range thing {
				property, ok := strings.CutPrefix(iri, "http://schema.org/")
				if usual, read := schemaorg.Mapped(property); ok && read {
					for _, v := range listed(values) {
						of := v.(map[string]any)
						text, literal := of["@value"].(string)
						if !literal {
							text, _ = of["@id"].(string)
						}
						lines = append(lines, usual+"="+text)
					}
				}
			}
			slices.Sort(lines)
			want = append(want, "{Person: "+strings.Join(lines, "; ")+"}")
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s differs (-want +got):\n%s", name, d)
		}
	}
}
