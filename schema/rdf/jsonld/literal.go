package jsonld

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"moselle/schema/rdf"
	"moselle/schema/tree"
)

const rdfJSON = rdf.RDF + "JSON"

// literal returns the term of a value object (JSON-LD 1.1 API, section 8.2.2).
func (e *emitter) literal(o *object) (rdf.Term, bool) {
	if o.datatype == "@json" {
		return rdf.NewTyped(string(appendCanonical(nil, o.value)), rdfJSON), true
	}
	if o.datatype != "" && !e.sayable(o.datatype) {
		e.leaveOut("the datatype %q is not an absolute IRI", shorten(o.datatype))
		return rdf.Term{}, false
	}
	text := o.value.Text()
	switch o.value.Kind() {
	case tree.Bool:
		return rdf.NewTyped(text, or(o.datatype, rdf.XSD+"boolean")), true
	case tree.Number:
		text, integer := number(text, o.datatype)
		if integer {
			return rdf.NewTyped(text, or(o.datatype, rdf.XSD+"integer")), true
		}
		return rdf.NewTyped(text, or(o.datatype, rdf.XSD+"double")), true
	case tree.Absent:
		text = o.text
	}
	if o.tagged {
		if !wellFormed(o.language) {
			e.leaveOut("%q is not a language tag", shorten(o.language))
			return rdf.Term{}, false
		}
		return rdf.NewText(text, o.language), true
	}
	return rdf.NewTyped(text, or(o.datatype, rdf.String)), true
}

// wellFormed reports whether s has the shape of a language tag (BCP 47, section
// 2.2.9).
func wellFormed(s string) bool {
	for i, part := range strings.Split(s, "-") {
		if part == "" || len(part) > 8 {
			return false
		}
		for _, c := range []byte(part) {
			if letter := c|0x20 >= 'a' && c|0x20 <= 'z'; !letter && (i == 0 || c < '0' || c > '9') {
				return false
			}
		}
	}
	return true
}

func or(s, otherwise string) string {
	if s != "" {
		return s
	}
	return otherwise
}

// number returns a JSON number's canonical lexical form and whether it is that
// of an integer: one without fraction, below 10^21, that is not said to be a
// double.
func number(text, datatype string) (string, bool) {
	if isPlain(text) && datatype != rdf.XSD+"double" {
		return text, true
	}
	// The exponent is bounded before anything is worked out with it.
	if f, err := strconv.ParseFloat(text, 64); err == nil && math.Abs(f) < 1e21 && datatype != rdf.XSD+"double" {
		if math.Abs(f) < 1e-20 && f != 0 {
			return double(f), false
		}
		if exact, ok := new(big.Rat).SetString(text); ok && exact.IsInt() {
			return exact.Num().String(), true
		}
	}
	f, _ := strconv.ParseFloat(text, 64)
	return double(f), false
}

// double returns the canonical lexical form of an xsd:double, with at most 16
// digits as JSON-LD has it.
func double(f float64) string {
	switch {
	case math.IsInf(f, 1):
		return "INF"
	case math.IsInf(f, -1):
		return "-INF"
	}
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(f, 'E', 15, 64), "E")
	if mantissa = strings.TrimRight(mantissa, "0"); strings.HasSuffix(mantissa, ".") {
		mantissa += "0"
	}
	n, _ := strconv.Atoi(exponent)
	return mantissa + "E" + strconv.Itoa(n)
}

// isPlain reports whether a number is written as a small integer already is in
// its canonical form.
func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return len(s) <= 18 && (s[0] != '0' || len(s) == 1)
}
