package derive

import (
	"bytes"

	"moselle/schema"
	"moselle/schema/rdf/turtle"
	"moselle/schema/vocab"
)

// Shapes returns the class tables as a SHACL shapes graph in Turtle
// (text/turtle), with messages and names in the languages of the interface. Any
// SHACL processor finds with it what schema.Check finds.
func Shapes() []byte {
	prefixes := append([]vocab.Prefix{{Name: "sh", IRI: vocab.SH}, {Name: "shapes", IRI: vocab.Shapes}}, vocab.Prefixes...)
	var b bytes.Buffer
	if err := turtle.Encode(&b, schema.Shapes().Graph(), prefixes); err != nil {
		panic(err) // a buffer takes everything
	}
	return b.Bytes()
}
