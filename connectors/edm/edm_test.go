package edm_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/edm"
)

func TestCases(t *testing.T) { conntest.Run(t, edm.Kind(), "testdata") }

func TestReadme(t *testing.T) { conntest.Readme(t, edm.Kind()) }

func TestSniff(t *testing.T) {
	t.Parallel()
	const (
		root   = `<rdf:RDF xmlns:edm="http://www.europeana.eu/schemas/edm/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`
		object = root + `<edm:ProvidedCHO rdf:about="#x"/>`
	)
	var zipped bytes.Buffer
	z := zip.NewWriter(&zipped)
	w, err := z.Create("1.rdf")
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(w, object)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for head, want := range map[string]int{
		"<?xml version='1.0'?>\n<!-- export -->\n" + object: 95,
		"\ufeff" + object:              95,
		zipped.String():                95,
		root + `<edm:WebResource/>`:    60,
		"<OAI-PMH><metadata>" + object: 40,
		"<OAI-PMH><metadata>":          0,
		"<xs:schema targetNamespace='http://www.europeana.eu/schemas/edm/'><xs:element name='ProvidedCHO'/>": 0,
		"<http://a.example/1> a <http://www.europeana.eu/schemas/edm/ProvidedCHO> .":                         85,
		"@prefix edm: <http://www.europeana.eu/schemas/edm/> .\n<#1> a edm:ProvidedCHO .":                    85,
		`{"@context":{"edm":"http://www.europeana.eu/schemas/edm/"},"@type":"edm:ProvidedCHO"}`:              85,
		`{"schema":"http://www.europeana.eu/schemas/edm/","class":"ProvidedCHO"}`:                            0,
		"@prefix edm: <http://www.europeana.eu/schemas/edm/> .":                                              0,
		"<?xml version='1.0'?><rss>": 0,
		"PK\x03\x04":                 0,
		"":                           0,
	} {
		if got := edm.Kind().Sniff("", "", []byte(head)); got != want {
			t.Errorf("Sniff(%.80q) = %d, want %d", head, got, want)
		}
	}
}

func TestSettings(t *testing.T) {
	t.Parallel()
	for settings, want := range map[string]string{
		"lang: zxx-?":  `lang: "zxx-?" is no language tag`,
		"added: maybe": "added: expected true or false",
		"language: de": "there is no setting language; there are: lang, added",
	} {
		_, err := edm.Kind().Open(conntest.Settings(t, settings), conntest.Env(t, "x"))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Open with %s = %v, want an error with %q", settings, err, want)
		}
	}
}

// TestKnown: a record that was read before is not mapped again, but one of several
// objects is.
func TestKnown(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]int{"zip": 3, "oai": 1, "many": 1} {
		inputs, err := filepath.Glob(filepath.Join("testdata", name, "input.*"))
		if err != nil || len(inputs) != 1 {
			t.Fatalf("case %s: %v, %v", name, inputs, err)
		}
		env := conntest.Env(t, inputs[0])
		open := func() connectors.Connector {
			c, err := edm.Kind().Open(nil, env)
			if err != nil {
				t.Fatal(err)
			}
			return c
		}
		raws := map[string]string{}
		for _, it := range conntest.Harvest(t.Context(), open(), nil).Items {
			if it.Raw != nil {
				raws[string(it.Raw)] = it.Key
			}
		}
		env.Known = func(raw []byte) (string, bool) {
			key, ok := raws[string(raw)]
			return key, ok
		}
		same := 0
		for _, it := range conntest.Harvest(t.Context(), open(), nil).Items {
			if it.Same {
				same++
			}
		}
		if same != want {
			t.Errorf("%s: %d items recognised, want %d", name, same, want)
		}
	}
}

// FuzzHarvest reads any document.
func FuzzHarvest(f *testing.F) { conntest.Fuzz(f, edm.Kind(), "input.xml") }

// TestLarge: a file that has all its objects in one rdf:RDF is read as a whole.
func TestLarge(t *testing.T) {
	t.Parallel()
	const objects = 2500
	var b strings.Builder
	b.WriteString(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:edm="http://www.europeana.eu/schemas/edm/">`)
	for i := range objects {
		fmt.Fprintf(&b, "\n"+`<edm:ProvidedCHO rdf:about="https://a.example/%d"><dc:title>Karte %d</dc:title>%s</edm:ProvidedCHO>`,
			i, i, strings.Repeat("<dc:subject>Brücke</dc:subject>", 25))
	}
	b.WriteString("</rdf:RDF>")
	env := conntest.Env(t, "all.xml")
	env.Open = func(context.Context, string, []byte) (*connectors.Body, error) {
		return &connectors.Body{ReadCloser: io.NopCloser(strings.NewReader(b.String())), Location: "all.xml"}, nil
	}
	c, err := edm.Kind().Open(nil, env)
	if err != nil {
		t.Fatal(err)
	}
	if r := conntest.Harvest(t.Context(), c, nil); len(r.Items) != objects || len(r.Refusals) != 0 || r.Err != nil {
		t.Errorf("%d items, refused %v, ended by %v, want %d items", len(r.Items), r.Refusals, r.Err, objects)
	}
}
