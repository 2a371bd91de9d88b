package rdfxml

import (
	"fmt"
	"io"
	"unicode/utf8"

	"moselle/schema/rdf"
	"moselle/schema/rdf/rdfxml/markup"
	"moselle/schema/vocab"
)

// encoder writes one document.
type encoder struct {
	w     io.Writer
	buf   []byte
	names names
}

// flushAt is how many bytes are gathered for one Write.
const flushAt = 64 << 10

func newEncoder(w io.Writer) *encoder {
	e := &encoder{w: w, names: names{prefixes: vocab.Prefixes, tags: map[string]tag{}}}
	e.names.add(rdf.Type)
	return e
}

// predicate takes in the name of a predicate.
func (e *encoder) predicate(iri string) error {
	if !e.names.add(iri) {
		return fmt.Errorf("predicate <%s>: RDF/XML cannot write it, since it does not end in a name that an XML element may have", iri)
	}
	return nil
}

// begin writes the head, once all names are known.
func (e *encoder) begin() {
	e.buf = append(e.buf, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF"...)
	for _, p := range e.names.declare() {
		e.buf = append(append(append(e.buf, "\n    xmlns:"...), p.Name...), `="`...)
		e.buf = append(appendValue(e.buf, p.IRI), '"')
	}
	e.buf = append(e.buf, ">\n"...)
}

func (e *encoder) end() error {
	e.buf = append(e.buf, "</rdf:RDF>\n"...)
	return e.flush(0)
}

func (e *encoder) flush(from int) error {
	if len(e.buf) < from {
		return nil
	}
	_, err := e.w.Write(e.buf)
	e.buf = e.buf[:0]
	return err
}

func (e *encoder) indent(depth int) {
	for range depth {
		e.buf = append(e.buf, "  "...)
	}
}

// node writes a node element. A class that cannot be its name is written as a
// property.
func (e *encoder) node(n *Element, depth int) error {
	if err := e.flush(flushAt); err != nil {
		return err
	}
	name := "rdf:Description"
	class := e.names.tags[n.Class].text
	if class != "" {
		name = class
	}
	e.indent(depth)
	e.buf = append(append(e.buf, '<'), name...)
	if n.Subject.Kind != rdf.None {
		if err := e.reference(n.Subject, "rdf:about"); err != nil {
			return fmt.Errorf("subject: %w", err)
		}
	}
	if len(n.Properties) == 0 && (class != "" || n.Class == "") {
		e.buf = append(e.buf, "/>\n"...)
		return nil
	}
	e.buf = append(e.buf, ">\n"...)
	if class == "" && n.Class != "" {
		if err := e.property(&Property{Predicate: rdf.Type, Value: rdf.NewIRI(n.Class)}, depth+1); err != nil {
			return err
		}
	}
	for i := range n.Properties {
		if err := e.property(&n.Properties[i], depth+1); err != nil {
			if n.Subject.Kind == rdf.None {
				return err
			}
			return fmt.Errorf("%s: %w", rdf.AppendTerm(nil, n.Subject), err)
		}
	}
	e.indent(depth)
	e.buf = append(append(append(e.buf, "</"...), name...), ">\n"...)
	return nil
}

func (e *encoder) property(p *Property, depth int) (err error) {
	name := e.names.tags[p.Predicate].text
	e.indent(depth)
	e.buf = append(append(e.buf, '<'), name...)
	switch {
	case p.Node != nil:
		e.buf = append(e.buf, ">\n"...)
		if err := e.node(p.Node, depth+1); err != nil {
			return err
		}
		e.indent(depth)
	case p.Value.Kind == rdf.Literal:
		err = e.literal(&p.Value)
	default:
		err = e.reference(p.Value, "rdf:resource")
		e.buf = append(e.buf, "/>\n"...)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		return nil
	}
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	e.buf = append(append(append(e.buf, "</"...), name...), ">\n"...)
	return nil
}

// reference writes the attribute that names a resource.
func (e *encoder) reference(t rdf.Term, iri string) error {
	switch t.Kind {
	case rdf.IRI:
		if !rdf.ValidIRI(t.Value) {
			return fmt.Errorf("<%.200s> is not an absolute IRI", t.Value)
		}
		e.buf = append(append(append(e.buf, ' '), iri...), `="`...)
		e.buf = append(appendValue(e.buf, t.Value), '"')
		return nil
	case rdf.Blank:
		label := nodeID(t.Value)
		if !markup.IsName(label) {
			return fmt.Errorf("_:%.200s is not a blank node that RDF/XML can name", t.Value)
		}
		e.buf = append(append(append(e.buf, ` rdf:nodeID="`...), label...), '"')
		return nil
	}
	return fmt.Errorf("a term that is neither an IRI nor a blank node stands where one is due")
}

// escaped begins the names of blank nodes whose labels are no names in XML,
// for they begin with a digit, and of those that begin with it themselves.
const escaped = "_0"

// nodeID returns a name for the blank node with a label, a different one for
// every label.
func nodeID(label string) string {
	if label != "" && label[0] >= '0' && label[0] <= '9' || len(label) >= 2 && label[:2] == escaped {
		return escaped + label
	}
	return label
}

func (e *encoder) literal(t *rdf.Term) error {
	switch {
	case t.Lang != "":
		if !isLang(t.Lang) {
			return fmt.Errorf("%q is not a language tag", t.Lang)
		}
		e.buf = append(append(append(e.buf, ` xml:lang="`...), t.Lang...), '"')
	case t.Datatype != "" && t.Datatype != rdf.String:
		if !rdf.ValidIRI(t.Datatype) {
			return fmt.Errorf("the datatype <%.200s> is not an absolute IRI", t.Datatype)
		}
		e.buf = append(appendValue(append(e.buf, ` rdf:datatype="`...), t.Datatype), '"')
	}
	for i, r := range t.Value {
		if r < 0x20 || r >= 0xFFFD {
			if _, size := utf8.DecodeRuneInString(t.Value[i:]); !markup.IsChar(r) || r == utf8.RuneError && size == 1 {
				return fmt.Errorf("a text holds %q, which XML cannot", t.Value[i:i+size])
			}
		}
	}
	e.buf = appendText(append(e.buf, '>'), t.Value)
	return nil
}
