package jsonld

import (
	"bytes"
	"cmp"
	"io"
	"maps"
	"slices"
	"strings"

	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// Encode writes a graph as one flat document: a node an object, prefixes of
// package vocab for properties and classes, literals as they are. Equal graphs
// give equal bytes.
func Encode(w io.Writer, g *rdf.Graph) error {
	quads := make([]rdf.Quad, 0, g.Len())
	for t := range g.All() {
		quads = append(quads, rdf.Quad{Triple: t})
	}
	return EncodeQuads(w, quads)
}

// EncodeQuads writes a dataset as Encode does, its named graphs after the
// default graph.
func EncodeQuads(w io.Writer, quads []rdf.Quad) error {
	e := encoder{prefixes: prefixes(quads), used: map[string]string{}}
	graphs := map[rdf.Term]*rdf.Graph{}
	for _, q := range quads {
		if graphs[q.G] == nil {
			graphs[q.G] = &rdf.Graph{}
		}
		graphs[q.G].Add(q.Triple)
	}
	first := true
	for _, name := range slices.SortedFunc(maps.Keys(graphs), order) {
		if name.Kind == rdf.None {
			first = e.nodes(graphs[name], first)
			continue
		}
		e.begin(&first)
		e.buf = appendString(e.member("{", "@id"), id(name))
		e.buf = append(e.member(",", "@graph"), '[')
		e.nodes(graphs[name], true)
		e.buf = append(e.buf, "]}"...)
	}
	head := []byte(`{"@context":{`)
	for i, p := range slices.Sorted(maps.Keys(e.used)) {
		if i > 0 {
			head = append(head, ',')
		}
		head = append(appendString(head, p), ':')
		head = appendString(head, e.used[p])
	}
	_, err := io.Copy(w, io.MultiReader(bytes.NewReader(append(head, `},"@graph":[`...)), bytes.NewReader(e.buf), strings.NewReader("\n]}\n")))
	return err
}

func order(a, b rdf.Term) int {
	return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Value, b.Value))
}

// prefixes returns those that no IRI of the data has for its scheme: such an
// IRI would be taken for a short form (JSON-LD 1.1, section 4.1.5).
func prefixes(quads []rdf.Quad) []vocab.Prefix {
	schemes := map[string]bool{}
	for i := range quads {
		for _, iri := range []string{quads[i].S.Value, quads[i].P.Value, quads[i].O.Value, quads[i].O.Datatype, quads[i].G.Value} {
			if n := strings.IndexByte(iri, ':'); n > 0 && n < 10 {
				schemes[iri[:n]] = true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(vocab.Prefixes), func(p vocab.Prefix) bool { return schemes[p.Name] })
}

type encoder struct {
	prefixes []vocab.Prefix
	used     map[string]string
	buf      []byte
}

// begin begins an object on a line of its own.
func (e *encoder) begin(first *bool) {
	if !*first {
		e.buf = append(e.buf, ',')
	}
	*first = false
	e.buf = append(e.buf, '\n')
}

// member returns the buffer with an object's member up to its value.
func (e *encoder) member(before, name string) []byte {
	return append(appendString(append(e.buf, before...), name), ':')
}

// nodes writes an object for each subject and reports whether there is still
// none.
func (e *encoder) nodes(g *rdf.Graph, first bool) bool {
	triples := slices.Collect(g.All())
	for len(triples) > 0 {
		n := 1
		for n < len(triples) && triples[n].S == triples[0].S {
			n++
		}
		e.begin(&first)
		e.node(triples[:n])
		triples = triples[n:]
	}
	return first
}

// node writes a subject; its triples come by predicate.
func (e *encoder) node(triples []rdf.Triple) {
	e.buf = appendString(e.member("{", "@id"), id(triples[0].S))
	for len(triples) > 0 {
		p := triples[0].P
		n := 1
		for n < len(triples) && triples[n].P == p {
			n++
		}
		isType := p.Value == rdf.Type && !slices.ContainsFunc(triples[:n], func(t rdf.Triple) bool { return t.O.Kind == rdf.Literal })
		if isType {
			e.buf = append(e.member(",", "@type"), '[')
		} else {
			e.buf = append(e.member(",", e.short(p.Value)), '[')
		}
		for i, t := range triples[:n] {
			if i > 0 {
				e.buf = append(e.buf, ',')
			}
			switch {
			case isType && t.O.Kind == rdf.IRI:
				e.buf = appendString(e.buf, e.short(t.O.Value))
			case isType:
				e.buf = appendString(e.buf, id(t.O))
			default:
				e.object(t.O)
			}
		}
		e.buf = append(e.buf, ']')
		triples = triples[n:]
	}
	e.buf = append(e.buf, '}')
}

func (e *encoder) object(t rdf.Term) {
	switch {
	case t.Kind != rdf.Literal:
		e.buf = append(appendString(e.member("{", "@id"), id(t)), '}')
		return
	case t.Lang != "":
		e.buf = appendString(e.member("{", "@language"), t.Lang)
	case t.Datatype != rdf.String && t.Datatype != "":
		e.buf = appendString(e.member("{", "@type"), e.short(t.Datatype))
	default:
		e.buf = appendString(e.buf, t.Value)
		return
	}
	e.buf = append(appendString(e.member(",", "@value"), t.Value), '}')
}

// id returns a resource as the value of an @id.
func id(t rdf.Term) string {
	if t.Kind == rdf.Blank {
		return "_:" + t.Value
	}
	return t.Value
}

// short writes an IRI with its prefix, where that is sure to be read back.
func (e *encoder) short(iri string) string {
	for _, p := range e.prefixes {
		// Two slashes after the colon would make it an IRI of its own.
		if local, ok := strings.CutPrefix(iri, p.IRI); ok && local != "" && !strings.HasPrefix(local, "//") {
			e.used[p.Name] = p.IRI
			return p.Name + ":" + local
		}
	}
	return iri
}
