package ntriples_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/rdf"
	"moselle/schema/rdf/ntriples"
	"moselle/schema/rdf/rdftest"
)

func TestW3C(t *testing.T) {
	t.Parallel()
	rdftest.Suite(t, ntriples.Format(), rdftest.Data(t, "rdf/w3c__rdf-tests/rdf/rdf11/rdf-n-triples"), 70)
}

func TestDecode(t *testing.T) {
	t.Parallel()
	s, p := rdf.NewIRI("http://a/s"), rdf.NewIRI("http://a/p")
	one := func(o rdf.Term) []rdf.Quad { return []rdf.Quad{{Triple: rdf.Triple{S: s, P: p, O: o}}} }
	tests := []struct {
		name, in string
		want     []rdf.Quad
	}{
		{"nothing", "", nil},
		{"comments and empty lines", "# a\n\n \t # b\n", nil},
		{"iri", "<http://a/s> <http://a/p> <urn:x> .", one(rdf.NewIRI("urn:x"))},
		{"no white space", `<http://a/s><http://a/p>"o".`, one(rdf.NewString("o"))},
		{"datatype string is the plain one", `<http://a/s> <http://a/p> "o"^^<http://www.w3.org/2001/XMLSchema#string> .`, one(rdf.NewString("o"))},
		{"datatype", `<http://a/s> <http://a/p> "1"^^<http://a/d> .`, one(rdf.NewTyped("1", "http://a/d"))},
		{"language", `<http://a/s> <http://a/p> "Lëtzebuerg"@lb-LU .`, one(rdf.NewText("Lëtzebuerg", "lb-LU"))},
		{"escapes", `<http://a/\u0073> <http://a/p> "\t\b\n\r\f\"\'\\\u00e9\U0001F600" .`, one(rdf.NewString("\t\b\n\r\f\"'\\é😀"))},
		{"dots in a blank node's name", "<http://a/s> <http://a/p> _:a.b.", one(rdf.NewBlank("a.b"))},
		{"line ends", "<http://a/s> <http://a/p> _:o .\r\n\r<http://a/s> <http://a/p> _:o .\r", append(one(rdf.NewBlank("o")), one(rdf.NewBlank("o"))...)},
		{"mark of the encoding", "\ufeff<http://a/s> <http://a/p> _:o .", one(rdf.NewBlank("o"))},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := rdftest.Read(ntriples.Format(), iotest.OneByteReader(strings.NewReader(tt.in)))
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("Decode(%s) (-want +got):\n%s", tt.in, d)
			}
		})
	}
}

func TestDecodeRefuses(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, in, want string
	}{
		{"relative", "<s> <http://a/p> <http://a/o> .", `line 1, column 1: <s> is not an absolute IRI`},
		{"line and column", "\n# é\n<http://a/é> <http://a/p> 5 .", `line 3, column 27: '5' stands where the object should be: an IRI, a blank node or a literal in double quotes`},
		{"literal as subject", `"a" <http://a/p> <http://a/o> .`, `line 1, column 1: '"' stands where the subject should be: an IRI in angle brackets or a blank node`},
		{"no predicate", `_:a _:b _:c .`, `line 1, column 5: '_' stands where the predicate should be: an IRI in angle brackets`},
		{"no end", `_:a <http://a/p> "x"`, `line 1, column 21: the line ends where the statement should end with a full stop`},
		{"a graph", `_:a <http://a/p> "x" <http://a/g> .`, `line 1, column 22: '<' stands where the statement should end with a full stop`},
		{"two on a line", `_:a <http://a/p> "x" . _:a`, `line 1, column 24: '_' stands after the statement's full stop; each statement stands on a line of its own`},
		{"open quote", `_:a <http://a/p> "x .`, `line 1, column 18: the text that begins here has no closing quote on its line`},
		{"open IRI", `_:a <http://a/p`, `line 1, column 5: the IRI that begins here has no closing angle bracket`},
		{"surrogate", `_:a <http://a/p> "x\uD800" .`, `line 1, column 20: \u is no escape: \u takes four and \U eight hexadecimal digits of a character`},
		{"beyond Unicode", `_:a <http://a/p> "\U00110000" .`, `line 1, column 19: \U is no escape: \u takes four and \U eight hexadecimal digits of a character`},
		{"blank in an IRI", `_:a <http://a/\u0020> "x" .`, `line 1, column 5: <http://a/ > is not an absolute IRI`},
		{"language tag", `_:a <http://a/p> "x"@fr- .`, `line 1, column 25: ' ' stands where a language tag such as fr or de-LU should go on`},
		{"not UTF-8", "_:a <http://a/p> \"\xe9\" .", `line 1, column 19: not UTF-8; save the file in that encoding`},
		{"blank node without name", `_:. <http://a/p> "x" .`, `line 1, column 3: '.' stands where a blank node's name should begin`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := rdftest.Read(ntriples.Format(), strings.NewReader(tt.in))
			if err == nil || err.Error() != tt.want {
				t.Errorf("Decode(%s) = %v, want %s", tt.in, err, tt.want)
			}
		})
	}
}

func TestDecodeGoesOnAfterAnError(t *testing.T) {
	t.Parallel()
	in := "_:a <http://a/p> \"1\" .\nnonsense\n_:a <http://a/p> \"2\" .\n"
	var got []string
	for q, err := range ntriples.Format().Decode(strings.NewReader(in), "") {
		if err != nil {
			got = append(got, err.Error()[:6])
			continue
		}
		got = append(got, q.O.Value)
	}
	if d := cmp.Diff([]string{"1", "line 2", "2"}, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestDecodeEndsWithTheReader(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	in := io.MultiReader(strings.NewReader("_:a <http://a/p> \"1\" .\n"), iotest.ErrReader(broken))
	quads, err := rdftest.Read(ntriples.Format(), in)
	if len(quads) != 1 || !errors.Is(err, broken) {
		t.Errorf("Decode = %d quads, %v, want 1 and the reader's error", len(quads), err)
	}
}

func TestDecodeBoundsLines(t *testing.T) {
	t.Parallel()
	long := `_:a <http://a/p> "` + strings.Repeat("x", 1<<20) + "\" .\n"
	if quads, err := rdftest.Read(ntriples.Format(), strings.NewReader(long+long)); len(quads) != 2 || err != nil {
		t.Errorf("two lines of 1 MB: %d quads, %v", len(quads), err)
	}
	_, err := rdftest.Read(ntriples.Format(), io.MultiReader(strings.NewReader(long), endless{}))
	if want := "line 2: longer than 8 MB: not a line of N-Triples or N-Quads"; err == nil || err.Error() != want {
		t.Errorf("an endless line = %v, want %s", err, want)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

func TestEncodeIsCanonical(t *testing.T) {
	t.Parallel()
	var g rdf.Graph
	for _, v := range []string{"b", "a", "b", "a\nb", `"`} {
		g.Add(rdf.Triple{S: rdf.NewIRI("http://a/s"), P: rdf.NewIRI("http://a/p"), O: rdf.NewText(v, "fr")})
	}
	var b bytes.Buffer
	if err := ntriples.Format().Encode(&b, &g); err != nil {
		t.Fatal(err)
	}
	want := `<http://a/s> <http://a/p> "\""@fr .
<http://a/s> <http://a/p> "a"@fr .
<http://a/s> <http://a/p> "a\nb"@fr .
<http://a/s> <http://a/p> "b"@fr .
`
	if d := cmp.Diff(want, b.String()); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}
