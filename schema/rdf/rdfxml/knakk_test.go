package rdfxml_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	knakk "github.com/knakk/rdf"

	"moselle/schema/rdf/rdftest"
	"moselle/schema/rdf/rdfxml"
)

// TestKnakkFaults keeps the cases for which knakk/rdf does not serve as a
// reader of RDF/XML. One that it begins to pass fails here: look at it again.
func TestKnakkFaults(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, in, want string }{
		{"a typed node within a property, as all of EDM has it",
			`<e:Aggregation rdf:about="http://a/1"><e:shows><e:WebResource rdf:about="http://a/2"/></e:shows></e:Aggregation>`,
			`<http://a/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/Aggregation> .
<http://a/2> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/WebResource> .
<http://a/1> <http://e/shows> <http://a/2> .
`},
		{"text after a comment, lost without a word",
			`<rdf:Description rdf:about="http://a/1"><e:title>Stilleben<!-- sic --> mit Birnen</e:title></rdf:Description>`,
			`<http://a/1> <http://e/title> "Stilleben mit Birnen" .
`},
		{"a reference joined to the base as a string",
			`<rdf:Description rdf:about="x/../1"><e:title>x</e:title></rdf:Description>`,
			`<http://b/c/1> <http://e/title> "x" .
`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/" xml:base="http://b/c/d">` + tt.in + `</rdf:RDF>`
			quads, err := rdftest.Read(rdfxml.Format(), strings.NewReader(doc))
			if d := cmp.Diff(tt.want, rdftest.Lines(quads)); d != "" || err != nil {
				t.Errorf("Decode: %v (-want +got):\n%s", err, d)
			}
			var other strings.Builder
			dec := knakk.NewTripleDecoder(strings.NewReader(doc), knakk.RDFXML)
			for range len(quads) {
				triple, err := dec.Decode()
				if err != nil {
					break
				}
				other.WriteString(triple.Serialize(knakk.NTriples))
			}
			if other.String() == tt.want {
				t.Errorf("the other reader is right now: %s", other.String())
			}
		})
	}
}
