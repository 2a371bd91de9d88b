package markup

import (
	"bytes"
	"unicode/utf8"
)

// entity is what a document type declares under a name.
type entity struct {
	text     string // the replacement text
	external bool
}

const maxDocumentType = 256 << 10

// documentType reads the document type for its entities. Attribute defaults
// and parameter entities are refused: passing over them could change what the
// document says. What else it declares is for validation only.
func (s *Scanner) documentType() error {
	if s.rooted || s.typed || len(s.outer) > 0 {
		return s.Fault("a document type stands where none may")
	}
	s.typed = true
	d := subset{s: s}
	for d.pos = len("<!DOCTYPE"); ; d.pos = len("<!DOCTYPE") {
		d.b, d.short = s.buf[s.pos:], false
		clear(s.entities)
		err := d.read()
		if !d.short {
			if err == nil {
				s.pos += d.pos
			}
			return err
		}
		if len(d.b) > maxDocumentType {
			return s.Fault("the document type is longer than %d KB", maxDocumentType>>10)
		}
		// Twice as much each time, for it is read from its beginning again.
		if err := s.need(2 * len(d.b)); err != nil {
			return err
		}
		if len(s.buf)-s.pos == len(d.b) {
			return s.Fault("this document type has no end")
		}
	}
}

// subset reads the bytes of a document type as far as they are there; short
// says that they end too early.
type subset struct {
	s     *Scanner
	b     []byte
	pos   int
	short bool
}

func (d *subset) fault(format string, args ...any) error {
	return d.s.fault(d.s.pos+d.pos, format, args...)
}

// skip moves to the first of the bytes that stands outside quotes, and returns
// it; 0 when the bytes end first.
func (d *subset) skip(stops string) byte {
	for d.pos < len(d.b) {
		c := d.b[d.pos]
		if bytes.IndexByte([]byte(stops), c) >= 0 {
			return c
		}
		d.pos++
		if c == '"' || c == '\'' {
			n := bytes.IndexByte(d.b[d.pos:], c)
			if n < 0 {
				break
			}
			d.pos += n + 1
		}
	}
	d.short = true
	return 0
}

// past moves behind the next sep.
func (d *subset) past(sep string) {
	n := bytes.Index(d.b[d.pos:], []byte(sep))
	if n < 0 {
		d.short = true
		return
	}
	d.pos += n + len(sep)
}

func (d *subset) read() error {
	if d.skip("[>") == '[' {
		d.pos++
		if err := d.declarations(); err != nil || d.short {
			return err
		}
		if c := d.skip("[>"); c == '[' {
			return d.fault("a second list of declarations stands in the document type")
		}
	}
	d.pos++
	return nil
}

func (d *subset) declarations() error {
	for {
		d.pos = skipWhite(d.b, d.pos)
		rest := d.b[d.pos:]
		if len(rest) == 0 || rest[0] == '<' && len(rest) < len("<!NOTATION") {
			d.short = true
			return nil
		}
		var err error
		switch {
		case rest[0] == ']':
			d.pos++
			return nil
		case rest[0] == '%':
			return d.fault("parameter entities are not expanded; write out what they stand for")
		case bytes.HasPrefix(rest, []byte("<!--")):
			d.pos += 4
			d.past("-->")
		case bytes.HasPrefix(rest, []byte("<?")):
			d.past("?>")
		case bytes.HasPrefix(rest, []byte("<!ENTITY")):
			err = d.entity()
		case bytes.HasPrefix(rest, []byte("<!ATTLIST")):
			start := d.pos
			d.skip(">")
			if !d.short && bytes.ContainsAny(d.b[start:d.pos], "\"'") {
				d.pos = start
				return d.fault("defaults of attributes in the document type are not read; write the attributes out")
			}
			d.pos++
		case bytes.HasPrefix(rest, []byte("<!ELEMENT")), bytes.HasPrefix(rest, []byte("<!NOTATION")):
			d.skip(">")
			d.pos++
		default:
			return d.fault("%q begins no declaration of a document type", rest[:min(2, len(rest))])
		}
		if err != nil || d.short {
			return err
		}
	}
}

// entity reads the declaration of an entity. The first one of a name counts.
func (d *subset) entity() error {
	start := d.pos
	d.skip(">")
	if d.short {
		return nil
	}
	body := d.b[start+len("<!ENTITY") : d.pos]
	d.pos++
	i := skipWhite(body, 0)
	if i > 0 && i < len(body) && body[i] == '%' {
		return nil // referring to it is refused
	}
	end := nameEnd(body, i)
	value := skipWhite(body, end)
	if i == 0 || end == i || value == end || value == len(body) {
		d.pos = start
		return d.fault("this declaration of an entity has no name or no value")
	}
	name, quote := string(body[i:end]), body[value]
	if _, ok := d.s.entities[name]; ok {
		return nil
	}
	if len(d.s.entities) >= maxEntities {
		d.pos = start
		return d.fault("more than %d entities are declared", maxEntities)
	}
	if quote != '"' && quote != '\'' {
		d.s.entities[name] = entity{external: true}
		return nil
	}
	text := body[value+1:]
	n := bytes.IndexByte(text, quote)
	if !Blank(text[n+1:]) {
		d.pos = start
		return d.fault("more than the value stands in the declaration of the entity %s", name)
	}
	replaced, err := d.replacement(text[:n], d.s.pos+start+len("<!ENTITY")+value+1)
	d.s.entities[name] = entity{text: replaced}
	return err
}

// replacement returns the text that stands for an entity: its value with the
// references to characters expanded (XML 1.0, section 4.5).
func (d *subset) replacement(value []byte, at int) (string, error) {
	if err := d.s.valid(value, at); err != nil {
		return "", err
	}
	var out []byte
	for i := 0; i < len(value); {
		switch {
		case value[i] == '%':
			return "", d.s.fault(at, "parameter entities are not expanded; write &#37; for %%")
		case value[i] == '&':
			n, r, name, err := d.s.reference(value[i:], at)
			if err != nil {
				return "", err
			}
			if i+1 < len(value) && value[i+1] == '#' && name == nil {
				out = utf8.AppendRune(out, r)
			} else {
				out = append(out, value[i:i+n]...)
			}
			i += n
		default:
			out = append(out, value[i])
			i++
		}
	}
	return string(out), nil
}
