package turtle

import (
	"strings"
	"unicode/utf8"

	"moselle/schema/rdf/ntriples"
)

// chars passes over name characters and full stops, of which those at the end
// do not belong to the name. More says what else belongs to it.
func (l *lexer) chars(more func(c byte) bool) {
	dots := 0
	for c := l.peek(); c >= 0; c = l.peek() {
		size := 1
		switch b := byte(c); {
		case letter(b) || digit(b) || b == '_' || b == '-':
			dots = 0
		case b == '.':
			dots++
		case b >= utf8.RuneSelf:
			var r rune
			if r, size = l.rune(); !ntriples.NameChar(r) {
				l.pos -= dots
				return
			}
			dots = 0
		case more != nil && more(b):
			dots = 0
			if b == '\\' || b == '%' {
				size = 0 // more has moved on
			}
		default:
			l.pos -= dots
			return
		}
		l.pos += size
	}
	l.pos -= dots
}

// blank reads a blank node with its label (BLANK_NODE_LABEL).
func (l *lexer) blank() {
	if l.peekAt(1) != ':' {
		l.fail(l.pos, "a blank node begins with _: and a name")
		l.pos++
		return
	}
	l.pos += 2
	l.kind = blank
	first := l.pos - l.start
	if l.peek() >= 0 {
		if r, _ := l.rune(); ntriples.NameStart(r) {
			l.chars(nil)
		}
	}
	if l.pos == l.start+first {
		l.fail(l.pos, "the name of a blank node should begin here")
	}
}

// name reads a prefixed name (PNAME_NS, PNAME_LN) or a word without a colon.
func (l *lexer) name() {
	if l.peek() != ':' {
		r, size := l.rune()
		if !ntriples.NameStart(r) {
			l.stray()
			return
		}
		l.pos += size
		l.chars(nil)
	}
	if l.peek() != ':' {
		l.kind = word
		return
	}
	l.kind = name
	l.colon = l.pos - l.start
	l.pos++
	if l.peek() < 0 {
		return
	}
	// A local name may begin with a digit or a colon, but with no other mark.
	if r, _ := l.rune(); ntriples.NameStart(r) || strings.ContainsRune(`:%\`, r) {
		l.chars(l.localMark)
	}
}

// localMark reports whether c goes on a local name: a colon, an escaped mark
// or a percent-encoded byte (PLX), over which it moves.
func (l *lexer) localMark(c byte) bool {
	switch c {
	case ':':
		return true
	case '%':
		if hex(l.peekAt(1)) && hex(l.peekAt(2)) {
			l.pos += 3
			return true
		}
	case '\\':
		if d := l.peekAt(1); d > 0 && strings.IndexByte(`_~.-!$&'()*+,;=/?#@%`, byte(d)) >= 0 {
			l.pos += 2
			l.escaped = true
			return true
		}
	}
	return false
}

func hex(c int) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

// number reads an integer, a decimal or a double.
func (l *lexer) number() {
	if c := l.peek(); c == '+' || c == '-' {
		l.pos++
	}
	l.kind = integer
	whole := l.digits()
	if l.peek() == '.' {
		after := l.peekAt(1)
		switch {
		case after >= '0' && after <= '9':
			l.kind = decimal
			l.pos++
			l.digits()
		case whole && l.exponent(1) > 0:
			l.pos++
		}
	}
	if n := l.exponent(0); n > 0 && (whole || l.kind == decimal) {
		l.kind = double
		l.pos += n
		l.digits()
	} else if !whole && l.kind == integer {
		l.fail(l.pos, "the digits of a number should stand here")
	}
}

func (l *lexer) digits() (any bool) {
	for c := l.peek(); c >= '0' && c <= '9'; c = l.peek() {
		l.pos++
		any = true
	}
	return any
}

// exponent returns the length of the e and sign of an exponent that begins at
// places on; 0 when none does.
func (l *lexer) exponent(at int) int {
	if c := l.peekAt(at); c != 'e' && c != 'E' {
		return 0
	}
	n := 1
	if c := l.peekAt(at + 1); c == '+' || c == '-' {
		n = 2
	}
	if c := l.peekAt(at + n); c < '0' || c > '9' {
		return 0
	}
	return n
}
