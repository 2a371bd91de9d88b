package ntriples

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Unescape undoes the escapes of s: UCHAR, and ECHAR where short allows it
// (N-Triples, section 7). Bad is the offset of the first that is none, or -1.
func Unescape(s string, short bool) (text string, bad int) {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		next := strings.IndexByte(s[i:], '\\')
		if next < 0 {
			b.WriteString(s[i:])
			break
		}
		b.WriteString(s[i : i+next])
		i += next
		r, size := decodeEscape(s[i:], short)
		if size == 0 {
			return "", i
		}
		b.WriteRune(r)
		i += size
	}
	return b.String(), -1
}

// BadEscape is the message about what stands at the beginning of s, for which
// Unescape found no meaning.
func BadEscape(s string) string {
	_, size := utf8.DecodeRuneInString(s[min(1, len(s)):])
	return s[:1+size] + ` is no escape: \u takes four and \U eight hexadecimal digits of a character`
}

// decodeEscape reads the escape that s begins with; size is 0 when it is none.
func decodeEscape(s string, short bool) (r rune, size int) {
	if len(s) < 2 {
		return 0, 0
	}
	switch s[1] {
	case 'u':
		return decodeHex(s, 6)
	case 'U':
		return decodeHex(s, 10)
	}
	if i := strings.IndexByte(`tbnrf"'\`, s[1]); short && i >= 0 {
		return rune("\t\b\n\r\f\"'\\"[i]), 2
	}
	return 0, 0
}

func decodeHex(s string, size int) (rune, int) {
	if len(s) < size {
		return 0, 0
	}
	n, err := strconv.ParseUint(s[2:size], 16, 32)
	if err != nil || n > utf8.MaxRune || !utf8.ValidRune(rune(n)) {
		return 0, 0
	}
	return rune(n), size
}
