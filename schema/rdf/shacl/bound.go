package shacl

import "moselle/schema/rdf"

// The bounds ask each value to compare with a literal as the operators of
// SPARQL 1.1 do (section 4.3). What cannot be compared does not conform: text
// with a number, a time that has an offset with one that has none.
type (
	// MinExclusive asks for values greater than the bound (section 4.3.1).
	MinExclusive rdf.Term
	// MinInclusive asks for values that are the bound or greater (section 4.3.2).
	MinInclusive rdf.Term
	// MaxExclusive asks for values less than the bound (section 4.3.3).
	MaxExclusive rdf.Term
	// MaxInclusive asks for values that are the bound or less (section 4.3.4).
	MaxInclusive rdf.Term
)

// IRI returns sh:MinExclusiveConstraintComponent.
func (MinExclusive) IRI() string { return component("MinExclusive") }

// IRI returns sh:MinInclusiveConstraintComponent.
func (MinInclusive) IRI() string { return component("MinInclusive") }

// IRI returns sh:MaxExclusiveConstraintComponent.
func (MaxExclusive) IRI() string { return component("MaxExclusive") }

// IRI returns sh:MaxInclusiveConstraintComponent.
func (MaxInclusive) IRI() string { return component("MaxInclusive") }

func (k MinExclusive) check(c call) {
	c.bound(rdf.Term(k), func(n int) bool { return n > 0 })
}

func (k MinInclusive) check(c call) {
	c.bound(rdf.Term(k), func(n int) bool { return n >= 0 })
}

func (k MaxExclusive) check(c call) {
	c.bound(rdf.Term(k), func(n int) bool { return n < 0 })
}

func (k MaxInclusive) check(c call) {
	c.bound(rdf.Term(k), func(n int) bool { return n <= 0 })
}

func (c call) bound(limit rdf.Term, ok func(int) bool) {
	c.each(func(v *rdf.Term) bool {
		n, comparable := compare(v, &limit)
		return comparable && ok(n)
	})
}

func (k MinExclusive) write(w *writer, s rdf.Term) { w.say(s, "minExclusive", rdf.Term(k)) }
func (k MinInclusive) write(w *writer, s rdf.Term) { w.say(s, "minInclusive", rdf.Term(k)) }
func (k MaxExclusive) write(w *writer, s rdf.Term) { w.say(s, "maxExclusive", rdf.Term(k)) }
func (k MaxInclusive) write(w *writer, s rdf.Term) { w.say(s, "maxInclusive", rdf.Term(k)) }
