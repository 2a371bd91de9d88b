package skos_test

import (
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/skos"
)

// FuzzHarvest reads any document.
func FuzzHarvest(f *testing.F) { conntest.Fuzz(f, skos.Kind(), "input") }
