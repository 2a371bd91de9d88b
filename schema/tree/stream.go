package tree

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Stream reads the elements of one list in a JSON document one after the
// other, without holding more than one of them.
type Stream struct {
	r     *bufio.Reader
	max   int
	line  int
	whole bool // the document is the list
	first bool

	// Aside is told the members beside the list, those before it as Enter passes
	// them and those behind it before Next returns io.EOF; of a value longer than
	// 64 KB it is told nothing. nil for nobody: then nothing behind the list is
	// looked at.
	Aside func(name string, value []byte)
}

// maxAside bounds a value that Aside is told, in bytes.
const maxAside = 64 << 10

// NewStream reads from r; an element of more than max bytes is passed over.
func NewStream(r *bufio.Reader, max int) *Stream {
	return &Stream{r: r, max: max, line: 1, first: true}
}

// Element is the text of one element.
type Element struct {
	Text    []byte // the caller's; nil when it is too long
	Line    int    // at which it begins
	TooLong bool
}

// Enter goes to the list that the names lead to; none means the document
// itself. The error says what was found instead.
func (s *Stream) Enter(names []string) error {
	for i, name := range names {
		if c, err := s.token(); err != nil {
			return err
		} else if c != '{' {
			return fmt.Errorf("line %d: expected an object with %q in it, found %s", s.line, name, begins(c))
		}
		if err := s.member(name, strings.Join(names[:i], ".")); err != nil {
			return err
		}
	}
	c, err := s.token()
	if err != nil {
		return err
	}
	if c != '[' {
		return fmt.Errorf("line %d: expected a list, found %s", s.line, begins(c))
	}
	s.whole = len(names) == 0
	return nil
}

// member goes to the value of one member of the object just opened.
func (s *Stream) member(name, in string) error {
	var seen []string
	for {
		c, err := s.token()
		if err != nil {
			return err
		}
		if c == ',' {
			continue
		}
		if c == '}' {
			where := "the document has no " + name
			if in != "" {
				where = in + " has no " + name
			}
			return fmt.Errorf("%s; it has: %s", where, strings.Join(seen, ", "))
		}
		key, err := s.name(c)
		if err != nil {
			return err
		}
		if key == name {
			return nil
		}
		if len(seen) < 20 {
			seen = append(seen, key)
		}
		if err := s.pass(key); err != nil {
			return err
		}
	}
}

// name reads the name of a member, whose first byte is c, and the colon.
func (s *Stream) name(c byte) (string, error) {
	if c != '"' {
		return "", fmt.Errorf("line %d: this is no JSON: expected a name in quotation marks, found %q", s.line, c)
	}
	if err := s.r.UnreadByte(); err != nil {
		return "", err
	}
	key, _, err := s.scan(1 << 10)
	if err != nil {
		return "", err
	}
	var t Tree
	if err := t.JSON(string(key)); err != nil {
		return "", fmt.Errorf("line %d: this is no JSON: a name cannot be read", s.line)
	}
	if c, err = s.token(); err != nil {
		return "", err
	} else if c != ':' {
		return "", fmt.Errorf("line %d: this is no JSON: expected a colon after %s", s.line, key)
	}
	return t.Root().Text(), nil
}

// pass goes behind the value of a member beside the list.
func (s *Stream) pass(name string) error {
	if _, err := s.token(); err != nil {
		return err
	}
	if err := s.r.UnreadByte(); err != nil {
		return err
	}
	keep := 0
	if s.Aside != nil {
		keep = maxAside
	}
	value, tooLong, err := s.scan(keep)
	if err == nil && s.Aside != nil && !tooLong {
		s.Aside(name, value)
	}
	return err
}

