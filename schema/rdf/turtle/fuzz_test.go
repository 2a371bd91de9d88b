package turtle_test

import (
	"bytes"
	"testing"
	"testing/iotest"

	"moselle/schema/rdf"
	"moselle/schema/rdf/ntriples"
	"moselle/schema/rdf/rdftest"
	"moselle/schema/rdf/trig"
	"moselle/schema/rdf/turtle"
)

// FuzzDecode: nothing panics or goes on for ever; a document in pieces reads as
// the whole does; what comes before the first error is what a strict reader
// sees; and what was read is the same after it was written.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		"@prefix a: <http://a/> . @base <http://b/c> .\na:s a <d>, a:\\,%20b ; a:p \"x\"@fr-LU, '''y\n'''^^a:t, 1, -.5, 1e6, true .",
		"_:g1 <urn:p> [ <urn:q> ( 1 ( ) [] ) ], [ ] . ( 1 ) <urn:p> _:g1 . [ a <urn:T> ] .",
		"PREFIX : <urn:>\nBASE <urn:x>\n:g { :a :b \"\\u00e9\\n\" . } GRAPH _:h { } { :a :b :c . :d :e \"\"\"f\"\"\" }",
		"<urn:a> <urn:b> \"open .\n<urn:c d> a 1 .\nx:y a 2 }\n@prefix x <y> .\n\xff .",
		"<urn:g> { <urn:a> 1 . <urn:a> a 2 . [ a } 1 . { a . } ( . ) .",
	} {
		f.Add([]byte(seed), false)
		f.Add([]byte(seed), true)
	}
	f.Fuzz(func(t *testing.T, in []byte, graphs bool) {
		const base = "http://base.example/a"
		whole, errs := read(in, graphs, false)
		pieces, errsOfPieces := read(in, graphs, true)
		if rdftest.Lines(whole) != rdftest.Lines(pieces) || len(errs) != len(errsOfPieces) {
			t.Fatalf("in pieces:\n%s%q\nas a whole:\n%s%q", rdftest.Lines(pieces), errsOfPieces, rdftest.Lines(whole), errs)
		}
		for i := range errs {
			if errs[i] != errsOfPieces[i] {
				t.Errorf("in pieces %s, as a whole %s", errsOfPieces[i], errs[i])
			}
		}
		format := turtle.Format()
		if graphs {
			format = trig.Format()
		}
		var strict []rdf.Quad
		var fail error
		for q, err := range format.Decode(bytes.NewReader(in), base) {
			if fail = err; err != nil {
				break
			}
			strict = append(strict, q)
		}
		if (fail == nil) != (len(errs) == 0) || len(strict) > len(whole) || rdftest.Lines(strict) != rdftest.Lines(whole[:len(strict)]) || fail == nil && len(strict) != len(whole) {
			t.Errorf("strict:\n%s%v\nwant\n%s%q", rdftest.Lines(strict), fail, rdftest.Lines(whole), errs)
		}
		var b bytes.Buffer
		if err := turtle.EncodeQuads(&b, whole, nil); err != nil {
			t.Fatal(err)
		}
		again, errs := read(b.Bytes(), true, false)
		if len(errs) > 0 || len(whole) < 200 && !rdftest.Isomorphic(again, whole) {
			t.Errorf("after writing:\n%s\n%s%q\nwant\n%s", b.Bytes(), rdftest.Lines(again), errs, rdftest.Lines(whole))
		}
	})
}

func read(in []byte, graphs, pieces bool) (quads []rdf.Quad, errs []string) {
	r := iotest.DataErrReader(bytes.NewReader(in))
	if pieces {
		r = iotest.OneByteReader(bytes.NewReader(in))
	}
	for q, err := range turtle.Read(r, "http://base.example/a", graphs) {
		if err != nil {
			errs = append(errs, err.Error())
			continue
		}
		quads = append(quads, q)
	}
	return quads, errs
}

// FuzzLines: a document of N-Triples is one of Turtle, and says the same.
func FuzzLines(f *testing.F) {
	f.Add([]byte("<http://a/s> <http://a/p> \"a\\u00e9\\n\"@fr-LU .\r\n_:a.b<urn:p>_:g1.# x"))
	f.Fuzz(func(t *testing.T, in []byte) {
		want, err := rdftest.Read(ntriples.Format(), bytes.NewReader(in))
		if err != nil {
			return
		}
		var blanks rdf.Blanks
		for i := range want {
			for _, term := range []*rdf.Term{&want[i].S, &want[i].O} {
				if term.Kind == rdf.Blank {
					*term = blanks.Named(term.Value)
				}
			}
		}
		got, errs := read(in, false, false)
		if len(errs) > 0 || rdftest.Lines(got) != rdftest.Lines(want) {
			t.Errorf("Decode(%q) = %s%q, want %s", in, rdftest.Lines(got), errs, rdftest.Lines(want))
		}
	})
}
