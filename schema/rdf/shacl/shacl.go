// Package shacl checks RDF graphs against shapes: the core constraints of SHACL
// (W3C Recommendation, 20 July 2017). Shapes are built in Go or read from a
// shapes graph, and can be printed as one; what is outside the core is refused
// when shapes are read, never passed over. It knows no vocabulary but SHACL's
// own and those of RDF, RDFS and XML Schema.
package shacl

import (
	"strings"

	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// Namespace opens every IRI of the SHACL vocabulary.
const Namespace = vocab.SH

const (
	rdfFirst  = rdf.RDF + "first"
	rdfRest   = rdf.RDF + "rest"
	rdfNil    = rdf.RDF + "nil"
	rdfsClass = rdfs + "Class"
	rdfsSub   = rdfs + "subClassOf"
	rdfs      = "http://www.w3.org/2000/01/rdf-schema#"
	nodeShape = Namespace + "NodeShape"
	propShape = Namespace + "PropertyShape"
	shPath    = Namespace + "path"
)

// Severity is the IRI that says how grave a result is (section 2.1.4). The core
// knows three; any other IRI stands for what its author means by it.
type Severity string

// The severities of the core, the gravest first. A shape without one has Violation.
const (
	Violation Severity = Namespace + "Violation"
	Warning   Severity = Namespace + "Warning"
	Info      Severity = Namespace + "Info"
)

// local returns an IRI with sh: for the SHACL namespace, as errors and results
// show it.
func local(iri string) string {
	if name, ok := strings.CutPrefix(iri, Namespace); ok {
		return "sh:" + name
	}
	return "<" + iri + ">"
}

// show writes a term as N-Triples does.
func show(t rdf.Term) string { return string(rdf.AppendTerm(nil, t)) }
