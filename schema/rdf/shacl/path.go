package shacl

import (
	"strings"

	"moselle/schema/rdf"
)

// Path is a property path (section 2.3.1): a predicate, or a way of combining
// paths. It must not change once it is in use.
type Path struct {
	Kind  PathKind
	IRI   string  // of a Predicate
	Steps []*Path // of Sequence and Alternative two or more, of the others but Predicate one
}

// PathKind is a way of combining paths.
type PathKind uint8

// The kinds of path.
const (
	Predicate PathKind = iota
	Inverse
	Sequence
	Alternative
	ZeroOrMore
	OneOrMore
	ZeroOrOne
)

// pathNames are the terms of the vocabulary; predicates and sequences have none.
var pathNames = [...]string{
	Inverse:     Namespace + "inversePath",
	Alternative: Namespace + "alternativePath",
	ZeroOrMore:  Namespace + "zeroOrMorePath",
	OneOrMore:   Namespace + "oneOrMorePath",
	ZeroOrOne:   Namespace + "zeroOrOnePath",
}

// PredicatePath returns the path of a single property.
func PredicatePath(iri string) *Path { return &Path{Kind: Predicate, IRI: iri} }

// String writes the path as SPARQL 1.1 does (section 9.1), with whole IRIs.
func (p *Path) String() string {
	mark, between := "", "/"
	switch p.Kind {
	case Predicate:
		return "<" + p.IRI + ">"
	case Inverse:
		return "^" + p.Steps[0].grouped(true)
	case Alternative:
		between = "|"
	case ZeroOrMore:
		mark = "*"
	case OneOrMore:
		mark = "+"
	case ZeroOrOne:
		mark = "?"
	}
	var steps []string
	for _, step := range p.Steps {
		steps = append(steps, step.grouped(mark != ""))
	}
	return strings.Join(steps, between) + mark
}

// grouped is String in brackets where they are needed within another path; tight
// is for one with a mark.
func (p *Path) grouped(tight bool) string {
	if p.Kind == Predicate || !tight && len(p.Steps) == 1 {
		return p.String()
	}
	return "(" + p.String() + ")"
}

// Equal reports whether both are the same path; two nil paths are.
func (p *Path) Equal(q *Path) bool {
	if p == nil || q == nil {
		return p == q
	}
	if p.Kind != q.Kind || p.IRI != q.IRI || len(p.Steps) != len(q.Steps) {
		return false
	}
	for i := range p.Steps {
		if !p.Steps[i].Equal(q.Steps[i]) {
			return false
		}
	}
	return true
}

// values are the value nodes of a focus node: the objects of some triples, or
// terms of their own.
type values struct {
	triples []rdf.Triple
	terms   []rdf.Term
}

func (v values) len() int { return len(v.triples) + len(v.terms) }

func (v values) at(i int) *rdf.Term {
	if i < len(v.triples) {
		return &v.triples[i].O
	}
	return &v.terms[i-len(v.triples)]
}

// has reports whether t is among the values.
func (v values) has(t *rdf.Term) bool {
	for i := range v.len() {
		if v.at(i).Equal(*t) {
			return true
		}
	}
	return false
}
