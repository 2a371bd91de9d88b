package rdf_test

import (
	"archive/zip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/rdf"
	triples "moselle/schema/rdf"
)

func TestCases(t *testing.T) { conntest.Run(t, rdf.Kind(), "testdata") }

func TestReadme(t *testing.T) { conntest.Readme(t, rdf.Kind()) }

func TestSniff(t *testing.T) {
	t.Parallel()
	const dcat = `{"@context":{"dcat":"http://www.w3.org/ns/dcat#"},"@type":"dcat:Dataset"}`
	for _, c := range []struct {
		location, head string
		want           int
	}{
		{"a.nt", "<https://a.example/1> <https://a.example/p> \"x\" .\n", 70},
		{"a", "<https://a.example/1> <https://a.example/p> \"x\" .\n", 70},
		{"a.n3", "# made today\n@prefix a: <https://a.example/> .\na:1 a a:B .", 70},
		{"a.ttl", "  ", 0},
		{"a.ttl", "<!doctype html><html>", 0},
		{"a.rdf", `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`, 50},
		{"a.xml", `<?xml version="1.0"?><rss>`, 0},
		{"a.xml", `<?xml version="1.0"?><rss xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`, 0},
		{"a.xml", `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">`, 0},
		{"a.json", dcat, 88},
		{"a.json", strings.Replace(dcat, "dcat:Dataset", "dcat:Distribution", 1), 75},
		{"a.json", `{"@context":"https://schema.org/","@type":"Dataset"}`, 88},
		{"a.jsonld", `{"@id":"https://a.example/1"}`, 55},
		{"a.json", `{"@id":"https://a.example/1"}`, 10},
		{"a.jsonld", `{"@context":"https://schema.org","@type":"Event"}`, 0},
		{"a.json", `{"id":1}`, 0},
		{"a.csv", "id,title\n1,Fête\n", 0},
		{"a.ics", "BEGIN:VCALENDAR", 0},
		{"", "", 0},
	} {
		if got := rdf.Kind().Sniff(c.location, "", []byte(c.head)); got != c.want {
			t.Errorf("Sniff(%s, %.50q) = %d, want %d", c.location, c.head, got, c.want)
		}
	}
}

func TestSettings(t *testing.T) {
	t.Parallel()
	const concert = `classes: {"https://onto.example/Concert": Event}`
	for text, want := range map[string]string{
		"{" + concert + `, map: {name: rdfs:label}}`: "",
		"{lang: x y}":                        `lang: "x y" is no language tag such as de or fr-LU`,
		"{base: x}":                          `base: "x" is not an address that begins with https://`,
		"{classes: {Concert: Event}}":        `classes: "Concert" is no IRI and no prefix:name`,
		"{classes: {onto:Concert: Event}}":   `classes: onto:Concert: the prefix onto is not known; declare it under prefixes`,
		"{classes: {schema:Event: Concert}}": `classes: schema:Event: there is no vocabulary and no class "Concert"; the vocabularies are: dcat`,
		"{classes: {schema:Event: Offer}, map: {name: rdfs:label}}":        `classes: schema:Event: Offer is no class of records, but a part of one`,
		"{map: {name: rdfs:label}}":                                        `map: say under classes which things it is for, as in {http://example.org/Concert: Event}`,
		"{" + concert + `}`:                                                `map: nothing gives name, without which no Event can be kept`,
		"{" + concert + `, map: {name: rdfs:label, colour: rdfs:label}}`:   `map: colour: no such property of Event`,
		"{" + concert + `, map: {name: rdfs:label, offers: rdfs:label}}`:   `map: offers: a value alone makes no Offer; name its properties, as in offers.name`,
		"{" + concert + `, map: {name: rdfs:label, offers.x: rdfs:label}}`: `map: offers.x: Offer has no property x that takes a value`,
		"{" + concert + `, map: {name: [label]}}`:                          `map: name: "label" is no IRI and no prefix:name`,
	} {
		got := ""
		if _, err := rdf.Kind().Open(conntest.Settings(t, text), conntest.Env(t, "")); err != nil {
			got = err.Error()
		}
		if want != "" {
			want = "settings of rdf: " + want
		}
		if got != want {
			t.Errorf("Open(%s) = %q, want %q", text, got, want)
		}
	}
}

