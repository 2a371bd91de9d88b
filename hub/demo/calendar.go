package demo

import (
	"bytes"
	"unicode/utf8"
)

// foldAt is the longest line of a calendar in octets (RFC 5545, section 3.1).
const foldAt = 75

// fold makes an iCalendar stream of a text with one property a line: lines end
// in CRLF, and longer ones go on in the next after a blank, never inside a
// character. Empty lines, which part the template, are left out.
func fold(text []byte) []byte {
	var b bytes.Buffer
	for line := range bytes.Lines(text) {
		line = bytes.TrimRight(line, "\r\n")
		if len(line) == 0 {
			continue
		}
		room := foldAt
		for len(line) > room {
			cut := room
			for !utf8.RuneStart(line[cut]) {
				cut--
			}
			b.Write(line[:cut])
			b.WriteString("\r\n ")
			line = line[cut:]
			room = foldAt - 1
		}
		b.Write(line)
		b.WriteString("\r\n")
	}
	return b.Bytes()
}
