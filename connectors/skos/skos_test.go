package skos_test

import (
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/skos"
)

func TestCases(t *testing.T) { conntest.Run(t, skos.Kind(), "testdata") }

func TestReadme(t *testing.T) { conntest.Readme(t, skos.Kind()) }

func TestSniff(t *testing.T) {
	t.Parallel()
	const prefix = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
	for head, want := range map[string]int{
		prefix + "<https://a.example/1> a skos:Concept .":                                                                                           88,
		prefix + "<https://a.example/1> <urn:x> \"skos\" .":                                                                                         0,
		"<https://a.example/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/2004/02/skos/core#Concept> .\n":                 88,
		`<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><skos:Concept/>`:                                     88,
		`<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><edm:ProvidedCHO/><skos:Concept/>`:                   30,
		`{"@context":{"skos":"http://www.w3.org/2004/02/skos/core#"},"@type":"skos:Concept"}`:                                                       88,
		`{"@context":"https://schema.org","@type":"Event","about":{"@type":"skos:Concept"}}`:                                                        30,
		"<https://a.example/1> a <http://www.cidoc-crm.org/cidoc-crm/E22> . <https://a.example/2> a <http://www.w3.org/2004/02/skos/core#Concept>.": 30,
		prefix + "<https://a.example/1> a skos:Concept ; skos:closeMatch <https://schema.org/Event> ; skos:broadMatch schema:Event .":               88,
		prefix + "<https://a.example/1> a schema:Event ; schema:about [ a skos:Concept ] .":                                                         30,
		"<p>about skos:Concept</p>": 0,
		"about skos:Concept":        0,
		"":                          0,
	} {
		if got := skos.Kind().Sniff("", "", []byte(head)); got != want {
			t.Errorf("Sniff(%.60q) = %d, want %d", head, got, want)
		}
	}
}

func TestSettings(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"{lang: lb}":         "",
		"{lang: x y}":        `settings of skos: lang: "x y" is no language tag such as de or fr-LU`,
		"{scheme: my words}": `settings of skos: scheme: "my words" is no IRI`,
		"{base: words}":      `settings of skos: base: "words" is not an address that begins with https://`,
	} {
		got := ""
		if err := skos.Kind().Check(conntest.Settings(t, text)); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("Check(%s) = %q, want %q", text, got, want)
		}
	}
}
