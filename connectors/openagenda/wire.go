package openagenda

import (
	"bytes"
	"encoding/json"
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"moselle/connectors"
)

// object is a JSON object. OpenAgenda gives the same thing in several shapes,
// by version, export and age of the event, so that its members are asked for
// one by one and in the shape they have.
type object map[string]any

// decode reads the text of an object. note says what was mended.
func decode(v value) (o object, note string, err error) {
	if v.fault != "" {
		return nil, "", fmt.Errorf("%s", v.fault)
	}
	text := v.text
	if !utf8.Valid(text) {
		if text, err = charmap.Windows1252.NewDecoder().Bytes(text); err != nil {
			return nil, "", fmt.Errorf("the text is not UTF-8, as JSON has to be")
		}
		note = "the text is not UTF-8, as JSON has to be; it was read as Windows-1252"
	}
	if !bytes.HasPrefix(text, []byte("{")) {
		return nil, "", fmt.Errorf("an event is an object in braces; here stands %q", text[:min(len(text), 60)])
	}
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	if err := dec.Decode(&o); err != nil {
		at := min(int(dec.InputOffset()), len(text))
		if bad, ok := err.(*json.SyntaxError); ok {
			at = min(int(bad.Offset), len(text))
		}
		return nil, "", fmt.Errorf("this is no JSON from line %d on, near %q: a comma, a bracket or a quotation mark is missing or too much",
			v.line+bytes.Count(text[:at], []byte("\n")), text[max(0, at-20):min(len(text), at+20)])
	}
	return o, note, nil
}

// has reports whether a member is there, be it empty.
func (o object) has(name string) bool { _, ok := o[name]; return ok }

// text returns the first of the members that is a text or a number, as it is
// written.
func (o object) text(names ...string) string {
	for _, name := range names {
		if s := plain(o[name]); s != "" {
			return s
		}
	}
	return ""
}

// plain returns a text or a number as text, "" for all else.
func plain(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case json.Number:
		return v.String()
	}
	return ""
}

// object returns a member that is an object, or one written as JSON in a text,
// as flat exports have it; nil for all else.
func (o object) object(name string) object {
	switch v := o[name].(type) {
	case map[string]any:
		return v
	case string:
		var in object
		if strings.HasPrefix(v, "{") && len(v) <= connectors.MaxItem && unpack(v, &in) {
			return in
		}
	}
	return nil
}

// list returns a member that is a list, or one written as JSON in a text.
func (o object) list(name string) []any {
	switch v := o[name].(type) {
	case []any:
		return v
	case string:
		var in []any
		if strings.HasPrefix(v, "[") && unpack(v, &in) {
			return in
		}
	}
	return nil
}

func unpack(text string, into any) bool {
	dec := json.NewDecoder(strings.NewReader(text))
	dec.UseNumber()
	return dec.Decode(into) == nil
}

// truth reports whether a member says yes: true, 1 or "true".
func (o object) truth(name string) bool {
	switch v := o[name].(type) {
	case bool:
		return v
	case json.Number, string:
		s := plain(v)
		return s == "1" || s == "true"
	}
	return false
}

// names returns the names of the members in order.
func (o object) names() []string {
	out := make([]string, 0, len(o))
	for name := range o {
		out = append(out, name)
	}
	sort.Strings(out)
	return out
}

// code returns a number that stands for something, as it is or as the id of an
// object; "" for none.
func (o object) code(name string) string {
	if in := o.object(name); in != nil {
		return in.text("id", "value")
	}
	return o.text(name)
}
