package rdfxml

import (
	"errors"
	"io"

	"moselle/schema/rdf"
	"moselle/schema/rdf/rdfxml/markup"
)

// decoder reads one document.
type decoder struct {
	x      *markup.Scanner
	yield  func(rdf.Quad, error) bool
	attrs  attributes // of the tag being read
	text   []byte     // of the property being read
	blanks rdf.Blanks
	ids    map[string]struct{}
}

// scope is what an element hands down to those within it.
type scope struct{ base, lang string }

// errStopped ends the reading when the caller wants no more.
var errStopped = errors.New("stopped")

func decode(r io.Reader, base string, yield func(rdf.Quad, error) bool) {
	x, err := markup.New(r)
	if err == nil {
		d := decoder{x: x, yield: yield, ids: map[string]struct{}{}}
		err = d.document(scope{base: base})
	}
	if err != nil && err != errStopped {
		yield(rdf.Quad{}, err)
	}
}

// document reads rdf:RDF with its node elements, or one node element alone
// (section 7.2.8).
func (d *decoder) document(sc scope) error {
	tok, err := d.next()
	if err != nil {
		return err
	}
	if tok.Name.IRI != rdf.RDF+"RDF" {
		if err := d.node(tok, sc); err != nil {
			return err
		}
	} else if err := d.nodes(tok, sc); err != nil {
		return err
	}
	_, err = d.next() // what follows has to be XML
	return err
}

// nodes reads the content of rdf:RDF.
func (d *decoder) nodes(tok *markup.Token, sc scope) error {
	a, sc, err := d.attributes(tok, sc)
	if err != nil {
		return err
	}
	if a.any() {
		return d.x.Fault("rdf:RDF has an attribute that is not xml:base, xml:lang or a namespace")
	}
	for {
		tok, err := d.next()
		if err != nil {
			return err
		}
		switch tok.Kind {
		case markup.End:
			return nil
		case markup.Text:
			if !markup.Blank(tok.Text) {
				err = d.x.Fault("text stands between the node elements")
			}
		case markup.Start:
			err = d.node(tok, sc)
		}
		if err := d.skip(err, 1); err != nil {
			return err
		}
	}
}

// skip reports a fault, if there is one, and moves behind the element that has
// it, to where depth elements are open. It returns an error when the reading
// cannot go on.
func (d *decoder) skip(fault error, depth int) error {
	if fault == nil {
		return nil
	}
	if fault == errStopped || d.x.Err() != nil {
		return fault
	}
	if !d.yield(rdf.Quad{}, fault) {
		return errStopped
	}
	for d.x.Depth() > depth {
		if _, err := d.x.Next(); err != nil {
			return err
		}
	}
	return nil
}

// next returns the next token that says something: comments and processing
// instructions are not part of the data.
func (d *decoder) next() (*markup.Token, error) {
	for {
		tok, err := d.x.Next()
		if err != nil || tok.Kind != markup.Comment && tok.Kind != markup.Instruction {
			return tok, err
		}
	}
}

// emit yields a triple.
func (d *decoder) emit(s, p, o rdf.Term) error {
	if !d.yield(rdf.Quad{Triple: rdf.Triple{S: s, P: p, O: o}}, nil) {
		return errStopped
	}
	return nil
}
