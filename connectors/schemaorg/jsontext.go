package schemaorg

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// skip goes past blanks and past what may stand between JSON values by mistake.
func (r *reader) skip() {
	for r.i < len(r.s) {
		switch c := r.s[r.i]; {
		case c == ' ', c == '\t', c == '\n', c == '\r':
			r.i++
		case c == '/' || c == '<' || c == '-' || c == ']':
			if !r.skipWrapper() {
				return
			}
		case strings.HasPrefix(r.s[r.i:], "\ufeff"):
			r.i += len("\ufeff")
		case strings.HasPrefix(r.s[r.i:], "\u00a0"):
			r.repair("a no-break space between values")
			r.i += len("\u00a0")
		default:
			return
		}
	}
}

// skipWrapper goes past a comment, or past a sign that opens or closes a
// comment or CDATA section around the data.
func (r *reader) skipWrapper() bool {
	rest := r.s[r.i:]
	n, what := 0, "a comment"
	switch {
	case strings.HasPrefix(rest, "//"):
		n = len(rest)
		if end := strings.IndexAny(rest, "\r\n"); end >= 0 {
			n = end
		}
	case strings.HasPrefix(rest, "/*"):
		if end := strings.Index(rest[2:], "*/"); end >= 0 {
			n = end + 4
		}
	case strings.HasPrefix(rest, "<!--"):
		n, what = 4, "a comment sign around the data"
		body, _, closed := strings.Cut(rest[4:], "-->")
		if inside := strings.TrimSpace(body); closed && (inside == "" || inside[0] != '{' && inside[0] != '[') {
			n, what = len(body)+7, "a comment"
		}
	case strings.HasPrefix(rest, "-->"):
		n, what = 3, "a comment sign around the data"
	case strings.HasPrefix(rest, "<![CDATA["):
		n, what = 9, "a CDATA sign around the data"
	case strings.HasPrefix(rest, "]]>"):
		n, what = 3, "a CDATA sign around the data"
	}
	if n > 0 {
		r.repair(what)
		r.i += n
	}
	return n > 0
}

// str reads a string, the reader standing on its opening quote.
func (r *reader) str() (string, error) {
	start := r.i + 1
	for i := start; i < len(r.s); i++ {
		switch c := r.s[i]; {
		case c == '"':
			s := r.s[start:i]
			if !utf8.ValidString(s) {
				return r.rewrite(start)
			}
			r.i = i + 1
			return s, nil
		case c == '\\', c < ' ':
			return r.rewrite(start)
		}
	}
	return "", r.fail("this text has no closing quote: %s", r.near())
}

// rewrite reads a string that does not stand as it is meant.
func (r *reader) rewrite(start int) (string, error) {
	var b strings.Builder
	control := false
	for i := start; i < len(r.s); {
		c := r.s[i]
		switch {
		case c == '"':
			r.i = i + 1
			return b.String(), nil
		case c == '\\':
			i = r.escape(&b, i)
		case c < ' ':
			if !control {
				control = true
				r.repair("a line end or tab inside a text, to be written as \\n or \\t")
			}
			b.WriteByte(c)
			i++
		case c < utf8.RuneSelf:
			b.WriteByte(c)
			i++
		default:
			ch, size := utf8.DecodeRuneInString(r.s[i:])
			b.WriteRune(ch)
			i += size
		}
	}
	return "", r.fail("this text has no closing quote: %s", r.near())
}

// escape writes what the escape at i stands for and returns where it ends. One
// that JSON does not know stands for the sign itself.
func (r *reader) escape(b *strings.Builder, i int) int {
	if i+1 >= len(r.s) {
		return i + 1
	}
	c := r.s[i+1]
	if at := strings.IndexByte(`"\/bfnrt`, c); at >= 0 {
		b.WriteByte("\"\\/\b\f\n\r\t"[at])
		return i + 2
	}
	if ch, ok := hex4(r.s[i:]); ok {
		i += 6
		if utf16.IsSurrogate(ch) {
			low, _ := hex4(r.s[i:])
			if pair := utf16.DecodeRune(ch, low); pair != utf8.RuneError {
				b.WriteRune(pair)
				return i + 6
			}
			ch = utf8.RuneError
		}
		b.WriteRune(ch)
		return i
	}
	r.repair(`a backslash before a sign that needs none`)
	if c < ' ' { // an escaped line end: JavaScript joins the lines
		return i + 2
	}
	return i + 1
}

// hex4 reads the escape \uXXXX that s begins with.
func hex4(s string) (rune, bool) {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return 0, false
	}
	var ch rune
	for _, c := range []byte(s[2:6]) {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			c = c | 0x20 - 'a' + 10
		default:
			return 0, false
		}
		ch = ch<<4 | rune(c)
	}
	return ch, true
}
