package rdftest

import (
	"bufio"
	"bytes"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"moselle/schema/rdf"
	"moselle/schema/rdf/ntriples"
)

// BenchTriples is the size of the file that the formats are measured on.
const BenchTriples = 500_000

// rounds is how often a tool runs; the best time of each counts.
const rounds = 3

// Beside measures reading doc and writing every quad as a line, and reports
// triples a second and how many times as fast as each tool it is. Doc is in the
// format f; the tools write the lines that are asked for, ntriples or nquads.
func Beside(b *testing.B, f rdf.Format, doc []byte, lines string) {
	path := filepath.Join(b.TempDir(), "events"+f.Ext)
	if err := os.WriteFile(path, doc, 0o600); err != nil {
		b.Fatal(err)
	}
	beside(b, func() { convert(b, f, path) }, path, f.Name, lines)
	b.ReportMetric(testing.AllocsPerRun(1, func() { convert(b, f, path) })/BenchTriples, "allocs/triple")
}

// WritingBeside measures reading N-Triples and writing them in the format f, by
// way of a graph, as Beside measures reading.
func WritingBeside(b *testing.B, f rdf.Format) {
	path := filepath.Join(b.TempDir(), "events.nt")
	if err := os.WriteFile(path, Document(rdf.Term{}), 0o600); err != nil {
		b.Fatal(err)
	}
	beside(b, func() {
		in, err := os.Open(path)
		if err != nil {
			b.Fatal(err)
		}
		defer in.Close()
		g, err := Graph(ntriples.Format(), in)
		if err == nil {
			err = f.Encode(io.Discard, g)
		}
		if err != nil {
			b.Fatal(err)
		}
	}, path, "ntriples", f.Name)
}

// beside times run, and the tools that convert the file at path.
func beside(b *testing.B, run func(), path, from, to string) {
	own := time.Duration(math.MaxInt64)
	for b.Loop() {
		start := time.Now()
		run()
		own = min(own, time.Since(start))
	}
	b.ReportMetric(BenchTriples/own.Seconds(), "triples/s")
	for _, tool := range Tools() {
		if (from == "rdfxml" || to == "rdfxml") && !tool.rdfxml {
			continue
		}
		program, err := exec.LookPath(tool.Name)
		if err != nil {
			b.Logf("ABSENT, NOT MEASURED: %s (Debian package %s)", tool.Name, tool.Package)
			continue
		}
		best := time.Duration(math.MaxInt64)
		for range rounds {
			cmd := tool.command(b, program, path, from, to)
			start := time.Now()
			if err := cmd.Run(); err != nil { // what it writes goes nowhere
				b.Fatalf("%s: %v", tool.Name, err)
			}
			best = min(best, time.Since(start))
		}
		b.ReportMetric(best.Seconds()/own.Seconds(), "x"+tool.Name)
	}
}

// convert reads a file and writes its quads as lines to nowhere.
func convert(b *testing.B, f rdf.Format, path string) {
	in, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer in.Close()
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		b.Fatal(err)
	}
	defer null.Close()
	out := bufio.NewWriterSize(null, 64<<10)
	n := 0
	for q, err := range f.Decode(in, "") {
		if err != nil {
			b.Fatal(err)
		}
		if _, err := out.Write(rdf.AppendQuad(out.AvailableBuffer(), q)); err != nil {
			b.Fatal(err)
		}
		n++
	}
	if err := out.Flush(); err != nil {
		b.Fatal(err)
	}
	if n != BenchTriples {
		b.Fatalf("%d quads, want %d", n, BenchTriples)
	}
}

// Document writes the triples of Events as lines, in graph g unless it is zero.
func Document(g rdf.Term) []byte {
	var buf bytes.Buffer
	for t := range Events(BenchTriples) {
		buf.Write(rdf.AppendQuad(buf.AvailableBuffer(), rdf.Quad{Triple: t, G: g}))
	}
	return buf.Bytes()
}
