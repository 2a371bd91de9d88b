// Package rdf holds RDF 1.1 terms, quads and graphs as plain comparable
// values, with their canonical form and digest. It knows no format: the codecs
// are the packages below it. Everything in the project that touches RDF goes
// through these types.
package rdf

import (
	"io"
	"iter"
)

// Kind says what a Term is. The zero Kind is no term at all: it stands for the
// default graph in a Quad.
type Kind uint8

// The kinds of term (RDF 1.1 Concepts, section 3.1).
const (
	None Kind = iota
	IRI
	Blank
	Literal
)

// Term is an RDF term. It is comparable, so it serves as a map key.
//
// Value is the IRI, the blank node label without "_:", or the lexical form.
// Datatype is the datatype IRI of a literal and is always set on one;
// Lang is the language tag as given and implies the datatype rdf:langString.
type Term struct {
	Kind                  Kind
	Value, Datatype, Lang string
}

// Triple is an RDF triple.
type Triple struct{ S, P, O Term }

// Quad is a triple in a graph; a zero G is the default graph.
type Quad struct {
	Triple
	G Term
}

// Format reads and writes one serialisation. Decode yields quads as it reads;
// an error ends it unless the format says otherwise. Formats that know only
// triples write and yield quads of the default graph.
type Format struct {
	Name      string
	MediaType string
	Ext       string   // with the dot
	Aliases   []string // other media types it goes by
	Encode    func(w io.Writer, g *Graph) error
	// EncodeQuads writes a dataset; nil where the format knows only triples.
	EncodeQuads func(w io.Writer, quads []Quad) error
	// Append appends one statement; nil where a document is more than its
	// statements one after the other.
	Append func(buf []byte, q Quad) []byte
	Decode func(r io.Reader, base string) iter.Seq2[Quad, error] // nil when it is only written
}

// The datatypes that have a role of their own.
const (
	XSD        = "http://www.w3.org/2001/XMLSchema#"
	RDF        = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	Type       = RDF + "type"
	LangString = RDF + "langString"
	String     = XSD + "string"
)

// NewIRI returns an IRI term. The caller vouches for v: see ValidIRI.
func NewIRI(v string) Term { return Term{Kind: IRI, Value: v} }

// NewBlank returns a blank node with the given label.
func NewBlank(label string) Term { return Term{Kind: Blank, Value: label} }

// NewString returns a plain literal (xsd:string).
func NewString(v string) Term { return Term{Kind: Literal, Value: v, Datatype: String} }

// NewTyped returns a literal of the given datatype IRI.
func NewTyped(v, datatype string) Term { return Term{Kind: Literal, Value: v, Datatype: datatype} }

// NewText returns a language-tagged literal.
func NewText(v, lang string) Term {
	return Term{Kind: Literal, Value: v, Datatype: LangString, Lang: lang}
}
