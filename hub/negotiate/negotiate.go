// Package negotiate holds what every surface does with a request before and
// after its own work: choosing a media type and a language, conditional
// requests, strict parameters, and telling a failure (RFC 9457). What needs the
// web framework is in echo.go and middleware.go; the rest is plain net/http.
package negotiate

import (
	"iter"
	"net/http"
	"strconv"
	"strings"
)

// Bounds of a header that is worth reading; what is beyond is left out.
const (
	maxHeader   = 8 << 10
	maxElements = 64
)

// element is one entry of a list header with its weight.
type element struct {
	value  string            // lower case
	params map[string]string // without q; nil when there are none
	q      int               // in thousandths
}

// elements reads a list header whose entries carry weights (RFC 9110, section
// 12.4.2), in its order. Entries that cannot be read, and those with an
// impossible weight, are left out.
func elements(h http.Header, name string) []element {
	text := strings.Join(h.Values(name), ",")
	if len(text) > maxHeader {
		text = text[:maxHeader]
	}
	var out []element
	for part := range split(text, ',') {
		if e, ok := parseElement(part); ok {
			if out = append(out, e); len(out) == maxElements {
				break
			}
		}
	}
	return out
}

// parseElement reads "value;name=value;q=0.5". What follows q belongs to no
// media type and is passed over.
func parseElement(text string) (e element, ok bool) {
	e.q = 1000
	first, inQ := true, false
	for part := range split(text, ';') {
		part = strings.TrimSpace(part)
		if first {
			e.value, first = strings.ToLower(part), false
			continue
		}
		name, value, _ := strings.Cut(part, "=")
		name, value = strings.ToLower(strings.TrimSpace(name)), unquote(strings.TrimSpace(value))
		switch {
		case name == "" || inQ:
		case name == "q":
			inQ = true
			if e.q, ok = weight(value); !ok {
				return e, false
			}
		default:
			if e.params == nil {
				e.params = map[string]string{}
			}
			e.params[name] = value
		}
	}
	return e, e.value != "" && !strings.ContainsAny(e.value, " \t\"")
}

// weight reads a q-value in thousandths. More digits than the three of the
// specification are taken; signs, exponents and values above 1 are not.
func weight(s string) (int, bool) {
	if s == "" || strings.Trim(s, "0123456789.") != "" {
		return 0, false
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || f > 1 {
		return 0, false
	}
	return int(f * 1000), true
}

// split yields the parts of text between separators outside quotes.
func split(text string, sep byte) iter.Seq[string] {
	return func(yield func(string) bool) {
		start, quoted := 0, false
		for i := 0; i < len(text); i++ {
			switch c := text[i]; {
			case quoted && c == '\\':
				i++
			case c == '"':
				quoted = !quoted
			case c == sep && !quoted:
				if !yield(text[start:i]) {
					return
				}
				start = i + 1
			}
		}
		yield(text[start:])
	}
}

// unquote gives the text of a quoted string, or s as it is.
func unquote(s string) string {
	if len(s) < 2 || s[0] != '"' || s[len(s)-1] != '"' {
		return s
	}
	var b strings.Builder
	for i := 1; i < len(s)-1; i++ {
		if s[i] == '\\' && i+1 < len(s)-1 {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
