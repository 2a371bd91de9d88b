// Package ntriples reads and writes RDF 1.1 N-Triples. It also holds the line
// reader of N-Quads, whose grammar differs by one optional term; package nquads
// is the way to that.
package ntriples

import (
	"io"
	"iter"

	"moselle/schema/rdf"
)

// Format returns N-Triples as a format. Encode writes the canonical form.
// Decode is strict: a statement that breaks the grammar is yielded as a
// *rdf.SyntaxError, and reading goes on with the next line unless the caller
// breaks off; any other error ends it. The base is not used, since every IRI
// has to be absolute.
func Format() rdf.Format {
	return rdf.Format{
		Name:      "ntriples",
		MediaType: "application/n-triples",
		Ext:       ".nt",
		Encode:    Encode,
		Append:    func(buf []byte, q rdf.Quad) []byte { return rdf.AppendTriple(buf, q.Triple) },
		Decode: func(r io.Reader, _ string) iter.Seq2[rdf.Quad, error] {
			return ReadLines(r, false)
		},
	}
}

// Encode writes the graph in its canonical form.
func Encode(w io.Writer, g *rdf.Graph) error {
	_, err := w.Write(g.Canonical())
	return err
}
