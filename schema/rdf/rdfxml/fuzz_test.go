package rdfxml_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/rdf"
	"moselle/schema/rdf/ntriples"
	"moselle/schema/rdf/rdftest"
	"moselle/schema/rdf/rdfxml"
)

// FuzzDecode checks that what is read survives writing, that pieces give what
// the whole gives, and that every fault has its place.
func FuzzDecode(f *testing.F) {
	for _, body := range []string{
		`<e:A rdf:about="http://a/1" e:p="x"><e:q><e:B rdf:nodeID="b">text</e:B></e:q><e:p xml:lang="fr">é&amp;</e:p></e:A>`,
		`<e:A rdf:ID="i"><e:p rdf:ID="r" rdf:parseType="Literal"><a b="c"/><!-- x --></e:p><rdf:li rdf:resource="../x"/></e:A>`,
		`<e:A><e:p rdf:parseType="Collection"><e:B/><e:B/></e:p><e:p rdf:parseType="Resource"><e:q rdf:datatype="x">1</e:q></e:p></e:A>`,
		`<e:A xmlns="http://x/" xmlns:y=""><![CDATA[x]]></e:A>`,
	} {
		f.Add([]byte(document(body)))
	}
	f.Add([]byte(`<!DOCTYPE a [<!ENTITY b "<c>&#60;</c>"><!ATTLIST a b CDATA #IMPLIED>]><a xmlns="http://a/">&b;</a>`))
	f.Add([]byte("<\x00a\x00/\x00>\x00"))
	f.Add([]byte("<?xml version='1.0' encoding='iso-8859-1'?><a xmlns='http://a/\xe9'/>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var got []rdf.Quad
		var faults []string
		for q, err := range rdfxml.Format().Decode(bytes.NewReader(data), base) {
			if err == nil {
				got = append(got, q)
				continue
			}
			var e *rdf.SyntaxError
			if !errors.As(err, &e) || e.Line < 1 || e.Column < 1 {
				t.Fatalf("Decode: %v, want an error with its place", err)
			}
			faults = append(faults, err.Error())
		}
		var pieces []rdf.Quad
		var again []string
		for q, err := range rdfxml.Format().Decode(iotest.OneByteReader(bytes.NewReader(data)), base) {
			if err == nil {
				pieces = append(pieces, q)
			} else {
				again = append(again, err.Error())
			}
		}
		if d := cmp.Diff(got, pieces) + cmp.Diff(faults, again); d != "" {
			t.Fatalf("byte by byte (-whole +pieces):\n%s", d)
		}
		lines := rdftest.Lines(got)
		for q, err := range ntriples.ReadLines(strings.NewReader(lines), false) {
			if err != nil {
				t.Fatalf("%v yields what is no N-Triples: %v", q, err)
			}
		}
		var g rdf.Graph
		for _, q := range got {
			g.Add(q.Triple)
		}
		var b bytes.Buffer
		if err := rdfxml.EncodeGraph(&b, &g); err != nil {
			t.Fatalf("EncodeGraph: %v\n%s", err, lines)
		}
		read, err := rdftest.Read(rdfxml.Format(), &b)
		if err != nil {
			t.Fatalf("Decode of what was written: %v\n%s", err, b.Bytes())
		}
		// Trying which blank nodes correspond can take long when many are alike.
		if len(got) < 50 && !rdftest.Isomorphic(got, read) {
			t.Fatalf("after writing\n%s\nwant\n%s", rdftest.Lines(read), lines)
		}
	})
}
