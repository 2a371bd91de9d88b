package rdf_test

import (
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/rdf"
)

// FuzzHarvest reads any document.
func FuzzHarvest(f *testing.F) { conntest.Fuzz(f, rdf.Kind(), "input") }
