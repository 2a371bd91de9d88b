package rdf_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/rdf"
)

func TestValidIRI(t *testing.T) {
	t.Parallel()
	tests := map[string]bool{
		"http://a/":          true,
		"https://a/é#x":      true,
		"urn:isbn:1":         true,
		"moselle:id/event/a": true,
		"a+b-c.9:":           true,
		"mailto:a@b":         true,
		"geo:49.6,6.1":       true,
		"":                   false,
		":":                  false,
		":a":                 false,
		"a":                  false,
		"/a":                 false,
		"//a/b":              false,
		"www.a.lu/b:c":       false,
		"1a:b":               false,
		"é:a":                false,
		"http://a b":         false,
		"http://a\n":         false,
		"http://a/<b>":       false,
		`http://a/"`:         false,
		`http://a/\`:         false,
		"http://a/{b}":       false,
		"http://a/a|b":       false,
		"http://a/^":         false,
		"http://a/`":         false,
		"http://a/\x00":      false,
		"http://a/\xff":      false,
	}
	for iri, want := range tests {
		if got := rdf.ValidIRI(iri); got != want {
			t.Errorf("ValidIRI(%q) = %v, want %v", iri, got, want)
		}
	}
}

func TestAppendTerm(t *testing.T) {
	t.Parallel()
	tests := []struct {
		term rdf.Term
		want string
	}{
		{rdf.NewIRI("http://a/é"), `<http://a/é>`},
		{rdf.NewIRI("http://a/> <b\n"), `<http://a/\u003E\u0020\u003Cb\u000A>`},
		{rdf.NewBlank("a1"), `_:a1`},
		{rdf.NewString(""), `""`},
		{rdf.NewString("a\"b\\c\nd\re\tf\bg\fh"), `"a\"b\\c\nd\re\tf\bg\fh"`},
		{rdf.NewString("\x00\x0b\x1f\x7f é\u2028"), "\"\\u0000\\u000B\\u001F\\u007F é\u2028\""},
		{rdf.NewText("a", "de-LU"), `"a"@de-LU`},
		{rdf.NewTyped("1", rdf.XSD+"integer"), `"1"^^<http://www.w3.org/2001/XMLSchema#integer>`},
		{rdf.NewTyped("1", "http://a/>"), `"1"^^<http://a/\u003E>`},
		{rdf.Term{}, ``},
	}
	for _, tt := range tests {
		if got := string(rdf.AppendTerm(nil, tt.term)); got != tt.want {
			t.Errorf("AppendTerm(%v) = %s, want %s", tt.term, got, tt.want)
		}
	}
}

func TestAppendQuad(t *testing.T) {
	t.Parallel()
	q := rdf.Quad{Triple: rdf.Triple{S: rdf.NewIRI("urn:s"), P: rdf.NewIRI("urn:p"), O: rdf.NewString("o")}}
	if got, want := string(rdf.AppendQuad(nil, q)), "<urn:s> <urn:p> \"o\" .\n"; got != want {
		t.Errorf("AppendQuad = %s, want %s", got, want)
	}
	q.G = rdf.NewIRI("urn:g")
	if got, want := string(rdf.AppendQuad([]byte("x"), q)), "x<urn:s> <urn:p> \"o\" <urn:g> .\n"; got != want {
		t.Errorf("AppendQuad = %s, want %s", got, want)
	}
}

