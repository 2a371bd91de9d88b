package lido_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/lido"
)

func TestCases(t *testing.T) { conntest.Run(t, lido.Kind(), "testdata") }

func TestReadme(t *testing.T) { conntest.Readme(t, lido.Kind()) }

func TestSniff(t *testing.T) {
	t.Parallel()
	const wrap = `<lidoWrap xmlns="http://www.lido-schema.org">`
	var zipped bytes.Buffer
	z := zip.NewWriter(&zipped)
	for _, name := range []string{"export/", "export/1.xml"} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if name != "export/" {
			fmt.Fprint(w, wrap)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for head, want := range map[string]int{
		"<?xml version='1.0'?>\n<!-- export -->\n" + wrap:                   95,
		"\ufeff<lido:lido xmlns:lido='http://www.lido-schema.org'>":         95,
		"<\x00l\x00i\x00d\x00o\x00W\x00r\x00a\x00p\x00 \x00x\x00=\x00'\x00": 0,
		zipped.String(): 95,
		"<OAI-PMH><metadata><lido:lido xmlns:lido='http://www.lido-schema.org'><lido:lidoRecID>": 40,
		"<rdf:RDF xmlns:lido='http://www.lido-schema.org'>":                                      0,
		"<?xml version='1.0'?><rss>":                                                             0,
		`{"namespace":"http://www.lido-schema.org","name":"lidoRecID"}`:                          0,
		"see http://www.lido-schema.org for lidoWrap":                                            0,
		"PK\x03\x04": 0,
		"":           0,
	} {
		if got := lido.Kind().Sniff("", "", []byte(head)); got != want {
			t.Errorf("Sniff(%.60q) = %d, want %d", head, got, want)
		}
	}
}

func TestSettings(t *testing.T) {
	t.Parallel()
	for settings, want := range map[string]string{
		"lang: zxx-?":    `lang: "zxx-?" is no language tag`,
		"lon_lat: maybe": "lon_lat: expected true or false",
		"language: de":   "there is no setting language; there are: lang, lon_lat",
	} {
		_, err := lido.Kind().Open(conntest.Settings(t, settings), conntest.Env(t, "x"))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Open with %s = %v, want an error with %q", settings, err, want)
		}
	}
}

// TestUnchanged spares the mapping of records that are as they were.
func TestUnchanged(t *testing.T) {
	t.Parallel()
	env := conntest.Env(t, filepath.Join("testdata", "zip", "input.zip"))
	known := map[string]string{}
	env.Known = func(raw []byte) (string, bool) {
		key, ok := known[string(raw)]
		return key, ok
	}
	c, err := lido.Kind().Open(nil, env)
	if err != nil {
		t.Fatal(err)
	}
	for _, it := range conntest.Harvest(t.Context(), c, nil).Items {
		known[string(it.Raw)] = it.Key
	}
	for _, it := range conntest.Harvest(t.Context(), c, nil).Items {
		if !it.Same || len(it.Drafts) > 0 || it.Key == "" {
			t.Errorf("item %s: Same = %v with %d drafts, want true and none", it.Key, it.Same, len(it.Drafts))
		}
	}
}

// FuzzHarvest reads any document.
func FuzzHarvest(f *testing.F) { conntest.Fuzz(f, lido.Kind(), "input.xml") }
