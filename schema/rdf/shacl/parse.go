package shacl

import (
	"errors"
	"fmt"
	"slices"

	"moselle/schema/rdf"
)

// The limits of a shapes graph.
const (
	maxNested = 100     // shapes or paths within each other
	maxRead   = 1 << 18 // steps of paths and members of lists, in all
	maxErrors = 20      // errors told of
)

// Parse reads the shapes of a shapes graph: those that have a target or are
// typed as shapes, and all they lead to, ordered by their names. Every fault
// gives an error that names the shape and how to mend it; with one there are no
// shapes. Constraints outside the core, and terms of the SHACL vocabulary that
// are not known, are such faults, so that nothing seems checked that is not.
func Parse(g *rdf.Graph) (*Shapes, error) {
	r := &reader{graph: g, shapes: map[rdf.Term]*Shape{}, known: run{data: g}}
	var roots []*Shape
	for _, t := range r.roots() {
		roots = append(roots, r.shape(t, 0))
	}
	if len(r.errs) > maxErrors {
		r.errs = append(r.errs[:maxErrors], fmt.Errorf("and %d more", len(r.errs)-maxErrors))
	}
	if len(r.errs) > 0 {
		return nil, errors.Join(r.errs...)
	}
	return New(roots...)
}

// reader makes shapes from what a graph says.
type reader struct {
	graph  *rdf.Graph
	shapes map[rdf.Term]*Shape // by name, to be met again
	known  run                 // keeps the hierarchy of classes
	read   int                 // steps and members so far
	errs   []error
}

func (r *reader) fail(s *Shape, format string, args ...any) {
	r.errs = append(r.errs, fmt.Errorf("%s: %w", s.name(), fmt.Errorf(format, args...)))
}

// roots returns the nodes that are to be read as shapes by themselves.
func (r *reader) roots() []rdf.Term {
	var out termSet
	for t := range r.graph.All() {
		typed := t.P.Value == rdf.Type && (t.O.Value == nodeShape || t.O.Value == propShape)
		switch {
		case typed || slices.Contains(targetNames[:], t.P.Value):
			out.add(t.S)
		case t.P.Value == Namespace+"entailment":
			r.errs = append(r.errs, fmt.Errorf("%s: sh:entailment asks for %s: nothing is inferred here, leave it out", show(t.S), show(t.O)))
		}
	}
	return out.list
}

// objects returns the values of a property, each once.
func (r *reader) objects(s rdf.Term, p string) []rdf.Term {
	var out []rdf.Term
	for _, t := range r.graph.Subject(s) {
		if t.P.Value == p {
			out = append(out, t.O)
		}
	}
	return out
}

// list returns the members of an RDF list.
func (r *reader) list(s *Shape, head rdf.Term) []rdf.Term {
	var out []rdf.Term
	for head.Value != rdfNil || head.Kind != rdf.IRI {
		first, rest := r.objects(head, rdfFirst), r.objects(head, rdfRest)
		if len(first) != 1 || len(rest) != 1 {
			r.fail(s, "%s is not a list: each of its nodes needs one rdf:first and one rdf:rest", show(head))
			return nil
		}
		if r.read++; r.read > maxRead {
			r.fail(s, "the lists and paths of all shapes together have more than %d members, or a list leads back to itself", maxRead)
			return nil
		}
		out = append(out, first[0])
		head = rest[0]
	}
	return out
}
