package ldes_test

import (
	"strings"
	"testing"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/ldes"
	"moselle/connectors/profile"
)

func kind() connectors.Kind { return ldes.Kind(profile.Vocabulary()) }

func TestCases(t *testing.T) { conntest.Run(t, kind(), "testdata") }

func TestReadme(t *testing.T) { conntest.Readme(t, kind()) }

func TestSettings(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ settings, want string }{
		{"pages: 0", "pages: 0 is not between 1 and 100000"},
		{"view: by-page", `view: "by-page" is not a complete address`},
		{"vocabulary: cidoc", `vocabulary: "cidoc" is none of moselle`},
		{"url: x", "there is no setting url; there are: view, vocabulary, pages"},
	} {
		_, err := kind().Open(conntest.Settings(t, c.settings), conntest.Env(t, "x"))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Open with %s = %v, want an error with %q", c.settings, err, c.want)
		}
	}
}

func TestSniff(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, head string
		want       int
	}{
		{"page.ttl", "@prefix tree: <https://w3id.org/tree#> .\n<x> tree:member <y> .", 96},
		{"page.nq", "<urn:x> <https://w3id.org/tree#view> <urn:y> .\n", 96},
		{"page.ttl", "@prefix ldes: <https://w3id.org/ldes#> .\n@prefix a: <urn:a> .\na:b a a:c .", 70},
		{"page.jsonld", `{"@context":{"tree":"https://w3id.org/tree#"},"tree:member":[]}`, 96},
		{"page.ttl", "@prefix a: <urn:a> .\na:b a a:c .", 0},
		{"page.html", `<!doctype html><a href="https://w3id.org/tree#view">tree:view</a>`, 0},
		{"page.ics", "BEGIN:VCALENDAR\nX:https://w3id.org/ldes#EventStream>\n", 0},
	} {
		if got := kind().Sniff(c.name, "", []byte(c.head)); got != c.want {
			t.Errorf("Sniff(%s, %q) = %d, want %d", c.name, c.head, got, c.want)
		}
	}
}
