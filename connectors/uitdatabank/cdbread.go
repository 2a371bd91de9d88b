package uitdatabank

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"

	"golang.org/x/net/html/charset"

	"moselle/connectors"
)

// maxDepth bounds the nesting of elements around an event.
const maxDepth = 100

// isCdb reports whether a document is cdbxml by its beginning.
func isCdb(head []byte) bool {
	return bytes.Contains(head, []byte("/CdbXSD/")) || bytes.Contains(head, []byte("cdbid="))
}

// readCdb hands on each event, each actor and each row of a list in a cdbxml
// document, wherever they stand in it.
func readCdb(r io.Reader, each func(*cdbItem) error) (page, error) {
	m := &meter{r: r}
	dec := xml.NewDecoder(m)
	dec.CharsetReader = charset.NewReaderLabel
	for depth := 0; ; {
		m.limit = m.read + connectors.MaxItem
		t, err := dec.Token()
		if err == io.EOF {
			return page{}, nil
		}
		if err != nil {
			return page{}, explainCdb(dec, err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "event", "actor", "item":
				item := &cdbItem{}
				if err := dec.DecodeElement(item, &t); err != nil {
					return page{}, explainCdb(dec, err)
				}
				if err := each(item); err != nil {
					return page{}, err
				}
			default:
				depth++
			}
		case xml.EndElement:
			depth--
		}
		if depth > maxDepth {
			return page{}, fmt.Errorf("line %d: elements are nested more than %d deep", line(dec), maxDepth)
		}
	}
}

func line(dec *xml.Decoder) int {
	n, _ := dec.InputPos()
	return n
}

// explainCdb says in plain words why the XML cannot be read on.
func explainCdb(dec *xml.Decoder, err error) error {
	var syntax *xml.SyntaxError
	switch {
	case errors.Is(err, errTooLong):
		return fmt.Errorf("line %d: %w", line(dec), errTooLong)
	case errors.As(err, &syntax) && syntax.Msg == "unexpected EOF":
		return fmt.Errorf("line %d: the XML ends early; it was probably cut off on its way: ask for it again", syntax.Line)
	}
	return fmt.Errorf("line %d: this is no valid XML; what stands before it was read: mend it or export it again", line(dec))
}
