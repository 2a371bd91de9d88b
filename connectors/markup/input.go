package markup

import (
	"errors"
	"io"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// maxToken bounds what stands between two signs of markup, in bytes: one text,
// one tag, one comment. What is longer cannot be skipped without holding it.
const maxToken = 16 << 20

var errToken = errors.New("a single text, tag or comment is longer than 16 MB")

// input feeds the parser. It makes each byte fit for XML, keeps the bytes from a
// mark on and ends when one token grows too long.
type input struct {
	r     io.Reader
	raw   []byte // what was read
	tail  int    // bytes at the end of raw that begin a character
	buf   []byte // raw made fit
	pos   int
	base  int64 // of buf[0] in the document
	mark  int64 // from where bytes are kept; negative for none
	kept  []byte
	token int64 // where the present token began
	err   error
	warn  func(string)
	told  map[string]bool
}

func newInput(r io.Reader, warn func(string)) *input {
	return &input{r: r, raw: make([]byte, 64<<10), mark: -1, warn: warn, told: map[string]bool{}}
}

// Read is there because the parser's reader has to be an io.Reader too.
func (in *input) Read(p []byte) (int, error) {
	if in.pos == len(in.buf) {
		if err := in.refill(); err != nil {
			return 0, err
		}
	}
	n := copy(p, in.buf[in.pos:])
	in.pos += n
	return n, nil
}

// ReadByte returns the next byte of the document.
func (in *input) ReadByte() (byte, error) {
	if in.pos == len(in.buf) {
		if err := in.refill(); err != nil {
			return 0, err
		}
	}
	b := in.buf[in.pos]
	in.pos++
	return b, nil
}

func (in *input) refill() error {
	if in.mark >= 0 {
		in.kept = append(in.kept, in.buf[max(0, int(in.mark-in.base)):]...)
	}
	in.base += int64(len(in.buf))
	in.buf, in.pos = nil, 0
	if in.base-in.token > maxToken {
		in.err = errToken
	}
	for len(in.buf) == 0 {
		if in.err != nil {
			return in.err
		}
		var n int
		have := copy(in.raw, in.raw[len(in.raw)-in.tail:])
		n, in.err = io.ReadAtLeast(in.r, in.raw[have:cap(in.raw)], 1)
		in.raw = in.raw[:have+n]
		in.tail = 0
		if in.err == nil {
			in.tail = unfinished(in.raw)
		}
		in.buf = in.fit(in.raw[:len(in.raw)-in.tail])
	}
	return nil
}

// unfinished returns how many bytes at the end begin a character that goes on.
func unfinished(b []byte) int {
	for n := 1; n < utf8.UTFMax && n <= len(b); n++ {
		if c := b[len(b)-n]; utf8.RuneStart(c) {
			if c >= utf8.RuneSelf && !utf8.FullRune(b[len(b)-n:]) {
				return n
			}
			return 0
		}
	}
	return 0
}

// fit replaces what XML does not allow: control characters become blanks, bytes
// that are no UTF-8 the characters of Windows-1252.
func (in *input) fit(b []byte) []byte {
	if utf8.Valid(b) && !slices.ContainsFunc(b, forbidden) {
		return b
	}
	out := make([]byte, 0, len(b)+len(b)/8)
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && n == 1:
			in.say("the file is not UTF-8 throughout, as it says or as XML has to be when it does not say; what is not is read as Windows-1252")
			r = charmap.Windows1252.DecodeByte(b[0])
		case forbidden(b[0]):
			in.say("the file holds control characters, which XML forbids; they are read as blanks")
			r = ' '
		}
		out = utf8.AppendRune(out, r)
		b = b[n:]
	}
	return out
}

func forbidden(c byte) bool { return c < ' ' && c != '\n' && c != '\t' && c != '\r' }

func (in *input) say(message string) {
	if !in.told[message] && in.warn != nil {
		in.warn(message)
	}
	in.told[message] = true
}

// keep begins to keep bytes from the offset on, which is not before the present
// buffer.
func (in *input) keep(from int64) { in.mark, in.kept = from, nil }

// taken returns the bytes from the mark to the offset and stops keeping them.
func (in *input) taken(to int64) []byte {
	out := append(in.kept, in.buf[max(0, int(in.mark-in.base)):int(to-in.base)]...)
	in.mark, in.kept = -1, nil
	return out
}

// drop stops keeping bytes.
func (in *input) drop() { in.mark, in.kept = -1, nil }
