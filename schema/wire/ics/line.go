package ics

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// lines reads logical lines: physical ones (CRLF, LF or CR) with their folds
// undone (RFC 5545, section 3.1). Folds are undone on octets, because writers
// fold inside UTF-8 sequences.
type lines struct {
	br   *bufio.Reader
	line int // physical lines read
	buf  []byte
	err  error // what reading ended by, once the line before it was returned
}

// newLines takes off a byte order mark; UTF-16 is turned into UTF-8.
func newLines(r io.Reader) *lines {
	br := bufio.NewReaderSize(r, 64<<10)
	head, _ := br.Peek(3)
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		_, _ = br.Discard(3)
	case bytes.HasPrefix(head, []byte("\xfe\xff")), bytes.HasPrefix(head, []byte("\xff\xfe")):
		utf16 := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
		br = bufio.NewReaderSize(transform.NewReader(br, utf16.NewDecoder()), 64<<10)
	}
	return &lines{br: br}
}

// errLong is a line above MaxLine; it was read over.
var errLong = errors.New("line too long")

// next returns the next line that is not empty and the number of its first
// physical line; io.EOF at the end. The bytes are good until the next call.
func (l *lines) next() ([]byte, int, error) {
	if l.err != nil {
		return nil, l.line, l.err
	}
	l.buf = l.buf[:0]
	long := false
	for len(l.buf) == 0 && !long {
		var err error
		if long, err = l.physical(); err != nil {
			return nil, l.line, err
		}
	}
	first := l.line
	for {
		c, err := l.br.Peek(1)
		l.err = err
		switch {
		case err == nil && softBreak(l.buf):
			l.buf = l.buf[:len(l.buf)-1]
		case err != nil, c[0] != ' ' && c[0] != '\t' && c[0] != '\r' && c[0] != '\n':
			if long {
				return nil, first, errLong
			}
			return l.buf, first, nil
		}
		if c[0] == ' ' || c[0] == '\t' {
			_, _ = l.br.Discard(1)
		}
		more, err := l.physical()
		if err != nil {
			return nil, l.line, err
		}
		long = long || more
	}
}

// softBreak reports whether a quoted-printable value goes on in the next line
// although that is not folded (vCalendar 1.0).
func softBreak(b []byte) bool {
	if len(b) == 0 || b[len(b)-1] != '=' {
		return false
	}
	head, _, _ := bytes.Cut(b, []byte(":"))
	return bytes.Contains(bytes.ToUpper(head), []byte("QUOTED-PRINTABLE"))
}

// physical appends one physical line to the buffer and reports whether that
// has become too long. io.EOF only when there is nothing left at all.
func (l *lines) physical() (long bool, err error) {
	l.line++
	for {
		if _, err := l.br.Peek(1); err != nil {
			if err == io.EOF && len(l.buf) == 0 {
				l.line--
				return long, io.EOF
			}
			if err == io.EOF {
				err = nil
			}
			return long, err
		}
		chunk, _ := l.br.Peek(l.br.Buffered())
		end := bytes.IndexByte(chunk, '\n')
		if end < 0 {
			end = len(chunk)
		}
		if cr := bytes.IndexByte(chunk[:end], '\r'); cr >= 0 {
			end = cr
		}
		if room := MaxLine - len(l.buf); end <= room {
			l.buf = append(l.buf, chunk[:end]...)
		} else {
			l.buf = append(l.buf, chunk[:max(room, 0)]...)
			long = true
		}
		if end == len(chunk) {
			_, _ = l.br.Discard(end)
			continue
		}
		cr := chunk[end] == '\r'
		_, _ = l.br.Discard(end + 1)
		if cr {
			if c, _ := l.br.Peek(1); len(c) == 1 && c[0] == '\n' {
				_, _ = l.br.Discard(1)
			}
		}
		return long, nil
	}
}

// utf8Text returns octets as text: as they are when they are UTF-8, else from
// the charset, else from Windows-1252, which holds Latin-1.
func utf8Text(b []byte, charset string) string {
	if utf8.Valid(b) {
		return string(b)
	}
	var enc encoding.Encoding = charmap.Windows1252
	if e, err := htmlindex.Get(charset); err == nil && e != unicode.UTF8 {
		enc = e
	}
	out, err := enc.NewDecoder().Bytes(b)
	if err != nil {
		return string(bytes.ToValidUTF8(b, []byte("\uFFFD")))
	}
	for i, c := range out { // a decoded line stays one line
		if c == '\r' || c == '\n' {
			out[i] = ' '
		}
	}
	return string(out)
}