// Next returns the next element, io.EOF after the last. Any other error ends
// the reading: the document breaks off or is no JSON between the elements.
func (s *Stream) Next() (Element, error) {
	c, err := s.token()
	if err != nil {
		return Element{}, err
	}
	if c == ']' {
		return Element{}, s.rest()
	}
	if !s.first {
		if c != ',' {
			return Element{}, fmt.Errorf("line %d: expected a comma or the end of the list, found %q", s.line, c)
		}
		if c, err = s.token(); err != nil {
			return Element{}, err
		}
	}
	s.first = false
	if c == ',' || c == ']' {
		return Element{}, fmt.Errorf("line %d: expected an element, found %q", s.line, c)
	}
	if err := s.r.UnreadByte(); err != nil {
		return Element{}, err
	}
	line := s.line
	text, tooLong, err := s.scan(s.max)
	if err != nil {
		return Element{}, err
	}
	return Element{Text: text, Line: line, TooLong: tooLong}, nil
}

// rest reads to the end of the document, so that whatever checks the whole of
// it (a decompressor, a validator) has its say.
func (s *Stream) rest() error {
	if s.Aside != nil && !s.whole {
		if err := s.behind(); err != nil {
			return err
		}
	}
	if !s.whole {
		if _, err := io.Copy(io.Discard, s.r); err != nil {
			return err
		}
		return io.EOF
	}
	c, err := s.token()
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return io.EOF
	}
	if err != nil {
		return err
	}
	return fmt.Errorf("line %d: there is more after the end of the list, beginning with %q", s.line, c)
}

// behind tells the members that stand behind the list.
func (s *Stream) behind() error {
	for {
		c, err := s.token()
		switch {
		case err != nil:
			return err
		case c == '}':
			return nil
		case c == ',':
			continue
		}
		name, err := s.name(c)
		if err == nil {
			err = s.pass(name)
		}
		if err != nil {
			return err
		}
	}
}

// token returns the first byte that is no blank; io.ErrUnexpectedEOF at the end.
func (s *Stream) token() (byte, error) {
	for {
		c, err := s.r.ReadByte()
		if err == io.EOF {
			return 0, io.ErrUnexpectedEOF
		}
		if err != nil {
			return 0, err
		}
		switch c {
		case '\n':
			s.line++
		case ' ', '\t', '\r':
		default:
			return c, nil
		}
	}
}

// scan passes over one value and returns its text, unless it is longer than
// keep. It counts brackets and watches strings, no more: what it returns may
// still be no JSON.
func (s *Stream) scan(keep int) (text []byte, tooLong bool, err error) {
	depth, quoted, escaped := 0, false, false
	take := func(b []byte) {
		if tooLong = tooLong || len(text)+len(b) > keep; tooLong {
			text = nil
			return
		}
		text = append(text, b...)
	}
	for begun := false; ; begun = true {
		if _, err := s.r.Peek(1); err == io.EOF {
			if begun && depth == 0 && !quoted {
				return text, tooLong, nil
			}
			return nil, false, io.ErrUnexpectedEOF
		} else if err != nil {
			return nil, false, err
		}
		chunk, _ := s.r.Peek(s.r.Buffered())
		for i, c := range chunk {
			end := -1 // of the value in the chunk
			switch {
			case quoted:
				switch {
				case escaped:
					escaped = false
				case c == '\\':
					escaped = true
				case c == '"':
					if quoted = false; depth == 0 {
						end = i + 1
					}
				}
			case c == '"':
				quoted = true
			case c == '{' || c == '[':
				depth++
			case (c == '}' || c == ']') && depth > 0:
				if depth--; depth == 0 {
					end = i + 1
				}
			case depth == 0 && (c == ',' || c == '}' || c == ']' || c == ' ' || c == '\t' || c == '\r' || c == '\n'):
				end = i
			}
			if c == '\n' && end != i {
				s.line++
			}
			if end >= 0 {
				take(chunk[:end])
				_, err := s.r.Discard(end)
				return text, tooLong, err
			}
		}
		take(chunk)
		if _, err := s.r.Discard(len(chunk)); err != nil {
			return nil, false, err
		}
	}
}

// begins says what a value is by its first byte.
func begins(c byte) string {
	switch {
	case c == '{':
		return Object.String()
	case c == '[':
		return Array.String()
	case c == '"':
		return String.String()
	case c == 't' || c == 'f':
		return Bool.String()
	case c == 'n':
		return Null.String()
	case c == '-' || c >= '0' && c <= '9':
		return Number.String()
	}
	return fmt.Sprintf("%q", c)
}
