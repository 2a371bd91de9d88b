// Package rdfxml reads and writes RDF 1.1 XML Syntax: the serialisation of
// EDM, of thesauri and of most older exports. The reader streams, with no more
// in memory than the open elements and the document's rdf:ID values; the
// writer takes a graph, or nodes in the order that a crosswalk gives them.
package rdfxml

import (
	"io"
	"iter"

	"moselle/schema/rdf"
)

// Format returns RDF/XML as a format. Decode goes on after a fault in the
// grammar of RDF: of a faulty property element it leaves out what follows the
// fault, a node element whose tag is faulty it leaves out. A document that
// breaks the grammar of XML ends there.
func Format() rdf.Format {
	return rdf.Format{
		Name:      "rdfxml",
		MediaType: "application/rdf+xml",
		Ext:       ".rdf",
		Encode:    EncodeGraph,
		Decode: func(r io.Reader, base string) iter.Seq2[rdf.Quad, error] {
			return func(yield func(rdf.Quad, error) bool) { decode(r, base, yield) }
		},
	}
}

// The terms that RDF/XML itself writes.
var (
	typePredicate = rdf.NewIRI(rdf.Type)
	first         = rdf.NewIRI(rdf.RDF + "first")
	rest          = rdf.NewIRI(rdf.RDF + "rest")
	empty         = rdf.NewIRI(rdf.RDF + "nil")
	statement     = rdf.NewIRI(rdf.RDF + "Statement")
	subject       = rdf.NewIRI(rdf.RDF + "subject")
	predicate     = rdf.NewIRI(rdf.RDF + "predicate")
	object        = rdf.NewIRI(rdf.RDF + "object")
)

const xmlLiteral = rdf.RDF + "XMLLiteral"
