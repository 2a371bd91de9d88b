package trig_test

import (
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/rdf"
	"moselle/schema/rdf/rdftest"
	"moselle/schema/rdf/trig"
	"moselle/schema/rdf/turtle"
	"moselle/schema/vocab"
)

func TestW3C(t *testing.T) {
	t.Parallel()
	rdftest.Suite(t, trig.Format(), rdftest.Data(t, "rdf/w3c__rdf-tests/rdf/rdf11/rdf-trig"), 356)
}

const sample = `@prefix schema: <https://schema.org/> .

[]
    schema:name "default" .

<https://hub.example/g> {
    <https://hub.example/e>
        a schema:Event ;
        schema:keywords ( "a" "b" ) ;
        schema:location _:b ;
        schema:offers [
            schema:price 12.5
        ] .

    <https://hub.example/f>
        schema:name "f" .
}

_:b {
    <https://hub.example/e>
        schema:about _:c .
}

_:d {
    <https://hub.example/e>
        schema:about _:c .
}
`

func TestEncode(t *testing.T) {
	t.Parallel()
	quads, err := rdftest.Read(trig.Format(), iotest.OneByteReader(strings.NewReader(sample)))
	if err != nil {
		t.Fatal(err)
	}
	for range quads {
		quads = append(quads[1:], quads[0])
		var b strings.Builder
		if err := trig.Encode(&b, quads, vocab.Prefixes); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(sample, b.String()); d != "" {
			t.Fatalf("Encode (-want +got):\n%s", d)
		}
	}
}

func TestEncodeGraph(t *testing.T) {
	t.Parallel()
	var g rdf.Graph
	g.Add(rdf.Triple{S: rdf.NewIRI("urn:s"), P: rdf.NewIRI("urn:p"), O: rdf.NewBlank("o")})
	var got, want strings.Builder
	if err := trig.Format().Encode(&got, &g); err != nil {
		t.Fatal(err)
	}
	if err := turtle.Format().Encode(&want, &g); err != nil || got.String() != want.String() {
		t.Errorf("Encode = %s, want it as Turtle: %s", got.String(), want.String())
	}
}

func TestDecodeRefuses(t *testing.T) {
	t.Parallel()
	tests := []struct{ in, want string }{
		{`<urn:g> { <urn:a> a 1 `, "line 1, column 23: the document ends where the statement should end with a full stop or the graph with a brace"},
		{`<urn:g> { <urn:a> a 1 .`, "line 1, column 24: the document ends where a graph should be closed with a brace"},
		{`GRAPH ( 1 ) { }`, "line 1, column 7: ( stands where a graph's name should stand: an IRI, a prefixed name or a blank node"},
		{`GRAPH [ a 1 ] { }`, "line 1, column 15: { stands where the name of a graph should have stood, of which nothing is said"},
		{`GRAPH <urn:g> <urn:h>`, "line 1, column 15: <urn:h> stands where the triples of a graph should begin with a brace"},
		{`{ @prefix a: <urn:a> . }`, "line 1, column 3: @prefix stands where a subject should stand: an IRI, a prefixed name or a blank node"},
	}
	for _, tt := range tests {
		if _, err := rdftest.Read(trig.Format(), strings.NewReader(tt.in)); err == nil || err.Error() != tt.want {
			t.Errorf("Decode(%s) = %v, want %s", tt.in, err, tt.want)
		}
	}
}

// TestDecodeGoesOn: the rest of a graph stays in it, and nothing of a graph
// whose name is broken is taken for the default graph's.
func TestDecodeGoesOn(t *testing.T) {
	t.Parallel()
	in := `<urn:g> {
  <urn:s> <urn:p> 1 .
  <urn:s> "p" 2 .
  <urn:s> <urn:p> 3 .
  <urn:s> "p" 4
}
"h" { <urn:s> <urn:p> 5 . <urn:s> <urn:p> 6 . }
<urn:s> <urn:p> 7 .
}
<urn:h> { <urn:s> <urn:p> 8 }`
	var got []string
	for q, err := range trig.Format().Decode(strings.NewReader(in), "") {
		if err != nil {
			got = append(got, err.Error()[:6])
		} else {
			got = append(got, q.G.Value+" "+q.O.Value)
		}
	}
	want := []string{"urn:g 1", "line 3", "urn:g 3", "line 5", "line 7", " 7", "line 9", "urn:h 8"}
	if !slices.Equal(got, want) {
		t.Errorf("Decode = %q, want %q", got, want)
	}
}
