package markup

import "unicode/utf8"

// value returns an attribute's value, normalised (XML 1.0, section 3.3.3).
func (s *Scanner) value(raw []byte, at int) ([]byte, error) {
	high := false
	for i, c := range raw {
		if class[c]&quoted != 0 {
			if c < 0x80 {
				start := len(s.values)
				if err := s.normalise(raw, i, at, 0); err != nil {
					return nil, err
				}
				return s.values[start:], nil
			}
			high = true
		}
	}
	if high {
		return raw, s.valid(raw, at)
	}
	return raw, nil
}

// normalise appends raw, of which the first i bytes need nothing, to s.values.
func (s *Scanner) normalise(raw []byte, i, at, nesting int) error {
	if nesting == 0 { // entities were looked at where they are declared
		if err := s.valid(raw, at); err != nil {
			return err
		}
	}
	s.values = append(s.values, raw[:i]...)
	for i < len(raw) {
		switch c := raw[i]; c {
		case '<':
			return s.fault(at, "\"<\" stands in the value of an attribute; write &lt;")
		case '\r':
			if i+1 == len(raw) || raw[i+1] != '\n' {
				s.values = append(s.values, ' ')
			}
			i++
		case '\t', '\n':
			s.values = append(s.values, ' ')
			i++
		case '&':
			n, r, name, err := s.reference(raw[i:], at)
			if err != nil {
				return err
			}
			i += n
			if name == nil {
				s.values = utf8.AppendRune(s.values, r)
				continue
			}
			text, err := s.expand(name, at, nesting)
			if err != nil {
				return err
			}
			if err := s.normalise([]byte(text), 0, at, nesting+1); err != nil {
				return err
			}
		default:
			s.values = append(s.values, c)
			i++
		}
	}
	return nil
}
