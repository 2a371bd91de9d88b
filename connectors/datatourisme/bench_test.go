package datatourisme_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"moselle/connectors/conntest"
	"moselle/schema/rdf/rdftest"
)

// BenchmarkLines reads concerts a line each, as compact as the API writes them.
func BenchmarkLines(b *testing.B) {
	one, err := os.ReadFile("testdata/object/input.json")
	if err != nil {
		b.Fatal(err)
	}
	var lines strings.Builder
	flat := strings.Join(strings.Fields(string(one)), " ")
	for i := range 1000 {
		lines.WriteString(strings.Replace(flat, "13/00000001-", fmt.Sprintf("13/%08d-", i), 1) + "\n")
	}
	conntest.Bench(b, memory(b, "memory", []byte(lines.String())), lines.Len(), 1000)
}

// BenchmarkFlux reads the real archive, of 606 objects of 20 kB laid out over
// lines, all of which are unpacked and parsed.
func BenchmarkFlux(b *testing.B) {
	data, err := os.ReadFile(filepath.Join(rdftest.Data(b, suite), "flux-subset.zip"))
	if err != nil {
		b.Fatal(err)
	}
	conntest.Bench(b, memory(b, "flux.zip", data), 12_000_000, 450)
}
