package shacl

import "moselle/schema/rdf"

// Shape is a set of constraints on a node, or with a Path on the values reached
// from it (section 2). It is a description only: it belongs to one Shapes, must not
// change from then on, and may be used from many goroutines.
type Shape struct {
	ID      rdf.Term // an IRI or a blank node; none is given a blank node when printed
	Targets []Target
	Path    *Path // nil in a node shape
	// Properties are the property shapes that the nodes themselves have to
	// conform to (sh:property); their results are reported one by one.
	Properties  []*Shape
	Constraints []Constraint
	Severity    Severity // "" stands for Violation
	Deactivated bool
	// Messages, Names and Descriptions are for people, by language tag; ""
	// is text without one. Messages are handed on with every result.
	Messages, Names, Descriptions map[string]string

	// passes is set by New when the shape has nothing to say where there are no
	// values, so that most properties of a record cost next to nothing.
	passes bool
}

// passesEmpty works passes out.
func (s *Shape) passesEmpty() bool {
	if s.Path == nil {
		return false
	}
	for _, k := range s.Constraints {
		switch k.(type) {
		case MinCount, HasValue, Equals, QualifiedMin:
			return false
		}
	}
	return true
}

// severity returns the severity of the shape's results.
func (s *Shape) severity() Severity {
	if s.Severity == "" {
		return Violation
	}
	return s.Severity
}

// name returns what errors call the shape.
func (s *Shape) name() string {
	switch {
	case s.ID.Kind != rdf.None:
		return "shape " + show(s.ID)
	case s.Path != nil:
		return "the shape on " + s.Path.String()
	}
	return "a shape without a name"
}

// parts yields the shapes that s leads to directly, however it does.
func (s *Shape) parts(yield func(*Shape) bool) {
	for _, p := range s.Properties {
		if !yield(p) {
			return
		}
	}
	for _, k := range s.Constraints {
		if h, ok := k.(interface{ shapes() []*Shape }); ok {
			for _, p := range h.shapes() {
				if !yield(p) {
					return
				}
			}
		}
	}
}

// Target says which nodes of a graph a shape is for (section 2.1.3).
type Target struct {
	Kind TargetKind
	Term rdf.Term // the node, class or property
}

// TargetKind is a way of choosing focus nodes.
type TargetKind uint8

// The ways of choosing focus nodes.
const (
	TargetNode          TargetKind = iota // the term itself, whether or not the graph has it
	TargetClass                           // the instances of a class and its subclasses
	TargetImplicitClass                   // the same, for a shape that is itself the class
	TargetSubjectsOf                      // all subjects of a property
	TargetObjectsOf                       // all values of a property
)

// targetNames are the terms of the vocabulary, by kind; an implicit class has none.
var targetNames = [...]string{
	TargetNode:       Namespace + "targetNode",
	TargetClass:      Namespace + "targetClass",
	TargetSubjectsOf: Namespace + "targetSubjectsOf",
	TargetObjectsOf:  Namespace + "targetObjectsOf",
}
