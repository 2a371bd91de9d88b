package tree

import (
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// MaxDepth bounds how deep lists and objects may stand in each other.
const MaxDepth = 128

// SyntaxError says where a text stops being JSON.
type SyntaxError struct {
	Offset  int  // in bytes
	Line    int  // from 1
	Short   bool // the text ends too early; more of it might be right
	Message string
}

// Error gives line, place and reason.
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("line %d, character %d: %s", e.Line, e.Offset+1, e.Message)
}

// JSON fills the tree with a JSON value (RFC 8259). Bytes that are not UTF-8
// and lone surrogates are replaced by U+FFFD. Of members with the same name
// Member finds the last. The tree keeps parts of text. On an error the tree is
// empty and the error a *SyntaxError.
func (t *Tree) JSON(text string) error {
	t.nodes = t.nodes[:0]
	p := parser{t: t, s: text}
	p.space()
	err := p.value("", 0)
	if err == nil {
		if p.space(); p.i < len(p.s) {
			err = p.fail("there is more after the end of the value")
		}
	}
	if err != nil {
		t.nodes = t.nodes[:0]
	}
	return err
}

type parser struct {
	t *Tree
	s string
	i int
}

func (p *parser) fail(format string, args ...any) error {
	at := min(p.i, len(p.s))
	e := &SyntaxError{Line: 1 + strings.Count(p.s[:at], "\n"), Short: at == len(p.s), Message: fmt.Sprintf(format, args...)}
	e.Offset = at - (strings.LastIndexByte(p.s[:at], '\n') + 1)
	if e.Short {
		e.Message = "the text ends in the middle of a value"
	}
	return e
}

func (p *parser) space() {
	for p.i < len(p.s) {
		switch p.s[p.i] {
		case ' ', '\t', '\n', '\r':
			p.i++
		default:
			return
		}
	}
}

func (p *parser) value(key string, depth int) error {
	if p.i >= len(p.s) {
		return p.fail("")
	}
	switch c := p.s[p.i]; {
	case c == '{' || c == '[':
		if depth >= MaxDepth {
			return p.fail("lists and objects stand in each other more than %d deep", MaxDepth)
		}
		if c == '{' {
			return p.object(key, depth)
		}
		return p.array(key, depth)
	case c == '"':
		s, err := p.str()
		if err != nil {
			return err
		}
		p.leaf(String, key, s)
		return nil
	case c == '-' || c >= '0' && c <= '9':
		return p.number(key)
	case c == 't':
		return p.word(Bool, key, "true")
	case c == 'f':
		return p.word(Bool, key, "false")
	case c == 'n':
		return p.word(Null, key, "null")
	}
	return p.fail("no value can begin with %s", p.here())
}

// here shows the character at the current place.
func (p *parser) here() string {
	r, _ := utf8.DecodeRuneInString(p.s[p.i:])
	return fmt.Sprintf("%q", r)
}

func (p *parser) leaf(k Kind, key, text string) {
	p.t.nodes = append(p.t.nodes, node{kind: k, end: int32(len(p.t.nodes) + 1), key: key, text: text})
}

func (p *parser) word(k Kind, key, w string) error {
	for i := range len(w) {
		if p.i >= len(p.s) || p.s[p.i] != w[i] {
			return p.fail("%s is expected here", w)
		}
		p.i++
	}
	if k == Null {
		w = ""
	}
	p.leaf(k, key, w)
	return nil
}

func (p *parser) object(key string, depth int) error {
	at := len(p.t.nodes)
	p.leaf(Object, key, "")
	p.i++
	p.space()
	for first := true; ; first = false {
		if p.i >= len(p.s) {
			return p.fail("")
		}
		if first && p.s[p.i] == '}' {
			break
		}
		if p.s[p.i] != '"' {
			return p.fail("expected a name in quotation marks, found %s", p.here())
		}
		name, err := p.str()
		if err != nil {
			return err
		}
		if p.space(); p.i >= len(p.s) || p.s[p.i] != ':' {
			return p.fail("expected a colon after %q", name)
		}
		p.i++
		p.space()
		if err := p.value(name, depth+1); err != nil {
			return err
		}
		if more, err := p.more('}'); err != nil {
			return err
		} else if !more {
			break
		}
	}
	p.i++
	p.t.nodes[at].end = int32(len(p.t.nodes))
	return nil
}

func (p *parser) array(key string, depth int) error {
	at := len(p.t.nodes)
	p.leaf(Array, key, "")
	p.i++
	p.space()
	for first := true; ; first = false {
		if first && p.i < len(p.s) && p.s[p.i] == ']' {
			break
		}
		if err := p.value("", depth+1); err != nil {
			return err
		}
		if more, err := p.more(']'); err != nil {
			return err
		} else if !more {
			break
		}
	}
	p.i++
	p.t.nodes[at].end = int32(len(p.t.nodes))
	return nil
}

