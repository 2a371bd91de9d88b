package rdfxml_test

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/rdf"
	"moselle/schema/rdf/rdftest"
	"moselle/schema/rdf/rdfxml"
	"moselle/schema/vocab"
)

const (
	ore = "http://www.openarchives.org/ore/terms/"
	edm = "http://www.europeana.eu/schemas/edm/"
	dc  = "http://purl.org/dc/elements/1.1/"
)

// TestEncode writes an aggregation as a crosswalk would, in its order.
func TestEncode(t *testing.T) {
	t.Parallel()
	work := rdf.NewIRI("https://museum.example/id/12#cho")
	nodes := []rdfxml.Element{
		{Subject: work, Class: edm + "ProvidedCHO", Properties: []rdfxml.Property{
			{Predicate: dc + "title", Value: rdf.NewText("Poires & pommes", "fr")},
			{Predicate: dc + "identifier", Value: rdf.NewString(" 12\r\n")},
			{Predicate: vocab.DCTerms + "spatial", Node: &rdfxml.Element{
				Subject: rdf.NewIRI("https://museum.example/id/place?a=1&b=2"), Class: edm + "Place",
				Properties: []rdfxml.Property{{Predicate: vocab.SKOS + "prefLabel", Value: rdf.NewText("Metz", "fr")}},
			}},
			{Predicate: dc + "date", Value: rdf.NewTyped("1890", rdf.XSD+"gYear")},
		}},
		{Subject: rdf.NewIRI("https://museum.example/id/12"), Class: ore + "Aggregation", Properties: []rdfxml.Property{
			{Predicate: edm + "aggregatedCHO", Value: work},
			{Predicate: edm + "hasView", Node: &rdfxml.Element{Class: edm + "WebResource"}},
		}},
		{Subject: rdf.NewBlank("1"), Class: "https://museum.example/class/7", Properties: []rdfxml.Property{
			{Predicate: rdf.Type, Value: rdf.NewIRI(edm + "Event")},
		}},
	}
	var b bytes.Buffer
	if err := rdfxml.Encode(&b, nodes); err != nil {
		t.Fatal(err)
	}
	want := `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF
    xmlns:dcterms="http://purl.org/dc/terms/"
    xmlns:edm="http://www.europeana.eu/schemas/edm/"
    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns:skos="http://www.w3.org/2004/02/skos/core#"
    xmlns:ns1="http://purl.org/dc/elements/1.1/"
    xmlns:ns2="http://www.openarchives.org/ore/terms/">
  <edm:ProvidedCHO rdf:about="https://museum.example/id/12#cho">
    <ns1:title xml:lang="fr">Poires &amp; pommes</ns1:title>
    <ns1:identifier> 12&#xD;
</ns1:identifier>
    <dcterms:spatial>
      <edm:Place rdf:about="https://museum.example/id/place?a=1&amp;b=2">
        <skos:prefLabel xml:lang="fr">Metz</skos:prefLabel>
      </edm:Place>
    </dcterms:spatial>
    <ns1:date rdf:datatype="http://www.w3.org/2001/XMLSchema#gYear">1890</ns1:date>
  </edm:ProvidedCHO>
  <ns2:Aggregation rdf:about="https://museum.example/id/12">
    <edm:aggregatedCHO rdf:resource="https://museum.example/id/12#cho"/>
    <edm:hasView>
      <edm:WebResource/>
    </edm:hasView>
  </ns2:Aggregation>
  <rdf:Description rdf:nodeID="_01">
    <rdf:type rdf:resource="https://museum.example/class/7"/>
    <rdf:type rdf:resource="http://www.europeana.eu/schemas/edm/Event"/>
  </rdf:Description>
</rdf:RDF>
`
	if d := cmp.Diff(want, b.String()); d != "" {
		t.Errorf("Encode (-want +got):\n%s", d)
	}
}

