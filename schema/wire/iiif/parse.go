package iiif

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Parse reads a document. note tells what had to be mended in it, "" for
// nothing; the error tells in plain words where and why a text is no JSON object.
func Parse(data []byte) (o Object, note string, err error) {
	text, note, err := asUTF8(data)
	if err != nil {
		return nil, "", err
	}
	if err := json.Unmarshal(text, &o); err != nil {
		return nil, "", plainly(text, err)
	}
	if o == nil {
		return nil, "", notOne("value")
	}
	return o, note, nil
}

// asUTF8 returns the text as UTF-8, as JSON has to be, and notes what it was.
func asUTF8(data []byte) (text []byte, note string, err error) {
	var from encoding.Encoding
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		from, note = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "the text is UTF-16 where JSON has to be UTF-8"
	case !utf8.Valid(data):
		from, note = charmap.Windows1252, "the text is not UTF-8, as JSON has to be; it was read as Windows-1252"
	default:
		return bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), "", nil
	}
	text, err = from.NewDecoder().Bytes(data)
	return text, note, err
}

// plainly says where and why a text is no JSON object.
func plainly(text []byte, err error) error {
	var syntax *json.SyntaxError
	var wrong *json.UnmarshalTypeError
	at, reason := int64(len(text)), "it is no JSON from here on"
	switch {
	case errors.As(err, &syntax):
		if at = syntax.Offset; strings.HasPrefix(syntax.Error(), "unexpected end") {
			reason = "the text breaks off in the middle: it was probably cut off on its way"
		} else if strings.Contains(syntax.Error(), "depth") {
			reason = "lists and objects stand in each other too deep"
		}
	case errors.As(err, &wrong):
		return notOne(map[bool]string{true: "list", false: "value"}[wrong.Value == "array"])
	}
	at = min(at, int64(len(text)))
	return fmt.Errorf("line %d: %s", 1+bytes.Count(text[:at], []byte("\n")), reason)
}

func notOne(what string) error {
	return fmt.Errorf("this is a JSON %s, not a IIIF manifest or collection, which is one object", what)
}
