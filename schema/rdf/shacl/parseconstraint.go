package shacl

import (
	"errors"
	"fmt"
	"strconv"

	"moselle/schema/rdf"
)

// constraint reads a parameter of a constraint component. It is nil when the
// parameter asks for nothing.
func (r *reader) constraint(s *Shape, name string, o rdf.Term, nested int) (Constraint, error) {
	switch name {
	case "class", "datatype", "equals", "disjoint", "lessThan", "lessThanOrEquals", "nodeKind":
		if o.Kind != rdf.IRI {
			return nil, fmt.Errorf("%s is not an IRI", show(o))
		}
		return ofIRI(name, o)
	case "minCount", "maxCount", "minLength", "maxLength", "qualifiedMinCount", "qualifiedMaxCount":
		n, err := natural(o)
		if err != nil {
			return nil, err
		}
		return r.ofCount(s, name, n, nested)
	case "minExclusive", "minInclusive", "maxExclusive", "maxInclusive":
		return ofBound(name, o)
	case "not", "node", "and", "or", "xone":
		return r.ofShapes(s, name, o, nested), nil
	case "hasValue":
		return HasValue(o), nil
	case "in":
		return NewIn(r.list(s, o)...), nil
	case "languageIn":
		var k LanguageIn
		for _, tag := range r.list(s, o) {
			k = append(k, tag.Value)
		}
		return k, nil
	case "uniqueLang":
		if o == truth { // the section knows no other literal
			return UniqueLang{}, nil
		}
		return nil, nil
	case "closed":
		return r.ofClosed(s, o), nil
	case "pattern":
		flags := ""
		for _, f := range r.objects(s.ID, Namespace+"flags") {
			flags = f.Value
		}
		return NewPattern(o.Value, flags)
	}
	return nil, errors.New("no such constraint is checked here: only those of the core of SHACL are, take it out")
}

func ofIRI(name string, o rdf.Term) (Constraint, error) {
	switch name {
	case "class":
		return Class(o.Value), nil
	case "datatype":
		return Datatype(o.Value), nil
	case "equals":
		return Equals(o.Value), nil
	case "disjoint":
		return Disjoint(o.Value), nil
	case "lessThan":
		return LessThan(o.Value), nil
	case "lessThanOrEquals":
		return LessThanOrEquals(o.Value), nil
	}
	for kind, known := range nodeKinds {
		if known != "" && o.Value == Namespace+known {
			return NodeKind(kind), nil
		}
	}
	return nil, fmt.Errorf("%s is not a kind of node: sh:IRI, sh:BlankNode, sh:Literal, sh:BlankNodeOrIRI, sh:BlankNodeOrLiteral and sh:IRIOrLiteral are", show(o))
}

// natural reads a whole number that is not negative.
func natural(o rdf.Term) (int, error) {
	n, err := strconv.Atoi(o.Value)
	if err != nil || n < 0 || n > 1<<30 || o.Datatype != rdf.XSD+"integer" {
		return 0, fmt.Errorf("%s is not a whole number from 0 on", show(o))
	}
	return n, nil
}

func (r *reader) ofCount(s *Shape, name string, n, nested int) (Constraint, error) {
	switch name {
	case "minCount":
		return MinCount(n), nil
	case "maxCount":
		return MaxCount(n), nil
	case "minLength":
		return MinLength(n), nil
	case "maxLength":
		return MaxLength(n), nil
	}
	of := r.objects(s.ID, Namespace+"qualifiedValueShape")
	if len(of) == 0 || s.Path == nil {
		return nil, nil // the component needs both, and is none without
	}
	q := Qualified{Shape: r.shape(of[0], nested+1), Count: n}
	for _, v := range r.objects(s.ID, Namespace+"qualifiedValueShapesDisjoint") {
		q.Disjoint = v == truth
	}
	if len(of) > 1 {
		return nil, errors.New("there are several values for sh:qualifiedValueShape: leave one")
	}
	if name == "qualifiedMinCount" {
		return QualifiedMin(q), nil
	}
	return QualifiedMax(q), nil
}

func ofBound(name string, o rdf.Term) (Constraint, error) {
	if _, comparable := compare(&o, &o); !comparable {
		return nil, fmt.Errorf("%s cannot be compared: give a number, a date, a time or text", show(o))
	}
	switch name {
	case "minExclusive":
		return MinExclusive(o), nil
	case "minInclusive":
		return MinInclusive(o), nil
	case "maxExclusive":
		return MaxExclusive(o), nil
	}
	return MaxInclusive(o), nil
}

func (r *reader) ofShapes(s *Shape, name string, o rdf.Term, nested int) Constraint {
	if name == "not" {
		return Not{r.shape(o, nested+1)}
	}
	if name == "node" {
		return Node{r.shape(o, nested+1)}
	}
	var shapes []*Shape
	for _, member := range r.list(s, o) {
		shapes = append(shapes, r.shape(member, nested+1))
	}
	switch name {
	case "and":
		return And(shapes)
	case "or":
		return Or(shapes)
	}
	return Xone(shapes)
}

// ofClosed returns nil unless the shape is closed.
func (r *reader) ofClosed(s *Shape, o rdf.Term) Constraint {
	if o != truth {
		return nil
	}
	var k Closed
	for _, head := range r.objects(s.ID, Namespace+"ignoredProperties") {
		for _, p := range r.list(s, head) {
			k.Ignored = append(k.Ignored, p.Value)
		}
	}
	return k
}