func TestEncodeRefuses(t *testing.T) {
	t.Parallel()
	s, o := rdf.NewIRI("http://a/s"), rdf.NewString("x")
	triple := func(s rdf.Term, p string, o rdf.Term) rdf.Triple { return rdf.Triple{S: s, P: rdf.NewIRI(p), O: o} }
	noName := ">: RDF/XML cannot write it, since it does not end in a name that an XML element may have"
	tests := []struct {
		in   rdf.Triple
		want string
	}{
		{triple(s, "http://a/", o), "predicate <http://a/" + noName},
		{triple(s, "http://a/12", o), "predicate <http://a/12" + noName},
		{triple(s, "http://a/p?", o), "predicate <http://a/p?" + noName},
		{triple(s, rdf.RDF+"li", o), "predicate <" + rdf.RDF + "li" + noName},
		{triple(s, "http://www.w3.org/2000/xmlns/p", o), "predicate <http://www.w3.org/2000/xmlns/p" + noName},
		{triple(s, "http://a/p", rdf.NewString("a\x00")), `<http://a/s>: ns1:p: a text holds "\x00", which XML cannot`},
		{triple(s, "http://a/p", rdf.NewString("a\xff")), `<http://a/s>: ns1:p: a text holds "\xff", which XML cannot`},
		{triple(s, "http://a/p", rdf.NewText("a", "x y")), `<http://a/s>: ns1:p: "x y" is not a language tag`},
		{triple(s, "http://a/p", rdf.NewIRI("a b")), `<http://a/s>: ns1:p: <a b> is not an absolute IRI`},
		{triple(rdf.NewIRI("a"), "http://a/p", o), `subject: <a> is not an absolute IRI`},
	}
	for _, tt := range tests {
		var g rdf.Graph
		g.Add(tt.in)
		if err := rdfxml.EncodeGraph(io.Discard, &g); err == nil || err.Error() != tt.want {
			t.Errorf("EncodeGraph(%v) = %v, want %s", tt.in, err, tt.want)
		}
	}
}

// TestEncodeGraph writes what is easily written wrongly, whatever order it
// came in.
func TestEncodeGraph(t *testing.T) {
	t.Parallel()
	g := awkward()
	triples := slices.Collect(g.All())
	want := encode(t, g)
	for i := range triples {
		var turned rdf.Graph
		turned.Add(triples[i:]...)
		turned.Add(triples[:i]...)
		if got := encode(t, &turned); got != want {
			t.Fatalf("EncodeGraph after turning by %d (-want +got):\n%s", i, cmp.Diff(want, got))
		}
	}
	var quads []rdf.Quad
	for _, t := range triples {
		quads = append(quads, rdf.Quad{Triple: t})
	}
	got, err := rdftest.Read(rdfxml.Format(), strings.NewReader(want))
	if err != nil || !rdftest.Isomorphic(got, quads) {
		t.Errorf("after writing\n%s\n%s%v, want\n%s", want, rdftest.Lines(got), err, rdftest.Lines(quads))
	}
	if got, refused := rapper(t, strings.NewReader(want)); refused || !rdftest.Isomorphic(got, quads) {
		t.Errorf("rapper reads\n%s\nwant\n%s", rdftest.Lines(got), rdftest.Lines(quads))
	}
}

func awkward() *rdf.Graph {
	var g rdf.Graph
	s := rdf.NewIRI("http://a.example/s")
	add := func(s rdf.Term, p string, o rdf.Term) { g.Add(rdf.Triple{S: s, P: rdf.NewIRI(p), O: o}) }
	for _, v := range []string{"", " ", "\n", "\t", "\r", "\r\n", "a\n b", "<&>\"'", "]]>", "<!-- -->", "&amp;", "é😀", "\u0085\u2028\uFFFD"} {
		add(s, vocab.Schema+"p", rdf.NewString(v))
		add(s, vocab.Schema+"p", rdf.NewText(v, "fr-lu"))
		add(s, vocab.Schema+"p", rdf.NewTyped(v, "http://a.example/d?a&b='"))
		add(s, vocab.Schema+"p", rdf.NewTyped("<a>"+v, rdf.RDF+"XMLLiteral"))
	}
	for _, p := range []string{"p", "a/b", "a.b-c", "é", "9a", "a:b", "_", "-a", "a%20b"} {
		add(s, vocab.Schema+p, s)
		add(s, "urn:x:"+p, s)
		add(s, rdf.Type, rdf.NewIRI(vocab.Schema+p))
	}
	add(s, rdf.Type, rdf.NewIRI(rdf.RDF+"Description"))
	add(s, rdf.Type, rdf.NewIRI("http://a.example/9"))
	b := func(label string) rdf.Term { return rdf.NewBlank(label) }
	for _, pair := range [][2]string{{"1", "2"}, {"2", "1"}, {"3", "3"}, {"4", "5"}, {"4", "6"}, {"5", "7"}, {"6", "7"}, {"_01", "_"}, {"g1", "gg1"}} {
		add(b(pair[0]), rdf.RDF+"_1", b(pair[1]))
	}
	add(s, rdf.RDF+"value", b("4"))
	add(b("7"), rdf.Type, rdf.NewIRI(vocab.Schema+"Thing"))
	cell := s
	for i := range 100 {
		next := b("c" + strings.Repeat("x", i))
		add(cell, rdf.RDF+"rest", next)
		cell = next
	}
	return &g
}

func encode(t *testing.T, g *rdf.Graph) string {
	t.Helper()
	var b bytes.Buffer
	if err := rdfxml.EncodeGraph(&b, g); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
