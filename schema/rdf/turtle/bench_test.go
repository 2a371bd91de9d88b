package turtle_test

import (
	"bytes"
	"testing"

	"moselle/schema/rdf"
	"moselle/schema/rdf/rdftest"
	"moselle/schema/rdf/turtle"
)

// BenchmarkEvents reads 500,000 triples and writes them, as two tools do.
func BenchmarkEvents(b *testing.B) {
	var g rdf.Graph
	for t := range rdftest.Events(rdftest.BenchTriples) {
		g.Add(t)
	}
	var doc bytes.Buffer
	if err := turtle.Format().Encode(&doc, &g); err != nil {
		b.Fatal(err)
	}
	rdftest.Beside(b, turtle.Format(), doc.Bytes(), "ntriples")
}

// BenchmarkWriteEvents reads 500,000 triples as lines and writes them as blocks.
func BenchmarkWriteEvents(b *testing.B) { rdftest.WritingBeside(b, turtle.Format()) }
