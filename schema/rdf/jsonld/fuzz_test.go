package jsonld_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"moselle/schema/rdf"
	"moselle/schema/rdf/canon"
	"moselle/schema/rdf/jsonld"
	"moselle/schema/rdf/nquads"
	"moselle/schema/rdf/rdftest"
)

// FuzzDecode checks that whatever is read is written and read back as the same
// data.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		`{"@context": {"@vocab": "urn:v:", "id": "@id", "n": {"@id": "urn:n", "@container": "@language"}}, "id": "urn:a", "n": {"de-LU": ["a", null]}, "x": [1, 1.5, {"@list": [true, {}]}]}`,
		`[{"@id": "_:a", "@type": ["urn:t"], "@graph": [{"urn:p": {"@value": {"a": [1]}, "@type": "@json"}}], "@reverse": {"urn:r": {"@id": "urn:b"}}}]`,
		`{"@context": ["https://schema.org", {"a": {"@reverse": "urn:r"}, "b": "@nest", "@base": "http://a.example/b/"}], "@id": "../x", "a": {"@id": "?y"}, "b": {"name": "N"}, "@included": [{"@id": "#z", "url": "u"}]}`,
		`{"@context": "http://iiif.io/api/presentation/3/context.json", "id": "urn:m", "type": "Manifest", "label": {"none": ["x"]}, "items": [{"type": "Canvas", "height": 5}]}`,
		`{"@context": {"@version": 1.1, "p": {"@id": "urn:p", "@container": ["@graph", "@id"], "@context": {"@propagate": false, "q": "urn:q"}}}, "p": {"urn:g": {"q": 1}}}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, doc []byte) {
		if len(doc) > 4<<10 {
			return
		}
		quads, _, err := decode(jsonld.Reader{}, doc, "http://a.example/")
		if err != nil {
			return
		}
		want, err := canon.Dataset(quads)
		if errors.Is(err, canon.ErrWork) {
			return
		}
		var b bytes.Buffer
		if err := jsonld.EncodeQuads(&b, quads); err != nil {
			t.Fatal(err)
		}
		again, err := rdftest.Read(jsonld.Format(), bytes.NewReader(b.Bytes()))
		if err != nil {
			t.Fatalf("%v\n%s", err, b.Bytes())
		}
		got, err := canon.Dataset(again)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(lower(t, want), lower(t, got)) {
			t.Fatalf("read back\n%s\nwant\n%s\n%s", got, want, b.Bytes())
		}
	})
}

// lower puts language tags in lower case: a document that spells one in two
// ways may come back with one spelling.
func lower(t *testing.T, doc []byte) []byte {
	t.Helper()
	var out []rdf.Quad
	quads, err := rdftest.Read(nquads.Format(), bytes.NewReader(doc))
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range quads {
		q.O.Lang = strings.ToLower(q.O.Lang)
		out = append(out, q)
	}
	return []byte(canonical(t, out))
}
