package shacl

import "moselle/schema/rdf"

// The logical constraints ask of each value node whether it conforms to other
// shapes (sections 4.6 and 4.7.1). Their result tells of the value as a whole;
// what those shapes find is not reported.
type (
	// Not asks that it does not conform to the shape (section 4.6.1).
	Not struct{ Shape *Shape }
	// And asks that it conforms to all (section 4.6.2).
	And []*Shape
	// Or asks that it conforms to at least one (section 4.6.3).
	Or []*Shape
	// Xone asks that it conforms to exactly one (section 4.6.4).
	Xone []*Shape
	// Node asks that it conforms to a node shape (section 4.7.1).
	Node struct{ Shape *Shape }
)

// IRI returns sh:NotConstraintComponent.
func (Not) IRI() string { return component("Not") }

// IRI returns sh:AndConstraintComponent.
func (And) IRI() string { return component("And") }

// IRI returns sh:OrConstraintComponent.
func (Or) IRI() string { return component("Or") }

// IRI returns sh:XoneConstraintComponent.
func (Xone) IRI() string { return component("Xone") }

// IRI returns sh:NodeConstraintComponent.
func (Node) IRI() string { return component("Node") }

func (k Not) shapes() []*Shape  { return []*Shape{k.Shape} }
func (k And) shapes() []*Shape  { return k }
func (k Or) shapes() []*Shape   { return k }
func (k Xone) shapes() []*Shape { return k }
func (k Node) shapes() []*Shape { return []*Shape{k.Shape} }

func (k Not) check(c call) {
	c.each(func(v *rdf.Term) bool { return !c.conforms(k.Shape, *v) })
}

func (k And) check(c call) {
	c.each(func(v *rdf.Term) bool { return c.count(k, *v, len(k)) == len(k) })
}

func (k Or) check(c call) {
	c.each(func(v *rdf.Term) bool { return c.count(k, *v, 1) == 1 })
}

func (k Xone) check(c call) {
	c.each(func(v *rdf.Term) bool { return c.count(k, *v, 2) == 1 })
}

func (k Node) check(c call) {
	c.each(func(v *rdf.Term) bool { return c.conforms(k.Shape, *v) })
}

// count returns to how many of the shapes the node conforms; it stops at enough.
func (r *run) count(shapes []*Shape, t rdf.Term, enough int) int {
	n := 0
	for _, s := range shapes {
		if n == enough {
			break
		}
		if r.conforms(s, t) {
			n++
		}
	}
	return n
}

func (k Not) write(w *writer, s rdf.Term)  { w.say(s, "not", w.shape(k.Shape)) }
func (k And) write(w *writer, s rdf.Term)  { w.say(s, "and", w.shapeList(k)) }
func (k Or) write(w *writer, s rdf.Term)   { w.say(s, "or", w.shapeList(k)) }
func (k Xone) write(w *writer, s rdf.Term) { w.say(s, "xone", w.shapeList(k)) }
func (k Node) write(w *writer, s rdf.Term) { w.say(s, "node", w.shape(k.Shape)) }
