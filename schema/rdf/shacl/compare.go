package shacl

import (
	"cmp"
	"math"
	"strings"

	"moselle/schema/rdf"
)

// compare compares two terms as the operators of SPARQL 1.1 do (section 17.3):
// numbers by value, text by code points, false before true, times with times of
// the same datatype. All else, and what is ill-formed, cannot be compared.
func compare(a, b *rdf.Term) (c int, comparable bool) {
	if a.Kind != rdf.Literal || b.Kind != rdf.Literal {
		return 0, false
	}
	x, okA := strings.CutPrefix(a.Datatype, rdf.XSD)
	y, okB := strings.CutPrefix(b.Datatype, rdf.XSD)
	if !okA || !okB {
		return 0, false
	}
	if isNumber(x) && isNumber(y) {
		return compareNumbers(a.Value, b.Value, isFloat(x) || isFloat(y))
	}
	switch kind := momentKinds[x]; {
	case kind != "" && (x == y || len(kind) > 3 && len(momentKinds[y]) > 3): // a dateTimeStamp is a dateTime
		m, okA := parseMoment(a.Value, kind)
		n, okB := parseMoment(b.Value, momentKinds[y])
		c, comparable := m.compare(n)
		return c, okA && okB && comparable
	case x == "string" && y == "string":
		return cmp.Compare(a.Value, b.Value), true
	case x == "boolean" && y == "boolean":
		return cmp.Compare(truthOf(a.Value), truthOf(b.Value)), wellFormed(a) && wellFormed(b)
	}
	return 0, false
}

func isFloat(name string) bool { return name == "float" || name == "double" }

func isNumber(name string) bool {
	_, integer := integers[name]
	return integer || name == "decimal" || isFloat(name)
}

func compareNumbers(a, b string, floats bool) (int, bool) {
	if !floats {
		d, okA := parseDecimal(a)
		e, okB := parseDecimal(b)
		return d.compare(e), okA && okB
	}
	f, okA := parseFloat(a)
	g, okB := parseFloat(b)
	return cmp.Compare(f, g), okA && okB && !math.IsNaN(f) && !math.IsNaN(g)
}

func truthOf(s string) int {
	if s == "true" || s == "1" {
		return 1
	}
	return 0
}
