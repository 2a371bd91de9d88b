package turtle

import (
	"fmt"
	"strings"

	"moselle/schema/rdf"
)

func (e *encoder) literal(t rdf.Term) {
	if t.Lang == "" && shorthand(t.Value, t.Datatype) {
		e.buf = append(e.buf, t.Value...)
		return
	}
	if strings.Contains(t.Value, "\n") {
		e.long(t.Value)
	} else {
		e.buf = rdf.AppendTerm(e.buf, rdf.NewString(t.Value))
	}
	switch {
	case t.Lang != "":
		e.buf = append(append(e.buf, '@'), t.Lang...)
	case t.Datatype != "" && t.Datatype != rdf.String:
		e.buf = append(e.buf, "^^"...)
		e.iri(t.Datatype)
	}
}

// long writes text of several lines between triple quotes, its lines as they
// are (STRING_LITERAL_LONG_QUOTE).
func (e *encoder) long(s string) {
	e.buf = append(e.buf, `"""`...)
	for i := range len(s) {
		switch c := s[i]; {
		case c == '\\' || c == '"' && (i+1 == len(s) || s[i+1] == '"'): // a lone quote ends nothing
			e.buf = append(e.buf, '\\', c)
		case c == '\r':
			e.buf = append(e.buf, `\r`...)
		case c < 0x20 && c != '\n' && c != '\t' || c == 0x7f:
			e.buf = fmt.Appendf(e.buf, "\\u%04X", c)
		default:
			e.buf = append(e.buf, c)
		}
	}
	e.buf = append(e.buf, `"""`...)
}

// shorthand reports whether a literal of the datatype may stand bare: true and
// false, INTEGER, DECIMAL and DOUBLE (Turtle, section 6.5). Any other spelling
// that the datatype allows is written out, so that it is kept.
func shorthand(s, datatype string) bool {
	local, ok := strings.CutPrefix(datatype, rdf.XSD)
	if !ok {
		return false
	}
	if local == "boolean" {
		return s == "true" || s == "false"
	}
	if s != "" && (s[0] == '+' || s[0] == '-') {
		s = s[1:]
	}
	mantissa, exponent, hasExponent := s, "", false
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		mantissa, exponent, hasExponent = s[:i], s[i+1:], true
	}
	whole, fraction, point := strings.Cut(mantissa, ".")
	if !digits(whole) || !digits(fraction) {
		return false
	}
	switch local {
	case "integer":
		return !hasExponent && !point && whole != ""
	case "decimal":
		return !hasExponent && point && fraction != ""
	case "double":
		if exponent != "" && (exponent[0] == '+' || exponent[0] == '-') {
			exponent = exponent[1:]
		}
		return hasExponent && exponent != "" && digits(exponent) && whole+fraction != ""
	}
	return false
}

// digits reports whether s holds nothing but digits; it may be empty.
func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
