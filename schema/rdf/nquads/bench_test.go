package nquads_test

import (
	"testing"

	"moselle/schema/rdf"
	"moselle/schema/rdf/nquads"
	"moselle/schema/rdf/rdftest"
)

// BenchmarkEvents reads 500,000 quads and writes them, as two tools do.
func BenchmarkEvents(b *testing.B) {
	rdftest.Beside(b, nquads.Format(), rdftest.Document(rdf.NewIRI("https://hub.example/id/source/hall")), "nquads")
}
