package formats_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"

	"moselle/schema/rdf"
	"moselle/schema/rdf/formats"
)

func TestSniff(t *testing.T) {
	t.Parallel()
	tests := []struct{ head, mediaType, ext, want string }{
		{"<urn:a> <urn:b> <urn:c> .\n", "text/turtle", ".nt", "turtle"},
		{"<urn:a> <urn:b> <urn:c> .\n", "text/plain", ".nt", "ntriples"},
		{"<urn:a> <urn:b> <urn:c> .\n", "", ".n3", "ntriples"},
		{"\ufeff# a comment\n<urn:a> <urn:b> \"{\" .\n", "", "", "ntriples"},
		{"<urn:a> <urn:b> <urn:c> <urn:g> .\n", "", "", "nquads"},
		{"<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b> <urn:c> _:g .\n", "", "", "nquads"},
		{"@prefix a: <urn:a> .\na:b a a:c .\n", "", "", "turtle"},
		{"# x\nPREFIX a: <urn:a>\n", "", "", "turtle"},
		{"@prefix a: <urn:a", "", "", "turtle"},
		{"<a> <b> 12 ; <c> [ <d> true ] .\n", "", "", "turtle"},
		{"[] a <c> .", "", "", "turtle"},
		{"@prefix a: <urn:a> .\na:g { a:b a a:c }\n", "", "", "trig"},
		{"{ <urn:a> <urn:b> 1 }", "", "", "trig"},
		{"GRAPH <urn:g> { <urn:a> <urn:b> 1 }", "", "", "trig"},
		{`{"@id": "urn:a"}`, "application/json", ".json", "jsonld"},
		{" [ {\"@id\": ", "", "", "jsonld"},
		{"[]", "", "", "jsonld"},
		{"{}", "", "", "jsonld"},
		{`<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`, "", ".xml", "rdfxml"},
		{`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`, "application/xml", "", "rdfxml"},
		{`<?xml version="1.0"?><rss/>`, "", "", ""},
		{"<!DOCTYPE html><html>", "text/html", ".html", ""},
		{"id,name\n1,x\n", "text/csv", ".csv", ""},
		{"", "", "", ""},
		{"\x00\x01\x02", "", "", ""},
	}
	for _, tt := range tests {
		f, ok := formats.Sniff([]byte(tt.head), tt.mediaType, tt.ext)
		if ok != (tt.want != "") || ok && f.Name != tt.want {
			t.Errorf("Sniff(%q, %q, %q) = %q, %v, want %q", tt.head, tt.mediaType, tt.ext, f.Name, ok, tt.want)
		}
	}
}

// TestSniffWhatIsWritten cuts long documents of every format anywhere.
func TestSniffWhatIsWritten(t *testing.T) {
	t.Parallel()
	var quads []rdf.Quad
	var g rdf.Graph
	for i := range 400 {
		q := rdf.Quad{Triple: rdf.Triple{S: rdf.NewIRI("https://a.example/" + strings.Repeat("x", i)), P: rdf.NewIRI("https://schema.org/name"), O: rdf.NewText("{ \"a\" }", "fr")}}
		g.Add(q.Triple)
		q.G = rdf.NewIRI("urn:g")
		quads = append(quads, q)
	}
	for _, f := range formats.All() {
		var b bytes.Buffer
		var err error
		if f.EncodeQuads != nil {
			err = f.EncodeQuads(&b, quads)
		} else {
			err = f.Encode(&b, &g)
		}
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := formats.Sniff(b.Bytes(), "", ""); got.Name != f.Name {
			t.Errorf("Sniff of %s = %q\n%s", f.Name, got.Name, b.Bytes()[:200])
		}
	}
}

func TestOpen(t *testing.T) {
	t.Parallel()
	doc := "<urn:a> <urn:b> <urn:c> .\n"
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	io.WriteString(w, doc)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for name, in := range map[string]string{"dump.ttl": doc, "dump.ttl.gz": z.String(), "dump.ttl.x": doc} {
		f, r, err := formats.Open(strings.NewReader(in), "", name)
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		want := map[bool]string{true: "turtle", false: "ntriples"}[name != "dump.ttl.x"]
		if err != nil || string(text) != doc || f.Name != want {
			t.Errorf("Open(%s) = %s, %q, %v, want %s, %q", name, f.Name, text, err, want, doc)
		}
	}
	for _, in := range []string{"", "\x1f\x8bx", "not RDF"} {
		if _, _, err := formats.Open(strings.NewReader(in), "", ""); err == nil {
			t.Errorf("Open(%q) = no error", in)
		}
	}
}
