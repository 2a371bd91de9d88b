package app_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/hub/app"
	"moselle/schema/rdf/canon"
	"moselle/schema/rdf/formats"
	"moselle/schema/rdf/ntriples"
	"moselle/schema/rdf/rdftest"
)

// convert runs hub convert and returns what it wrote to standard output and
// standard error.
func convert(t *testing.T, args ...string) (stdout, stderr string, err error) {
	t.Helper()
	var out, errOut bytes.Buffer
	environ := []string{"HUB_BASE=https://hub.example"}
	err = app.Main(t.Context(), append([]string{"convert"}, args...), environ, &out, &errOut)
	return out.String(), errOut.String(), err
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

const triples = `@prefix schema: <https://schema.org/> .
<https://a.example/1> a schema:Event ; schema:name "Fête"@fr, "Fest"@de-LU, "a\"b\\c\nd" ;
  schema:location [ schema:name "Schlass" ; schema:geo [ schema:latitude 49.6 ] ] ;
  schema:performer ( <https://a.example/p> [] "x" ) ; schema:startDate "2026-12-03"^^<http://www.w3.org/2001/XMLSchema#date> .
`

const graphs = triples + "<urn:g> { <urn:a> <urn:b> _:x . _:x <urn:b> true } _:g { _:x <urn:b> <urn:c> }\n"

// TestConvertRoundTrips goes from every format by every other back: the same
// data.
func TestConvertRoundTrips(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, doc string }{{"in.ttl", triples}, {"in.trig", graphs}} {
		in := write(t, tt.name, tt.doc)
		want := canonical(t, in)
		for _, f := range formats.All() {
			if tt.name == "in.trig" && f.EncodeQuads == nil {
				if _, _, err := convert(t, in, "-", "--to", f.Name); err == nil || !strings.Contains(err.Error(), "named graphs") {
					t.Errorf("%s to %s: %v, want that it has no named graphs", tt.name, f.Name, err)
				}
				continue
			}
			first := filepath.Join(t.TempDir(), "first"+f.Ext)
			if _, _, err := convert(t, in, first); err != nil {
				t.Fatal(err)
			}
			for _, g := range formats.All() {
				if tt.name == "in.trig" && g.EncodeQuads == nil {
					continue
				}
				second := filepath.Join(t.TempDir(), "second"+g.Ext+".gz")
				if _, _, err := convert(t, first, second); err != nil {
					t.Errorf("%s to %s: %v", f.Name, g.Name, err)
					continue
				}
				if d := cmp.Diff(want, canonical(t, second)); d != "" {
					t.Errorf("%s to %s to %s (-want +got):\n%s", tt.name, f.Name, g.Name, d)
				}
			}
		}
	}
}

// canonical returns the canonical form of what is in a file, found out by its
// contents alone.
func canonical(t *testing.T, path string) string {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	f, r, err := formats.Open(file, "", "")
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	quads, err := rdftest.Read(f, r)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	doc, err := canon.Dataset(quads)
	if err != nil {
		t.Fatal(err)
	}
	return string(doc)
}

func TestConvertLenient(t *testing.T) {
	t.Parallel()
	in := write(t, "in.nt", "<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn b> <urn:c> .\n<urn:a> <urn:b> \"d\" .\n")
	out := filepath.Join(t.TempDir(), "out.ttl")
	if _, _, err := convert(t, in, out); err == nil || !strings.Contains(err.Error(), "in.nt: line 2, column 9") {
		t.Errorf("convert = %v, want the fault's place", err)
	}
	if _, err := os.Stat(out); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a failed conversion left its file: %v", err)
	}
	if left, _ := os.ReadDir(filepath.Dir(out)); len(left) > 0 {
		t.Errorf("a failed conversion left %v", left)
	}
	_, stderr, err := convert(t, "--lenient", in, out)
	if !errors.Is(err, app.ErrFaults) || !strings.Contains(stderr, "line 2, column 9") || !strings.Contains(stderr, "2 statements read, 1 faults") {
		t.Errorf("convert --lenient = %v\n%s", err, stderr)
	}
	if got := canonical(t, out); got != "<urn:a> <urn:b> \"d\" .\n<urn:a> <urn:b> <urn:c> .\n" {
		t.Errorf("convert --lenient wrote\n%s", got)
	}
}

