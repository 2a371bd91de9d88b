package markup

import "bytes"

// Next returns the next token, with Kind EOF after the last. The first error
// ends the document: every later call returns it again.
func (s *Scanner) Next() (*Token, error) {
	if s.err == nil {
		s.err = s.next()
	}
	if s.err != nil {
		return nil, s.err
	}
	return &s.tok, nil
}

func (s *Scanner) next() error {
	if s.closing {
		s.closing = false
		return s.close()
	}
	s.tok.Kind, s.tok.Attrs, s.text = EOF, s.tok.Attrs[:0], s.text[:0]
	for s.tok.Kind == EOF {
		s.at = s.pos
		if s.pos == len(s.buf) {
			if ok, err := s.more(); err != nil {
				return err
			} else if !ok {
				if len(s.outer) == 0 {
					return s.finish()
				}
				if err := s.leave(); err != nil {
					return err
				}
				continue
			}
		}
		var err error
		if s.buf[s.pos] == '<' {
			err = s.markup()
		} else {
			err = s.characters()
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// finish checks that the document may end here.
func (s *Scanner) finish() error {
	if len(s.open) > 0 {
		return s.Fault("the document ends before </%s>", s.innermost())
	}
	if !s.rooted {
		return s.Fault("the document has no element: not XML")
	}
	return nil
}

// innermost returns the raw name of the innermost open element.
func (s *Scanner) innermost() []byte { return s.names[s.open[len(s.open)-1].start:] }

// markup reads what begins with "<".
func (s *Scanner) markup() error {
	if err := s.need(len("<![CDATA[")); err != nil {
		return err
	}
	switch b := s.buf[s.pos:]; {
	case bytes.HasPrefix(b, []byte("</")):
		return s.endTag()
	case bytes.HasPrefix(b, []byte("<?")):
		return s.instruction()
	case bytes.HasPrefix(b, []byte("<!--")):
		return s.comment()
	case bytes.HasPrefix(b, []byte("<![CDATA[")):
		return s.cdata()
	case bytes.HasPrefix(b, []byte("<!DOCTYPE")):
		return s.documentType()
	}
	return s.startTag()
}

func (s *Scanner) endTag() error {
	end, err := s.find(s.pos, ">")
	if err != nil {
		return err
	}
	if end < 0 {
		return s.Fault("this tag has no end")
	}
	name := s.buf[s.pos+2 : end]
	for len(name) > 0 && class[name[len(name)-1]]&white != 0 {
		name = name[:len(name)-1]
	}
	switch {
	case len(s.open) == 0:
		return s.Fault("</%s> closes an element that was not opened", name)
	case len(s.open) <= s.depth:
		return s.Fault("</%s> closes an element that was opened outside the entity", name)
	case !bytes.Equal(name, s.innermost()):
		return s.Fault("</%.80s> stands where </%s> is due", name, s.innermost())
	}
	s.pos = end + 1
	return s.close()
}

// close takes the innermost element off as an End.
func (s *Scanner) close() error {
	last := len(s.open) - 1
	e := s.open[last]
	s.tok = Token{Kind: End, Name: e.name, Raw: s.names[e.start:], Attrs: s.tok.Attrs[:0]}
	s.names, s.open, s.bindings = s.names[:e.start], s.open[:last], s.bindings[:e.bound]
	return nil
}

func (s *Scanner) comment() error {
	end, err := s.find(s.pos+len("<!--"), "--")
	if err != nil {
		return err
	}
	if end < 0 {
		return s.Fault("this comment has no end")
	}
	length := end - s.pos // the window may move
	if err := s.need(length + len("-->")); err != nil {
		return err
	}
	start := s.pos + len("<!--")
	end = s.pos + length
	if !bytes.HasPrefix(s.buf[end:], []byte("-->")) {
		return s.fault(end, "two hyphens may not stand within a comment")
	}
	s.pos = end + len("-->")
	s.tok.Kind = Comment
	s.tok.Text, err = s.plain(s.buf[start:end], start)
	return err
}

func (s *Scanner) cdata() error {
	end, err := s.find(s.pos+len("<![CDATA["), "]]>")
	if err != nil {
		return err
	}
	if end < 0 {
		return s.Fault("this CDATA section has no end")
	}
	if len(s.open) == 0 {
		return s.Fault("text stands outside the document's element")
	}
	start := s.pos + len("<![CDATA[")
	s.pos = end + 3
	s.tok.Kind = Text
	s.tok.Text, err = s.plain(s.buf[start:end], start)
	return err
}

// instruction reads a processing instruction; the XML declaration, which looks
// like one, is no token.
func (s *Scanner) instruction() error {
	end, err := s.find(s.pos+len("<?"), "?>")
	if err != nil {
		return err
	}
	if end < 0 {
		return s.Fault("this processing instruction has no end")
	}
	body := s.buf[s.pos+2 : end]
	name := body[:nameEnd(body, 0)]
	switch {
	case len(name) == 0 || len(name) < len(body) && class[body[len(name)]]&white == 0:
		return s.Fault("a processing instruction begins with its name")
	case string(name) == "xml":
		if s.rooted || s.typed || s.at > 0 || s.line > 1 || s.column > 1 || len(s.outer) > 0 {
			return s.Fault("the XML declaration may only stand at the very beginning")
		}
		s.pos = end + 2
		return nil
	case bytes.EqualFold(name, []byte("xml")):
		return s.Fault("the name %s is reserved", name)
	}
	s.pos = end + 2
	s.tok.Kind = Instruction
	s.tok.Text, err = s.plain(body, s.at+2)
	return err
}
