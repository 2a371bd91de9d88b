package uitdatabank

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"moselle/schema"
)

// nothing is how PHP writes an object that has nothing in it.
var nothing = regexp.MustCompile(`"(address|audience|bookingAvailability|bookingInfo|contactPoint|description|geo|location|organizer|production|status)"\s*:\s*\[\s*\]`)

// decode reads one document. A member of another type than is expected is left
// out and told, be it several; what cannot be read at all is an error.
func decode(raw []byte) (d *document, faults []schema.Fault, err error) {
	if !utf8.Valid(raw) {
		if text, err := charmap.Windows1252.NewDecoder().Bytes(raw); err == nil {
			raw = text
			faults = append(faults, schema.Fault{Message: "the text is not UTF-8, as JSON has to be; it was read as Windows-1252"})
		}
	}
	d = &document{}
	if json.Unmarshal(raw, d) == nil {
		return d, faults, nil
	}
	var members map[string]json.RawMessage
	if json.Unmarshal(nothing.ReplaceAll(raw, []byte(`"$1":null`)), &members) != nil {
		return nil, nil, errors.New("this is no document of UiTdatabank: an object in braces is expected")
	}
	d = &document{} // member by member, as decoding tells of the first mistake alone
	for _, name := range slices.Sorted(maps.Keys(members)) {
		quoted, _ := json.Marshal(name) // a text is always JSON
		one := slices.Concat([]byte("{"), quoted, []byte(":"), members[name], []byte("}"))
		var wrong *json.UnmarshalTypeError
		if errors.As(json.Unmarshal(one, d), &wrong) {
			faults = append(faults, schema.Fault{Path: cmp.Or(wrong.Field, name), Message: fmt.Sprintf("what stands here is of another form than UiTdatabank's (%s); it is left out", kindOf[wrong.Value])})
		}
	}
	return d, faults, nil
}

// kindOf names the kinds of JSON values.
var kindOf = map[string]string{"string": "a text", "number": "a number", "bool": "true or false", "array": "a list", "object": "an object in braces"}