// more passes a comma and reports true, or stops at the closing bracket.
func (p *parser) more(closing byte) (bool, error) {
	if p.space(); p.i >= len(p.s) {
		return false, p.fail("")
	}
	switch p.s[p.i] {
	case ',':
		p.i++
		p.space()
		return true, nil
	case closing:
		return false, nil
	}
	return false, p.fail("expected a comma or %q, found %s", closing, p.here())
}

func (p *parser) number(key string) error {
	start := p.i
	if p.s[p.i] == '-' {
		p.i++
	}
	if p.i < len(p.s) && p.s[p.i] == '0' {
		p.i++
	} else if !p.digits() {
		return p.fail("a number needs a digit here")
	}
	if p.i < len(p.s) && p.s[p.i] == '.' {
		if p.i++; !p.digits() {
			return p.fail("a number needs a digit here")
		}
	}
	if p.i < len(p.s) && p.s[p.i]|0x20 == 'e' {
		p.i++
		if p.i < len(p.s) && (p.s[p.i] == '+' || p.s[p.i] == '-') {
			p.i++
		}
		if !p.digits() {
			return p.fail("a number needs a digit here")
		}
	}
	p.leaf(Number, key, p.s[start:p.i])
	return nil
}

func (p *parser) digits() bool {
	start := p.i
	for p.i < len(p.s) && p.s[p.i] >= '0' && p.s[p.i] <= '9' {
		p.i++
	}
	return p.i > start
}

// str reads a string; one without escapes is a part of the text.
func (p *parser) str() (string, error) {
	p.i++
	start, ascii := p.i, true
	for ; p.i < len(p.s); p.i++ {
		switch c := p.s[p.i]; {
		case c == '"':
			s := p.s[start:p.i]
			p.i++
			if !ascii && !utf8.ValidString(s) {
				s = string([]rune(s))
			}
			return s, nil
		case c == '\\':
			return p.escaped(start)
		case c < 0x20:
			return "", p.fail("a text may not hold the control character %q; write it as an escape", c)
		case c >= utf8.RuneSelf:
			ascii = false
		}
	}
	return "", p.fail("")
}

// escaped reads on from the first escape of a string.
func (p *parser) escaped(start int) (string, error) {
	b := []byte(p.s[start:p.i])
	for p.i < len(p.s) {
		c := p.s[p.i]
		switch {
		case c == '"':
			p.i++
			if !utf8.Valid(b) {
				return string([]rune(string(b))), nil
			}
			return string(b), nil
		case c < 0x20:
			return "", p.fail("a text may not hold the control character %q; write it as an escape", c)
		case c != '\\':
			b = append(b, c)
			p.i++
			continue
		}
		if p.i++; p.i >= len(p.s) {
			break
		}
		switch c := p.s[p.i]; c {
		case '"', '\\', '/':
			b = append(b, c)
		case 'b':
			b = append(b, '\b')
		case 'f':
			b = append(b, '\f')
		case 'n':
			b = append(b, '\n')
		case 'r':
			b = append(b, '\r')
		case 't':
			b = append(b, '\t')
		case 'u':
			r, err := p.unicode()
			if err != nil {
				return "", err
			}
			b = utf8.AppendRune(b, r)
			continue
		default:
			return "", p.fail("there is no escape \\%s", strings.Trim(p.here(), "'"))
		}
		p.i++
	}
	return "", p.fail("")
}

// unicode reads the digits of a \u escape and, after a high surrogate, the
// escape that completes it.
func (p *parser) unicode() (rune, error) {
	r, err := p.hex()
	if err != nil || !utf16.IsSurrogate(r) {
		return r, err
	}
	if strings.HasPrefix(p.s[p.i:], `\u`) {
		back := p.i
		p.i++
		low, err := p.hex()
		if err != nil {
			return 0, err
		}
		if full := utf16.DecodeRune(r, low); full != utf8.RuneError {
			return full, nil
		}
		p.i = back
	}
	return utf8.RuneError, nil
}

// hex reads four digits after the letter u.
func (p *parser) hex() (rune, error) {
	p.i++
	var r rune
	for range 4 {
		if p.i >= len(p.s) {
			return 0, p.fail("")
		}
		c := p.s[p.i]
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			c = c | 0x20 - 'a' + 10
		default:
			return 0, p.fail("\\u needs four digits from 0 to f")
		}
		r = r<<4 | rune(c)
		p.i++
	}
	return r, nil
}
