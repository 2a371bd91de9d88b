package shacl

import (
	"regexp"
	"unicode/utf8"

	"moselle/schema/rdf"
)

// MinLength asks each value for at least so many characters (section 4.4.1).
type MinLength int

// MaxLength allows each value at most so many characters (section 4.4.2).
type MaxLength int

// Pattern asks each value to match a regular expression somewhere (section
// 4.4.3). See NewPattern.
type Pattern struct {
	Pattern, Flags string // as SHACL writes them
	match          *regexp.Regexp
}

// IRI returns sh:MinLengthConstraintComponent.
func (MinLength) IRI() string { return component("MinLength") }

// IRI returns sh:MaxLengthConstraintComponent.
func (MaxLength) IRI() string { return component("MaxLength") }

// IRI returns sh:PatternConstraintComponent.
func (*Pattern) IRI() string { return component("Pattern") }

// Blank nodes have no text and never conform.

func (k MinLength) check(c call) {
	c.each(func(v *rdf.Term) bool {
		return v.Kind != rdf.Blank && utf8.RuneCountInString(v.Value) >= int(k)
	})
}

func (k MaxLength) check(c call) {
	c.each(func(v *rdf.Term) bool {
		return v.Kind != rdf.Blank && utf8.RuneCountInString(v.Value) <= int(k)
	})
}

func (k *Pattern) check(c call) {
	c.each(func(v *rdf.Term) bool { return v.Kind != rdf.Blank && k.match.MatchString(v.Value) })
}

func (k MinLength) write(w *writer, s rdf.Term) { w.say(s, "minLength", integer(int(k))) }
func (k MaxLength) write(w *writer, s rdf.Term) { w.say(s, "maxLength", integer(int(k))) }

func (k *Pattern) write(w *writer, s rdf.Term) {
	w.say(s, "pattern", rdf.NewString(k.Pattern))
	if k.Flags != "" {
		w.say(s, "flags", rdf.NewString(k.Flags))
	}
}
