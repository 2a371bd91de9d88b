package turtle

import "moselle/schema/rdf"

// deeper counts a bracket that opens; shallower has to follow.
func (p *parser) deeper() error {
	if p.depth++; p.depth > maxDepth {
		return p.errorAt(p.start, "brackets are nested more than %d deep", maxDepth)
	}
	return nil
}

func (p *parser) shallower() { p.depth-- }

// properties reads what is said of s between square brackets, of which the
// first is behind (blankNodePropertyList).
func (p *parser) properties(s rdf.Term) error {
	if err := p.deeper(); err != nil {
		return err
	}
	defer p.shallower()
	if err := p.predicates(s); err != nil {
		return err
	}
	return p.want(']', "what is said of the blank node should end with a bracket")
}

// collection reads a list whose first bracket is behind, and returns its head.
// As soon as that is known it is handed to first.
func (p *parser) collection(first func(head rdf.Term) error) (rdf.Term, error) {
	none := rdf.NewIRI(rdf.RDF + "nil")
	if p.is(')') {
		p.next()
		return none, first(none)
	}
	if err := p.deeper(); err != nil {
		return none, err
	}
	defer p.shallower()
	head := p.blanks.New()
	if err := first(head); err != nil {
		return none, err
	}
	rest := rdf.NewIRI(rdf.RDF + "rest")
	for cell := head; ; {
		if err := p.object(cell, rdf.NewIRI(rdf.RDF+"first")); err != nil {
			return none, err
		}
		if p.is(')') {
			p.next()
			return head, p.emit(cell, rest, none)
		}
		next := p.blanks.New()
		if err := p.emit(cell, rest, next); err != nil {
			return none, err
		}
		cell = next
	}
}
