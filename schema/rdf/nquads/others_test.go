package nquads_test

import (
	"testing"

	"moselle/schema/rdf/nquads"
	"moselle/schema/rdf/rdftest"
)

// TestOtherReaders compares with two readers of others on what institutions
// and projects published.
func TestOtherReaders(t *testing.T) {
	t.Parallel()
	for _, tool := range rdftest.Tools() {
		t.Run(tool.Name, func(t *testing.T) {
			t.Parallel()
			tool.Compare(t, nquads.Format(), 300)
		})
	}
}
