package conntest

import (
	"errors"
	"testing"

	"moselle/connectors"
)

// Bench measures a connector from the bytes of its source, of that size, to
// drafts. items is how many come
// of it, refused ones left out. Both are told a second: items, and
// the records that come of them.
func Bench(b *testing.B, c connectors.Connector, size, items int) {
	b.Helper()
	b.SetBytes(int64(size))
	b.ReportAllocs()
	records := 0
	for b.Loop() {
		n := 0
		for it, err := range c.Harvest(b.Context(), nil) {
			var refusal *connectors.Refusal
			switch {
			case errors.As(err, &refusal):
				continue
			case err != nil:
				b.Fatal(err)
			}
			n++
			records += len(it.Drafts)
		}
		if n != items {
			b.Fatalf("%d items, want %d", n, items)
		}
	}
	b.ReportMetric(float64(items*b.N)/b.Elapsed().Seconds(), "items/s")
	b.ReportMetric(float64(records)/b.Elapsed().Seconds(), "records/s")
}
