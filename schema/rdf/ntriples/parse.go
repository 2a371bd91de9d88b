package ntriples

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"moselle/schema/rdf"
)

// parser reads one line. Its terms are pieces of the line's one copy, so that
// a statement without escapes costs a single allocation.
type parser struct {
	s   string
	pos int
}

// parseLine reads the statement on a line; ok is false when there is none.
func parseLine(line []byte, graphs bool) (q rdf.Quad, ok bool, fail *rdf.SyntaxError) {
	p := parser{}
	for p.pos < len(line) && (line[p.pos] == ' ' || line[p.pos] == '\t') {
		p.pos++
	}
	// Comments have to be valid UTF-8 as well: a document in another encoding
	// should not pass as far as its first name.
	if bad := invalidUTF8(line); bad >= 0 {
		return q, false, syntaxError(string(line), bad, "not UTF-8; save the file in that encoding")
	}
	if p.pos == len(line) || line[p.pos] == '#' {
		return q, false, nil
	}
	p.s = string(line)
	if err := p.statement(&q, graphs); err != nil {
		return q, false, syntaxError(p.s, p.pos, err.Error())
	}
	return q, true, nil
}

func syntaxError(line string, pos int, message string) *rdf.SyntaxError {
	return &rdf.SyntaxError{Column: utf8.RuneCountInString(line[:pos]) + 1, Message: message}
}

