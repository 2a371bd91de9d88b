package shacl

import "moselle/schema/rdf"

// QualifiedMin asks a property shape for at least Count values that conform to
// Shape (section 4.7.3).
type QualifiedMin Qualified

// QualifiedMax allows a property shape at most Count values that conform to
// Shape (section 4.7.3).
type QualifiedMax Qualified

// Qualified is what both count: with Disjoint, only the values that conform to
// no other qualified shape of the sibling property shapes.
type Qualified struct {
	Shape    *Shape
	Count    int
	Disjoint bool
}

// IRI returns sh:QualifiedMinCountConstraintComponent.
func (QualifiedMin) IRI() string { return component("QualifiedMinCount") }

// IRI returns sh:QualifiedMaxCountConstraintComponent.
func (QualifiedMax) IRI() string { return component("QualifiedMaxCount") }

func (k QualifiedMin) shapes() []*Shape { return []*Shape{k.Shape} }
func (k QualifiedMax) shapes() []*Shape { return []*Shape{k.Shape} }

func (k QualifiedMin) check(c call) {
	if c.qualified(Qualified(k)) < k.Count {
		c.fail(rdf.Term{})
	}
}

func (k QualifiedMax) check(c call) {
	if c.qualified(Qualified(k)) > k.Count {
		c.fail(rdf.Term{})
	}
}

// qualified counts the values that q is about.
func (c call) qualified(q Qualified) int {
	n := 0
	for i := range c.vs.len() {
		v := *c.vs.at(i)
		if c.conforms(q.Shape, v) && !(q.Disjoint && c.count(c.siblings[c.shape], v, 1) == 1) {
			n++
		}
	}
	return n
}

// siblings finds for every property shape that counts disjoint values the
// qualified shapes of the property shapes beside it, but for its own.
func siblings(all []*Shape) map[*Shape][]*Shape {
	out := map[*Shape][]*Shape{}
	for _, parent := range all {
		for _, s := range parent.Properties {
			own, disjoint := s.qualified()
			if !disjoint {
				continue
			}
			for _, other := range parent.Properties {
				if q, _ := other.qualified(); q != nil && q != own {
					out[s] = append(out[s], q)
				}
			}
		}
	}
	return out
}

// qualified returns the shape whose conforming values s counts, or nil.
func (s *Shape) qualified() (shape *Shape, disjoint bool) {
	for _, k := range s.Constraints {
		switch k := k.(type) {
		case QualifiedMin:
			return k.Shape, k.Disjoint
		case QualifiedMax:
			return k.Shape, k.Disjoint
		}
	}
	return nil, false
}

func (k QualifiedMin) write(w *writer, s rdf.Term) { w.qualified(s, Qualified(k), "qualifiedMinCount") }
func (k QualifiedMax) write(w *writer, s rdf.Term) { w.qualified(s, Qualified(k), "qualifiedMaxCount") }
