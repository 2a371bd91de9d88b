package rdfxml_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"moselle/schema/rdf"
	"moselle/schema/rdf/rdftest"
	"moselle/schema/rdf/rdfxml"
)

const head = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/" xml:base="http://b/c/d">`

func document(body string) string { return head + "\n" + body + "\n</rdf:RDF>" }

// TestDecode holds what the W3C suite has no case of.
func TestDecode(t *testing.T) {
	t.Parallel()
	const s = `<http://a/s> `
	tests := []struct{ name, in, want string }{
		{"exclusive canonical form",
			`<e:p rdf:parseType="Literal" xmlns:x="http://x/"><x:a b='1&#10;"' xml:lang="de" x:a="&lt;>"><e:c/><!-- n --><?pi  data?>&gt;<![CDATA[&]]></x:a></e:p>`,
			s + `<http://e/p> "<x:a xmlns:x=\"http://x/\" b=\"1&#xA;&quot;\" xml:lang=\"de\" x:a=\"&lt;>\"><e:c xmlns:e=\"http://e/\"></e:c><!-- n --><?pi data?>&gt;&amp;</x:a>"^^<` + rdf.RDF + `XMLLiteral> .
`},
		{"default namespace taken back in a literal",
			`<e:p rdf:parseType="other"><a xmlns="http://x/"><b xmlns=""><c/></b></a></e:p>`,
			s + `<http://e/p> "<a xmlns=\"http://x/\"><b xmlns=\"\"><c></c></b></a>"^^<` + rdf.RDF + `XMLLiteral> .
`},
		{"text in pieces", "<e:p xml:lang=\"de-LU\">a<!-- x -->\r\nb<?y?><![CDATA[<c>]]>&#xE9;\r</e:p>", s + `<http://e/p> "a\nb<c>é\n"@de-LU .
`},
		{"language taken back", `<e:p xml:lang="">x</e:p>`, s + `<http://e/p> "x" .
`},
		{"white space around an IRI", `<e:p rdf:resource=" http://a/o&#10;"> </e:p>`, s + `<http://e/p> <http://a/o> .
`},
		{"labels that look minted", `<e:p rdf:nodeID="g1"/><e:q rdf:parseType="Resource"/><e:r rdf:nodeID="a."/>`, s + `<http://e/p> _:gg1 .
` + s + `<http://e/q> _:g1 .
` + s + `<http://e/r> _:0a.0 .
`},
		{"base within", `<e:p xml:base="../x/" rdf:resource="y#z"/>`, s + `<http://e/p> <http://b/x/y#z> .
`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			quads, err := rdftest.Read(rdfxml.Format(), strings.NewReader(document(`<rdf:Description rdf:about="http://a/s" xml:lang="fr">`+tt.in+`</rdf:Description>`)))
			if d := cmp.Diff(tt.want, rdftest.Lines(quads)); d != "" || err != nil {
				t.Errorf("Decode: %v (-want +got):\n%s", err, d)
			}
		})
	}
}

func TestDecodeGoesOnAfterAFault(t *testing.T) {
	t.Parallel()
	in := document(`<e:A rdf:about="http://a/1"><e:p rdf:resource="a b"/><e:p>1</e:p>stray<e:p><e:B bad="x"><e:q>lost</e:q></e:B></e:p><e:p>2</e:p></e:A>
<rdf:li><e:p>lost</e:p></rdf:li>
<e:A rdf:about="http://a/2"/>`)
	var got []string
	for q, err := range rdfxml.Format().Decode(strings.NewReader(in), "") {
		if err != nil {
			got = append(got, err.Error())
			continue
		}
		got = append(got, q.O.Value)
	}
	want := []string{
		"http://e/A", "line 2, column 34: rdf:resource: <a b> is not a valid IRI reference", "1",
		"line 2, column 66: text stands where a property element should be",
		"line 2, column 81: the attribute bad has no namespace, so that it names no property", "2",
		"line 3, column 1: rdf:li may not stand as a node element", "http://e/A",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("Decode (-want +got):\n%s", d)
	}
}

func TestDecodeReadsEncodings(t *testing.T) {
	t.Parallel()
	const text = "Œuvre à l’été"
	body := func(name string) string {
		return `<?xml version="1.0" encoding="` + name + `"?>` + document(`<e:A rdf:about="http://a/é"><e:p>`+text+`</e:p></e:A>`)
	}
	encode := func(s string, err error) string {
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	tests := map[string]string{
		"UTF-8":              body("utf-8"),
		"UTF-8 with a mark":  "\ufeff" + body("UTF-8"),
		"Windows-1252":       encode(charmap.Windows1252.NewEncoder().String(body("windows-1252"))),
		"ISO-8859-1":         encode(charmap.Windows1252.NewEncoder().String(body("ISO-8859-1"))),
		"ISO-8859-15":        strings.ReplaceAll(encode(charmap.ISO8859_15.NewEncoder().String(strings.ReplaceAll(body("iso-8859-15"), "’", "'"))), "l'", "l&#x2019;"),
		"UTF-16 with a mark": encode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(body("UTF-16"))),
		"UTF-16BE":           encode(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().String(body("UTF-16"))),
	}
	for name, in := range tests {
		quads, err := rdftest.Read(rdfxml.Format(), strings.NewReader(in))
		if err != nil || len(quads) != 2 || quads[1].S.Value != "http://a/é" || quads[1].O.Value != text {
			t.Errorf("%s: Decode = %v, %v, want %q", name, quads, err, text)
		}
	}
}

func TestDecodeEndsWithTheReader(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	in := io.MultiReader(strings.NewReader(head+`<e:A rdf:about="http://a/1"/>`), iotest.ErrReader(broken))
	quads, err := rdftest.Read(rdfxml.Format(), in)
	if len(quads) != 1 || !errors.Is(err, broken) {
		t.Errorf("Decode = %d quads, %v, want 1 and the reader's error", len(quads), err)
	}
}

// TestDecodeStreams reads from a document that has no end.
func TestDecodeStreams(t *testing.T) {
	t.Parallel()
	n := 0
	for _, err := range rdfxml.Format().Decode(io.MultiReader(strings.NewReader(head), &records{}), "") {
		if err != nil {
			t.Fatal(err)
		}
		if n++; n == 100_000 {
			break
		}
	}
	if n != 100_000 {
		t.Errorf("%d triples, want 100000", n)
	}
}

type records struct {
	n    int
	rest string
}

func (r *records) Read(p []byte) (int, error) {
	if r.rest == "" {
		r.n++
		r.rest = fmt.Sprintf("<e:A rdf:about=\"http://a/%d\"><e:p>x</e:p></e:A>\n", r.n)
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}
