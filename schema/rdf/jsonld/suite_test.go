package jsonld_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
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

	ExpectErrorCode string
	Option          struct{ Base, SpecVersion, ProcessingMode, RDFDirection, ExpandContext string }
}

// outside are the cases for what this reader does not offer.
func (e entry) outside() bool {
	o := e.Option
	return o.SpecVersion == "json-ld-1.0" || o.ProcessingMode == "json-ld-1.0" || o.RDFDirection != "" || o.ExpandContext != ""
}

// unreadable is a case whose expanded form holds what no document may hold, an
// @id that is null. The toRdf suite has the same case.
const unreadable = "expand#t0122"

// TestSuite runs the toRdf suite of JSON-LD 1.1, and of the expand suite what
// the expanded documents say in RDF.
func TestSuite(t *testing.T) {
	t.Parallel()
	dir := rdftest.Data(t, "jsonld/w3c__json-ld-api/tests")
	for name, want := range map[string]int{"toRdf": 443, "expand": 365} {
		text, err := os.ReadFile(filepath.Join(dir, name+"-manifest.jsonld"))
		if err != nil {
			t.Fatal(err)
		}
		var manifest struct {
			BaseIRI  string
			Sequence []entry
		}
		if err := json.Unmarshal(text, &manifest); err != nil {
			t.Fatal(err)
		}
		contexts := documents(t, dir, manifest.BaseIRI)
		ran, outside := 0, 0
		for _, e := range manifest.Sequence {
			if e.outside() || name+e.ID == unreadable {
				outside++
				continue
			}
			ran++
			if fault := e.run(dir, manifest.BaseIRI, contexts); fault != "" {
				t.Errorf("%s %s: %s", name, e.ID, fault)
			}
		}
		t.Logf("%s: %d cases, %d for what is not offered", name, ran, outside)
		if ran < want {
			t.Errorf("%s: %d cases ran, want %d", name, ran, want)
		}
	}
}

// documents returns the suite's documents by their address.
func documents(t *testing.T, dir, base string) map[string]*jsonld.Context {
	t.Helper()
	out := map[string]*jsonld.Context{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".jsonld" {
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, name))
		out[base+name] = jsonld.NewContext(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// run returns what is wrong, "" for nothing.
func (e entry) run(dir, base string, contexts map[string]*jsonld.Context) string {
	input, err := os.ReadFile(filepath.Join(dir, e.Input))
	if err != nil {
		return err.Error()
	}
	base += e.Input
	if e.Option.Base != "" {
		base = e.Option.Base
	}
	reader := jsonld.Reader{Contexts: contexts}
	got, left, err := decode(reader, input, base)
	var unknown *jsonld.ContextError
	switch {
	case slices.Contains(e.Type, "jld:NegativeEvaluationTest"):
		switch {
		case err == nil && left > 0 && e.ExpectErrorCode == "invalid typed value":
			return "" // the value is left out, and the document read
		case err == nil:
			return fmt.Sprintf("read without error, %d left out", left)
		case !strings.Contains(err.Error(), e.ExpectErrorCode) && !errors.As(err, &unknown):
			return fmt.Sprintf("%v, want %s", err, e.ExpectErrorCode)
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
	var want []rdf.Quad
	if path.Ext(e.Expect) == ".jsonld" {
		want, _, err = decode(reader, text, "")
	} else {
		want, err = rdftest.Read(nquads.Format(), bytes.NewReader(text))
	}
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
