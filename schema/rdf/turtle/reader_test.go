package turtle_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/rdf"
	"moselle/schema/rdf/rdftest"
	"moselle/schema/rdf/turtle"
)

// TestDecode has what the W3C suite leaves open: order, labels, white space.
func TestDecode(t *testing.T) {
	t.Parallel()
	const head = "@prefix : <urn:> .\n"
	tests := []struct{ name, in, want string }{
		{"nothing", "# only a comment", ""},
		{"mark of the encoding", "\ufeff<urn:a> a <urn:b>.", "<urn:a> <" + rdf.Type + "> <urn:b> .\n"},
		{"as it reads", head + ":a :b [ :c (1) ], () .", `<urn:a> <urn:b> _:g1 .
_:g1 <urn:c> _:g2 .
_:g2 <` + rdf.RDF + `first> "1"^^<` + rdf.XSD + `integer> .
_:g2 <` + rdf.RDF + `rest> <` + rdf.RDF + `nil> .
<urn:a> <urn:b> <` + rdf.RDF + `nil> .
`},
		{"labels do not meet", head + "_:g1 :b [], _:gg1, _:g, _:b1, _:g1x.", `_:gg1 <urn:b> _:g1 .
_:gg1 <urn:b> _:ggg1 .
_:gg1 <urn:b> _:g .
_:gg1 <urn:b> _:b1 .
_:gg1 <urn:b> _:g1x .
`},
		{"language tags as given", head + `:a :b "x"@de-lu , "x"@DE-LU .`, "<urn:a> <urn:b> \"x\"@de-lu .\n<urn:a> <urn:b> \"x\"@DE-LU .\n"},
		{"white space within a literal", head + ":a :b \"x\" # name\n @fr , '1' ^^ :d .", "<urn:a> <urn:b> \"x\"@fr .\n<urn:a> <urn:b> \"1\"^^<urn:d> .\n"},
		{"full stops beside numbers", head + ":a :b 1,1.5.:c :d .5,1.e0.", `<urn:a> <urn:b> "1"^^<` + rdf.XSD + `integer> .
<urn:a> <urn:b> "1.5"^^<` + rdf.XSD + `decimal> .
<urn:c> <urn:d> ".5"^^<` + rdf.XSD + `decimal> .
<urn:c> <urn:d> "1.e0"^^<` + rdf.XSD + `double> .
`},
		{"base and prefixes change", "BASE <http://a/b/> PREFIX x: <c#> x:s x:p <d> . @base <../> . @prefix x: <e#> . x:s x:p <d> .",
			"<http://a/b/c#s> <http://a/b/c#p> <http://a/b/d> .\n<http://a/e#s> <http://a/e#p> <http://a/d> .\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := rdftest.Read(turtle.Format(), iotest.OneByteReader(strings.NewReader(tt.in)))
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(tt.want, rdftest.Lines(got)); d != "" {
				t.Errorf("Decode(%s) (-want +got):\n%s", tt.in, d)
			}
		})
	}
}

