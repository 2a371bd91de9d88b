package markup

import "encoding/xml"

const xmlSpace = "http://www.w3.org/XML/1998/namespace"

// binding is what a prefix stands for, "" being the default namespace.
type binding struct{ prefix, space string }

// declare adds the namespaces that an element declares.
func (r *reader) declare(attrs []xml.Attr) {
	for _, a := range attrs {
		switch {
		case a.Name.Space == "xmlns":
			r.bound = append(r.bound, binding{a.Name.Local, a.Value})
		case a.Name.Space == "" && a.Name.Local == "xmlns":
			r.bound = append(r.bound, binding{"", a.Value})
		}
	}
}

// space returns the namespace of a prefix; of one that nobody declared, the
// prefix itself.
func (r *reader) space(prefix string) string {
	for i := len(r.bound) - 1; i >= 0; i-- {
		if r.bound[i].prefix == prefix {
			return r.bound[i].space
		}
	}
	if prefix == "xml" {
		return xmlSpace
	}
	return prefix
}

// element makes an element of its start tag.
func (r *reader) element(t xml.StartElement, line int) *Element {
	e := &Element{Space: r.space(t.Name.Space), Name: t.Name.Local, Line: line}
	if up := r.top(); up != nil {
		e.Parent, e.Lang = up, up.Lang
	}
	for _, a := range t.Attr {
		if a.Name.Space == "xmlns" || a.Name.Space == "" && a.Name.Local == "xmlns" {
			continue
		}
		attr := Attr{Name: a.Name.Local, Value: a.Value}
		if a.Name.Space != "" {
			attr.Space = r.space(a.Name.Space)
		}
		if attr.Space == xmlSpace && attr.Name == "lang" {
			e.Lang = attr.Value
		}
		if e.Attrs == nil {
			e.Attrs = make([]Attr, 0, len(t.Attr))
		}
		e.Attrs = append(e.Attrs, attr)
	}
	return e
}
