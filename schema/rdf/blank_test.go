package rdf_test

import (
	"errors"
	"iter"
	"testing"

	"moselle/schema/rdf"
)

func TestBlanks(t *testing.T) {
	t.Parallel()
	var b rdf.Blanks
	seen := map[rdf.Term]string{}
	for _, label := range []string{"g", "g1", "gg1", "ggg1", "g1g", "g02", "b1", "1", "G1", "g1.2", "g²"} {
		got := b.Named(label)
		if other, twice := seen[got]; twice {
			t.Errorf("Named(%s) = Named(%s) = %v", label, other, got)
		}
		if got != b.Named(label) {
			t.Errorf("Named(%s) changes", label)
		}
		seen[got] = label
	}
	for range 30 {
		if got := b.New(); seen[got] != "" {
			t.Errorf("New = %v, which the document calls %s", got, seen[got])
		}
	}
}

func TestScoped(t *testing.T) {
	t.Parallel()
	bad := errors.New("bad")
	blank, iri := rdf.NewBlank("x"), rdf.NewIRI("urn:x")
	in := iter.Seq2[rdf.Quad, error](func(yield func(rdf.Quad, error) bool) {
		_ = yield(rdf.Quad{Triple: rdf.Triple{S: blank, P: iri, O: blank}, G: blank}, nil) &&
			yield(rdf.Quad{Triple: rdf.Triple{S: iri, P: iri, O: rdf.NewString("x")}}, nil) && yield(rdf.Quad{}, bad)
	})
	var got string
	for q, err := range rdf.Scoped(in, "a.") {
		if err != nil {
			got += err.Error()
			continue
		}
		got += string(rdf.AppendQuad(nil, q))
	}
	if want := "_:a.x <urn:x> _:a.x _:a.x .\n<urn:x> <urn:x> \"x\" .\nbad"; got != want {
		t.Errorf("Scoped = %s, want %s", got, want)
	}
	for range rdf.Scoped(in, "") {
		break
	}
}

func TestTermEqual(t *testing.T) {
	t.Parallel()
	a := rdf.NewText("x", "de-LU")
	for _, tt := range []struct {
		b    rdf.Term
		want bool
	}{
		{a, true},
		{rdf.NewText("x", "de-lu"), true},
		{rdf.NewText("x", "de"), false},
		{rdf.NewText("X", "de-LU"), false},
		{rdf.NewString("x"), false},
		{rdf.NewIRI("x"), false},
	} {
		if got := a.Equal(tt.b); got != tt.want {
			t.Errorf("%v.Equal(%v) = %v, want %v", a, tt.b, got, tt.want)
		}
	}
}
