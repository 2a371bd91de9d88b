package ntriples_test

import (
	"io"
	"os"
	"runtime"
	"strconv"
	"testing"

	"moselle/schema/rdf"
	"moselle/schema/rdf/ntriples"
	"moselle/schema/rdf/rdftest"
)

// TestMemoryDoesNotGrow reads a stream that is made as it is read: 64 MB, or as
// many as HUB_STREAM_MB says. The heap stays under 16 MB.
func TestMemoryDoesNotGrow(t *testing.T) {
	size := 64
	if s := os.Getenv("HUB_STREAM_MB"); s != "" {
		var err error
		if size, err = strconv.Atoi(s); err != nil {
			t.Fatalf("HUB_STREAM_MB: %v", err)
		}
	}
	r, w := io.Pipe()
	defer r.Close()
	go func() {
		var block []byte
		for triple := range rdftest.Events(10_000) {
			block = rdf.AppendTriple(block, triple)
		}
		var err error
		for sent := 0; sent < size<<20 && err == nil; sent += len(block) {
			_, err = w.Write(block)
		}
		w.CloseWithError(err)
	}()
	runtime.GC()
	n, most := 0, uint64(0)
	var m runtime.MemStats
	for _, err := range ntriples.Format().Decode(r, "") {
		if err != nil {
			t.Fatal(err)
		}
		if n++; n%10_000 == 0 {
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc)
		}
	}
	if n < size*1000 {
		t.Errorf("%d triples in %d MB", n, size)
	}
	if limit := uint64(16 << 20); most > limit {
		t.Errorf("the heap came to %d MB over %d MB of triples, want at most %d MB", most>>20, size, limit>>20)
	}
}
