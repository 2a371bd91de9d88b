package rdftest

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"

	"moselle/schema/rdf"
	"moselle/schema/rdf/ntriples"
)

// Suite runs the W3C suite in dir: what is to be refused is refused with its
// place; what is to be read is read, gives the result that the suite names, and
// the same again after Format's Encode. Want is the number of entries, so that a
// manifest that is misread does not pass as an empty one.
func Suite(t *testing.T, f rdf.Format, dir string, want int) {
	cases := Manifest(t, dir)
	if len(cases) != want {
		t.Fatalf("%d entries in the manifest, want %d", len(cases), want)
	}
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			data, err := os.ReadFile(c.Action)
			// Copies of the suite may lack its one empty document.
			if err != nil && !(errors.Is(err, fs.ErrNotExist) && strings.HasSuffix(c.Name, "-syntax-file-01")) {
				t.Fatal(err)
			}
			quads, err := collect(f.Decode(bytes.NewReader(data), c.Base))
			if strings.Contains(c.Type, "Negative") {
				if e, ok := err.(*rdf.SyntaxError); !ok || e.Line < 1 || e.Column < 1 {
					t.Errorf("Decode = %v, want a syntax error with its place", err)
				}
				return
			}
			if err != nil {
				t.Fatalf("Decode = %v, want no error", err)
			}
			if c.Result != "" {
				result(t, c.Result, quads)
			}
			again(t, f, quads)
		})
	}
}

// result compares with a file of N-Triples or N-Quads.
func result(t *testing.T, path string, got []rdf.Quad) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	want, err := collect(ntriples.ReadLines(file, true))
	if err != nil {
		t.Fatal(err)
	}
	if !Isomorphic(got, want) {
		t.Errorf("Decode =\n%s\nwant\n%s", Lines(got), Lines(want))
	}
}

// again reads what is written of the quads: as N-Quads, and by the format
// itself where it can write them.
func again(t *testing.T, f rdf.Format, quads []rdf.Quad) {
	t.Helper()
	lines := Lines(quads)
	if got, err := collect(ntriples.ReadLines(strings.NewReader(lines), true)); err != nil || Lines(got) != lines {
		t.Errorf("after writing as N-Quads:\n%s%v, want\n%s", Lines(got), err, lines)
	}
	var g rdf.Graph
	for _, q := range quads {
		if q.G.Kind != rdf.None {
			return
		}
		g.Add(q.Triple)
	}
	var b bytes.Buffer
	if err := f.Encode(&b, &g); err != nil {
		t.Fatal(err)
	}
	got, err := collect(f.Decode(bytes.NewReader(b.Bytes()), ""))
	if err != nil || !Isomorphic(got, quads) {
		t.Errorf("after writing %s:\n%s%v, want\n%s", b.Bytes(), Lines(got), err, lines)
	}
}
