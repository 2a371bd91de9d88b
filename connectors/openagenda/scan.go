package openagenda

import (
	"bufio"
	"fmt"
	"io"
)

// maxDepth bounds how deep objects and lists stand in each other.
const maxDepth = 100

// scanner goes through JSON text without holding more than one value of it. It
// counts brackets and watches strings, no more: whether a value is JSON is found
// out when it is read.
type scanner struct {
	r    *bufio.Reader
	line int
}

// value is the text of one value.
type value struct {
	text  []byte // nil when fault says why it was not kept
	line  int    // at which it begins
	fault string
}

// peek returns the next byte that is no blank and stays before it; io.EOF at the
// end of the text.
func (s *scanner) peek() (byte, error) {
	for {
		c, err := s.r.ReadByte()
		if err != nil {
			return 0, err
		}
		switch c {
		case '\n':
			s.line++
		case ' ', '\t', '\r':
		default:
			return c, s.r.UnreadByte()
		}
	}
}

// inside is peek where the text must not end.
func (s *scanner) inside() (byte, error) {
	c, err := s.peek()
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return c, err
}

// want steps over a byte that has to stand here.
func (s *scanner) want(c byte) error {
	got, err := s.inside()
	if err != nil {
		return err
	}
	if got != c {
		return fmt.Errorf("line %d: this is no JSON: %q is expected, %q stands there", s.line, c, got)
	}
	_, err = s.r.Discard(1)
	return err
}

// more reports whether another element follows in what end closes, and steps
// over what stands between the elements.
func (s *scanner) more(first bool, end byte) (bool, error) {
	c, err := s.inside()
	switch {
	case err != nil:
		return false, err
	case c == end:
		_, err = s.r.Discard(1)
		return false, err
	case first:
		return true, nil
	}
	if err := s.want(','); err != nil {
		return false, err
	}
	if c, err = s.inside(); err == nil && c == end {
		return false, fmt.Errorf("line %d: this is no JSON: a comma stands before %q; take it out", s.line, end)
	}
	return err == nil, err
}

// value passes over one value and returns its text, unless it is longer than
// keep.
func (s *scanner) value(keep int) (value, error) {
	if _, err := s.inside(); err != nil {
		return value{}, err
	}
	v := value{line: s.line}
	depth, quoted, escaped := 0, false, false
	for n := 0; ; n++ {
		c, err := s.r.ReadByte()
		if err == io.EOF {
			if n > 0 && depth == 0 && !quoted { // a number at the end
				return v, nil
			}
			return v, io.ErrUnexpectedEOF
		}
		if err != nil {
			return v, err
		}
		ends := false
		switch {
		case escaped:
			escaped = false
		case quoted && c == '\\':
			escaped = true
		case c == '"':
			quoted = !quoted
			ends = !quoted && depth == 0
		case quoted:
		case c == '{', c == '[':
			if depth++; depth > maxDepth {
				v.text, v.fault = nil, fmt.Sprintf("objects and lists nest more than %d deep", maxDepth)
			}
		case depth > 0 && (c == '}' || c == ']'):
			depth--
			ends = depth == 0
		case depth == 0 && (c == ',' || c == '}' || c == ']' || c == ' ' || c == '\t' || c == '\r' || c == '\n'):
			if n == 0 {
				return v, fmt.Errorf("line %d: this is no JSON: a value is missing before %q", s.line, c)
			}
			return v, s.r.UnreadByte()
		}
		if c == '\n' {
			s.line++
		}
		switch {
		case v.fault != "":
		case len(v.text) >= keep:
			v.text, v.fault = nil, fmt.Sprintf("it is longer than %d MB", keep>>20)
		default:
			v.text = append(v.text, c)
		}
		if ends {
			return v, nil
		}
	}
}
