package markup

import "bytes"

// startTag reads the tag of an element that opens or is empty.
func (s *Scanner) startTag() error {
	end, err := s.tagEnd()
	if err != nil {
		return err
	}
	tag := s.buf[:end]
	empty := tag[end-1] == '/'
	if empty {
		tag = tag[:end-1]
	}
	switch {
	case len(s.open) == 0 && s.rooted:
		return s.Fault("a second element stands beside the document's one")
	case len(s.open) >= maxDepth:
		return s.Fault("more than %d elements are nested", maxDepth)
	}
	i, colon := qname(tag, s.pos+1)
	if i == s.pos+1 {
		return s.Fault("\"<\" stands where no tag begins; in text write &lt;")
	}
	raw := tag[s.pos+1 : i]
	s.tok.Kind, s.tok.Raw, s.values = Start, raw, s.values[:0]
	e := element{start: len(s.names), bound: len(s.bindings)}
	s.inherited = e.bound
	for i < len(tag) {
		if i, err = s.attribute(tag, i); err != nil {
			return err
		}
	}
	// Only now are all declarations of the tag known.
	if e.name, err = s.resolve(s.at, raw, colon-s.pos-1, true); err != nil {
		return err
	}
	if err := s.resolveAttrs(); err != nil {
		return err
	}
	s.tok.Name = e.name
	s.names = append(s.names, raw...)
	s.open = append(s.open, e)
	s.pos, s.rooted, s.closing = end+1, true, empty
	return nil
}

// tagEnd returns the place of the ">" that ends the tag at the position.
func (s *Scanner) tagEnd() (int, error) {
	i := s.pos + 1
	for {
		for i < len(s.buf) {
			switch c := s.buf[i]; c {
			case '>':
				return i, nil
			case '<':
				return 0, s.fault(i, "\"<\" stands within a tag")
			case '"', '\'':
				n := bytes.IndexByte(s.buf[i+1:], c)
				if n < 0 {
					rest := i - s.at
					var err error
					if i, err = s.find(i+1, string(rune(c))); err != nil {
						return 0, err
					}
					if i < 0 {
						return 0, s.fault(s.at+rest, "this value has no closing quote")
					}
				} else {
					i += n + 1
				}
			}
			i++
		}
		i -= s.at
		ok, err := s.more()
		if err != nil {
			return 0, err
		}
		if !ok {
			return 0, s.Fault("this tag has no end")
		}
		i += s.at
	}
}

// qname returns where the qualified name that begins at i ends, i when there
// is none, and where its colon is or a place before i.
func qname(b []byte, i int) (end, colon int) {
	start := i
	colon = start - 1
	if i = nameEnd(b, start); i == start || i == len(b) || b[i] != ':' {
		return i, colon
	}
	colon = i
	if i = nameEnd(b, colon+1); i == colon+1 {
		return start, start - 1
	}
	return i, colon
}

// attribute reads what stands at i of a tag: white space, and an attribute or
// a namespace declaration if one follows. It returns where that ends.
func (s *Scanner) attribute(tag []byte, i int) (int, error) {
	start := i
	i = skipWhite(tag, i)
	if i == len(tag) {
		return i, nil
	}
	end, colon := qname(tag, i)
	switch {
	case end == i:
		return 0, s.fault(i, "%q stands where an attribute or the end of the tag should be", rune(tag[i]))
	case start == i:
		return 0, s.fault(i, "white space is missing before an attribute")
	case len(s.tok.Attrs) >= maxAttrs:
		return 0, s.fault(i, "the element has more than %d attributes", maxAttrs)
	}
	a := Attr{Raw: tag[i:end], at: i}
	i = skipWhite(tag, end)
	if i == len(tag) || tag[i] != '=' {
		return 0, s.fault(a.at, "the attribute %s has no value", a.Raw)
	}
	i = skipWhite(tag, i+1)
	if i == len(tag) || tag[i] != '"' && tag[i] != '\'' {
		return 0, s.fault(a.at, "the value of the attribute %s is not in quotes", a.Raw)
	}
	n := bytes.IndexByte(tag[i+1:], tag[i]) // there is one: tagEnd saw it
	var err error
	if a.Value, err = s.value(tag[i+1:i+1+n], i+1); err != nil {
		return 0, err
	}
	i += n + 2
	switch prefix := tag[a.at:max(colon, a.at)]; {
	case string(a.Raw) == "xmlns":
		err = s.declare(&a, nil)
	case string(prefix) == "xmlns":
		err = s.declare(&a, tag[colon+1:end])
	default:
		s.tok.Attrs = append(s.tok.Attrs, a)
	}
	return i, err
}

func skipWhite(b []byte, i int) int {
	for i < len(b) && class[b[i]]&white != 0 {
		i++
	}
	return i
}