func TestDecodeRefuses(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, in, want string }{
		{"relative", "<s> a <urn:o> .", "line 1, column 1: <s> is a relative IRI, and the document names no base to resolve it by"},
		{"line and column", "# é\n<urn:é> a @fr .", "line 2, column 11: @fr stands where an object should stand: an IRI, a prefixed name, a blank node or a literal"},
		{"prefix", "\n a:b a <urn:o> .", "line 2, column 2: the prefix a: is not declared"},
		{"literal as subject", `"x" a <urn:o> .`, `line 1, column 1: "x" stands where a subject should stand: an IRI, a prefixed name or a blank node`},
		{"blank node as predicate", `_:a _:b _:c .`, "line 1, column 5: _:b stands where a predicate should stand: an IRI, a prefixed name or the word a"},
		{"no end", `_:a a _:c`, "line 1, column 10: the document ends where the statement should end with a full stop"},
		{"blank in an IRI", `<urn:a> a <urn:b c> .`, `line 1, column 17: ' ' may not stand in an IRI; write it percent-encoded`},
		{"control character in an IRI", "<urn:a\x01> a <urn:b> .", `line 1, column 7: '\x01' may not stand in an IRI; write it percent-encoded`},
		{"escaped blank in an IRI", `<urn:a\u0020> a <urn:b> .`, `line 1, column 1: <urn:a > is not a valid IRI`},
		{"control character", "<urn:a> \x01 <urn:b> .", `line 1, column 9: '\x01' begins no term and is no punctuation of the format`},
		{"open IRI", "<urn:a", "line 1, column 1: the IRI that begins here has no closing angle bracket"},
		{"open IRI on a line", "<urn:a\n> a 1", "line 1, column 1: the IRI that begins here has no closing angle bracket on its line"},
		{"open quote", "_:a a \"x .\n", "line 1, column 7: the text that begins here has no closing quote on its line"},
		{"open long quote", "_:a a \"\"\"x\n\"\" .\n", "line 1, column 7: the text that begins here has no closing quote"},
		{"open escape", `_:a a "\`, "line 1, column 7: the text that begins here has no closing quote"},
		{"escape", `_:a a "é\x" .`, `line 1, column 9: \x is no escape: \u takes four and \U eight hexadecimal digits of a character`},
		{"surrogate", `_:a a "\uD800" .`, `line 1, column 8: \u is no escape: \u takes four and \U eight hexadecimal digits of a character`},
		{"not UTF-8", "_:a a \"caf\xe9\" .", "line 1, column 11: not UTF-8; save the file in that encoding"},
		{"half a character", "_:a a \"caf\xc3", "line 1, column 11: not UTF-8; save the file in that encoding"},
		{"language tag", `_:a a "x"@fr- .`, "line 1, column 14: a language tag such as fr or de-LU should go on here"},
		{"sign", `_:a a + .`, "line 1, column 8: the digits of a number should stand here"},
		{"label", `_: a 1 .`, "line 1, column 3: the name of a blank node should begin here"},
		{"one caret", `_:a a "x"^<urn:d> .`, `line 1, column 10: '^' begins no term and is no punctuation of the format`},
		{"a graph", `<urn:g> { _:a a _:b }`, "line 1, column 9: { stands where a predicate should stand: an IRI, a prefixed name or the word a"},
		{"prefix without colon", "@prefix a <urn:a> .", "line 1, column 9: a stands where a prefix with its colon should be declared"},
		{"depth", "_:a a " + strings.Repeat("[a", 600), "line 1, column 1008: brackets are nested more than 500 deep"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := rdftest.Read(turtle.Format(), strings.NewReader(tt.in))
			if err == nil || err.Error() != tt.want {
				t.Errorf("Decode(%.80s) = %v, want %s", tt.in, err, tt.want)
			}
		})
	}
}

// TestDecodeGoesOn: a bad statement is reported and the rest arrives.
func TestDecodeGoesOn(t *testing.T) {
	t.Parallel()
	bad := []string{
		"nonsense .",
		"<urn:x> <urn:p> <urn:a b> .",
		"<urn:x> <urn:p> <urn:a> , , <urn:b> .",
		"<urn:x> <urn:p> \"caf\xe9\" .",
		"# caf\xe9 .",
		"<urn:x> <urn:p> \"open .",
		"<urn:x> <urn:p> <urn:open .",
		"<urn:x> \"p\" \"\"\"Several lines.\nOf text.\n\"\"\" .",
		"<urn:x> <urn:p> \"\\q. \" .",
		"<urn:x> <urn:p> a:b .",
		"<urn:x> <urn:p> [ <urn:q> ( 1 2 . ",
		"<urn:x> <urn:p> 1 } ",
		"{ <urn:x> <urn:p> 1 . <urn:x> <urn:q> 2 . }",
		"@prefix a <urn:a> .",
		"@base <urn:a b> .",
		"<urn:x> <urn:p> PREFIX p: <urn:p>",
	}
	for _, b := range bad {
		in := "<urn:s> <urn:p> <urn:1> .\n" + b + "\n<urn:s> <urn:p> <urn:2> .\n@prefix c: <urn:> . c:s c:p c:3 ."
		var got []string
		errs := 0
		for q, err := range turtle.Format().Decode(strings.NewReader(in), "") {
			switch {
			case err != nil:
				errs++
				if !strings.HasPrefix(err.Error(), "line 2,") {
					t.Errorf("%s: %v, want an error on line 2", b, err)
				}
			case q.S.Value == "urn:s":
				got = append(got, q.O.Value)
			}
		}
		if d := cmp.Diff([]string{"urn:1", "urn:2", "urn:3"}, got); d != "" || errs != 1 {
			t.Errorf("%s: %d errors (-want +got):\n%s", b, errs, d)
		}
	}
}

func TestDecodeStops(t *testing.T) {
	t.Parallel()
	for range turtle.Format().Decode(strings.NewReader("<urn:a> <urn:b> ( 1 [ a 2 ] 3 ) ."), "") {
		break
	}
	n := 0
	for _, err := range turtle.Format().Decode(strings.NewReader("x . y . z ."), "") {
		if n++; err == nil || n > 1 {
			t.Fatalf("statement %d: %v, want one error", n, err)
		}
		break
	}
}

func TestDecodeEndsWithTheReader(t *testing.T) {
	t.Parallel()
	gone := errors.New("broken")
	for _, text := range []string{"_:a <urn:p> 1 .\n", "_:a <urn:p> 1 .\n_:b <urn:p> \"x", "_:a <urn:p> 1 .\n _:b <urn:p> "} {
		quads, err := rdftest.Read(turtle.Format(), io.MultiReader(strings.NewReader(text), iotest.ErrReader(gone)))
		if len(quads) != 1 || !errors.Is(err, gone) || !strings.HasPrefix(err.Error(), "line 2: ") {
			t.Errorf("Decode(%q) = %d quads, %v, want 1 and the reader's error on line 2", text, len(quads), err)
		}
	}
}

func TestDecodeBoundsTokens(t *testing.T) {
	t.Parallel()
	long := fmt.Sprintf("_:a <urn:p> '''%s''' .\n", strings.Repeat("x\n", 1<<20))
	if quads, err := rdftest.Read(turtle.Format(), strings.NewReader(long+long)); len(quads) != 2 || err != nil {
		t.Errorf("two texts of 2 MB: %d quads, %v", len(quads), err)
	}
	for _, open := range []string{`_:a <urn:p> """`, `<urn:`, `_:`, `_:a <urn:p> 1`} {
		_, err := rdftest.Read(turtle.Format(), io.MultiReader(strings.NewReader(open), endless{}))
		if want := "line 1: a text or name is longer than 8 MB"; err == nil || err.Error() != want {
			t.Errorf("an endless %s = %v, want %s", open, err, want)
		}
	}
}

func TestDecodeBoundsPrefixes(t *testing.T) {
	t.Parallel()
	var in strings.Builder
	for i := range 9 {
		fmt.Fprintf(&in, "@prefix p%d: <urn:%s> .\n", i, strings.Repeat("x", 1<<20))
	}
	_, err := rdftest.Read(turtle.Format(), strings.NewReader(in.String()))
	if want := "line 9, column 1: more than 8 MB of prefixes are declared before this"; err == nil || err.Error() != want {
		t.Errorf("Decode = %v, want %s", err, want)
	}
}

// TestDecodeManyErrors: the place of an error is not found by counting anew.
func TestDecodeManyErrors(t *testing.T) {
	t.Parallel()
	in := "_:a <urn:p> \"" + strings.Repeat("x", 4<<20) + "\" ." + strings.Repeat(" x .", 100_000)
	n := 0
	for _, err := range turtle.Format().Decode(strings.NewReader(in), "") {
		if err != nil {
			n++
		}
	}
	if n != 100_000 {
		t.Errorf("%d errors, want 100000", n)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = '1'
	}
	return len(p), nil
}
