package rdfxml

import (
	"strconv"

	"moselle/schema/rdf"
	"moselle/schema/rdf/rdfxml/markup"
)

// maxText bounds the text of one literal, in bytes.
const maxText = 8 << 20

// claim is what a property element says so far; reified is the IRI of the
// statement about it, if it has one.
type claim struct{ s, p, reified rdf.Term }

// state yields the claim with its object, and the statement about it (section
// 7.3).
func (d *decoder) state(c claim, o rdf.Term) error {
	if err := d.emit(c.s, c.p, o); err != nil || c.reified.Kind == rdf.None {
		return err
	}
	for _, t := range [...]rdf.Triple{
		{S: c.reified, P: typePredicate, O: statement},
		{S: c.reified, P: subject, O: c.s},
		{S: c.reified, P: predicate, O: c.p},
		{S: c.reified, P: object, O: o},
	} {
		if err := d.emit(t.S, t.P, t.O); err != nil {
			return err
		}
	}
	return nil
}

// property reads a property element of n (section 7.2.14).
func (d *decoder) property(tok *markup.Token, n *node) error {
	p, err := d.propertyName(tok, n)
	if err != nil {
		return err
	}
	a, sc, err := d.attributes(tok, n.scope)
	if err != nil {
		return err
	}
	c := claim{s: n.subject, p: p}
	if a.id != nil {
		if c.reified, err = d.id(a.id, sc); err != nil {
			return err
		}
	}
	refers := a.resource != nil || a.nodeID != nil || len(a.properties) > 0
	switch {
	case a.about != nil:
		return d.x.FaultAt(a.about, "rdf:about stands on a property; it belongs on a node element, or rdf:resource is meant")
	case a.parseType != nil && (refers || a.datatype != nil):
		return d.x.FaultAt(a.parseType, "a property with rdf:parseType may have no other attribute than rdf:ID")
	case a.parseType != nil:
		return d.parsed(c, string(a.parseType.Value), sc)
	case a.datatype != nil && refers:
		return d.x.FaultAt(a.datatype, "a property with rdf:datatype holds text and may have no other attribute than rdf:ID")
	case a.datatype != nil:
		datatype, err := d.iri(a.datatype, sc)
		if err != nil {
			return err
		}
		return d.content(c, datatype.Value, sc)
	case refers:
		return d.reference(c, a, sc)
	}
	return d.content(c, "", sc)
}

// propertyName returns the predicate, counting rdf:li (section 7.4).
func (d *decoder) propertyName(tok *markup.Token, n *node) (rdf.Term, error) {
	if tok.Name.Space == rdf.RDF {
		switch tok.Name.Local {
		case "li":
			n.members++
			return rdf.NewIRI(rdf.RDF + "_" + strconv.Itoa(n.members)), nil
		case "RDF", "Description", "ID", "about", "parseType", "resource", "nodeID", "datatype", "aboutEach", "aboutEachPrefix", "bagID":
			return rdf.Term{}, d.x.Fault("rdf:%s may not stand as a property", tok.Name.Local)
		}
	}
	return d.name(tok.Name)
}

// reference reads a property whose object is in its attributes (section
// 7.2.21). White space within it says nothing and does no harm.
func (d *decoder) reference(c claim, a *attributes, sc scope) (err error) {
	var o rdf.Term
	switch {
	case a.resource != nil && a.nodeID != nil:
		return d.x.Fault("a property has one of rdf:resource and rdf:nodeID at most")
	case a.resource != nil:
		o, err = d.iri(a.resource, sc)
	case a.nodeID != nil:
		o, err = d.labelled(a.nodeID)
	default:
		o = d.blanks.New()
	}
	if err != nil {
		return err
	}
	if err := d.state(c, o); err != nil {
		return err
	}
	if err := d.propertyAttributes(o, a, sc); err != nil {
		return err
	}
	tok, err := d.afterText("a property with rdf:resource, rdf:nodeID or property attributes")
	if err != nil {
		return err
	}
	if tok.Kind == markup.Start {
		return d.x.Fault("an element stands within a property whose object is given by its attributes")
	}
	return nil
}

// afterText returns the next tag; before it there may be white space only.
func (d *decoder) afterText(within string) (*markup.Token, error) {
	for {
		tok, err := d.next()
		if err != nil || tok.Kind != markup.Text {
			return tok, err
		}
		if !markup.Blank(tok.Text) {
			return nil, d.x.Fault("text stands within %s", within)
		}
	}
}

// content reads a property that holds text, or a node element if it has no
// datatype (section 7.2.15 and 7.2.16).
func (d *decoder) content(c claim, datatype string, sc scope) error {
	d.text = d.text[:0]
	for {
		tok, err := d.next()
		if err != nil {
			return err
		}
		switch tok.Kind {
		case markup.Text:
			if d.text = append(d.text, tok.Text...); len(d.text) > maxText {
				return d.x.Fault("the text of this property is longer than %d MB", maxText>>20)
			}
		case markup.Start:
			switch {
			case datatype != "":
				return d.x.Fault("an element stands within a property with rdf:datatype, which holds text only")
			case !markup.Blank(d.text):
				return d.x.Fault("an element stands within the text of a property; markup needs rdf:parseType=\"Literal\"")
			}
			return d.nested(c, tok, sc)
		case markup.End:
			v := string(d.text)
			if datatype != "" {
				return d.state(c, rdf.NewTyped(v, datatype))
			}
			return d.state(c, plain(v, sc))
		}
	}
}

// nested reads the node element that is a property's object, and the end of
// the property.
func (d *decoder) nested(c claim, tok *markup.Token, sc scope) error {
	n, err := d.begin(tok, sc)
	if err != nil {
		return err
	}
	if err := d.state(c, n.subject); err != nil {
		return err
	}
	if err := d.properties(&n); err != nil {
		return err
	}
	tok, err = d.afterText("a property beside its node element")
	if err == nil && tok.Kind == markup.Start {
		err = d.x.Fault("a second node element stands within a property, which holds one")
	}
	return err
}
