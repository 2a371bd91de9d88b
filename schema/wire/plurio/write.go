package plurio

import (
	"encoding/xml"
	"io"
	"strings"
)

// Write writes a document, with its elements in the order that the schemas ask
// for.
func Write(w io.Writer, d *Document) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(d); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// Language returns the code that Plurio.net has for a language (BCP 47), "" for
// one that it has not.
func Language(tag string) string {
	switch primary, _, _ := strings.Cut(tag, "-"); primary {
	case "fr", "de", "en", "nl":
		return primary
	case "lb":
		return "lu"
	}
	return ""
}
