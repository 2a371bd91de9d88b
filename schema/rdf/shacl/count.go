package shacl

import (
	"strconv"

	"moselle/schema/rdf"
)

// MinCount asks a property shape for at least so many values (section 4.2.1).
type MinCount int

// MaxCount allows a property shape at most so many values (section 4.2.2).
type MaxCount int

// IRI returns sh:MinCountConstraintComponent.
func (MinCount) IRI() string { return component("MinCount") }

// IRI returns sh:MaxCountConstraintComponent.
func (MaxCount) IRI() string { return component("MaxCount") }

func (k MinCount) check(c call) {
	if c.vs.len() < int(k) {
		c.fail(rdf.Term{})
	}
}

func (k MaxCount) check(c call) {
	if c.vs.len() > int(k) {
		c.fail(rdf.Term{})
	}
}

func (k MinCount) write(w *writer, s rdf.Term) { w.say(s, "minCount", integer(int(k))) }
func (k MaxCount) write(w *writer, s rdf.Term) { w.say(s, "maxCount", integer(int(k))) }

func integer(n int) rdf.Term { return rdf.NewTyped(strconv.Itoa(n), rdf.XSD+"integer") }