// TestCanonicalOrder uses pairs whose order as terms and as lines could part:
// a shorter IRI against what may follow it, escapes against plain letters.
func TestCanonicalOrder(t *testing.T) {
	t.Parallel()
	terms := []rdf.Term{
		rdf.NewIRI("urn:a"), rdf.NewIRI("urn:a#b"), rdf.NewIRI("urn:ab"), rdf.NewIRI("urn:a-b"), rdf.NewIRI("urn:a b"),
		rdf.NewIRI("urn:a>"), rdf.NewIRI("urn:a\n"), rdf.NewIRI("urn:aé"), rdf.NewIRI("urn:a]"),
		rdf.NewBlank("a"), rdf.NewBlank("a1"), rdf.NewBlank("a-1"),
		rdf.NewString("a"), rdf.NewString("a!"), rdf.NewString("a\n"), rdf.NewString("a\""), rdf.NewString("a\\"), rdf.NewString("a]"),
		rdf.NewString("a\x01"), rdf.NewString("a\x7f"), rdf.NewString("a\t"), rdf.NewString(""),
		rdf.NewText("a", "fr"), rdf.NewText("a", "fr-LU"), rdf.NewText("a", "de"), rdf.NewText("a!", "de"),
		rdf.NewTyped("a", "urn:d"), rdf.NewTyped("a", "urn:d#e"), rdf.NewTyped("a", "urn:de"),
	}
	var g rdf.Graph
	var lines []string
	for _, s := range terms {
		for _, o := range terms {
			tr := rdf.Triple{S: s, P: rdf.NewIRI("urn:p"), O: o}
			g.Add(tr, tr)
			lines = append(lines, string(rdf.AppendTriple(nil, tr)))
		}
	}
	slices.Sort(lines)
	if d := cmp.Diff(lines, strings.SplitAfter(string(g.Canonical()), "\n")[:len(lines)]); d != "" {
		t.Errorf("Canonical is not in the order of its lines:\n%s", d)
	}
	if g.Len() != len(lines) {
		t.Errorf("Len = %d, want %d", g.Len(), len(lines))
	}
	for _, s := range terms {
		n := 0
		for tr := range g.About(s) {
			if tr.S != s {
				t.Errorf("About(%v) yields %v", s, tr)
			}
			n++
		}
		if n != len(terms) {
			t.Errorf("About(%v) yields %d triples, want %d", s, n, len(terms))
		}
	}
}

func FuzzCanonicalOrder(f *testing.F) {
	f.Add("a", "a#", "fr", byte(0), byte(1))
	f.Add("a\n", "a", "", byte(3), byte(2))
	f.Fuzz(func(t *testing.T, a, b, c string, k, l byte) {
		var g rdf.Graph
		var lines [][]byte
		for _, o := range []rdf.Term{fuzzed(k, a, c), fuzzed(l, b, a), fuzzed(k, b, c), fuzzed(l, a, b)} {
			tr := rdf.Triple{S: fuzzed(k, c, a), P: rdf.NewIRI("urn:p"), O: o}
			g.Add(tr)
			lines = append(lines, rdf.AppendTriple(nil, tr))
		}
		slices.SortFunc(lines, bytes.Compare)
		lines = slices.CompactFunc(lines, bytes.Equal)
		if got, want := g.Canonical(), bytes.Join(lines, nil); !bytes.Equal(got, want) {
			t.Errorf("Canonical =\n%s\nwant\n%s", got, want)
		}
	})
}

func fuzzed(kind byte, v, w string) rdf.Term {
	switch kind % 5 {
	case 0:
		return rdf.NewIRI(v)
	case 1:
		return rdf.NewString(v)
	case 2:
		return rdf.NewTyped(v, w+"x")
	case 3:
		return rdf.NewText(v, "x"+strings.Map(func(r rune) rune {
			if r >= 'a' && r <= 'z' {
				return r
			}
			return '-'
		}, w))
	}
	return rdf.NewBlank("b")
}

func TestGraph(t *testing.T) {
	t.Parallel()
	tr := func(s, o string) rdf.Triple {
		return rdf.Triple{S: rdf.NewIRI(s), P: rdf.NewIRI("urn:p"), O: rdf.NewString(o)}
	}
	var g, h rdf.Graph
	if g.Len() != 0 || len(g.Canonical()) != 0 || !g.Equal(&h) {
		t.Error("the zero graph is not empty")
	}
	g.Add(tr("urn:b", "1"), tr("urn:a", "1"), tr("urn:b", "1"))
	h.Add(tr("urn:a", "1"), tr("urn:b", "1"))
	if !g.Equal(&h) || g.Digest() != h.Digest() {
		t.Error("graphs with the same triples differ")
	}
	c := g.Clone()
	c.Add(tr("urn:c", "1"))
	if g.Len() != 2 || c.Len() != 3 || g.Equal(c) {
		t.Errorf("Len = %d, clone %d, want 2 and 3", g.Len(), c.Len())
	}
	m := g.Map(func(t rdf.Term) rdf.Term {
		if t.Value == "urn:b" {
			t.Value = "urn:a"
		}
		return t
	})
	if m.Len() != 1 {
		t.Errorf("Map to one subject leaves %d triples, want 1", m.Len())
	}
	for range g.About(rdf.NewIRI("urn:none")) {
		t.Error("About an unknown subject yields a triple")
	}
	if (rdf.Digest{}).IsZero() != true || g.Digest().IsZero() || len(g.Digest().String()) != 64 {
		t.Error("digest")
	}
}
