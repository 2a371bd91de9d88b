package datatourisme_test

import (
	"strings"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/datatourisme"
)

func TestCases(t *testing.T) { conntest.Run(t, datatourisme.Kind(), "testdata") }

func TestReadme(t *testing.T) { conntest.Readme(t, datatourisme.Kind()) }

func TestSettings(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ settings, want string }{
		{"pages: 0", "pages: 0 is not between"},
		{"types: []", "types: the list is empty"},
		{"types: [cultural site]", `types: "cultural site" is not the name of a class`},
		{"zone: Paris sur Seine", "zone: "},
		{"kinds: [Museum]", "there is no setting kinds; there are: types, zone, pages"},
	} {
		_, err := datatourisme.Kind().Open(conntest.Settings(t, c.settings), conntest.Env(t, "x"))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Open with %s = %v, want an error with %q", c.settings, err, c.want)
		}
	}
}

func TestSniff(t *testing.T) {
	t.Parallel()
	header := "PK\x03\x04" + strings.Repeat("\x00", 26)
	for _, c := range []struct {
		head     string
		min, max int
	}{
		{header + "index.json", 80, 100},
		{header + "objects/0/00/a.json", 80, 100},
		{header + "[Content_Types].xml", 0, 0},
		{header, 0, 0},
		{`{"@id":"https://data.datatourisme.gouv.fr/15/x","hasContact":[]`, 90, 100},
		{`{"@id":"https://data.datatourisme.fr/49/00000001-0000","dc:identifier":"X","schema:endDate":["2026-12-01","2026-12-02"`, 90, 100},
		{`{"@id":"https://data.datatourisme.fr/cb37ecba-e500","schema:legalName":"x"`, 0, 0},
		{`{"objects":[{"uuid":"x","isLocatedAt":[],"takesPlaceAt":[],"hasContact":[]`, 90, 100},
		{`[{"label":"x","lastUpdateDatatourisme":"2026-01-01","file":"0/a.json"}`, 90, 100},
		{`{"takesPlaceAt":[],"isLocatedAt":[]`, 50, 70},
		{`{"@context":"https://schema.org","@type":"Event","about":"datatourisme"`, 0, 0},
		{"Nom_du_POI,Categories_de_POI,Latitude,URI_ID_du_POI\n", 95, 95},
		{"Nom_du_POI;Ville\n", 0, 0},
		{`{"title":"x"}`, 0, 0},
		{"<html>isLocatedAt", 0, 0},
	} {
		if got := datatourisme.Kind().Sniff("", "", []byte(c.head)); got < c.min || got > c.max {
			t.Errorf("Sniff(%q) = %d, want %d to %d", c.head, got, c.min, c.max)
		}
	}
}