func invalidUTF8(line []byte) int {
	if utf8.Valid(line) {
		return -1
	}
	for i := 0; ; {
		r, size := utf8.DecodeRune(line[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
}

func (p *parser) statement(q *rdf.Quad, graphs bool) (err error) {
	if q.S, err = p.term("the subject", false); err != nil {
		return err
	}
	p.space()
	if p.peek() != '<' {
		return fmt.Errorf("%s where the predicate should be: an IRI in angle brackets", p.found())
	}
	if q.P, err = p.iri(); err != nil {
		return err
	}
	p.space()
	if q.O, err = p.term("the object", true); err != nil {
		return err
	}
	p.space()
	if c := p.peek(); graphs && (c == '<' || c == '_') {
		if q.G, err = p.term("the graph name", false); err != nil {
			return err
		}
		p.space()
	}
	if p.peek() != '.' {
		return fmt.Errorf("%s where the statement should end with a full stop", p.found())
	}
	p.pos++
	p.space()
	if p.pos < len(p.s) && p.s[p.pos] != '#' {
		return fmt.Errorf("%s after the statement's full stop; each statement stands on a line of its own", p.found())
	}
	return nil
}

// peek returns the next byte, 0 at the end of the line.
func (p *parser) peek() byte {
	if p.pos < len(p.s) {
		return p.s[p.pos]
	}
	return 0
}

func (p *parser) space() {
	for p.pos < len(p.s) && (p.s[p.pos] == ' ' || p.s[p.pos] == '\t') {
		p.pos++
	}
}

// found names what stands at the position, for messages.
func (p *parser) found() string {
	if p.pos >= len(p.s) {
		return "the line ends"
	}
	r, _ := utf8.DecodeRuneInString(p.s[p.pos:])
	return fmt.Sprintf("%q stands", r)
}

func (p *parser) term(role string, literal bool) (rdf.Term, error) {
	switch c := p.peek(); {
	case c == '<':
		return p.iri()
	case c == '_':
		return p.blank()
	case c == '"' && literal:
		return p.literal()
	case literal:
		return rdf.Term{}, fmt.Errorf("%s where %s should be: an IRI, a blank node or a literal in double quotes", p.found(), role)
	}
	return rdf.Term{}, fmt.Errorf("%s where %s should be: an IRI in angle brackets or a blank node", p.found(), role)
}

func (p *parser) iri() (rdf.Term, error) {
	v, err := p.iriRef()
	return rdf.Term{Kind: rdf.IRI, Value: v}, err
}

// iriRef reads an IRI in angle brackets (IRIREF), which has to be absolute.
func (p *parser) iriRef() (string, error) {
	start := p.pos
	end := strings.IndexByte(p.s[start:], '>')
	if end < 0 {
		return "", fmt.Errorf("the IRI that begins here has no closing angle bracket")
	}
	v := p.s[start+1 : start+end]
	if strings.IndexByte(v, '\\') >= 0 {
		var err error
		if v, err = p.unescape(start+1, start+end, false); err != nil {
			return "", err
		}
	}
	if !rdf.ValidIRI(v) {
		return "", fmt.Errorf("<%s> is not an absolute IRI", shorten(v))
	}
	p.pos = start + end + 1
	return v, nil
}

// blank reads a blank node (BLANK_NODE_LABEL, without the colons that the
// errata took out of PN_CHARS_U).
func (p *parser) blank() (rdf.Term, error) {
	if !strings.HasPrefix(p.s[p.pos:], "_:") {
		return rdf.Term{}, fmt.Errorf("a blank node begins with _: and a name")
	}
	start := p.pos + 2
	end := start
	for i := start; i < len(p.s); {
		r, size := utf8.DecodeRuneInString(p.s[i:])
		switch {
		case NameStart(r) || i > start && NameChar(r):
			end = i + size
		case r != '.' || i == start:
			size = len(p.s) // a full stop belongs to the name only when more of it follows
		}
		i += size
	}
	if end == start {
		p.pos = start
		return rdf.Term{}, fmt.Errorf("%s where a blank node's name should begin", p.found())
	}
	p.pos = end
	return rdf.Term{Kind: rdf.Blank, Value: p.s[start:end]}, nil
}

// literal reads a string with its language tag or datatype.
func (p *parser) literal() (rdf.Term, error) {
	v, err := p.quoted()
	if err != nil {
		return rdf.Term{}, err
	}
	switch {
	case p.peek() == '@':
		lang, err := p.lang()
		return rdf.NewText(v, lang), err
	case strings.HasPrefix(p.s[p.pos:], "^^"):
		p.pos += 2
		if p.peek() != '<' {
			return rdf.Term{}, fmt.Errorf("%s where the datatype should be: an IRI in angle brackets", p.found())
		}
		datatype, err := p.iriRef()
		return rdf.NewTyped(v, datatype), err
	}
	return rdf.NewString(v), nil
}

// quoted reads a string in double quotes (STRING_LITERAL_QUOTE).
func (p *parser) quoted() (string, error) {
	start := p.pos + 1
	escaped := false
	for i := start; i < len(p.s); i++ {
		switch p.s[i] {
		case '"':
			v := p.s[start:i]
			if escaped {
				var err error
				if v, err = p.unescape(start, i, true); err != nil {
					return "", err
				}
			}
			p.pos = i + 1
			return v, nil
		case '\\':
			escaped = true
			i++
		}
	}
	return "", fmt.Errorf("the text that begins here has no closing quote on its line")
}

// unescape undoes the escapes between two positions of the line. On an error
// the position is that of the escape.
func (p *parser) unescape(from, to int, short bool) (string, error) {
	v, bad := Unescape(p.s[from:to], short)
	if bad >= 0 {
		p.pos = from + bad
		return "", errors.New(BadEscape(p.s[p.pos:to]))
	}
	return v, nil
}

// lang reads a language tag (LANGTAG): letters, then parts of letters and digits.
func (p *parser) lang() (string, error) {
	start := p.pos + 1
	p.pos = start
	for first := true; ; first = false {
		part := p.pos
		for p.pos < len(p.s) && (isLetter(p.s[p.pos]) || !first && p.s[p.pos] >= '0' && p.s[p.pos] <= '9') {
			p.pos++
		}
		if p.pos == part {
			return "", fmt.Errorf("%s where a language tag such as fr or de-LU should go on", p.found())
		}
		if p.peek() != '-' {
			return p.s[start:p.pos], nil
		}
		p.pos++
	}
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func shorten(s string) string {
	if r := []rune(s); len(r) > 80 {
		return string(r[:79]) + "…"
	}
	return s
}
