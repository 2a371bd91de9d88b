package edm

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"moselle/connectors/markup"
	"moselle/schema"
	"moselle/schema/crosswalk/edm"
	"moselle/schema/rdf"
	"moselle/schema/rdf/rdfxml"
)

// base is what relative addresses are resolved against. No document is called so
// (RFC 2606, section 2), so that what was relative is known by it.
const base = "http://relative.invalid/-/"

// relative returns how a relative address was written; "" for an absolute one.
func relative(iri string) string {
	if ref, ok := strings.CutPrefix(iri, base); ok {
		return ref
	}
	if ref, ok := strings.CutPrefix(iri, "http://relative.invalid/"); ok {
		return "/" + ref
	}
	return ""
}

// maxFaults bounds what is told of the RDF of one record.
const maxFaults = 20

// document is the RDF of one element.
type document struct {
	graph  *rdf.Graph
	order  edm.Order
	lines  map[string]int // of the objects, by address
	faults []schema.Fault
}

// graphOf reads an rdf:RDF that was streamed. The element is written out again
// first, since the prefixes of the elements around it are not in its bytes, each
// part on the line where it stood, so that faults name it.
func graphOf(e *markup.Element) *document {
	d := &document{graph: &rdf.Graph{}, order: edm.Order{}, lines: map[string]int{}}
	w := writer{line: e.Line, prefixes: map[string]string{}}
	w.name(rdf.RDF)
	w.gather(e)
	w.element(e, 0)
	for _, u := range w.undeclared {
		d.fault(fmt.Sprintf("line %d: the prefix %s is not declared; it is %s: add xmlns:%s to rdf:RDF", e.Line, u.prefix, u.fate, u.prefix))
	}
	for q, err := range rdfxml.Format().Decode(bytes.NewReader(w.Bytes()), base) {
		if err != nil {
			d.fault(d.place(err, e.Line))
			continue
		}
		if _, ok := d.order[q.Triple]; !ok {
			d.order[q.Triple] = len(d.order)
			d.graph.Add(q.Triple)
		}
	}
	for _, c := range e.Children {
		if c.Name == "ProvidedCHO" {
			if about, err := rdf.Resolve(base, schema.CleanURL(c.Attr("about"))); err == nil {
				d.lines[about] = c.Line
			}
		}
	}
	return d
}

// place says of a fault of the RDF on which line of the document it is.
func (d *document) place(err error, first int) string {
	var syntax *rdf.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Sprintf("line %d: %s; this statement is left out", first+syntax.Line-1, syntax.Message)
	}
	return fmt.Sprintf("line %d: %s", first, err)
}

func (d *document) fault(message string) {
	if len(d.faults) < maxFaults {
		d.faults = append(d.faults, schema.Fault{Message: message})
	}
}
