package nquads_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/rdf"
	"moselle/schema/rdf/nquads"
	"moselle/schema/rdf/rdftest"
)

func TestW3C(t *testing.T) {
	t.Parallel()
	rdftest.Suite(t, nquads.Format(), rdftest.Data(t, "rdf/w3c__rdf-tests/rdf/rdf11/rdf-n-quads"), 87)
}

func TestDecodeGraphs(t *testing.T) {
	t.Parallel()
	in := `_:s<urn:p>"o"_:g.
_:s <urn:p> "o"@fr <urn:g> . # here
_:s <urn:p> "o" .
`
	got, err := rdftest.Read(nquads.Format(), strings.NewReader(in))
	if err != nil {
		t.Fatal(err)
	}
	triple := rdf.Triple{S: rdf.NewBlank("s"), P: rdf.NewIRI("urn:p"), O: rdf.NewString("o")}
	french := triple
	french.O = rdf.NewText("o", "fr")
	want := []rdf.Quad{{Triple: triple, G: rdf.NewBlank("g")}, {Triple: french, G: rdf.NewIRI("urn:g")}, {Triple: triple}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("Decode (-want +got):\n%s", d)
	}
}

func TestDecodeRefuses(t *testing.T) {
	t.Parallel()
	for _, in := range []string{
		`_:s <urn:p> "o" "g" .`,
		`_:s <urn:p> "o" <g> .`,
		`_:s <urn:p> "o" <urn:g> <urn:h> .`,
		`_:s <urn:p> "o" <urn:g>`,
	} {
		if _, err := rdftest.Read(nquads.Format(), strings.NewReader(in)); err == nil {
			t.Errorf("Decode(%s) = no error", in)
		}
	}
}

func TestEncode(t *testing.T) {
	t.Parallel()
	var g rdf.Graph
	g.Add(rdf.Triple{S: rdf.NewIRI("urn:s"), P: rdf.NewIRI("urn:p"), O: rdf.NewTyped("1", rdf.XSD+"integer")})
	var b bytes.Buffer
	if err := nquads.Format().Encode(&b, &g); err != nil {
		t.Fatal(err)
	}
	if want := "<urn:s> <urn:p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n"; b.String() != want {
		t.Errorf("Encode = %s, want %s", b.String(), want)
	}
}
