package destination_test

import (
	"strings"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/destination"
)

func TestCases(t *testing.T) { conntest.Run(t, destination.Kind(), "testdata") }

func TestReadme(t *testing.T) { conntest.Readme(t, destination.Kind()) }

func TestSettings(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ settings, want string }{
		{"pages: 0", "pages: 0 is not between 1 and 10000"},
		{"types: []", "types: the list is empty"},
		{"types: [Event, Package]", `types: "Package" is none of Event, POI, Tour, Gastro, Hotel`},
		{"lang: auf deutsch", `lang: "auf deutsch" is no language: write it as de`},
		{"licensekey: x", "there is no setting licensekey; there are: key, types, lang, pages"},
	} {
		_, err := destination.Kind().Open(conntest.Settings(t, c.settings), conntest.Env(t, "x"))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Open with %s = %v, want an error with %q", c.settings, err, c.want)
		}
	}
}

func TestSniff(t *testing.T) {
	t.Parallel()
	const item = `{"global_id":"e_1","id":"1","title":"x","type":"Event","texts":[],"media_objects":[]`
	for _, c := range []struct {
		location, head string
		min, max       int
	}{
		{"", `{"status":"OK","count":1,"overallcount":1,"items":[` + item, 90, 95},
		{"", `{"status":"OK","count":0,"overallcount":0,"channels":[],"facetGroups":[],"items":[]}`, 90, 95},
		{"", `{"count":0,"overallcount":0,"items":[]}`, 65, 75},
		{"", "[" + item, 90, 95},
		{"", item, 90, 95},
		{"", `{"global_id":"p_1","timeIntervals":[]}`, 65, 75},
		{"https://meta.et4.de/rest.ashx/search/?experience=x", `{"status":"ERROR"}`, 95, 95},
		{"https://meta.et4.de.example/x", `{"status":"ERROR"}`, 0, 0},
		{"", `{"@context":"https://schema.org","global_id":1,"texts":[],"timeIntervals":[]}`, 0, 0},
		{"", `{"global_id":1,"title":"x"}`, 0, 0},
		{"", `{"texts":[],"items":[]}`, 0, 0},
		{"https://meta.et4.de/x", "<!doctype html>", 0, 0},
	} {
		if got := destination.Kind().Sniff(c.location, "", []byte(c.head)); got < c.min || got > c.max {
			t.Errorf("Sniff(%q, %q) = %d, want %d to %d", c.location, c.head, got, c.min, c.max)
		}
	}
}
