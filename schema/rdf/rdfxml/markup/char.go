package markup

import "unicode/utf8"

// The classes of ASCII bytes.
const (
	nameStart = 1 << iota
	nameChar
	white
	control // no character of XML
	special // may not be copied as it stands in text
	quoted  // may not be copied as it stands in an attribute value
)

// class holds the classes of every byte; those above ASCII are looked at as
// characters.
var class = func() (t [256]byte) {
	for c := range 0x20 {
		t[c] = control | special | quoted
	}
	for _, c := range " \t\n\r" {
		t[c] = white
	}
	t['\t'] |= quoted
	t['\n'] |= quoted
	t['\r'] |= quoted | special
	for c := byte('0'); c <= '9'; c++ {
		t[c] = nameChar
	}
	for c := byte('a'); c <= 'z'; c++ {
		t[c] = nameStart | nameChar
		t[c-0x20] = nameStart | nameChar
	}
	t['_'] = nameStart | nameChar
	t['-'] = nameChar
	t['.'] = nameChar
	t['&'] = special | quoted
	t['<'] = special | quoted
	t[']'] = special
	for c := 0x80; c < 0x100; c++ {
		t[c] = special | quoted
	}
	return t
}()

// IsName reports whether s is a name without a colon (NCName).
func IsName[T string | []byte](s T) bool { return len(s) > 0 && nameEnd(s, 0) == len(s) }

// nameEnd returns where the name without a colon that begins at i ends; i when
// there is none.
func nameEnd[T string | []byte](s T, i int) int {
	start := i
	for i < len(s) {
		c := s[i]
		if c < 0x80 {
			if class[c]&nameChar == 0 || i == start && class[c]&nameStart == 0 {
				return i
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(string(s[i:min(i+utf8.UTFMax, len(s))]))
		if r == utf8.RuneError && size == 1 || !isNameRune(r, i == start) {
			return i
		}
		i += size
	}
	return i
}

// isNameRune is NameStartChar above ASCII, or NameChar when first is false.
func isNameRune(r rune, first bool) bool {
	switch {
	case r < 0x370:
		if r >= 0xC0 && r < 0x300 {
			return r != 0xD7 && r != 0xF7
		}
		return !first && (r == 0xB7 || r >= 0x300)
	case r < 0x3001:
		return r != 0x37E && r < 0x2000 || r == 0x200C || r == 0x200D || !first && (r == 0x203F || r == 0x2040) ||
			r >= 0x2070 && r <= 0x218F || r >= 0x2C00 && r <= 0x2FEF
	}
	return r <= 0xD7FF || r >= 0xF900 && r <= 0xFDCF || r >= 0xFDF0 && r <= 0xFFFD || r >= 0x10000 && r <= 0xEFFFF
}

// IsChar reports whether r may stand in an XML document (production Char).
func IsChar(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= 0x20 && r <= 0xD7FF || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000 && r <= utf8.MaxRune
}

// Blank reports whether text is white space only.
func Blank(text []byte) bool {
	for _, c := range text {
		if class[c]&white == 0 {
			return false
		}
	}
	return true
}
