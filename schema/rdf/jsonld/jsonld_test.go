package jsonld_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/rdf"
	"moselle/schema/rdf/jsonld"
	"moselle/schema/rdf/rdftest"
)

func TestDecode(t *testing.T) {
	t.Parallel()
	doc := `{
  "@context": {"@vocab": "urn:v:", "when": {"@type": "http://www.w3.org/2001/XMLSchema#date"}},
  "@id": "event/1", "@type": "Event", "when": "2026-11-21",
  "size": [12345678901234567890, 1.5, 2.0, 1e21, -0, true, null],
  "place": {"name": {"@value": "Saal", "@language": "de-LU"}},
  "steps": {"@list": ["a", "b"]}
}`
	got, err := rdftest.Read(jsonld.Format(), strings.NewReader(doc))
	if got != nil || err == nil {
		t.Errorf("Decode without base = %v, %v", got, err)
	}
	quads, _, err := decode(jsonld.Reader{}, []byte("\ufeff"+doc), "https://a.example/feed")
	if err != nil {
		t.Fatal(err)
	}
	want := `<https://a.example/event/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:v:Event> .
<https://a.example/event/1> <urn:v:place> _:c14n2 .
<https://a.example/event/1> <urn:v:size> "0"^^<http://www.w3.org/2001/XMLSchema#integer> .
<https://a.example/event/1> <urn:v:size> "1.0E21"^^<http://www.w3.org/2001/XMLSchema#double> .
<https://a.example/event/1> <urn:v:size> "1.5E0"^^<http://www.w3.org/2001/XMLSchema#double> .
<https://a.example/event/1> <urn:v:size> "12345678901234567890"^^<http://www.w3.org/2001/XMLSchema#integer> .
<https://a.example/event/1> <urn:v:size> "2"^^<http://www.w3.org/2001/XMLSchema#integer> .
<https://a.example/event/1> <urn:v:size> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> .
<https://a.example/event/1> <urn:v:steps> _:c14n1 .
<https://a.example/event/1> <urn:v:when> "2026-11-21"^^<http://www.w3.org/2001/XMLSchema#date> .
_:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> "b" .
_:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> .
_:c14n1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> "a" .
_:c14n1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#rest> _:c14n0 .
_:c14n2 <urn:v:name> "Saal"@de-LU .
`
	if d := cmp.Diff(want, canonical(t, quads)); d != "" {
		t.Errorf("Decode (-want +got):\n%s", d)
	}
}

func TestDecodeRefuses(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ in, want string }{
		"syntax":     {"{\n \"a\": é}", `line 2, column 7: not JSON`},
		"short":      {"{\"a\":\n[1, 2", "line 2, column 6: not JSON: the text ends in the middle of a value"},
		"more":       {"{} x", "line 1, column 4: not JSON: there is more"},
		"not UTF-8":  {"{\"a\": \"\n\xff\"}", "line 2, column 1: the text is not UTF-8"},
		"deep":       {strings.Repeat("[", 300) + strings.Repeat("]", 300), "more than 128 deep"},
		"context":    {`{"@context": "https://other.example/c.jsonld", "a": 1}`, `the context "https://other.example/c.jsonld" is not known here`},
		"no context": {`{"@context": 1, "a": 1}`, "not JSON-LD"},
		"empty":      {"", "line 1, column 1"},
		"relative":   {`{"@id": "x", "urn:p": 1}`, `a statement is left out: "x" is not an absolute IRI`},
		"predicate":  {`{"urn:p q": 1}`, `a statement is left out: the property "urn:p q"`},
		"datatype":   {`{"urn:p": {"@value": "1", "@type": "urn:a b"}}`, `a statement is left out: the datatype`},
		"language":   {`{"urn:p": {"@value": "1", "@language": "a b"}}`, `a statement is left out: "a b" is not a language tag`},
	}
	for name, tt := range tests {
		_, err := rdftest.Read(jsonld.Format(), strings.NewReader(tt.in))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: Decode = %v, want %s", name, err, tt.want)
		}
	}
}

// TestLeftOut reads on after what cannot be said.
func TestLeftOut(t *testing.T) {
	t.Parallel()
	doc := `{"@context": {"@vocab": "urn:v:"}, "@graph": [{"@id": "x", "name": "lost", "part": {"name": "kept"}}, {"@id": "urn:a", "name": "kept too"}]}`
	quads, left, err := decode(jsonld.Reader{}, []byte(doc), "")
	if err != nil || left != 1 || len(quads) != 2 {
		t.Errorf("Decode = %v, %d left out, %v, want 2 quads and 1 left out", quads, left, err)
	}
}

