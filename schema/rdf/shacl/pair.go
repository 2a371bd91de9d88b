package shacl

import "moselle/schema/rdf"

// The pairs compare the values with those of another property of the focus
// node, named by its IRI (section 4.5). LessThan and LessThanOrEquals compare
// every value with every other by the operators of SPARQL, as the bounds do, and
// stand in property shapes only.
type (
	// Equals asks for the same set of values (section 4.5.1).
	Equals string
	// Disjoint asks that no value is in both (section 4.5.2).
	Disjoint string
	// LessThan asks that each value is less than each of the other's (section 4.5.3).
	LessThan string
	// LessThanOrEquals asks that none is greater than one of the other's (section 4.5.4).
	LessThanOrEquals string
)

// IRI returns sh:EqualsConstraintComponent.
func (Equals) IRI() string { return component("Equals") }

// IRI returns sh:DisjointConstraintComponent.
func (Disjoint) IRI() string { return component("Disjoint") }

// IRI returns sh:LessThanConstraintComponent.
func (LessThan) IRI() string { return component("LessThan") }

// IRI returns sh:LessThanOrEqualsConstraintComponent.
func (LessThanOrEquals) IRI() string { return component("LessThanOrEquals") }

func (k Equals) check(c call) {
	others := c.focus.of(string(k))
	mine := setOf(c.vs)
	theirs := setOf(values{triples: others})
	c.each(func(v *rdf.Term) bool { return theirs[folded(v)] })
	for i := range others {
		if !mine[folded(&others[i].O)] {
			c.fail(others[i].O)
		}
	}
}

func (k Disjoint) check(c call) {
	theirs := setOf(values{triples: c.focus.of(string(k))})
	c.each(func(v *rdf.Term) bool { return !theirs[folded(v)] })
}

func (k LessThan) check(c call) {
	c.less(string(k), func(n int) bool { return n < 0 })
}

func (k LessThanOrEquals) check(c call) {
	c.less(string(k), func(n int) bool { return n <= 0 })
}

// less gives one result for every pair that is not in order; past maxPairs of
// them the rest are not looked at.
func (c call) less(prop string, ok func(int) bool) {
	pairs := 0
	others := c.focus.of(prop)
	for i := range c.vs.len() {
		for j := range others {
			if pairs++; pairs > maxPairs {
				return
			}
			if n, comparable := compare(c.vs.at(i), &others[j].O); !comparable || !ok(n) {
				c.fail(*c.vs.at(i))
			}
		}
	}
}

func (k Equals) write(w *writer, s rdf.Term)   { w.say(s, "equals", rdf.NewIRI(string(k))) }
func (k Disjoint) write(w *writer, s rdf.Term) { w.say(s, "disjoint", rdf.NewIRI(string(k))) }
func (k LessThan) write(w *writer, s rdf.Term) { w.say(s, "lessThan", rdf.NewIRI(string(k))) }
func (k LessThanOrEquals) write(w *writer, s rdf.Term) {
	w.say(s, "lessThanOrEquals", rdf.NewIRI(string(k)))
}
