package rdf_test

import (
	"testing"

	"moselle/schema/rdf"
)

// To finds what points to a node, also after the graph has grown.
func TestGraphTo(t *testing.T) {
	t.Parallel()
	iri := func(s string) rdf.Term { return rdf.NewIRI("https://a.example/" + s) }
	hall, likes := iri("hall"), iri("likes")
	g := &rdf.Graph{}
	subjects := func(o rdf.Term) string {
		out := ""
		for tr := range g.To(o) {
			out += tr.S.Value[len("https://a.example/"):] + " "
		}
		return out
	}
	if got := subjects(hall); got != "" {
		t.Errorf("To(hall) of an empty graph = %q, want nothing", got)
	}
	g.Add(rdf.Triple{S: iri("b"), P: likes, O: hall}, rdf.Triple{S: iri("a"), P: likes, O: hall}, rdf.Triple{S: iri("a"), P: likes, O: iri("x")},
		rdf.Triple{S: iri("c"), P: likes, O: rdf.NewString(hall.Value)}, rdf.Triple{S: hall, P: likes, O: iri("zoo")})
	for o, want := range map[rdf.Term]string{hall: "a b ", iri("x"): "a ", iri("zoo"): "hall ", iri("a"): "", iri("zz"): "", rdf.NewString(hall.Value): ""} {
		if got := subjects(o); got != want {
			t.Errorf("To(%v) = %q, want %q", o, got, want)
		}
	}
	g.Add(rdf.Triple{S: iri("aa"), P: likes, O: hall})
	if got := subjects(hall); got != "a aa b " {
		t.Errorf("To(hall) after Add = %q, want a aa b", got)
	}
	n := 0
	for range g.To(hall) {
		if n++; n == 1 {
			break
		}
	}
	if got := g.Clone(); n != 1 || !got.Equal(g) {
		t.Error("breaking off To changes the graph")
	}
}
