package harvest_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"runtime/metrics"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/klauspost/compress/gzip"
	"gopkg.in/yaml.v3"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/table"
	"moselle/hub/config"
	"moselle/hub/fetch"
	"moselle/hub/harvest"
	"moselle/hub/store"
	"moselle/schema/rdf/rdftest"
)

// works is the source that reads a collection from a file.
func works(t testing.TB, path string) harvest.Source {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte("preset: tate-artworks"), &doc); err != nil {
		t.Fatal(err)
	}
	return harvest.Source{
		ID: "three-rivers", Institution: harvest.InstitutionIRI("three-rivers"), Dataset: harvest.DatasetIRI("three-rivers"),
		Kind: table.Kind(), Settings: doc.Content[0], Location: path, Lang: "en", Zone: time.UTC, Floor: 20,
		Licence: "https://creativecommons.org/publicdomain/zero/1.0/",
	}
}

// fetches lets the hub's runner open files as the hub does.
func (h *hub) fetches() {
	client := fetch.New(fetch.Options{Limits: config.Default().Fetch, Version: "test"})
	h.runner.Open = func(location string) func(context.Context, string, []byte) (*connectors.Body, error) {
		return client.For(location)
	}
}

// BenchmarkHarvest harvests works into the store: all of them for the first
// time, the file unchanged, and one line changed.
func BenchmarkHarvest(b *testing.B) {
	b.Run("generated", func(b *testing.B) { benchmark(b, conntest.Works(20_000)) })
	b.Run("real", func(b *testing.B) { benchmark(b, realCollection(b)) })
}

func benchmark(b *testing.B, data []byte) {
	n := bytes.Count(data, []byte{'\n'})
	dir := b.TempDir()
	path, original, changed := filepath.Join(dir, "works.ndjson.gz"), filepath.Join(dir, "original"), filepath.Join(dir, "changed")
	for to, text := range map[string][]byte{original: data, changed: bytes.Replace(data, []byte(`"title":"`), []byte(`"title":"New `), 1)} {
		write(b, to, packed(b, text, gzip.BestSpeed))
	}
	data = nil // it counts in no memory
	read := func(b *testing.B, h *hub, file string, check func(store.Run) bool) {
		b.StopTimer()
		_ = os.Remove(path) // not there at first
		if err := os.Link(file, path); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		if run := h.run(works(b, path)); !check(run) {
			b.Fatalf("run: %+v", run)
		}
	}
	rate := func(b *testing.B) { b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "records/s") }
	first := func(b *testing.B) *hub {
		b.StopTimer()
		h := newHub(b)
		h.fetches()
		b.StartTimer()
		read(b, h, original, func(r store.Run) bool { return r.Outcome == harvest.Complete && r.Created > n && r.Refused == 0 })
		return h
	}
	b.Run("first", func(b *testing.B) {
		peak := watchMemory(b)
		for b.Loop() {
			first(b)
		}
		rate(b)
		b.ReportMetric(peak(), "peak-MB")
	})
	b.Run("unchanged", func(b *testing.B) {
		h := first(b)
		last := h.last()
		for b.Loop() {
			read(b, h, original, func(r store.Run) bool { return r.Outcome == harvest.Unchanged && h.last() == last })
		}
		rate(b)
	})
	b.Run("one line changed", func(b *testing.B) {
		h := first(b)
		peak := watchMemory(b)
		for i := 0; b.Loop(); i++ {
			file := changed
			if i%2 == 1 {
				file = original
			}
			read(b, h, file, func(r store.Run) bool { return r.Outcome == harvest.Complete && r.Updated == 1 && r.Unchanged == n-1 })
		}
		rate(b)
		b.ReportMetric(peak(), "peak-MB")
	})
}

// watchMemory returns what tells the most memory the process has taken from the
// system since, in MB.
func watchMemory(b *testing.B) func() float64 {
	debug.FreeOSMemory()
	var most atomic.Uint64
	done := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
		tick := time.NewTicker(10 * time.Millisecond)
		defer tick.Stop()
		for {
			metrics.Read(sample)
			most.Store(max(most.Load(), sample[0].Value.Uint64()-sample[1].Value.Uint64()))
			select {
			case <-done:
				return
			case <-tick.C:
			}
		}
	})
	return func() float64 {
		close(done)
		wg.Wait()
		return float64(most.Load()) / 1e6
	}
}

// realCollection returns the full export of a large museum.
func realCollection(t testing.TB) []byte {
	t.Helper()
	f, err := os.Open(rdftest.Data(t, "collections/tategallery__collection/artworks-full.ndjson.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
