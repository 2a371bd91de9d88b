// Package derive makes what follows from the class tables: the JSON-LD context
// with the documents under it, the JSON Schema of these, the profile as RDF, the
// SHACL shapes, the GraphQL types and the search mapping. Whoever changes a table
// sees in the goldens what it changes outside.
package derive

import (
	"bytes"
	"encoding/json"
)

// indent gives JSON in the form that is served and kept as a golden.
func indent(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		panic(err) // strings and maps of strings always encode
	}
	return b.Bytes()
}