func TestContexts(t *testing.T) {
	t.Parallel()
	r := jsonld.Reader{Contexts: map[string]*jsonld.Context{"https://hub.example/context.jsonld": jsonld.NewContext([]byte(`{"@context": {"name": "urn:name"}}`)), "urn:bad": jsonld.NewContext([]byte("{"))}}
	quads, _, err := decode(r, []byte(`{"@context": "https://hub.example/context.jsonld", "name": "a"}`), "")
	if err != nil || len(quads) != 1 {
		t.Errorf("Decode = %v, %v", quads, err)
	}
	if _, _, err := decode(r, []byte(`{"@context": "urn:bad", "name": "a"}`), ""); err == nil || !strings.Contains(err.Error(), "context urn:bad") {
		t.Errorf("Decode = %v, want what is wrong with the context", err)
	}
	var refused *jsonld.ContextError
	if _, _, err := decode(r, []byte(`{"@context": ["https://schema.org", "https://x.example/"]}`), ""); !errors.As(err, &refused) || refused.Address != "https://x.example/" {
		t.Errorf("Decode = %v, want the context's address", err)
	}
	for _, address := range jsonld.Pinned() {
		for _, scheme := range []string{"http://", "https://"} {
			doc := fmt.Sprintf(`{"@context": %q, "@id": "urn:a", "@type": "urn:b"}`, scheme+address)
			if quads, _, err := decode(r, []byte(doc), ""); err != nil || len(quads) != 1 {
				t.Errorf("context %s: %v, %v", address, quads, err)
			}
		}
	}
}

// endless is a list of n items, each of a few statements.
func endless(n int, head, tail string) io.Reader {
	return io.MultiReader(strings.NewReader(head), &repeat{n: n}, strings.NewReader(tail))
}

type repeat struct {
	n, done int
	rest    string
}

func (r *repeat) Read(p []byte) (int, error) {
	if r.rest == "" {
		if r.done == r.n {
			return 0, io.EOF
		}
		r.rest = fmt.Sprintf(`{"@id": "urn:%d", "name": "Name %d", "next": {"@id": "_:n"}}`, r.done, r.done)
		if r.done++; r.done < r.n {
			r.rest += ","
		}
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

// TestStreamed reads lists larger than the bound of a document: the same as
// when they fit.
func TestStreamed(t *testing.T) {
	t.Parallel()
	r := jsonld.Reader{MaxBytes: 4 << 10}
	for _, doc := range []struct{ head, tail string }{
		{`{"@context": {"@vocab": "urn:v:"}, "@graph": [`, `]}`},
		{`[{"@context": {"@vocab": "urn:v:"}, "@id": "urn:x", "name": "x"},`, `]`},
	} {
		n, blanks := 0, map[string]bool{}
		for q, err := range r.Decode(endless(2000, doc.head, doc.tail), "") {
			if err != nil {
				t.Fatal(err)
			}
			if q.O.Kind == rdf.Blank {
				blanks[q.O.Value] = true
			}
			n++
		}
		want := 4000
		if doc.head[0] == '[' {
			want = 1 // only the item that brings a context says anything
		}
		if n != want || want > 1 && len(blanks) != 1 {
			t.Errorf("%s…: %d statements, %d blank nodes, want %d and one", doc.head, n, len(blanks), want)
		}
	}
	for _, doc := range []string{
		`{"@graph": [` + strings.Repeat(" ", 5000) + `]}`,
		`{"@context": {}, "@id": "urn:x"` + strings.Repeat(" ", 5000) + `}`,
		`{"@context": {}, "@graph": [` + strings.Repeat(" ", 5000) + `], "@id": "urn:x"}`,
		`[{"urn:p": "` + strings.Repeat("x", 20000) + `"}]`,
		`["` + strings.Repeat("x", 5000) + "\xff" + `"]`,
		`[` + strings.Repeat(" ", 5000) + `{"urn:p": 1}`,
	} {
		if _, _, err := decode(r, []byte(doc), ""); err == nil {
			t.Errorf("Decode(%.40s…) = no error", doc)
		}
	}
}

// TestContextWork ends a document whose contexts cost more than all the rest.
func TestContextWork(t *testing.T) {
	t.Parallel()
	var doc strings.Builder
	doc.WriteString(`{"@context": {`)
	for i := range 20_000 {
		fmt.Fprintf(&doc, `"t%d": "urn:t:%d",`, i, i)
	}
	doc.WriteString(`"p": "urn:p"}, "@graph": [`)
	for range 100 {
		doc.WriteString(strings.Repeat(`{"@context": {"q": "urn:q"}, "p": `, 8) + `{}` + strings.Repeat(`}`, 8) + `,`)
	}
	doc.WriteString(`{}]}`)
	if _, _, err := decode(jsonld.Reader{}, []byte(doc.String()), ""); err == nil || !strings.Contains(err.Error(), "context overflow") {
		t.Errorf("Decode = %v, want a context overflow", err)
	}
}
