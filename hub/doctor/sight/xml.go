package sight

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html/charset"
)

// formats are names of formats that are often met and that no kind reads, by a
// part of the namespace of their root, or by the root itself.
var formats = []struct{ mark, name string }{
	{"loc.gov/MARC21", "MARC"}, {"urn:isbn:1-931666-22-9", "EAD"}, {"ead3.archivists.org", "EAD"}, {"loc.gov/METS", "METS"}, {"tei-c.org/ns", "TEI"},
	{"opengis.net/kml", "KML"}, {"topografix.com/GPX", "GPX"}, {"schemas.xmlsoap.org/soap/envelope", "SOAP"}, {"www.w3.org/2003/05/soap-envelope", "SOAP"},
	{"www.w3.org/2001/XMLSchema", "XML Schema"}, {"www.w3.org/1999/XSL/Transform", "XSLT"}, {"relaxng.org/ns", "RELAX NG"},
	{"spectrum", "SPECTRUM"}, {"opendocument:xmlns", "OpenDocument"}, {"schemas.microsoft.com/office", "Microsoft Office"},
	{"maven.apache.org", "Maven"}, {"jats.nlm.nih.gov", "JATS"},
}

// xmlOf tells the root of XML, and from where on it is none. A page is only
// looked at for what pages are taken for that are none.
func xmlOf(text []byte, whole, page bool) Sight {
	s := Sight{Form: XML}
	d := xml.NewDecoder(bytes.NewReader(text))
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		if strings.HasPrefix(strings.ToLower(label), "utf-16") {
			return in, nil // plain has read it already
		}
		r, err := charset.NewReaderLabel(label, in)
		if err != nil {
			return in, nil
		}
		return r, nil
	}
	depth := 0
	for {
		line, column := d.InputPos()
		token, err := d.Token()
		if err != nil {
			if end := errors.Is(err, io.EOF); whole && s.Line == 0 && (!end || s.Root == "") {
				s.Line, s.Column = d.InputPos()
				s.CutOff = d.InputOffset() >= int64(len(text))
			}
			break
		}
		stray := false // what stands behind the root
		switch t := token.(type) {
		case xml.StartElement:
			stray = depth == 0 && s.Root != ""
			if depth++; s.Root == "" {
				s.Root, s.Namespace = t.Name.Local, t.Name.Space
			}
		case xml.EndElement:
			depth--
		case xml.CharData:
			stray = depth == 0 && len(bytes.TrimSpace(t)) > 0
		}
		if stray && s.Line == 0 {
			s.Line, s.Column = line, column
			if text, ok := token.(xml.CharData); ok {
				s.Line, s.Column = behindBlanks(text, line, column)
			}
		}
		if s.Root != "" && (page || s.Line > 0) {
			break
		}
	}
	if page {
		if s.Root == "svg" {
			return Sight{Form: Picture, Name: "SVG"}
		}
		return Sight{Form: Page}
	}
	if s.Root == "svg" {
		return Sight{Form: Picture, Name: "SVG"}
	}
	for _, f := range formats {
		if strings.Contains(s.Namespace, f.mark) {
			s.Name = f.name
			break
		}
	}
	return s
}

// behindBlanks returns the position of the first character of a text that is no
// blank; the text begins at the given one.
func behindBlanks(text []byte, line, column int) (int, int) {
	for _, b := range text {
		switch {
		case b == '\n':
			line, column = line+1, 1
		case b == ' ' || b == '\t' || b == '\r':
			column++
		default:
			return line, column
		}
	}
	return line, column
}
