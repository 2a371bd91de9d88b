package rdfxml_test

import (
	"testing"

	"moselle/schema/rdf/rdftest"
	"moselle/schema/rdf/rdfxml"
)

func TestSuite(t *testing.T) {
	t.Parallel()
	rdftest.Suite(t, rdfxml.Format(), rdftest.Data(t, "rdf/w3c__rdf-tests/rdf/rdf11/rdf-xml"), 166)
}
