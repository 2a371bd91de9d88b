package rdftest_test

import (
	"slices"
	"strings"
	"testing"

	"moselle/schema/rdf"
	"moselle/schema/rdf/nquads"
	"moselle/schema/rdf/rdftest"
)

func TestIsomorphic(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, a, b string
		want       bool
	}{
		{"nothing", "", "", true},
		{"a quad more", "", "_:a <p> _:b", false},
		{"sets", "_:a <p> _:b\n_:a <p> _:b", "_:b <p> _:a", true},
		{"no blank node", "<a> <p> <b>", "<a> <p> <c>", false},
		{"language tags", `<a> <p> "x"@fr-LU`, `<a> <p> "x"@FR-lu`, true},
		{"a literal is no label", `_:a <p> "a"`, `_:a <p> _:a`, false},
		{"one or two", "_:a <p> _:a", "_:a <p> _:b", false},
		{"subject or object", "_:a <p> <x>", "<x> <p> _:a", false},
		{"three in a circle", "_:a <p> _:b\n_:b <p> _:c\n_:c <p> _:a", "_:x <p> _:z\n_:z <p> _:y\n_:y <p> _:x", true},
		{"two circles of three, one of six",
			"_:a <p> _:b\n_:b <p> _:c\n_:c <p> _:a\n_:d <p> _:e\n_:e <p> _:f\n_:f <p> _:d",
			"_:a <p> _:b\n_:b <p> _:c\n_:c <p> _:d\n_:d <p> _:e\n_:e <p> _:f\n_:f <p> _:a", false},
		{"graphs", "<a> <p> _:x _:g\n_:g <q> <y>", "<a> <p> _:g _:x\n_:x <q> <y>", true},
		{"another graph", "<a> <p> _:x <g>\n_:x <q> <y> <g>", "<a> <p> _:x <g>\n_:x <q> <y> <h>", false},
	}
	for _, tt := range tests {
		if got := rdftest.Isomorphic(quads(t, tt.a), quads(t, tt.b)); got != tt.want {
			t.Errorf("%s: Isomorphic = %v, want %v", tt.name, got, tt.want)
		}
	}
}

func quads(t *testing.T, short string) []rdf.Quad {
	t.Helper()
	text := strings.NewReplacer("<", "<urn:", "\n", " .\n").Replace(short)
	if text != "" {
		text += " ."
	}
	out, err := rdftest.Read(nquads.Format(), strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestEvents(t *testing.T) {
	t.Parallel()
	a, b := slices.Collect(rdftest.Events(1000)), slices.Collect(rdftest.Events(1000))
	if len(a) != 1000 || !slices.Equal(a, b) {
		t.Errorf("Events(1000) yields %d and %d triples, or not the same", len(a), len(b))
	}
}
