// Package turtle reads RDF 1.1 Turtle and writes it for people to read: one
// subject a block, known prefixes, shorthand where it is valid. Equal graphs
// give equal bytes. It also holds the reader and the blocks of TriG, which
// package trig is the way to.
package turtle

import (
	"io"
	"iter"

	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// Format returns Turtle as a format with the hub's prefixes. Decode is strict: a
// statement that breaks the grammar is yielded as a *rdf.SyntaxError after those
// of its triples that stand before the place, and reading goes on with the next
// statement unless the caller breaks off; any other error ends it. Blank nodes
// keep their labels (see rdf.Blanks, and rdf.Scoped for several documents), and
// so do language tags. No more is held than a token, of at most MaxToken bytes.
func Format() rdf.Format {
	return rdf.Format{
		Name:      "turtle",
		MediaType: "text/turtle",
		Ext:       ".ttl",
		Aliases:   []string{"application/x-turtle"},
		Encode: func(w io.Writer, g *rdf.Graph) error {
			return Encode(w, g, vocab.Prefixes)
		},
		Decode: func(r io.Reader, base string) iter.Seq2[rdf.Quad, error] {
			return Read(r, base, false)
		},
	}
}

// Encode writes the graph. Of the prefixes those are declared that are used, in
// the order given; it also orders the predicates of a subject: rdf:type, then
// by prefix and name, then those without a prefix. Blank nodes that are an
// object once stand in its place, lists as such.
func Encode(w io.Writer, g *rdf.Graph, prefixes []vocab.Prefix) error {
	e := newEncoder(prefixes)
	e.subjects(g, nil)
	return e.writeTo(w)
}

// EncodeQuads writes a dataset as TriG: the default graph as Encode does, then
// a block for each named graph, those with an IRI first.
func EncodeQuads(w io.Writer, quads []rdf.Quad, prefixes []vocab.Prefix) error {
	e := newEncoder(prefixes)
	e.dataset(quads)
	return e.writeTo(w)
}
