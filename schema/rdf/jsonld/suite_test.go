package jsonld_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/rdf"
	"moselle/schema/rdf/canon"
	"moselle/schema/rdf/jsonld"
	"moselle/schema/rdf/nquads"
	"moselle/schema/rdf/rdftest"
)

// entry is one of the suite's cases.
type entry struct {
	ID     string   `json:"@id"`
	Type   []string `json:"@type"`
	Input  string
	Expect string
	Option struct{ Base, SpecVersion, ProcessingMode, RDFDirection, ExpandContext string }
}

// outside are the cases for what this reader does not offer.
func (e entry) outside() bool {
	o := e.Option
	return o.SpecVersion == "json-ld-1.0" || o.ProcessingMode == "json-ld-1.0" || o.RDFDirection != "" || o.ExpandContext != ""
}

// The reasons of known.
const (
	dots     = "json-gold drops dot segments and empty segments of the base that RFC 3986 keeps"
	opaque   = "json-gold puts an authority into bases that have none"
	escapes  = "json-gold escapes characters of a base that may not stand in an IRI, instead of refusing it"
	lax      = "json-gold accepts a context that is to be refused"
	nested   = "json-gold does not apply a context that is scoped to a term for @nest"
	hash     = "rdf.ValidIRI lets a second number sign pass, as the grammars of Turtle and N-Triples do"
	keyword  = "json-gold refuses @reverse with what looks like a keyword, which is to be passed over"
	graphs   = "json-gold loses @container @graph of a protected term whose own context is null"
	relative = "json-gold resolves the address of a context against the document, not against @base"
)

// known are the cases that fail, each with its reason.
var known = map[string]string{
	"t0122": dots, "t0123": dots, "t0124": dots, "t0125": dots, "t0128": dots,
	"t0130": opaque, "t0131": opaque, "t0132": opaque, "tli11": opaque,
	"tli12": escapes,
	"tc033": lax, "tec02": lax, "ter52": lax, "ter56": lax, "tpr28": lax,
	"tc037": nested, "tc038": nested,
	"te111": hash, "te112": hash,
	"tpr38": keyword, "tpr39": keyword,
	"tpr43": graphs,
	"tc031": relative,
}

// TestSuite runs the toRdf suite of JSON-LD 1.1. A case in known that comes to
// pass is an error too, so that the list stays true.
func TestSuite(t *testing.T) {
	t.Parallel()
	dir := rdftest.Data(t, "jsonld/w3c__json-ld-api/tests")
	var manifest struct {
		BaseIRI  string
		Sequence []entry
	}
	text, err := os.ReadFile(filepath.Join(dir, "toRdf-manifest.jsonld"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &manifest); err != nil {
		t.Fatal(err)
	}
	contexts := documents(t, dir, manifest.BaseIRI)
	ran, passed, outside := 0, 0, 0
	for _, e := range manifest.Sequence {
		if e.outside() {
			outside++
			continue
		}
		ran++
		base := manifest.BaseIRI + e.Input
		if e.Option.Base != "" {
			base = e.Option.Base
		}
		fault := e.run(dir, base, contexts)
		reason, isKnown := known[strings.TrimPrefix(e.ID, "#")]
		switch {
		case fault == "" && isKnown:
			t.Errorf("%s passes; it was known to fail: %s", e.ID, reason)
		case fault != "" && !isKnown:
			t.Errorf("%s: %s", e.ID, fault)
		case fault == "":
			passed++
		}
	}
	t.Logf("toRdf: %d of %d pass, %d for what is not offered", passed, ran, outside)
	if ran < 400 {
		t.Errorf("%d cases ran, want at least 400", ran)
	}
}

// documents returns the suite's documents by their address.
func documents(t *testing.T, dir, base string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".jsonld" {
			return err
		}
		out[base+name], err = os.ReadFile(filepath.Join(dir, name))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// run returns what is wrong, "" for nothing.
func (e entry) run(dir, base string, contexts map[string][]byte) string {
	input, err := os.ReadFile(filepath.Join(dir, e.Input))
	if err != nil {
		return err.Error()
	}
	got, left, err := decode(jsonld.Reader{Contexts: contexts}, input, base)
	switch {
	case slices.Contains(e.Type, "jld:NegativeEvaluationTest"):
		if err == nil && left == 0 {
			return "read without error"
		}
		return ""
	case err != nil:
		return err.Error()
	case e.Expect == "":
		return ""
	}
	text, err := os.ReadFile(filepath.Join(dir, e.Expect))
	if err != nil && !errors.Is(err, fs.ErrNotExist) { // copies of the suite may lack empty documents
		return err.Error()
	}
	want, err := rdftest.Read(nquads.Format(), bytes.NewReader(text))
	if err != nil {
		return err.Error()
	}
	a, err := canon.Dataset(want)
	b, err2 := canon.Dataset(got)
	if err := errors.Join(err, err2); err != nil {
		return err.Error()
	}
	if d := cmp.Diff(string(a), string(b)); d != "" {
		return "(-want +got)\n" + d
	}
	return ""
}

// decode returns the statements of a document and how many are left out.
func decode(r jsonld.Reader, input []byte, base string) (out []rdf.Quad, leftOut int, err error) {
	for q, err := range r.Decode(bytes.NewReader(input), base) {
		var left *jsonld.StatementError
		switch {
		case errors.As(err, &left):
			leftOut++
		case err != nil:
			return out, leftOut, err
		default:
			out = append(out, q)
		}
	}
	return out, leftOut, nil
}
