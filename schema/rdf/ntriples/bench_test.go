package ntriples_test

import (
	"testing"

	"moselle/schema/rdf"
	"moselle/schema/rdf/ntriples"
	"moselle/schema/rdf/rdftest"
)

// BenchmarkEvents reads 500,000 triples and writes them, as two tools do.
func BenchmarkEvents(b *testing.B) {
	rdftest.Beside(b, ntriples.Format(), rdftest.Document(rdf.Term{}), "ntriples")
}
