package rdfxml

import (
	"bytes"

	"moselle/schema/rdf"
	"moselle/schema/rdf/rdfxml/markup"
)

// maxIDs bounds how many rdf:ID values are remembered, to be told when one
// comes twice; those beyond are not compared.
const maxIDs = 1 << 20

// iri returns the IRI that an attribute refers to. White space around it, which
// the XML Schema of EDM lets pass, is no part of it.
func (d *decoder) iri(a *markup.Attr, sc scope) (rdf.Term, error) {
	v, err := rdf.Resolve(sc.base, string(bytes.Trim(a.Value, " \t\n\r")))
	if err != nil {
		return rdf.Term{}, d.x.FaultAt(a, "%s: %v", a.Raw, err)
	}
	return rdf.NewIRI(v), nil
}

// id returns the IRI that rdf:ID gives, once in a document (section 7.2.22).
func (d *decoder) id(a *markup.Attr, sc scope) (rdf.Term, error) {
	if !markup.IsName(a.Value) {
		return rdf.Term{}, d.x.FaultAt(a, "rdf:ID=%q is not a name: a letter, then letters, digits, hyphens and full stops", a.Value)
	}
	v, err := rdf.Resolve(sc.base, "#"+string(a.Value))
	if err != nil {
		return rdf.Term{}, d.x.FaultAt(a, "rdf:ID: %v", err)
	}
	if _, taken := d.ids[v]; taken {
		return rdf.Term{}, d.x.FaultAt(a, "rdf:ID=%q stands a second time", a.Value)
	}
	if len(d.ids) < maxIDs {
		d.ids[v] = struct{}{}
	}
	return rdf.NewIRI(v), nil
}

// labelled returns the blank node of an rdf:nodeID. A label cannot end in a
// full stop, so such a name is put between zeros; no other begins with a digit.
func (d *decoder) labelled(a *markup.Attr) (rdf.Term, error) {
	if !markup.IsName(a.Value) {
		return rdf.Term{}, d.x.FaultAt(a, "rdf:nodeID=%q is not a name: a letter, then letters, digits, hyphens and full stops", a.Value)
	}
	label := string(a.Value)
	if label[len(label)-1] == '.' {
		label = "0" + label + "0"
	}
	return d.blanks.Named(label), nil
}

// name returns the IRI that the name of an element or attribute stands for.
func (d *decoder) name(n markup.Name) (rdf.Term, error) {
	if n.Space == "" {
		return rdf.Term{}, d.x.Fault("the element %s has no namespace, so that it names no class or property", n.Local)
	}
	if !rdf.ValidIRI(n.IRI) {
		return rdf.Term{}, d.x.Fault("the namespace and name <%.200s> make no absolute IRI", n.IRI)
	}
	return rdf.NewIRI(n.IRI), nil
}

// plain returns a literal in the language of its scope.
func plain(v string, sc scope) rdf.Term {
	if sc.lang != "" {
		return rdf.NewText(v, sc.lang)
	}
	return rdf.NewString(v)
}
