package turtle

import "unicode/utf8"

// iriByte marks what may stand between angle brackets (IRIREF), except the
// backslash of an escape.
var iriByte = func() (t [256]bool) {
	for c := 0x21; c < 0x100; c++ {
		t[c] = true
	}
	for _, c := range "<>\"{}|^`\\" {
		t[c] = false
	}
	return t
}()

// iriRef reads an IRI between angle brackets.
func (l *lexer) iriRef() {
	l.pos++
	l.kind = iriRef
	for {
		buf, pos := l.buf[:l.end], l.pos
		for pos < len(buf) && iriByte[buf[pos]] {
			pos++
		}
		l.pos = pos
		switch c := l.peek(); {
		case c == '>':
			l.pos++
			return
		case c == '\\':
			l.escaped = true
			l.pos++
		case c < 0:
			l.unfinished("the IRI that begins here has no closing angle bracket")
			return
		case !iriByte[c]:
			l.badIRI()
			return
		}
	}
}

// badIRI reports a character that an IRI may not hold, and finds its end.
func (l *lexer) badIRI() {
	r, _ := l.rune()
	if r == '\n' || r == '\r' {
		l.fail(l.start, "the IRI that begins here has no closing angle bracket on its line")
		l.astray = true
		return
	}
	l.fail(l.pos, "%q may not stand in an IRI; write it percent-encoded", r)
	for c := l.peek(); c != '>'; c = l.peek() {
		if c < 0 || c == '\n' || c == '\r' {
			l.astray = true
			return
		}
		l.pos++
	}
	l.pos++
}

// text reads a string between one or three quotes of either kind.
func (l *lexer) text(quote byte) {
	l.kind, l.quotes = text, 1
	if l.peekAt(1) == int(quote) {
		if l.peekAt(2) != int(quote) {
			l.pos += 2
			return
		}
		l.quotes = 3
	}
	l.pos += l.quotes
	for {
		buf, pos := l.buf[:l.end], l.pos
		for pos < len(buf) && buf[pos] != quote && buf[pos] != '\\' && buf[pos] != '\n' && buf[pos] != '\r' {
			pos++
		}
		l.pos = pos
		switch c := l.peek(); {
		case c < 0:
			l.unfinished("the text that begins here has no closing quote")
			return
		case c == '\\':
			l.escaped = true
			if l.peekAt(1) < 0 {
				l.unfinished("the text that begins here has no closing quote")
				return
			}
			_, size := utf8.DecodeRune(l.buf[l.pos+1 : l.end])
			l.pos += 1 + size
		case c == int(quote):
			if l.quotes == 1 || l.peekAt(1) == c && l.peekAt(2) == c {
				l.pos += l.quotes
				return
			}
			l.pos++
		case (c == '\n' || c == '\r') && l.quotes == 1:
			l.fail(l.start, "the text that begins here has no closing quote on its line")
			l.astray = true
			return
		default:
			l.pos++
		}
	}
}