func TestConvertFlags(t *testing.T) {
	t.Parallel()
	plain := write(t, "plain", "<a> <b> <c> .\n")
	packed := filepath.Join(t.TempDir(), "packed.nt.gz")
	if _, _, err := convert(t, plain, packed, "--base", "http://a.example/x/"); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(packed)
	if err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(z)
	if want := "<http://a.example/x/a> <http://a.example/x/b> <http://a.example/x/c> .\n"; err != nil || string(text) != want {
		t.Errorf("packed = %s, %v, want %s", text, err, want)
	}
	own := write(t, "own.json", `{"@context": "https://hub.example/profile/1/context.jsonld", "id": "urn:a", "name": {"fr": "nom"}}`)
	if stdout, _, err := convert(t, own, "-", "--to", "nt"); err != nil || stdout != "<urn:a> <https://schema.org/name> \"nom\"@fr .\n" {
		t.Errorf("convert of the hub's own = %s, %v", stdout, err)
	}
	other := write(t, "other.jsonld", `{"@context": "https://other.example/c", "@id": "urn:a", "name": "x"}`)
	c := write(t, "c.json", `{"@context": {"name": "urn:name"}}`)
	if stdout, _, err := convert(t, other, "-", "--to", "nt", "--context", "https://other.example/c="+c); err != nil || stdout != "<urn:a> <urn:name> \"x\" .\n" {
		t.Errorf("convert with a context = %s, %v", stdout, err)
	}
	named := write(t, "named.nq", "<urn:a> <urn:b> <urn:c> <urn:g> .\n")
	if stdout, _, err := convert(t, named, "-", "--to", "nt", "--one-graph"); err != nil || stdout != "<urn:a> <urn:b> <urn:c> .\n" {
		t.Errorf("convert --one-graph = %s, %v", stdout, err)
	}
	if _, stderr, err := convert(t, "--help"); err != nil || !strings.Contains(stderr, "million statements") {
		t.Errorf("convert --help = %v\n%s", err, stderr)
	}
	for want, args := range map[string][]string{
		"takes two files":        {plain},
		"which with --to":        {plain, "-"},
		`--to: there is no`:      {plain, "-", "--to", "docx"},
		`--from: there is no`:    {plain, "-", "--to", "nt", "--from", "docx"},
		"no such file":           {filepath.Join(t.TempDir(), "x.nt"), "-", "--to", "nt"},
		"cannot be told":         {write(t, "x.csv", "a,b\n"), "-", "--to", "nt"},
		"ADDRESS=FILE":           {other, "-", "--to", "nt", "--context", "x"},
		"is not known here":      {other, "-", "--to", "nt"},
		"not an absolute IRI":    {plain, "-", "--to", "nt", "--from", "nt"},
		"not defined: -nonsense": {plain, "-", "--nonsense"},
	} {
		if _, stderr, err := convert(t, args...); err == nil || !strings.Contains(err.Error()+stderr, want) {
			t.Errorf("convert %v = %v, want %s", args, err, want)
		}
	}
}

// TestConvertStreams writes lines as they are read: what came before a fault
// is there.
func TestConvertStreams(t *testing.T) {
	t.Parallel()
	f := ntriples.Format()
	if f.Append == nil {
		t.Fatal("ntriples is not written statement by statement")
	}
	var in strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&in, "<urn:a> <urn:b> \"%d\" .\n", i)
	}
	in.WriteString("broken")
	stdout, _, err := convert(t, write(t, "in.nt", in.String()), "-", "--to", "nq")
	if err == nil || strings.Count(stdout, "\n") != 20_000 {
		t.Errorf("convert = %d lines, %v", strings.Count(stdout, "\n"), err)
	}
}
