package nquads_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	knakk "github.com/knakk/rdf"

	"moselle/schema/rdf"
	"moselle/schema/rdf/nquads"
	"moselle/schema/rdf/ntriples"
	"moselle/schema/rdf/rdftest"
)

// TestSecondReader compares with knakk/rdf, an independent reader, on N-Triples:
// the results of the W3C suites, and what museums published.
func TestSecondReader(t *testing.T) {
	t.Parallel()
	results, err := filepath.Glob(rdftest.Data(t, "rdf/w3c__rdf-tests/rdf/rdf11") + "/*/*.nt")
	if err != nil || len(results) < 100 {
		t.Fatalf("%d files, %v", len(results), err)
	}
	triples := func(r io.Reader) ([]rdf.Quad, error) { return rdftest.SecondTriples(r, knakk.NTriples) }
	for _, path := range results {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		// test-38.nt, which no manifest names, escapes halves of a surrogate
		// pair: no characters, but the other reader lets them pass.
		if !strings.Contains(path, "-bad-") && filepath.Base(path) != "test-38.nt" {
			compare(t, path, data, ntriples.Format(), triples)
		}
	}
	archives, err := filepath.Glob(rdftest.Data(t, "collections") + "/american-art__*/*/*.n3.zip")
	if err != nil || len(archives) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, path := range archives {
		compare(t, path, unzip(t, path), ntriples.Format(), triples)
	}
}

// TestSecondReaderOfGraphs compares on N-Quads.
func TestSecondReaderOfGraphs(t *testing.T) {
	t.Parallel()
	paths, err := filepath.Glob(rdftest.Data(t, "rdf/w3c__rdf-tests/rdf/rdf11/rdf-n-quads") + "/*.nq")
	if err != nil || len(paths) < 80 {
		t.Fatalf("%d files, %v", len(paths), err)
	}
	for _, path := range append(paths, rdftest.RealFiles(t, ".nq")...) {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(path, "-bad-") {
			compare(t, path, data, nquads.Format(), rdftest.SecondQuads)
		}
	}
}

func compare(t *testing.T, path string, data []byte, f rdf.Format, second func(io.Reader) ([]rdf.Quad, error)) {
	t.Helper()
	got, err := rdftest.Read(f, bytes.NewReader(data))
	want, wantErr := second(bytes.NewReader(data))
	if (err == nil) != (wantErr == nil) || rdftest.Lines(got) != rdftest.Lines(want) {
		t.Errorf("%s: %d statements, %v, the other reader has %d, %v", path, len(got), err, len(want), wantErr)
	}
}

func unzip(t *testing.T, path string) []byte {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	f, err := z.File[0].Open()
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
