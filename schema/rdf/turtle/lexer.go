package turtle

import (
	"bytes"
	"io"

	"moselle/schema/rdf"
)

// kind is what a token is; punctuation is its own byte.
type kind uint8

const (
	end    kind = iota // of all that can be read
	broken             // no token; fault says why
	iriRef             // <...>
	name               // a:b
	blank              // _:a
	text               // a string, its quotes included
	integer
	decimal
	double
	lang  // @fr, and @prefix
	word  // a, true, PREFIX
	caret // ^^
)

// lexer cuts a document into the terminals of Turtle (section 6.5). It looks at
// one token, buf[start:pos]; the next call gives up its bytes.
type lexer struct {
	input
	kind    kind
	escaped bool // the token holds escapes
	colon   int  // where the prefix of a name ends, from start
	quotes  int  // that open a text: 1 or 3
	fault   *rdf.SyntaxError
	astray  bool // after a fault: the rest of the line means nothing
}

func (l *lexer) raw() []byte { return l.buf[l.start:l.pos] }

// is reports whether the token is that piece of punctuation.
func (l *lexer) is(c byte) bool { return l.kind == kind(c) }

// fail makes the token a broken one because of what stands at pos.
func (l *lexer) fail(pos int, format string, args ...any) {
	l.kind, l.fault = broken, l.errorAt(pos, format, args...)
}

// next moves on to the next token.
func (l *lexer) next() {
	l.space()
	l.escaped, l.astray = false, false
	switch c := l.peek(); c {
	case -1:
		l.ended()
	case '<':
		l.iriRef()
	case '"', '\'':
		l.text(byte(c))
	case '@':
		l.lang()
	case '_':
		l.blank()
	case '+', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		l.number()
	case '.':
		if d := l.peekAt(1); d >= '0' && d <= '9' {
			l.number()
			return
		}
		l.punctuation('.')
	case ',', ';', '[', ']', '(', ')', '{', '}':
		l.punctuation(byte(c))
	case '^':
		if l.peekAt(1) != '^' {
			l.stray()
			return
		}
		l.pos += 2
		l.kind = caret
	default:
		l.name()
	}
}

func (l *lexer) punctuation(c byte) {
	l.pos++
	l.kind = kind(c)
}

// space passes over white space and comments.
func (l *lexer) space() {
	for {
		l.start = l.pos
		switch l.peek() {
		case ' ', '\t', '\r', '\n':
			l.pos++
		case '#':
			for c := l.peek(); c >= 0 && c != '\n' && c != '\r'; c = l.peek() {
				l.pos++
				l.start = l.pos
			}
		default:
			return
		}
	}
}

// ended makes a token of the place where nothing more can be read.
func (l *lexer) ended() {
	l.kind = end
	if l.bad {
		l.fail(l.end, notUTF8)
		l.astray = true
	}
}

// unfinished ends a token that the input's end cuts off.
func (l *lexer) unfinished(message string) {
	if l.bad || l.err != io.EOF {
		l.ended()
		return
	}
	l.fail(l.start, "%s", message)
	l.pos = l.end
	l.astray = true
}

// stray makes a broken token of a character that begins none.
func (l *lexer) stray() {
	r, size := l.rune()
	l.fail(l.pos, "%q begins no term and is no punctuation of the format", r)
	l.pos += size
	l.astray = true
}

// lang reads @ and a language tag (LANGTAG), or the word of a directive.
func (l *lexer) lang() {
	l.pos++
	l.kind = lang
	for first := true; ; first = false {
		n := 0
		for c := l.peek(); c >= 0 && (letter(byte(c)) || !first && digit(byte(c))); c = l.peek() {
			l.pos++
			n++
		}
		if n == 0 {
			l.fail(l.pos, "a language tag such as fr or de-LU should go on here")
			return
		}
		if l.peek() != '-' {
			return
		}
		l.pos++
	}
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func digit(c byte) bool { return c >= '0' && c <= '9' }

// skipLine passes over the rest of the line; it reports whether the line ends
// in a full stop, as a statement does.
func (l *lexer) skipLine() (stop bool) {
	stop = bytes.HasSuffix(bytes.TrimRight(l.raw(), " \t\r\n"), []byte{'.'})
	for {
		l.start = l.pos
		c := l.peek()
		switch c {
		case -1:
			if !l.bad {
				return stop
			}
			l.skipBad()
			continue
		case '\n', '\r':
			return stop
		case ' ', '\t':
		default:
			stop = c == '.'
		}
		l.pos++
	}
}
