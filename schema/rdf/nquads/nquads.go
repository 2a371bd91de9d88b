// Package nquads reads and writes RDF 1.1 N-Quads: N-Triples whose statements
// may name a graph. The line reader is that of package ntriples.
package nquads

import (
	"bytes"
	"io"
	"iter"
	"slices"

	"moselle/schema/rdf"
	"moselle/schema/rdf/ntriples"
)

// Format returns N-Quads as a format. It reads as strictly as N-Triples and
// goes on after a statement that breaks the grammar; Encode writes a graph as
// the default graph, for which the canonical forms of both are the same.
func Format() rdf.Format {
	return rdf.Format{
		Name:        "nquads",
		MediaType:   "application/n-quads",
		Ext:         ".nq",
		Encode:      ntriples.Encode,
		EncodeQuads: encode,
		Append:      rdf.AppendQuad,
		Decode: func(r io.Reader, _ string) iter.Seq2[rdf.Quad, error] {
			return ntriples.ReadLines(r, true)
		},
	}
}

// encode writes a dataset as its lines in order, each once.
func encode(w io.Writer, quads []rdf.Quad) error {
	lines := make([][]byte, len(quads))
	for i, q := range quads {
		lines[i] = rdf.AppendQuad(nil, q)
	}
	slices.SortFunc(lines, bytes.Compare)
	_, err := w.Write(bytes.Join(slices.CompactFunc(lines, bytes.Equal), nil))
	return err
}
