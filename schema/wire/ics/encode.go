package ics

import (
	"strings"
	"unicode/utf8"
)

// fold is the longest a physical line may be, in octets without its end.
const fold = 75

// Append appends the component as RFC 5545 writes it: CRLF, folded at 75 octets
// without parting a character, parameters quoted where they need it. What
// Decode then reads is the same component. Line and Faults are not written.
func (c *Component) Append(buf []byte) []byte {
	buf = appendFolded(buf, "BEGIN:"+c.Name)
	for i := range c.Props {
		buf = c.Props[i].Append(buf)
	}
	for i := range c.Parts {
		buf = c.Parts[i].Append(buf)
	}
	return appendFolded(buf, "END:"+c.Name)
}

// Append appends the property as one content line, folded.
func (p *Property) Append(buf []byte) []byte {
	if len(p.Params) == 0 {
		return appendFolded(buf, p.Name+":"+p.Value)
	}
	var b strings.Builder
	b.WriteString(p.Name)
	for _, q := range p.Params {
		b.WriteString(";" + q.Name)
		for i, v := range q.Values {
			if i == 0 {
				b.WriteByte('=')
			} else {
				b.WriteByte(',')
			}
			v = uncaret.Replace(v)
			// A bracket would hide a colon behind it from readers like ours.
			if strings.ContainsAny(v, ":;,") || strings.HasPrefix(v, "(") {
				v = `"` + v + `"`
			}
			b.WriteString(v)
		}
	}
	b.WriteString(":" + p.Value)
	return appendFolded(buf, b.String())
}

func appendFolded(buf []byte, line string) []byte {
	room := fold
	for len(line) > room {
		end := room
		for end > room-utf8.UTFMax && !utf8.RuneStart(line[end]) {
			end--
		}
		buf = append(buf, line[:end]...)
		buf = append(buf, "\r\n "...)
		line = line[end:]
		room = fold - 1 // the blank counts
	}
	buf = append(buf, line...)
	return append(buf, "\r\n"...)
}
