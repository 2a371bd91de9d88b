package edm

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"

	"moselle/connectors/markup"
	"moselle/schema"
	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// writer writes an element as a document of its own.
type writer struct {
	bytes.Buffer
	line       int
	prefixes   map[string]string // by namespace
	undeclared []undeclared
}

// undeclared is a prefix that no namespace was given for, and what becomes of it.
type undeclared struct{ prefix, fate string }

const leftOut = "left out with what stands under it"

const xmlSpace = "http://www.w3.org/XML/1998/namespace"

// space returns the namespace of a name; of a prefix that nobody declared, the one
// that EDM uses it for.
func (w *writer) space(s string) string {
	if strings.Contains(s, ":") || s == "" {
		return s
	}
	for _, p := range slices.Concat(vocab.EDMPrefixes, []vocab.Prefix{{Name: "foaf", IRI: vocab.FOAF}, {Name: "svcs", IRI: vocab.SVCS}}) {
		if p.Name == s {
			return p.IRI
		}
	}
	return s
}

func (w *writer) gather(e *markup.Element) {
	w.name(e.Space)
	for _, a := range e.Attrs {
		w.name(a.Space)
	}
	for _, c := range e.Children {
		w.gather(c)
	}
}

func (w *writer) name(space string) {
	full := w.space(space)
	if full == "" || full == xmlSpace || w.prefixes[full] != "" {
		return
	}
	switch {
	case full != space:
		w.undeclared = append(w.undeclared, undeclared{space, "read as what EDM uses it for"})
	case !strings.Contains(full, ":"):
		if u := (undeclared{space, leftOut}); !slices.Contains(w.undeclared, u) {
			w.undeclared = append(w.undeclared, u)
		}
		return
	}
	w.prefixes[full] = fmt.Sprintf("n%d", len(w.prefixes))
}

func (w *writer) isUnknown(space string) bool {
	return space != "" && space != xmlSpace && w.prefixes[w.space(space)] == ""
}

func (w *writer) qualified(space, name string) string {
	switch prefix := w.prefixes[w.space(space)]; {
	case space == xmlSpace:
		return "xml:" + name
	case prefix == "":
		return name
	default:
		return prefix + ":" + name
	}
}

// element writes an element that stands depth deep: nodes and their properties by
// turns, the rdf:RDF at 0.
func (w *writer) element(e *markup.Element, depth int) {
	if w.isUnknown(e.Space) {
		return
	}
	root := depth == 0
	if depth > 0 && depth%2 == 0 && isMixed(e) {
		e = &markup.Element{Space: e.Space, Name: e.Name, Line: e.Line, Attrs: e.Attrs, Text: e.Value()} // markup in a text is no RDF
	}
	if !root && e.Text == "" && len(e.Children) == 0 && hasEmpty(e, "resource") {
		return // what leads nowhere says nothing
	}
	if !root && len(e.Children) == 0 && strings.TrimSpace(e.Text) != "" && e.Attr("resource") != "" {
		w.both(e, depth)
		return
	}
	for w.line < e.Line {
		w.WriteByte('\n')
		w.line++
	}
	tag := w.qualified(e.Space, e.Name)
	w.WriteString("<" + tag)
	if root {
		for space, prefix := range w.prefixes {
			w.attribute("xmlns:"+prefix, space)
		}
		if e.Lang != "" {
			w.attribute("xml:lang", e.Lang)
		}
	}
	for _, a := range e.Attrs { // what else stands at rdf:RDF is of XML Schema
		w.given(a, root)
	}
	w.WriteByte('>')
	if len(e.Children) == 0 || strings.TrimSpace(e.Text) != "" {
		w.escape(e.Text)
	}
	for _, c := range e.Children {
		w.element(c, depth+1)
		if strings.TrimSpace(c.Tail) != "" {
			w.escape(c.Tail)
		}
	}
	w.WriteString("</" + tag + ">")
}

// both writes a property that is given as an address and in words, which RDF does
// not allow at once, as two.
func (w *writer) both(e *markup.Element, depth int) {
	link, words := *e, *e
	link.Text, words.Attrs = "", nil
	for _, a := range e.Attrs {
		if a.Space == xmlSpace {
			words.Attrs = append(words.Attrs, a)
		}
	}
	w.element(&link, depth)
	w.element(&words, depth)
}

// isMixed reports whether an element holds text and other elements side by side.
func isMixed(e *markup.Element) bool {
	if len(e.Children) == 0 || e.Attr("parseType") != "" {
		return false
	}
	return strings.TrimSpace(e.Text) != "" || slices.ContainsFunc(e.Children, func(c *markup.Element) bool { return strings.TrimSpace(c.Tail) != "" })
}

// given writes an attribute that stood there. Addresses are mended as far as that
// is no guess; an rdf:about of nothing is left out, as it would name the document.
func (w *writer) given(a markup.Attr, root bool) {
	name, value := w.qualified(a.Space, a.Name), a.Value
	if w.isUnknown(a.Space) {
		return
	}
	own := a.Space == "" || w.space(a.Space) == rdf.RDF
	switch {
	case root && name != "xml:base", a.Space == "" && !isSyntax(a.Name):
		return
	case own && (a.Name == "about" || a.Name == "resource"):
		if value = schema.CleanURL(value); value == "" {
			return
		}
		fallthrough
	case own && isSyntax(a.Name):
		name = w.prefixes[rdf.RDF] + ":" + a.Name
	}
	w.attribute(name, value)
}

// isSyntax reports whether a name is one of RDF/XML's own attributes.
func isSyntax(name string) bool {
	switch name {
	case "about", "resource", "ID", "nodeID", "datatype", "parseType":
		return true
	}
	return false
}

func hasEmpty(e *markup.Element, name string) bool {
	for _, a := range e.Attrs {
		if a.Name == name {
			return strings.TrimSpace(a.Value) == ""
		}
	}
	return false
}

func (w *writer) attribute(name, value string) {
	w.WriteString(" " + name + `="`)
	w.escape(value)
	w.WriteByte('"')
}

// escape writes text without line ends, which would shift the lines.
func (w *writer) escape(s string) {
	_ = xml.EscapeText(&w.Buffer, []byte(s)) // a Buffer takes all
}
