package turtle

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"moselle/schema/rdf"
)

// MaxToken bounds a token such as a text, in bytes.
const MaxToken = 8 << 20

var errLong = errors.New("a text or name is longer than 8 MB")

const notUTF8 = "not UTF-8; save the file in that encoding"

// input is the window on a document that a lexer sees: from the start of the
// token at hand to as far as was read. Positions count from its beginning.
type input struct {
	r            io.Reader
	buf          []byte
	start, pos   int   // of the token at hand, and of the next byte
	end          int   // buf[:end] is UTF-8
	bad          bool  // what follows it is not
	err          error // why no more can be read
	mark         int   // a place behind, of which
	line, column int   // are known, from 0
}

func newInput(r io.Reader) input {
	in := input{r: r, buf: make([]byte, 0, 64<<10)}
	if in.peekAt(2) >= 0 && string(in.buf[:3]) == "\ufeff" {
		in.pos = 3 // the mark of an encoding, not a part of the text
	}
	return in
}

// peek returns the next byte, or -1 where the input ends.
func (in *input) peek() int {
	if in.pos < in.end {
		return int(in.buf[in.pos])
	}
	return in.peekAt(0)
}

// peekAt returns the byte n places on, or -1 beyond the end.
func (in *input) peekAt(n int) int {
	for in.pos+n >= in.end {
		if !in.more() {
			return -1
		}
	}
	return int(in.buf[in.pos+n])
}

// rune returns the character that begins at the position, which is not the
// end, and its length in bytes.
func (in *input) rune() (rune, int) { return utf8.DecodeRune(in.buf[in.pos:in.end]) }

// more reads on; it reports whether there is more to see.
func (in *input) more() bool {
	if in.bad || in.err != nil {
		return false
	}
	in.slide()
	if len(in.buf) == cap(in.buf) {
		if len(in.buf) >= MaxToken {
			in.err = errLong
			return false
		}
		in.buf = append(make([]byte, 0, 2*cap(in.buf)), in.buf...)
	}
	for range 100 { // a reader that gives nothing so often is broken
		n, err := in.r.Read(in.buf[len(in.buf):cap(in.buf)])
		in.buf = in.buf[:len(in.buf)+n]
		if err != nil {
			in.err = err
		}
		if before := in.end; n > 0 || err != nil {
			in.check()
			if in.end > before || in.bad || in.err != nil {
				return in.end > before
			}
		}
	}
	in.err = io.ErrNoProgress
	return false
}

// check moves end over what is UTF-8; the last character may be incomplete
// until all is read.
func (in *input) check() {
	fresh := in.buf[in.end:]
	if utf8.Valid(fresh) {
		in.end = len(in.buf)
		return
	}
	for len(fresh) > 0 {
		r, size := utf8.DecodeRune(fresh)
		if r == utf8.RuneError && size == 1 {
			in.bad = utf8.FullRune(fresh) || in.err != nil
			return
		}
		fresh = fresh[size:]
		in.end += size
	}
}

// skipBad passes over a byte that is not UTF-8.
func (in *input) skipBad() {
	in.bad = false
	in.end++
	in.pos = in.end
	in.check()
}

// slide drops what lies before the token at hand.
func (in *input) slide() {
	if in.start == 0 {
		return
	}
	in.advance()
	n := copy(in.buf, in.buf[in.start:])
	in.buf = in.buf[:n]
	in.pos -= in.start
	in.end -= in.start
	in.start, in.mark = 0, 0
}

// advance moves the mark to the token at hand, so that no place is counted twice.
func (in *input) advance() {
	in.line, in.column = in.place(in.start)
	in.mark = in.start
}

// place returns line and column of a position not before the mark, from 0.
func (in *input) place(pos int) (line, column int) {
	before := in.buf[in.mark:pos]
	line, column = in.line, in.column
	if n := bytes.Count(before, []byte{'\n'}); n > 0 {
		line, column = line+n, 0
		before = before[bytes.LastIndexByte(before, '\n')+1:]
	}
	return line, column + utf8.RuneCount(before)
}

func (in *input) errorAt(pos int, format string, args ...any) *rdf.SyntaxError {
	in.advance()
	line, column := in.place(pos)
	return &rdf.SyntaxError{Line: line + 1, Column: column + 1, Message: fmt.Sprintf(format, args...)}
}
