package rdfxml

import (
	"moselle/schema/rdf"
	"moselle/schema/rdf/rdfxml/markup"
)

// node is an open node element.
type node struct {
	subject rdf.Term
	scope
	members int // rdf:li so far
}

// node reads a node element (section 7.2.11).
func (d *decoder) node(tok *markup.Token, sc scope) error {
	n, err := d.begin(tok, sc)
	if err != nil {
		return err
	}
	return d.properties(&n)
}

// begin reads the tag of a node element: its subject, type and property
// attributes.
func (d *decoder) begin(tok *markup.Token, sc scope) (n node, err error) {
	if n.scope = sc; tok.Name.Space == rdf.RDF {
		switch tok.Name.Local {
		case "RDF", "ID", "about", "parseType", "resource", "nodeID", "datatype", "li", "aboutEach", "aboutEachPrefix", "bagID":
			return n, d.x.Fault("rdf:%s may not stand as a node element", tok.Name.Local)
		}
	}
	a, sc, err := d.attributes(tok, sc)
	if err != nil {
		return n, err
	}
	n.scope = sc
	switch {
	case a.resource != nil:
		return n, d.x.FaultAt(a.resource, "rdf:resource stands on a node element; it belongs on a property, or rdf:about is meant")
	case a.datatype != nil:
		return n, d.x.FaultAt(a.datatype, "rdf:datatype stands on a node element; it belongs on a property")
	case a.parseType != nil:
		return n, d.x.FaultAt(a.parseType, "rdf:parseType stands on a node element; it belongs on a property")
	case a.about != nil && (a.id != nil || a.nodeID != nil) || a.id != nil && a.nodeID != nil:
		return n, d.x.Fault("a node element has one of rdf:about, rdf:ID and rdf:nodeID at most")
	case a.about != nil:
		n.subject, err = d.iri(a.about, sc)
	case a.id != nil:
		n.subject, err = d.id(a.id, sc)
	case a.nodeID != nil:
		n.subject, err = d.labelled(a.nodeID)
	default:
		n.subject = d.blanks.New()
	}
	if err != nil {
		return n, err
	}
	if tok.Name.IRI != rdf.RDF+"Description" {
		class, err := d.name(tok.Name)
		if err != nil {
			return n, err
		}
		if err := d.emit(n.subject, typePredicate, class); err != nil {
			return n, err
		}
	}
	return n, d.propertyAttributes(n.subject, a, sc)
}

// propertyAttributes yields what the property attributes say of a subject
// (section 7.2.11 and 7.2.21).
func (d *decoder) propertyAttributes(s rdf.Term, attrs *attributes, sc scope) error {
	for _, a := range attrs.properties {
		p, err := d.name(a.Name)
		if err != nil {
			return err
		}
		o := rdf.Term{}
		if a.Name.IRI == rdf.Type {
			if o, err = d.iri(a, sc); err != nil {
				return err
			}
		} else {
			o = plain(string(a.Value), sc)
		}
		if err := d.emit(s, p, o); err != nil {
			return err
		}
	}
	return nil
}

// properties reads the property elements of a node up to its end. A faulty one
// is reported and left out.
func (d *decoder) properties(n *node) error {
	for depth := d.x.Depth(); ; {
		tok, err := d.next()
		if err != nil {
			return err
		}
		switch tok.Kind {
		case markup.End:
			return nil
		case markup.Text:
			if !markup.Blank(tok.Text) {
				err = d.x.Fault("text stands where a property element should be")
			}
		case markup.Start:
			err = d.property(tok, n)
		}
		if err := d.skip(err, depth); err != nil {
			return err
		}
	}
}
