package markup

import (
	"bytes"
	"unicode/utf8"
)

// characters reads text up to the next tag or reference to an entity.
func (s *Scanner) characters() error {
	if s.less <= s.pos {
		end, err := s.find(s.pos, "<")
		if err != nil {
			return err
		}
		if end < 0 {
			end = len(s.buf)
		}
		s.less = end
	}
	end := s.less
	if len(s.open) == 0 {
		if i := skipWhite(s.buf[:end], s.pos); i < end {
			return s.fault(i, "text stands outside the document's element: not XML")
		}
		s.pos = end
		return nil
	}
	run := s.buf[s.pos:end]
	i := 0
	high := false
	for i < len(run) {
		c := run[i]
		if class[c]&special != 0 {
			if c < 0x80 && !(c == ']' && !bytes.HasPrefix(run[i:], []byte("]]>"))) {
				break
			}
			high = high || c >= 0x80
		}
		i++
	}
	if high {
		if err := s.valid(run[:i], s.pos); err != nil {
			return err
		}
	}
	if i == len(run) {
		s.tok.Kind, s.tok.Text, s.pos = Text, run, end
		return nil
	}
	s.text = append(s.text, run[:i]...)
	return s.rewrite(run, i)
}

// rewrite reads on in a run of text whose first i bytes are in s.text, up to
// its end or a reference to an entity, which it enters when it stands first.
func (s *Scanner) rewrite(run []byte, i int) error {
	for i < len(run) {
		switch c := run[i]; {
		case c == '\r':
			s.text = append(s.text, '\n')
			if i++; i < len(run) && run[i] == '\n' {
				i++
			}
		case c == '&':
			n, r, name, err := s.reference(run[i:], s.pos+i)
			if err != nil {
				return err
			}
			if name != nil {
				if len(s.text) > 0 {
					s.tok.Kind, s.tok.Text, s.pos = Text, s.text, s.pos+i
					return nil
				}
				at := s.pos + i
				s.pos = at + n
				return s.enter(name, at)
			}
			s.text = utf8.AppendRune(s.text, r)
			i += n
		case c == ']' && bytes.HasPrefix(run[i:], []byte("]]>")):
			return s.fault(s.pos+i, "\"]]>\" stands in text; write ]]&gt;")
		default:
			start := i
			for i++; i < len(run) && run[i] != '\r' && run[i] != '&' && run[i] != ']'; i++ {
			}
			if err := s.valid(run[start:i], s.pos+start); err != nil {
				return err
			}
			s.text = append(s.text, run[start:i]...)
		}
	}
	s.tok.Kind, s.tok.Text, s.pos = Text, s.text, s.pos+len(run)
	return nil
}

// plain returns text at a place of the window, in which nothing but line ends is rewritten.
func (s *Scanner) plain(text []byte, at int) ([]byte, error) {
	if err := s.valid(text, at); err != nil {
		return nil, err
	}
	if bytes.IndexByte(text, '\r') < 0 {
		return text, nil
	}
	for i, c := range text {
		switch {
		case c != '\r':
			s.text = append(s.text, c)
		case i+1 == len(text) || text[i+1] != '\n':
			s.text = append(s.text, '\n')
		}
	}
	return s.text, nil
}

// valid checks that text at a place of the window is UTF-8 and made of
// characters that XML allows.
func (s *Scanner) valid(text []byte, at int) error {
	for i := 0; i < len(text); {
		if c := text[i]; c < 0x80 {
			if class[c]&control != 0 && class[c]&white == 0 {
				return s.fault(at+i, "the control character U+%04X may not stand in XML", rune(c))
			}
			i++
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			return s.fault(at+i, "not UTF-8; save the file in the encoding it declares")
		case r == utf8.RuneError && s.foreign:
			return s.fault(at+i, "no character of the encoding that the file declares")
		case r == 0xFFFE || r == 0xFFFF:
			return s.fault(at+i, "U+%04X is no character of XML", r)
		}
		i += size
	}
	return nil
}
