package feed_test

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/feed"
)

func TestCases(t *testing.T) { conntest.Run(t, feed.Kind(), "testdata") }

func TestReadme(t *testing.T) { conntest.Readme(t, feed.Kind()) }

func TestSniff(t *testing.T) {
	t.Parallel()
	for head, want := range map[string]int{
		"<?xml version='1.0'?>\n<!-- a > b -->\n<rss version=\"2.0\"><channel>": 95,
		"\ufeff \n<rss>": 95,
		"<!DOCTYPE rss PUBLIC \"-//Netscape//DTD RSS 0.91//EN\" \"http://my.netscape.example/x.dtd\">\n<rss>": 95,
		"<\x00r\x00s\x00s\x00 \x00v\x00=\x00'\x001\x00'\x00>\x00":                                             95,
		`<feed xmlns="http://www.w3.org/2005/Atom">`:                                                          90,
		`<a:feed xmlns:a="http://purl.org/atom/ns#" version="0.3">`:                                           90,
		`<entry xmlns='http://www.w3.org/2005/Atom'>`:                                                         90,
		`<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`:  90,
		`{"version": "https://jsonfeed.org/version/1.1", "items": []}`:                                        95,
		`{"items": [], "version": "https:\/\/jsonfeed.org\/version\/1"}`:                                      95,
		`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="x">`:                    0,
		`<rdf:RDF xmlns:ev="http://purl.org/rss/1.0/modules/event/">`:                                         0,
		`<feed><thing/></feed>`:                          0,
		`<OAI-PMH xmlns="http://www.openarchives.org/">`: 0,
		`<html><link type="application/rss+xml"></html>`: 0,
		`{"events": [], "total": 0}`:                     0,
		"an <rss> is what is meant":                      0,
		"PK\x03\x04":                                     0,
		"":                                               0,
	} {
		if got := feed.Kind().Sniff("", "", []byte(head)); got != want {
			t.Errorf("Sniff(%.60q) = %d, want %d", head, got, want)
		}
	}
}

func TestSettings(t *testing.T) {
	t.Parallel()
	for settings, want := range map[string]string{
		"dates: guess":   `dates: "guess" is none of title, text, published`,
		"pages: 0":       "pages: 0 is not between 1 and 1000",
		"lang: zxx-?":    `lang: "zxx-?" is no language tag`,
		"type: Museum":   `type: "Museum" is no kind of event`,
		"country: Lux":   `country: "Lux" is not two letters`,
		"class: Article": "there is no setting class; there are: dates, pages, lang",
	} {
		_, err := feed.Kind().Open(conntest.Settings(t, settings), conntest.Env(t, "x"))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Open with %s = %v, want an error with %q", settings, err, want)
		}
	}
}

// TestUnchanged spares the mapping of entries that are as they were.
func TestUnchanged(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"atom/input.xml", "json/input.json"} {
		env := conntest.Env(t, filepath.Join("testdata", filepath.FromSlash(path)))
		known := map[string]string{}
		env.Known = func(raw []byte) (string, bool) {
			key, ok := known[string(raw)]
			return key, ok
		}
		c, err := feed.Kind().Open(nil, env)
		if err != nil {
			t.Fatal(err)
		}
		for _, it := range conntest.Harvest(t.Context(), c, nil).Items {
			known[string(it.Raw)] = it.Key
		}
		for _, it := range conntest.Harvest(t.Context(), c, nil).Items {
			if !it.Deleted && (!it.Same || len(it.Drafts) > 0 || it.Key == "") {
				t.Errorf("%s: item %s: Same = %v with %d drafts, want true and none", path, it.Key, it.Same, len(it.Drafts))
			}
		}
	}
}

// FuzzHarvest reads any document.
func FuzzHarvest(f *testing.F) { conntest.Fuzz(f, feed.Kind(), "input.xml") }

// FuzzTitle takes dates out of any title.
func FuzzTitle(f *testing.F) {
	for _, title := range []string{"Bal du 4 décembre 2026, de 20h à 23h30", "4.12.–6.12.2026", "December 4-6, 2026, 7:30–9 pm", "Du 1er au 3 mai 2027", "2026-12-04T20:00", "31/02/2027"} {
		f.Add(title)
	}
	f.Fuzz(func(t *testing.T, title string) {
		document, err := json.Marshal(map[string]any{"version": "https://jsonfeed.org/version/1.1", "items": []any{map[string]string{"id": "1", "title": title}}})
		if err != nil {
			t.Fatal(err)
		}
		c, err := feed.Kind().Open(conntest.Settings(t, "dates: title"), conntest.Memory(t, "input.json", document))
		if err != nil {
			t.Fatal(err)
		}
		conntest.Sound(t, conntest.Harvest(t.Context(), c, nil))
	})
}
