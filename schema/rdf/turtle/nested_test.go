package turtle_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/rdf"
	"moselle/schema/rdf/rdftest"
	"moselle/schema/rdf/turtle"
)

func TestEncodeNested(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, in, want string }{
		{"in place", `<urn:s> <urn:p> [ <urn:q> [ a <urn:T> ], [], "x" ] .`, `
<urn:s>
    <urn:p> [
        <urn:q>
            "x",
            [
                a <urn:T>
            ],
            []
    ] .
`},
		{"lists", `<urn:s> <urn:p> (), ( 1 "b" ( _:x ) [ a <urn:T> ] ) ; <urn:q> ( () ) .`, `
<urn:s>
    <urn:p>
        <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>,
        ( 1 "b" ( [] ) [
            a <urn:T>
        ] ) ;
    <urn:q> ( <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> ) .
`},
		{"never an object", `_:a <urn:p> 1 .`, "\n[]\n    <urn:p> 1 .\n"},
		{"an object twice", `<urn:s> <urn:p> _:a ; <urn:q> _:a . _:a <urn:r> 1 .`, `
<urn:s>
    <urn:p> _:a ;
    <urn:q> _:a .

_:a
    <urn:r> 1 .
`},
		{"circles", `_:a <urn:p> _:b . _:b <urn:p> _:c . _:c <urn:p> _:a . _:d <urn:p> _:d .`, `
_:a
    <urn:p> [
        <urn:p> [
            <urn:p> _:a
        ]
    ] .

_:d
    <urn:p> _:d .
`},
		{"a list with more to say", `@prefix r: <` + rdf.RDF + `> . <urn:s> <urn:p> [ r:first 1 ; r:rest () ; a r:List ] .`, `
<urn:s>
    <urn:p> [
        a <http://www.w3.org/1999/02/22-rdf-syntax-ns#List> ;
        <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> 1 ;
        <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>
    ] .
`},
		{"a list that goes in a circle", `@prefix r: <` + rdf.RDF + `> . _:a r:first 1 ; r:rest _:b . _:b r:first 2 ; r:rest _:a .`, `
_:a
    <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> 1 ;
    <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> [
        <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> 2 ;
        <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:a
    ] .
`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g, err := rdftest.Graph(turtle.Format(), strings.NewReader(tt.in))
			if err != nil {
				t.Fatal(err)
			}
			var b strings.Builder
			if err := turtle.Encode(&b, g, nil); err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(tt.want, b.String()); d != "" {
				t.Errorf("Encode (-want +got):\n%s", d)
			}
			readAgain(t, g, b.String())
		})
	}
}

// TestEncodeDeep: neither long lists nor deep nesting cost the reader its
// bound, and all of it is read again.
func TestEncodeDeep(t *testing.T) {
	t.Parallel()
	var chain, list, rests rdf.Graph
	node := func(i int) rdf.Term { return rdf.NewBlank(fmt.Sprintf("n%d", i)) }
	first, rest := rdf.NewIRI(rdf.RDF+"first"), rdf.NewIRI(rdf.RDF+"rest")
	const n = 600
	for i := range n {
		chain.Add(rdf.Triple{S: node(i), P: rdf.NewIRI("urn:p"), O: node(i + 1)})
		list.Add(rdf.Triple{S: node(i), P: first, O: rdf.NewString(fmt.Sprint(i))}, rdf.Triple{S: node(i), P: rest, O: node(i + 1)})
		rests.Add(rdf.Triple{S: node(i), P: rest, O: node(i + 1)})
	}
	list.Add(rdf.Triple{S: rdf.NewIRI("urn:s"), P: rdf.NewIRI("urn:p"), O: node(0)},
		rdf.Triple{S: node(n), P: first, O: rdf.NewString("last")}, rdf.Triple{S: node(n), P: rest, O: rdf.NewIRI(rdf.RDF + "nil")})
	for _, g := range []*rdf.Graph{&chain, &list, &rests} {
		readAgain(t, g, encode(t, g))
	}
	if text := encode(t, &list); strings.Contains(text, "_:") {
		t.Errorf("Encode of a list of %d has labels:\n%.300s", n, text)
	}
}

func readAgain(t *testing.T, g *rdf.Graph, text string) {
	t.Helper()
	got, err := rdftest.Graph(turtle.Format(), strings.NewReader(text))
	if err != nil {
		t.Fatalf("%v in\n%.2000s", err, text)
	}
	if !rdftest.Isomorphic(quads(g), quads(got)) {
		t.Errorf("after writing:\n%.2000s\nwant\n%.2000s\n%.2000s", got.Canonical(), g.Canonical(), text)
	}
}

func quads(g *rdf.Graph) []rdf.Quad {
	var out []rdf.Quad
	for t := range g.All() {
		out = append(out, rdf.Quad{Triple: t})
	}
	return slices.Clip(out)
}
