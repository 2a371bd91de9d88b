package markup

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"

	"moselle/schema/rdf"
)

// source is a text that is being read: the document, of which buf is a window,
// or the replacement text of an entity.
type source struct {
	buf    []byte
	pos    int       // of the next byte to read
	less   int       // place of the first "<" behind pos or the end, if it is known
	reader io.Reader // nil when buf is all there is
	entity string    // its name, "" for the document
	depth  int       // of open elements where it began
}

// Scanner reads tokens. The zero Scanner is not ready: see New.
type Scanner struct {
	source
	outer     []source // the sources that wait for the end of the entity
	line      int      // place of buf[0] of the document
	column    int
	at        int  // start of the token in buf
	read      int  // bytes of the document so far, in UTF-8
	foreign   bool // the document is not in UTF-8
	err       error
	tok       Token
	open      []element
	names     []byte // raw names of the open elements, end to end
	bindings  []binding
	inherited int // bindings in force outside the tag that is being read
	called    int // place of the reference to the outermost entity
	interned  map[string]Name
	spaces    map[string]string
	entities  map[string]entity
	expanded  int
	values    []byte // attribute values that had to be rewritten
	text      []byte // text that had to be rewritten
	closing   bool   // an End is due for an empty element
	rooted    bool   // the root element was seen
	typed     bool   // the document type was seen
}

type element struct {
	name  Name
	start int // of the raw name in names
	bound int // bindings in force outside it
}

// New returns a scanner of the document in r, in whatever encoding it declares.
func New(r io.Reader) (*Scanner, error) {
	s := &Scanner{
		line: 1, column: 1,
		interned: map[string]Name{},
		spaces:   map[string]string{},
		entities: map[string]entity{},
		bindings: []binding{{"xml", XMLSpace}},
	}
	text, foreign, err := decode(r)
	if err != nil {
		return nil, err
	}
	s.reader, s.foreign = text, foreign
	s.buf = make([]byte, 0, 64<<10)
	return s, nil
}

// Depth returns the number of open elements.
func (s *Scanner) Depth() int { return len(s.open) }

// Err returns the error that ended the document, nil while it goes on.
func (s *Scanner) Err() error { return s.err }

// more reads on. It keeps the token that began at s.at, and moves it to the
// front of the window; s.pos moves with it. It reports whether there was more.
func (s *Scanner) more() (bool, error) {
	if s.reader == nil {
		return false, nil
	}
	if s.at > 0 {
		s.line, s.column = advance(s.line, s.column, s.buf[:s.at])
		s.buf = s.buf[:copy(s.buf, s.buf[s.at:])]
		s.pos -= s.at
		s.less -= s.at
		s.at = 0
	}
	if len(s.buf) == cap(s.buf) {
		if len(s.buf) >= maxToken {
			return false, s.fault(0, "a tag, text or comment that begins here is longer than %d MB", maxToken>>20)
		}
		s.buf = append(make([]byte, 0, 2*cap(s.buf)), s.buf...)
	}
	for range 100 {
		n, err := s.reader.Read(s.buf[len(s.buf):cap(s.buf)])
		s.buf = s.buf[:len(s.buf)+n]
		s.read += n
		if n > 0 {
			return true, nil // an error comes again with the next call
		}
		if err == io.EOF {
			s.reader = nil
			return false, nil
		}
		if err != nil {
			return false, err
		}
	}
	return false, io.ErrNoProgress
}

// find returns the place of the first sep at or after from, reading on as far
// as it takes; -1 when there is none.
func (s *Scanner) find(from int, sep string) (int, error) {
	from -= s.at
	for {
		if i := bytes.Index(s.buf[s.at+from:], []byte(sep)); i >= 0 {
			return s.at + from + i, nil
		}
		from = max(from, len(s.buf)-s.at-len(sep)+1)
		if ok, err := s.more(); !ok {
			return -1, err
		}
	}
}

// need reads on until n bytes follow the position, or the text ends.
func (s *Scanner) need(n int) error {
	for len(s.buf)-s.pos < n {
		if ok, err := s.more(); !ok {
			return err
		}
	}
	return nil
}

// Fault returns an error at the start of the token.
func (s *Scanner) Fault(format string, args ...any) error {
	return s.fault(s.at, format, args...)
}

// FaultAt returns an error at the place of an attribute of the token.
func (s *Scanner) FaultAt(a *Attr, format string, args ...any) error {
	return s.fault(a.at, format, args...)
}

// fault returns an error at a place of the window. Within an entity the place
// is that of the reference to it, which is what someone can find.
func (s *Scanner) fault(at int, format string, args ...any) error {
	message := fmt.Sprintf(format, args...)
	window := s.buf
	if len(s.outer) > 0 {
		message = fmt.Sprintf("in the entity &%s;: %s", s.entity, message)
		window, at = s.outer[0].buf, s.called
	}
	line, column := advance(s.line, s.column, window[:min(at, len(window))])
	return &rdf.SyntaxError{Line: line, Column: column, Message: message}
}

// advance returns the place after text that begins at the given place.
func advance(line, column int, text []byte) (int, int) {
	if n := bytes.Count(text, []byte{'\n'}); n > 0 {
		line += n
		column = 1
		text = text[bytes.LastIndexByte(text, '\n')+1:]
	}
	return line, column + utf8.RuneCount(text)
}
