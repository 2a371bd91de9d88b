package shacl

import (
	"errors"
	"fmt"
	"strings"

	"moselle/schema/rdf"
)

// shape returns the shape of that name; nested is how many it stands in.
func (r *reader) shape(id rdf.Term, nested int) *Shape {
	if s := r.shapes[id]; s != nil {
		return s
	}
	s := &Shape{ID: id}
	r.shapes[id] = s
	switch {
	case id.Kind == rdf.Literal:
		r.fail(s, "a literal stands where a shape is expected: give the name of the shape")
		return s
	case nested > maxNested:
		r.fail(s, "shapes stand within each other more than %d deep", maxNested)
		return s
	}
	if path := r.objects(id, shPath); len(path) == 1 {
		s.Path = r.path(s, path[0], nil)
	} else if len(path) > 1 {
		r.fail(s, "sh:path has %d values: leave one", len(path))
	}
	shape, class := false, false
	last := ""
	for _, t := range r.graph.Subject(id) {
		name, ours := strings.CutPrefix(t.P.Value, Namespace)
		switch {
		case t.P.Value == rdf.Type:
			shape = shape || t.O.Value == nodeShape || t.O.Value == propShape
			class = class || r.isClass(t.O)
		case ours && name == last && !repeatable[name]:
			r.fail(s, "sh:%s has more than one value: leave one", name)
		case ours:
			if err := r.say(s, name, t.O, nested); err != nil {
				r.fail(s, "sh:%s: %w", name, err)
			}
		}
		last = name
	}
	if shape && class {
		s.Targets = append(s.Targets, Target{TargetImplicitClass, id})
	}
	return s
}

// isClass reports whether a type makes what has it a class: rdfs:Class or a
// subclass of it.
func (r *reader) isClass(t rdf.Term) bool {
	for c := range r.known.classes(t.Value) {
		if c == rdfsClass {
			return true
		}
	}
	return false
}

// repeatable are the terms that a shape may have several values for.
var repeatable = map[string]bool{
	"targetNode": true, "targetClass": true, "targetSubjectsOf": true, "targetObjectsOf": true,
	"message": true, "name": true, "description": true, "group": true, "property": true,
	"class": true, "equals": true, "disjoint": true, "lessThan": true, "lessThanOrEquals": true,
	"not": true, "and": true, "or": true, "xone": true, "node": true, "hasValue": true,
}

// say takes in what a shape says with a term of the vocabulary.
func (r *reader) say(s *Shape, name string, o rdf.Term, nested int) error {
	for kind, target := range targetNames {
		if target == Namespace+name {
			if kind != int(TargetNode) && o.Kind != rdf.IRI {
				return fmt.Errorf("%s is not an IRI", show(o))
			}
			s.Targets = append(s.Targets, Target{TargetKind(kind), o})
			return nil
		}
	}
	switch name {
	case "message":
		return text(&s.Messages, o)
	case "name":
		return text(&s.Names, o)
	case "description":
		return text(&s.Descriptions, o)
	case "severity":
		if o.Kind != rdf.IRI {
			return fmt.Errorf("%s is not an IRI such as sh:Warning", show(o))
		}
		s.Severity = Severity(o.Value)
		return nil
	case "deactivated":
		s.Deactivated = o == truth
		return nil
	case "property":
		p := r.shape(o, nested+1)
		if p.Path == nil && o.Kind != rdf.Literal {
			return fmt.Errorf("%s has no sh:path", show(o))
		}
		s.Properties = append(s.Properties, p)
		return nil
	case "path", "flags", "ignoredProperties", "qualifiedValueShape", "qualifiedValueShapesDisjoint",
		"order", "group", "defaultValue", "declare":
		return nil // read elsewhere, or for people only
	}
	k, err := r.constraint(s, name, o, nested)
	if k != nil {
		s.Constraints = append(s.Constraints, k)
	}
	return err
}

// text takes in one text a language.
func text(to *map[string]string, o rdf.Term) error {
	if o.Kind != rdf.Literal || o.Lang == "" && o.Datatype != rdf.String {
		return fmt.Errorf("%s is not text", show(o))
	}
	if *to == nil {
		*to = map[string]string{}
	}
	if _, ok := (*to)[o.Lang]; ok {
		return errors.New("two texts are in the same language: leave one")
	}
	(*to)[o.Lang] = o.Value
	return nil
}
