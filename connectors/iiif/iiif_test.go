package iiif_test

import (
	"strings"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/iiif"
)

func TestCases(t *testing.T) { conntest.Run(t, iiif.Kind(), "testdata") }

func TestReadme(t *testing.T) { conntest.Readme(t, iiif.Kind()) }

func TestSettings(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ settings, want string }{
		{"manifests: 0", "manifests: 0 is not between"},
		{"canvases: 501", "canvases: 501 is not between"},
		{"labels: {Zustand: condition}", `labels: Zustand: "condition" is none of title, creator`},
		{"labels: [a]", "labels: expected a mapping, found a list"},
		{"depth: 3", "there is no setting depth; there are: manifests, canvases"},
	} {
		_, err := iiif.Kind().Open(conntest.Settings(t, c.settings), conntest.Env(t, "x"))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Open with %s = %v, want an error with %q", c.settings, err, c.want)
		}
	}
}

func TestSniff(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		head string
		min  int
	}{
		{`{"@context":"http://iiif.io/api/presentation/3/context.json"`, 90},
		{`{"id":"https://a.example/m","@context": [ "http://iiif.io/api/extension/navplace/context.json", "http://iiif.io/api/presentation/3/context.json"]`, 90},
		{`{"@context":"http://iiif.io/api/discovery/1/context.json"`, 90},
		{`{"@id":"http://a.example/m","@type":"sc:Manifest"`, 90},
		{"\xff\xfe" + strings.Join(strings.Split(`{"@type":"sc:Manifest"`, ""), "\x00") + "\x00", 90},
		{`{"id":"https://a.example/m","type":"Manifest","items":[{"id":"https://a.example/c","type":"Canvas"`, 85},
		{`{"id":"https://a.example/c","type": "Collection","members":[{"id":"https://a.example/m", "type": "Manifest"`, 85},
		{`{"type":"Collection","stac_version":"1.0.0","items":[]}`, 0},
		{`{"@context":"https://schema.org","encodingFormat":"application/ld+json;profile='http://iiif.io/api/presentation/3/context.json'"`, 0},
		{`[{"manifest":"http://iiif.io/api/presentation/3/context.json"}]`, 0},
		{`<p>"@context":"http://iiif.io/api/presentation/3/context.json"`, 0},
		{`{"type":"Collection"}`, 0},
	} {
		got := iiif.Kind().Sniff("", "", []byte(c.head))
		if got < c.min || c.min == 0 && got != 0 {
			t.Errorf("Sniff(%s) = %d, want at least %d, or 0", c.head, got, c.min)
		}
	}
}
