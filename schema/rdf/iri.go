package rdf

import (
	"strings"
	"unicode/utf8"
)

// ValidIRI reports whether s is an absolute IRI that every serialisation can
// write between angle brackets: a scheme, a colon, and none of the characters
// that the IRIREF production of Turtle (section 6.5) excludes.
func ValidIRI(s string) bool {
	all := byte(0)
	for i := range len(s) {
		if excluded[s[i]] {
			return false
		}
		all |= s[i]
	}
	return (all < utf8.RuneSelf || utf8.ValidString(s)) && HasScheme(s)
}

// HasScheme reports whether s begins with a scheme and a colon (RFC 3986, section
// 3.1), which makes a reference an absolute one.
func HasScheme(s string) bool {
	colon := strings.IndexByte(s, ':')
	if colon < 1 {
		return false
	}
	for i := range colon {
		c := s[i] | 0x20
		alpha := c >= 'a' && c <= 'z'
		if !alpha && (i == 0 || !(s[i] >= '0' && s[i] <= '9' || s[i] == '+' || s[i] == '-' || s[i] == '.')) {
			return false
		}
	}
	return true
}
