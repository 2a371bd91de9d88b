package push_test

import (
	"testing"

	"moselle/connectors/conntest"
)

// FuzzHarvest holds what must be true of any document; see conntest.Fuzz.
func FuzzHarvest(f *testing.F) {
	conntest.Fuzz(f, kind, "records.ndjson",
		`[{"key":1,"record":{"@context":{"@vocab":"https://schema.org/"},"@graph":[{"@type":"Event","name":"x"}]}}]`,
		`{"key":"k","record":{"type":"Work","id":"_:b","creator":[{"name":{"fr":[{}]}},[[]],"a b"],"associatedMedia":[{"id":"#x"},null,"u"],"languages":7}}`)
}
