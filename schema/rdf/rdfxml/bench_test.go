package rdfxml_test

import (
	"bytes"
	"testing"

	"moselle/schema/rdf"
	"moselle/schema/rdf/rdftest"
	"moselle/schema/rdf/rdfxml"
)

// BenchmarkEvents reads 500,000 triples and writes them as lines, as rapper does.
func BenchmarkEvents(b *testing.B) {
	var g rdf.Graph
	for t := range rdftest.Events(rdftest.BenchTriples) {
		g.Add(t)
	}
	var doc bytes.Buffer
	if err := rdfxml.EncodeGraph(&doc, &g); err != nil {
		b.Fatal(err)
	}
	rdftest.Beside(b, rdfxml.Format(), doc.Bytes(), "ntriples")
}

// BenchmarkWriteEvents reads the same triples as lines and writes them.
func BenchmarkWriteEvents(b *testing.B) { rdftest.WritingBeside(b, rdfxml.Format()) }
