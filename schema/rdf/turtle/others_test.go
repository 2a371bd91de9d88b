package turtle_test

import (
	"testing"

	"moselle/schema/rdf/rdftest"
	"moselle/schema/rdf/turtle"
)

// TestOtherReaders compares with two readers of others on what institutions
// and projects published.
func TestOtherReaders(t *testing.T) {
	t.Parallel()
	for _, tool := range rdftest.Tools() {
		t.Run(tool.Name, func(t *testing.T) {
			t.Parallel()
			tool.Compare(t, turtle.Format(), 200)
		})
	}
}
