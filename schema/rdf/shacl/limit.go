package shacl

import "moselle/schema/rdf"

// tooDeep stands in results for what lies beyond the limits of a validation:
// property shapes that lead further than anything useful does.
type tooDeep struct{}

// IRI returns sh:PropertyConstraintComponent, which sh:property stands for.
func (tooDeep) IRI() string { return component("Property") }

func (tooDeep) check(call)              {}
func (tooDeep) write(*writer, rdf.Term) {}
