package shacl

import (
	"strings"

	"moselle/schema/rdf"
)

// Result is one thing that does not conform (section 3.6.2): at the node Focus,
// the constraint Constraint of Shape. Path is nil when it is about the node
// itself, Value of no kind when it is not about one value.
type Result struct {
	Focus      rdf.Term
	Path       *Path
	Value      rdf.Term
	Shape      *Shape
	Constraint Constraint
}

// Component returns the IRI of the constraint component.
func (r Result) Component() string { return r.Constraint.IRI() }

// Severity returns the severity that the shape gives its results.
func (r Result) Severity() Severity { return r.Shape.severity() }

// Messages returns the shape's messages by language tag; nil when it has none.
func (r Result) Messages() map[string]string { return r.Shape.Messages }

// String gives the result on one line: severity, component, place and value.
func (r Result) String() string {
	var b strings.Builder
	b.WriteString(local(string(r.Severity())) + " " + local(r.Component()) + " " + show(r.Focus))
	if r.Path != nil {
		b.WriteString(" " + r.Path.String())
	}
	if r.Value.Kind != rdf.None {
		b.WriteString(" = " + show(r.Value))
	}
	return b.String()
}
