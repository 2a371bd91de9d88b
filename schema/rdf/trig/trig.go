// Package trig reads and writes RDF 1.1 TriG: Turtle whose triples may stand in
// graphs. The reader and the blocks are those of package turtle.
package trig

import (
	"io"
	"iter"

	"moselle/schema/rdf"
	"moselle/schema/rdf/turtle"
	"moselle/schema/vocab"
)

// Format returns TriG as a format. It reads as strictly as Turtle and goes on
// after a statement that breaks the grammar, in the same graph; Encode writes a
// graph as the default graph, for which both formats are the same.
func Format() rdf.Format {
	return rdf.Format{
		Name:      "trig",
		MediaType: "application/trig",
		Ext:       ".trig",
		Aliases:   []string{"application/x-trig"},
		Encode:    turtle.Format().Encode,
		EncodeQuads: func(w io.Writer, quads []rdf.Quad) error {
			return turtle.EncodeQuads(w, quads, vocab.Prefixes)
		},
		Decode: func(r io.Reader, base string) iter.Seq2[rdf.Quad, error] {
			return turtle.Read(r, base, true)
		},
	}
}

// Encode writes a dataset: the default graph, then a block for each named one,
// those with an IRI first; each is written as package turtle does. Equal
// datasets give equal bytes.
func Encode(w io.Writer, quads []rdf.Quad, prefixes []vocab.Prefix) error {
	return turtle.EncodeQuads(w, quads, prefixes)
}
