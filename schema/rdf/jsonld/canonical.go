package jsonld

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

// appendCanonical appends JSON in its canonical form (RFC 8785).
func appendCanonical(buf []byte, value any) []byte {
	switch v := value.(type) {
	case nil:
		return append(buf, "null"...)
	case bool:
		return strconv.AppendBool(buf, v)
	case json.Number:
		f, err := strconv.ParseFloat(v.String(), 64)
		if err != nil {
			return append(buf, v.String()...) // beyond what a double holds
		}
		return appendNumber(buf, f)
	case string:
		return appendString(buf, v)
	case []any:
		buf = append(buf, '[')
		for i, x := range v {
			if i > 0 {
				buf = append(buf, ',')
			}
			buf = appendCanonical(buf, x)
		}
		return append(buf, ']')
	case map[string]any:
		buf = append(buf, '{')
		for i, key := range slices.SortedFunc(maps.Keys(v), compareUTF16) {
			if i > 0 {
				buf = append(buf, ',')
			}
			buf = append(appendString(buf, key), ':')
			buf = appendCanonical(buf, v[key])
		}
		return append(buf, '}')
	}
	return buf
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
