package ntriples_test

import (
	"bytes"
	"iter"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"moselle/schema/rdf"
	"moselle/schema/rdf/nquads"
	"moselle/schema/rdf/ntriples"
	"moselle/schema/rdf/rdftest"
)

// FuzzDecode: nothing panics; a document in pieces reads as the whole does; a
// strict reader sees what comes before the first error; what is read is the same
// again after it was written; and a graph gives the same canonical form again.
func FuzzDecode(f *testing.F) {
	f.Add([]byte("<http://a/s> <http://a/p> \"a\\u00e9\\n\"@fr-LU .\r\n_:a.b<urn:p>_:c.# x"))
	f.Add([]byte("_:a <urn:p> \"1\"^^<urn:d> <urn:g> .\rnonsense\n\xff"))
	f.Fuzz(func(t *testing.T, in []byte) {
		var quads []rdf.Quad
		next, stop := iter.Pull2(ntriples.ReadLines(iotest.OneByteReader(bytes.NewReader(in)), true))
		defer stop()
		strict := -1
		for q, err := range ntriples.ReadLines(bytes.NewReader(in), true) {
			other, otherErr, more := next()
			if !more || other != q || (err == nil) != (otherErr == nil) || err != nil && err.Error() != otherErr.Error() {
				t.Fatalf("in pieces %v, %v, as a whole %v, %v", other, otherErr, q, err)
			}
			if err == nil {
				quads = append(quads, q)
			} else if strict < 0 {
				strict = len(quads)
			}
		}
		if _, _, more := next(); more {
			t.Fatal("more in pieces than as a whole")
		}
		first, err := rdftest.Read(nquads.Format(), bytes.NewReader(in))
		if strict < 0 {
			strict = len(quads)
		}
		if !slices.Equal(first, quads[:strict]) {
			t.Fatalf("strict: %v, %v, want %v", first, err, quads[:strict])
		}
		var buf []byte
		var g rdf.Graph
		for _, q := range quads {
			buf = rdf.AppendQuad(buf, q)
			g.Add(q.Triple)
		}
		i := 0
		for q, err := range ntriples.ReadLines(bytes.NewReader(buf), true) {
			if err != nil || i >= len(quads) || q != quads[i] {
				t.Fatalf("%d: %v, %v after writing", i, q, err)
			}
			i++
		}
		if i != len(quads) {
			t.Fatalf("%d quads after writing, want %d", i, len(quads))
		}
		h, err := rdftest.Graph(ntriples.Format(), bytes.NewReader(g.Canonical()))
		if err != nil || !bytes.Equal(h.Canonical(), g.Canonical()) {
			t.Fatalf("canonical form is not kept: %v", err)
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	var one strings.Builder
	for range 1000 {
		one.WriteString("<https://hub.example/id/work/abc> <https://schema.org/name> \"La place d'Armes, vue du nord\"@fr .\n")
	}
	doc := one.String()
	b.SetBytes(int64(len(doc)))
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		for range ntriples.ReadLines(strings.NewReader(doc), false) {
			n++
		}
		if n != 1000 {
			b.Fatal(n)
		}
	}
}
