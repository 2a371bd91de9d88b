package rdfxml

import (
	"moselle/schema/rdf"
	"moselle/schema/rdf/rdfxml/markup"
)

// parsed reads a property whose rdf:parseType says what it holds (sections
// 7.2.17 to 7.2.20). An unknown one is read as Literal.
func (d *decoder) parsed(c claim, parseType string, sc scope) error {
	switch parseType {
	case "Resource":
		n := node{subject: d.blanks.New(), scope: sc}
		if err := d.state(c, n.subject); err != nil {
			return err
		}
		return d.properties(&n)
	case "Collection":
		return d.collection(c, sc)
	}
	v, err := d.markup()
	if err != nil {
		return err
	}
	return d.state(c, rdf.NewTyped(v, xmlLiteral))
}

// collection reads node elements as the items of a list. Each claim is stated
// once the next item or the end is known.
func (d *decoder) collection(c claim, sc scope) error {
	for {
		tok, err := d.afterText("a property with rdf:parseType=\"Collection\"")
		if err != nil {
			return err
		}
		if tok.Kind == markup.End {
			return d.state(c, empty)
		}
		n, err := d.begin(tok, sc)
		if err != nil {
			return err
		}
		cell := d.blanks.New()
		if err := d.state(c, cell); err != nil {
			return err
		}
		if err := d.emit(cell, first, n.subject); err != nil {
			return err
		}
		if err := d.properties(&n); err != nil {
			return err
		}
		c = claim{s: cell, p: rest}
	}
}
