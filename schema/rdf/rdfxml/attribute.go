package rdfxml

import (
	"strings"

	"moselle/schema/rdf"
	"moselle/schema/rdf/rdfxml/markup"
)

// attributes are those of a tag by their part in the syntax. They hold until
// the next token is read.
type attributes struct {
	about, id, nodeID, resource, datatype, parseType *markup.Attr
	properties                                       []*markup.Attr
}

// any reports whether there is an attribute at all.
func (a *attributes) any() bool {
	return a.about != nil || a.id != nil || a.nodeID != nil || a.resource != nil ||
		a.datatype != nil || a.parseType != nil || len(a.properties) > 0
}

// attributes sorts the attributes of a tag, and returns the scope of what is
// within its element.
func (d *decoder) attributes(tok *markup.Token, sc scope) (*attributes, scope, error) {
	d.attrs = attributes{properties: d.attrs.properties[:0]}
	for i := range tok.Attrs {
		a := &tok.Attrs[i]
		var err error
		switch a.Name.Space {
		case markup.XMLSpace:
			sc, err = d.inherit(a, sc)
		case rdf.RDF:
			err = d.syntax(a)
		case "":
			err = d.bare(a)
		default:
			d.attrs.properties = append(d.attrs.properties, a)
		}
		if err != nil {
			return nil, sc, err
		}
	}
	return &d.attrs, sc, nil
}

// inherit takes in xml:base and xml:lang.
func (d *decoder) inherit(a *markup.Attr, sc scope) (scope, error) {
	switch a.Name.Local {
	case "base":
		base, err := rdf.Resolve(sc.base, string(a.Value))
		if err != nil {
			return sc, d.x.FaultAt(a, "xml:base: %v", err)
		}
		sc.base = base
	case "lang":
		if string(a.Value) == sc.lang {
			break
		}
		sc.lang = string(a.Value)
		if sc.lang != "" && !isLang(sc.lang) {
			return sc, d.x.FaultAt(a, "xml:lang=%q is not a language tag such as fr or de-LU", sc.lang)
		}
	}
	return sc, nil
}

// syntax takes in an attribute in the namespace of RDF (section 6.2).
func (d *decoder) syntax(a *markup.Attr) error {
	switch a.Name.Local {
	case "about":
		d.attrs.about = a
	case "ID":
		d.attrs.id = a
	case "nodeID":
		d.attrs.nodeID = a
	case "resource":
		d.attrs.resource = a
	case "datatype":
		d.attrs.datatype = a
	case "parseType":
		d.attrs.parseType = a
	case "RDF", "Description", "li", "aboutEach", "aboutEachPrefix", "bagID":
		return d.x.FaultAt(a, "rdf:%s is no attribute of RDF/XML", a.Name.Local)
	default:
		d.attrs.properties = append(d.attrs.properties, a)
	}
	return nil
}

// bare takes in an attribute without a namespace. Some were written so before
// 2004 and still mean RDF's; those that XML reserves are passed over (section
// 6.1.4).
func (d *decoder) bare(a *markup.Attr) error {
	switch local := a.Name.Local; local {
	case "about", "ID", "resource", "parseType", "type":
		a.Name = markup.Name{Space: rdf.RDF, Local: local, IRI: rdf.RDF + local}
		return d.syntax(a)
	default:
		if strings.HasPrefix(local, "xml") {
			return nil
		}
		return d.x.FaultAt(a, "the attribute %s has no namespace, so that it names no property", local)
	}
}

// isLang reports whether s has the form of a language tag: letters, then parts
// of letters and digits (LANGTAG of N-Triples, which bounds BCP 47 from above).
func isLang(s string) bool {
	for i, part := range strings.Split(s, "-") {
		if part == "" {
			return false
		}
		for _, c := range []byte(part) {
			letter := c|0x20 >= 'a' && c|0x20 <= 'z'
			if !letter && (i == 0 || c < '0' || c > '9') {
				return false
			}
		}
	}
	return true
}
