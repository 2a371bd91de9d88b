package shacl

import (
	"strings"

	"moselle/schema/rdf"
)

// HasValue asks that one of the values is this term (section 4.8.2).
type HasValue rdf.Term

// In asks each value to be one of a list (section 4.8.3). See NewIn.
type In struct {
	Terms []rdf.Term
	set   map[rdf.Term]bool
}

// NewIn returns the constraint of a list of terms.
func NewIn(terms ...rdf.Term) *In { return &In{terms, setOf(values{terms: terms})} }

// IRI returns sh:HasValueConstraintComponent.
func (HasValue) IRI() string { return component("HasValue") }

// IRI returns sh:InConstraintComponent.
func (*In) IRI() string { return component("In") }

func (k HasValue) check(c call) {
	if t := rdf.Term(k); !c.vs.has(&t) {
		c.fail(rdf.Term{})
	}
}

func (k *In) check(c call) {
	c.each(func(v *rdf.Term) bool { return k.set[folded(v)] })
}

func (k HasValue) write(w *writer, s rdf.Term) { w.say(s, "hasValue", rdf.Term(k)) }
func (k *In) write(w *writer, s rdf.Term)      { w.say(s, "in", w.list(k.Terms)) }

// folded returns the term with its language tag in lower case: two terms are
// the same when these are equal.
func folded(t *rdf.Term) rdf.Term {
	out := *t
	out.Lang = strings.ToLower(t.Lang)
	return out
}

func setOf(vs values) map[rdf.Term]bool {
	set := make(map[rdf.Term]bool, vs.len())
	for i := range vs.len() {
		set[folded(vs.at(i))] = true
	}
	return set
}
