package dc

import (
	"bytes"
	"encoding/xml"
)

// Print appends a description as an element of oai_dc with all its namespaces.
// Characters that XML forbids become U+FFFD.
func Print(to []byte, statements []Statement) []byte {
	b := bytes.NewBuffer(to)
	b.WriteString(`<oai_dc:dc xmlns:oai_dc="` + Namespace + `" xmlns:dc="` + Elements +
		`" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="` + Namespace + " " + Schema + `">`)
	for _, s := range statements {
		b.WriteString("<dc:" + s.Term)
		if s.Lang != "" {
			b.WriteString(` xml:lang="`)
			_ = xml.EscapeText(b, []byte(s.Lang)) // a buffer takes all
			b.WriteByte('"')
		}
		b.WriteByte('>')
		_ = xml.EscapeText(b, []byte(s.Value))
		b.WriteString("</dc:" + s.Term + ">")
	}
	b.WriteString("</oai_dc:dc>")
	return b.Bytes()
}
