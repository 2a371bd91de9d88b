package rdftest

import (
	"errors"
	"fmt"
	"io"
	"strings"

	knakk "github.com/knakk/rdf"

	"moselle/schema/rdf"
)

// SecondTriples reads a document by knakk/rdf, an independent reader.
func SecondTriples(r io.Reader, format knakk.Format) ([]rdf.Quad, error) {
	dec := knakk.NewTripleDecoder(r, format)
	return second(func() (knakk.Triple, rdf.Term, error) {
		t, err := dec.Decode()
		return t, rdf.Term{}, err
	})
}

// SecondQuads reads N-Quads by knakk/rdf, which calls the default graph by a
// blank node.
func SecondQuads(r io.Reader) ([]rdf.Quad, error) {
	dec := knakk.NewQuadDecoder(r, knakk.NQuads)
	return second(func() (knakk.Triple, rdf.Term, error) {
		q, err := dec.Decode()
		if err != nil {
			return q.Triple, rdf.Term{}, err
		}
		if q.Ctx == dec.DefaultGraph {
			return q.Triple, rdf.Term{}, nil
		}
		return q.Triple, term(q.Ctx), nil
	})
}

func second(next func() (knakk.Triple, rdf.Term, error)) (out []rdf.Quad, err error) {
	defer func() { // it breaks off by panicking on some documents
		if broken := recover(); broken != nil {
			err = fmt.Errorf("panic: %v", broken)
		}
	}()
	for {
		t, g, err := next()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return out, err
		}
		out = append(out, rdf.Quad{Triple: rdf.Triple{S: term(t.Subj), P: term(t.Pred), O: term(t.Obj)}, G: g})
	}
}

func term(v knakk.Term) rdf.Term {
	switch v := v.(type) {
	case knakk.IRI:
		return rdf.NewIRI(v.String())
	case knakk.Blank:
		return rdf.NewBlank(strings.TrimPrefix(v.String(), "_:"))
	case knakk.Literal:
		if v.Lang() != "" {
			return rdf.NewText(v.String(), v.Lang())
		}
		return rdf.NewTyped(v.String(), v.DataType.String())
	}
	panic(fmt.Sprintf("a term of type %T", v))
}
