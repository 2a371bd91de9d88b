package shacl

import (
	"cmp"
	"math"
	"strconv"
	"strings"
)

// decimal is an exact number as its digits, without needless zeros.
type decimal struct {
	negative    bool
	whole, part string
}

// parseDecimal reads the lexical form of xsd:decimal (section 3.3.3) and of all
// integers.
func parseDecimal(s string) (d decimal, ok bool) {
	if s != "" && (s[0] == '-' || s[0] == '+') {
		d.negative = s[0] == '-'
		s = s[1:]
	}
	n := digits(s)
	d.whole = strings.TrimLeft(s[:n], "0")
	rest := s[n:]
	if strings.HasPrefix(rest, ".") {
		m := digits(rest[1:])
		d.part = strings.TrimRight(rest[1:1+m], "0")
		rest = rest[1+m:]
		n += m
	}
	if d.whole == "" && d.part == "" {
		d.negative = false
	}
	return d, n > 0 && rest == ""
}

func (d decimal) compare(e decimal) int {
	if d.negative != e.negative {
		if d.negative {
			return -1
		}
		return 1
	}
	c := cmp.Or(cmp.Compare(len(d.whole), len(e.whole)), cmp.Compare(d.whole, e.whole), cmp.Compare(d.part, e.part))
	if d.negative {
		return -c
	}
	return c
}

// parseFloat reads the lexical form of xsd:float and xsd:double (section 3.3.5).
func parseFloat(s string) (float64, bool) {
	switch s {
	case "INF", "+INF":
		return math.Inf(1), true
	case "-INF":
		return math.Inf(-1), true
	case "NaN":
		return math.NaN(), true
	}
	for _, c := range s {
		if !(c >= '0' && c <= '9') && !strings.ContainsRune("+-.eE", c) {
			return 0, false
		}
	}
	f, err := strconv.ParseFloat(s, 64)
	return f, err == nil || math.IsInf(f, 0) // too large is infinite, not malformed
}

// interval is the range of an integer datatype; "" is no limit.
type interval struct{ min, max string }

// integers are the integer datatypes (section 3.4).
var integers = map[string]interval{
	"integer":            {},
	"nonNegativeInteger": {min: "0"},
	"positiveInteger":    {min: "1"},
	"nonPositiveInteger": {max: "0"},
	"negativeInteger":    {max: "-1"},
	"long":               {"-9223372036854775808", "9223372036854775807"},
	"int":                {"-2147483648", "2147483647"},
	"short":              {"-32768", "32767"},
	"byte":               {"-128", "127"},
	"unsignedLong":       {"0", "18446744073709551615"},
	"unsignedInt":        {"0", "4294967295"},
	"unsignedShort":      {"0", "65535"},
	"unsignedByte":       {"0", "255"},
}

// holds reports whether s is an integer in the range.
func (l interval) holds(s string) bool {
	d, ok := parseDecimal(s)
	if !ok || strings.Contains(s, ".") {
		return false
	}
	lowest, _ := parseDecimal(l.min)
	highest, _ := parseDecimal(l.max)
	return (l.min == "" || d.compare(lowest) >= 0) && (l.max == "" || d.compare(highest) <= 0)
}
