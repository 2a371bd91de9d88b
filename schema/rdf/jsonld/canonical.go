package jsonld

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"moselle/schema/tree"
)

// appendCanonical appends JSON in its canonical form (RFC 8785).
func appendCanonical(buf []byte, n tree.Node) []byte {
	switch n.Kind() {
	case tree.Number:
		f, err := strconv.ParseFloat(n.Text(), 64)
		if err != nil {
			return append(buf, n.Text()...) // beyond what a double holds
		}
		return appendNumber(buf, f)
	case tree.Bool:
		return append(buf, n.Text()...)
	case tree.String:
		return appendString(buf, n.Text())
	case tree.Array:
		open := byte('[')
		for x := range n.Children() {
			buf, open = appendCanonical(append(buf, open), x), ','
		}
		if open == '[' {
			buf = append(buf, '[')
		}
		return append(buf, ']')
	case tree.Object:
		members := slices.SortedFunc(n.Members(), func(a, b tree.Node) int { return compareUTF16(a.Key(), b.Key()) })
		open := byte('{')
		for _, m := range members {
			buf, open = append(appendString(append(buf, open), m.Key()), ':'), ','
			buf = appendCanonical(buf, m)
		}
		if open == '{' {
			buf = append(buf, '{')
		}
		return append(buf, '}')
	}
	return append(buf, "null"...)
}

func compareUTF16(a, b string) int {
	return slices.Compare(utf16.Encode([]rune(a)), utf16.Encode([]rune(b)))
}

// appendNumber writes a number as ECMAScript does (section 3.2.2.3).
func appendNumber(buf []byte, f float64) []byte {
	if f == 0 {
		return append(buf, '0')
	}
	if abs := math.Abs(f); abs >= 1e-6 && abs < 1e21 {
		return strconv.AppendFloat(buf, f, 'f', -1, 64)
	}
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(f, 'e', -1, 64), "e")
	return append(append(append(buf, mantissa...), 'e', exponent[0]), strings.TrimLeft(exponent[1:], "0")...)
}

func appendString(buf []byte, s string) []byte {
	buf = append(buf, '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			buf = append(buf, '\\', byte(r))
		case r >= 0x20:
			buf = append(buf, string(r)...)
		case strings.ContainsRune("\b\t\n\f\r", r):
			buf = append(buf, '\\', "btn?fr"[r-'\b'])
		default:
			buf = fmt.Appendf(buf, `\u%04x`, r)
		}
	}
	return append(buf, '"')
}