// TestVocabularies holds what a vocabulary is given: things of its own, each with
// what stands around it, and none that the settings give to another.
func TestVocabularies(t *testing.T) {
	t.Parallel()
	got := map[string]string{}
	vocabulary := func(name string, sure int) connectors.Vocabulary {
		return connectors.Vocabulary{
			Name: name,
			Class: func(iri string) int {
				if iri == "urn:Thing" {
					return sure
				}
				return 0
			},
			Open: func(connectors.Env) func(*triples.Graph, triples.Term, string) (connectors.Item, error) {
				return func(g *triples.Graph, thing triples.Term, where string) (connectors.Item, error) {
					got[name+" "+thing.Value] = string(g.Canonical())
					return connectors.Item{Key: thing.Value, Where: where}, nil
				}
			},
		}
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "dump.zip")
	archive(t, path, map[string]string{
		"1.ttl": "<urn:a> a <urn:Thing> ; <urn:p> <urn:made> ; <urn:q> <urn:b> ; <urn:r> _:x . _:x <urn:v> \"one\" . <urn:made> <urn:by> <urn:b> . <urn:about> <urn:of> <urn:a> ; <urn:v> \"told\" .",
		"2.nt":  "<urn:b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:Thing> .\n<urn:b> <urn:q> <urn:c> .\n<urn:b> <urn:r> _:x .\n<urn:c> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:Thing> .\n<urn:c> <urn:v> \"far\" .\n",
		"3.txt": "no RDF, and not asked for",
	})
	c, err := rdf.Kind(vocabulary("sure", 90), vocabulary("unsure", 20)).Open(nil, conntest.Env(t, path))
	if err != nil {
		t.Fatal(err)
	}
	if r := conntest.Harvest(t.Context(), c, nil); r.Err != nil || len(r.Refusals) > 0 {
		t.Fatalf("refused %v, ended by %v", r.Refusals, r.Err)
	}
	const is = " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:Thing> .\n"
	want := map[string]string{
		"sure urn:a": "<urn:a>" + is + "<urn:a> <urn:p> <urn:made> .\n<urn:a> <urn:q> <urn:b> .\n<urn:a> <urn:r> _:f1.x .\n<urn:about> <urn:of> <urn:a> .\n<urn:about> <urn:v> \"told\" .\n<urn:b>" + is + "<urn:b> <urn:q> <urn:c> .\n<urn:b> <urn:r> _:f2.x .\n<urn:made> <urn:by> <urn:b> .\n_:f1.x <urn:v> \"one\" .\n",
		"sure urn:b": "<urn:a> <urn:q> <urn:b> .\n<urn:b>" + is + "<urn:b> <urn:q> <urn:c> .\n<urn:b> <urn:r> _:f2.x .\n<urn:c>" + is + "<urn:c> <urn:v> \"far\" .\n<urn:made> <urn:by> <urn:b> .\n",
		"sure urn:c": "<urn:b> <urn:q> <urn:c> .\n<urn:c>" + is + "<urn:c> <urn:v> \"far\" .\n",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("around each thing (-want +got):\n%s", d)
	}
	clear(got)
	c, err = rdf.Kind(vocabulary("sure", 90), vocabulary("unsure", 20)).Open(conntest.Settings(t, "classes: {urn:Thing: unsure}"), conntest.Env(t, path))
	if err != nil {
		t.Fatal(err)
	}
	conntest.Harvest(t.Context(), c, nil)
	if _, ok := got["unsure urn:a"]; !ok || len(got) != 3 {
		t.Errorf("with classes: %d things, of unsure: %v; want 3 and true", len(got), ok)
	}
	clear(got)
	told := vocabulary("sure", 90)
	told.Types = []string{"urn:made"} // what leads to it is told of others
	if c, err = rdf.Kind(told).Open(nil, conntest.Env(t, path)); err != nil {
		t.Fatal(err)
	}
	conntest.Harvest(t.Context(), c, nil)
	if _, ok := got["sure urn:a"]; ok || len(got) != 2 {
		t.Errorf("with types: %d things, the one of the type: %v; want 2 and false", len(got), ok)
	}
}

func archive(t *testing.T, path string, files map[string]string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z := zip.NewWriter(f)
	for _, name := range []string{"1.ttl", "2.nt", "3.txt"} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(files[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
}
