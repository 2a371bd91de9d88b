package conntest

import (
	"bytes"
	"encoding/json"
	"errors"
	"testing"
	"time"

	"moselle/connectors"
)

// Bench measures a connector from the bytes of its source, of that size (0 for not
// known), to drafts. items is how many come of it, refused ones left out. It tells items and
// the records that come of them a second, and what Beside tells.
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
	if size > 0 {
		Beside(b, size)
	}
}

// Beside tells as xjson how many times as fast as the standard library a
// benchmark was that read so many bytes at a time: the library decodes a museum's
// works, and nothing else, in the same minute on the same machine.
func Beside(b *testing.B, size int) {
	b.Helper()
	own := b.Elapsed().Seconds() / float64(b.N*size)
	text := Works(1000)
	start, read := time.Now(), 0
	for ; time.Since(start) < time.Second/2; read += len(text) {
		dec := json.NewDecoder(bytes.NewReader(text))
		for dec.More() {
			var work any
			if err := dec.Decode(&work); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(time.Since(start).Seconds()/float64(read)/own, "xjson")
}
