package shacl

import (
	"errors"
	"fmt"
	"slices"

	"moselle/schema/rdf"
)

// Shapes is a set of shapes that graphs are checked against. It does not change
// and may be used from many goroutines at once.
type Shapes struct {
	roots    []*Shape // as given to New
	siblings map[*Shape][]*Shape
	byID     map[rdf.Term]*Shape
	targets
}

// New returns the set of the given shapes and of all that they lead to. Only
// those given are looked up by their targets. A shape that is not built as
// section 2 wants it is an error that names it.
func New(shapes ...*Shape) (*Shapes, error) {
	s := &Shapes{roots: shapes, byID: map[rdf.Term]*Shape{}}
	var all []*Shape
	var errs []error
	seen := map[*Shape]bool{}
	queue := slices.Clone(shapes)
	for len(queue) > 0 {
		shape := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		if seen[shape] {
			continue
		}
		seen[shape] = true
		shape.passes = shape.passesEmpty()
		all = append(all, shape)
		if err := shape.check(); err != nil {
			errs = append(errs, err)
		}
		if shape.ID.Kind != rdf.None {
			if s.byID[shape.ID] != nil {
				errs = append(errs, fmt.Errorf("%s: another shape has the same name", shape.name()))
			}
			s.byID[shape.ID] = shape
		}
		for part := range shape.parts {
			queue = append(queue, part)
		}
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	s.siblings = siblings(all)
	s.targets = targetsOf(shapes)
	return s, nil
}

// check finds what the types of Go do not rule out.
func (s *Shape) check() error {
	for _, p := range s.Properties {
		if p.Path == nil {
			return fmt.Errorf("%s: its property %s has no path", s.name(), p.name())
		}
	}
	if s.Path != nil {
		return nil
	}
	for _, k := range s.Constraints {
		switch k.(type) {
		case MinCount, MaxCount, UniqueLang, LessThan, LessThanOrEquals, QualifiedMin, QualifiedMax:
			return fmt.Errorf("%s: %s is for shapes that have a path", s.name(), local(k.IRI()))
		}
	}
	return nil
}

// Shape returns the shape with that name, or nil.
func (s *Shapes) Shape(id rdf.Term) *Shape { return s.byID[id] }

// Validate checks every target of the shapes in the graph (section 3.4). The
// results come by shape in the order given, then by focus node, then in the
// order of the shape's constraints and property shapes. An empty list means
// that the graph conforms.
func (s *Shapes) Validate(data *rdf.Graph) []Result {
	r := s.run(data)
	for _, t := range s.targets.in(r) {
		r.start(s.roots[t.shape], *t.node)
	}
	return r.results
}

// ValidateNode checks one node of the graph against one shape of s, whatever
// the targets are (section 3.4.2).
func (s *Shapes) ValidateNode(data *rdf.Graph, node rdf.Term, shape *Shape) []Result {
	r := s.run(data)
	r.start(shape, node)
	return r.results
}

func (s *Shapes) run(data *rdf.Graph) *run {
	return &run{data: data, siblings: s.siblings, left: maxSteps, open: make([]visit, 0, 8), runs: make([]stretch, 0, 32)}
}

// start checks a shape at one of its focus nodes.
func (r *run) start(s *Shape, t rdf.Term) {
	r.left += moreSteps
	if r.target == nil || r.target.term() != t { // several shapes may have the same
		r.runs = r.runs[:0]
		r.target = r.at(t)
	}
	r.open = append(r.open[:0], visit{s, t})
	r.node(s, r.target)
}
