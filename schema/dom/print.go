package dom

import (
	"bytes"
	"encoding/xml"
)

// Prefix is how a namespace is written.
type Prefix struct{ Name, Space string }

// Print appends an element as XML. The prefixes are declared on it; namespaces
// without one, and what has none, are written without. Characters that XML forbids
// become U+FFFD.
func Print(to []byte, e *Element, prefixes ...Prefix) []byte {
	p := printer{bytes.NewBuffer(to), prefixes}
	p.element(e, true)
	return p.b.Bytes()
}

type printer struct {
	b        *bytes.Buffer
	prefixes []Prefix
}

func (p printer) name(space, local string) {
	if space == XML {
		p.b.WriteString("xml:")
	}
	for _, x := range p.prefixes {
		if x.Space == space {
			p.b.WriteString(x.Name + ":")
			break
		}
	}
	p.b.WriteString(local)
}

func (p printer) element(e *Element, root bool) {
	p.b.WriteByte('<')
	p.name(e.Space, e.Name)
	if root {
		for _, x := range p.prefixes {
			p.attr("", "xmlns:"+x.Name, x.Space)
		}
	}
	for _, a := range e.Attrs {
		p.attr(a.Space, a.Name, a.Value)
	}
	if e.Text == "" && len(e.Children) == 0 {
		p.b.WriteString("/>")
		p.text(e.Tail)
		return
	}
	p.b.WriteByte('>')
	p.text(e.Text)
	for _, c := range e.Children {
		p.element(c, false)
	}
	p.b.WriteString("</")
	p.name(e.Space, e.Name)
	p.b.WriteByte('>')
	p.text(e.Tail)
}

func (p printer) attr(space, name, value string) {
	p.b.WriteByte(' ')
	p.name(space, name)
	p.b.WriteString(`="`)
	p.text(value)
	p.b.WriteByte('"')
}

// text writes a text; line ends stay as they are, a buffer takes all.
func (p printer) text(s string) {
	start := 0
	for i := range len(s) {
		if s[i] == '\n' {
			_ = xml.EscapeText(p.b, []byte(s[start:i]))
			p.b.WriteByte('\n')
			start = i + 1
		}
	}
	_ = xml.EscapeText(p.b, []byte(s[start:]))
}
