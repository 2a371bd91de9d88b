package rdftest

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"moselle/schema/rdf"
	"moselle/schema/rdf/turtle"
)

// Case is an entry of a W3C manifest. Type is the local name of its class, such
// as TestTurtleEval; Action and Result are paths, the latter empty when the
// document need only be read or refused. Base is the IRI of Action on the web.
type Case struct{ Name, Type, Action, Result, Base string }

const mf = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"

// Manifest returns the entries of manifest.ttl in dir, in their order.
func Manifest(t testing.TB, dir string) []Case {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "manifest.ttl"))
	if err != nil {
		t.Fatal(err)
	}
	const here = "file:///suite/" // stands for dir
	said := map[rdf.Term]map[string]rdf.Term{}
	for q, err := range turtle.Read(bytes.NewReader(data), here+"manifest.ttl", false) {
		if err != nil {
			t.Fatalf("manifest: %v", err)
		}
		if said[q.S] == nil {
			said[q.S] = map[string]rdf.Term{}
		}
		said[q.S][q.P.Value] = q.O
	}
	manifest := said[rdf.NewIRI(here+"manifest.ttl")]
	base := manifest[mf+"assumedTestBase"].Value
	path := func(iri rdf.Term) string {
		if iri.Kind == rdf.None {
			return ""
		}
		return filepath.Join(dir, filepath.FromSlash(strings.TrimPrefix(iri.Value, here)))
	}
	var out []Case
	for list := manifest[mf+"entries"]; list.Kind == rdf.Blank; list = said[list][rdf.RDF+"rest"] {
		entry := said[list][rdf.RDF+"first"]
		e := said[entry]
		action := e[mf+"action"]
		if action.Kind == rdf.None {
			t.Fatalf("manifest: %s has no action", entry.Value)
		}
		out = append(out, Case{
			Name:   strings.TrimPrefix(entry.Value, here+"manifest.ttl#"),
			Type:   e[rdf.Type].Value[strings.LastIndexByte(e[rdf.Type].Value, '#')+1:],
			Action: path(action),
			Result: path(e[mf+"result"]),
			Base:   base + strings.TrimPrefix(action.Value, here),
		})
	}
	return out
}
