package datatourisme_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/schema/rdf/rdftest"
)

// measure reads a source over and over.
func measure(b *testing.B, c connectors.Connector, size int) {
	b.Helper()
	b.SetBytes(int64(size))
	b.ReportAllocs()
	items, records := 0, 0
	for b.Loop() {
		r := conntest.Harvest(b.Context(), c, nil)
		if r.Err != nil {
			b.Fatal(r.Err)
		}
		items += len(r.Items)
		for _, it := range r.Items {
			records += len(it.Drafts)
		}
	}
	b.ReportMetric(float64(items)/b.Elapsed().Seconds(), "items/s")
	b.ReportMetric(float64(records)/b.Elapsed().Seconds(), "records/s")
}

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
	measure(b, memory(b, "memory", []byte(lines.String())), lines.Len())
}

// BenchmarkFlux reads the real archive, of 606 objects of 20 kB laid out over
// lines, all of which are unpacked and parsed.
func BenchmarkFlux(b *testing.B) {
	data, err := os.ReadFile(filepath.Join(rdftest.Data(b, suite), "flux-subset.zip"))
	if err != nil {
		b.Fatal(err)
	}
	measure(b, memory(b, "flux.zip", data), 12_000_000)
}
