package jsonld_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/rdf"
	"moselle/schema/rdf/canon"
	"moselle/schema/rdf/jsonld"
	"moselle/schema/rdf/rdftest"
	"moselle/schema/vocab"
)

func hard() []rdf.Quad {
	s, p := rdf.NewIRI("https://a.example/é?x=1#y"), rdf.NewIRI(vocab.Schema+"name")
	objects := []rdf.Term{
		rdf.NewString(""), rdf.NewString("a\"b\\c\n\t\u0001\u2028 🎭 </script>"), rdf.NewString("https://a.example/"), rdf.NewString("_:b"),
		rdf.NewText("nom", "fr"), rdf.NewText("Numm", "de-LU"), rdf.NewTyped("007", rdf.XSD+"integer"), rdf.NewTyped("1e3", rdf.XSD+"double"),
		rdf.NewTyped("true", rdf.XSD+"boolean"), rdf.NewTyped("{\"a\": 1}", rdf.RDF+"JSON"), rdf.NewTyped("x", "urn:datatype"),
		rdf.NewBlank("x"), rdf.NewBlank("b0"), rdf.NewIRI("urn:isbn:1"), rdf.NewIRI("geo:49.6,6.1"), rdf.NewIRI("schema://x"), rdf.NewIRI(vocab.SKOS),
		rdf.NewIRI(vocab.SKOS + "//x"), rdf.NewIRI("a:b"),
	}
	var quads []rdf.Quad
	for _, o := range objects {
		quads = append(quads, rdf.Quad{Triple: rdf.Triple{S: s, P: p, O: o}})
		quads = append(quads, rdf.Quad{Triple: rdf.Triple{S: rdf.NewBlank("x"), P: rdf.NewIRI(rdf.Type), O: o}, G: rdf.NewIRI("urn:g")})
	}
	for _, iri := range []string{"urn:p", vocab.DCTerms, vocab.SKOS + "a:b", "geo:p", vocab.Schema + "//x", rdf.RDF + "first"} {
		quads = append(quads, rdf.Quad{Triple: rdf.Triple{S: rdf.NewBlank("b0"), P: rdf.NewIRI(iri), O: rdf.NewIRI(vocab.Schema + "Event")}, G: rdf.NewBlank("g")})
	}
	return quads
}

func canonical(t testing.TB, quads []rdf.Quad) string {
	t.Helper()
	doc, err := canon.Dataset(quads)
	if err != nil {
		t.Fatal(err)
	}
	return string(doc)
}

// TestRoundTrip reads back what is written: the same dataset.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	quads := hard()
	for n := range len(quads) {
		part := quads[n:]
		var b bytes.Buffer
		if err := jsonld.EncodeQuads(&b, part); err != nil {
			t.Fatal(err)
		}
		got, err := rdftest.Read(jsonld.Format(), bytes.NewReader(b.Bytes()))
		if err != nil {
			t.Fatalf("%v\n%s", err, b.Bytes())
		}
		if d := cmp.Diff(strings.SplitAfter(canonical(t, part), "\n"), strings.SplitAfter(canonical(t, got), "\n")); d != "" {
			t.Fatalf("from %d: as read back (-want +got):\n%s\n%s", n, d, b.Bytes())
		}
	}
}

func TestEncode(t *testing.T) {
	t.Parallel()
	var g rdf.Graph
	s := rdf.NewIRI("https://a.example/1")
	g.Add(rdf.Triple{S: s, P: rdf.NewIRI(vocab.Schema + "name"), O: rdf.NewText("nom", "fr")},
		rdf.Triple{S: s, P: rdf.NewIRI(rdf.Type), O: rdf.NewIRI(vocab.Schema + "Event")},
		rdf.Triple{S: s, P: rdf.NewIRI(vocab.Schema + "location"), O: rdf.NewBlank("p")})
	var b bytes.Buffer
	if err := jsonld.Encode(&b, &g); err != nil {
		t.Fatal(err)
	}
	want := `{"@context":{"schema":"https://schema.org/"},"@graph":[
{"@id":"https://a.example/1","@type":["schema:Event"],"schema:location":[{"@id":"_:p"}],"schema:name":[{"@language":"fr","@value":"nom"}]}
]}
`
	if d := cmp.Diff(want, b.String()); d != "" {
		t.Errorf("Encode (-want +got):\n%s", d)
	}
	b.Reset()
	if err := jsonld.Encode(&b, &rdf.Graph{}); err != nil || !json.Valid(b.Bytes()) {
		t.Errorf("Encode of nothing = %s, %v", b.Bytes(), err)
	}
}

// TestEqualBytes gives the same statements in another order.
func TestEqualBytes(t *testing.T) {
	t.Parallel()
	quads := hard()
	var a, b bytes.Buffer
	if err := jsonld.EncodeQuads(&a, quads); err != nil {
		t.Fatal(err)
	}
	slices.Reverse(quads)
	if err := jsonld.EncodeQuads(&b, append(quads, quads[0])); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Errorf("EncodeQuads gives\n%s\nand\n%s", a.Bytes(), b.Bytes())
	}
}
