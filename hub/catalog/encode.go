package catalog

import (
	"bytes"
	"encoding/json"
)

// Encode writes a value as JSON that people can copy from: "&", "<" and ">"
// stand as they are, in addresses above all. It is not for the inside of HTML.
func Encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
