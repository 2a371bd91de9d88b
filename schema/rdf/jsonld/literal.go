package jsonld

import (
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"regexp"
	"strconv"
	"strings"

	"moselle/schema/rdf"
)

const rdfJSON = rdf.RDF + "JSON"

// wellFormed is the shape of a language tag (BCP 47, section 2.2.9).
var wellFormed = regexp.MustCompile(`^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$`)

// literal returns the term of a value object (JSON-LD 1.1 API, section 8.2.2).
func (e *emitter) literal(object map[string]any) (rdf.Term, bool) {
	value := object["@value"]
	datatype, one := object["@type"].(string)
	if datatype == "@json" {
		return rdf.NewTyped(string(appendCanonical(nil, value)), rdfJSON), true
	}
	if object["@type"] != nil && !(one && rdf.ValidIRI(datatype)) {
		e.leaveOut("the datatype %q is not an absolute IRI", shorten(fmt.Sprint(object["@type"])))
		return rdf.Term{}, false
	}
	switch v := value.(type) {
	case bool:
		return rdf.NewTyped(strconv.FormatBool(v), or(datatype, rdf.XSD+"boolean")), true
	case json.Number:
		text, integer := number(v.String(), datatype)
		if integer {
			return rdf.NewTyped(text, or(datatype, rdf.XSD+"integer")), true
		}
		return rdf.NewTyped(text, or(datatype, rdf.XSD+"double")), true
	case string:
		if lang, ok := object["@language"].(string); ok {
			if !wellFormed.MatchString(lang) {
				e.leaveOut("%q is not a language tag", shorten(lang))
				return rdf.Term{}, false
			}
			return rdf.NewText(v, e.tags.given(lang)), true
		}
		return rdf.NewTyped(v, or(datatype, rdf.String)), true
	}
	return rdf.Term{}, false
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
