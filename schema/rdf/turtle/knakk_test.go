package turtle_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	knakk "github.com/knakk/rdf"

	"moselle/schema/rdf/rdftest"
	"moselle/schema/rdf/turtle"
)

// faults are the known faults of knakk/rdf in Turtle, each with a document that
// shows it and what it should be read as; "" where it should be refused.
var faults = []struct{ name, in, want string }{
	{"takes a label for its own", "_:b1 <urn:p> [ <urn:q> <urn:o> ] .", "_:b1 <urn:p> _:x .\n_:x <urn:q> <urn:o> .\n"},
	{"joins a base as text", "@base <http://a/b/c> . <urn:s> <urn:p> <../d> .", "<urn:s> <urn:p> <http://a/d> .\n"},
	{"lets a relative IRI pass without a base", "<s> <urn:p> <urn:o> .", ""},
	{"stops at a semicolon before a bracket", "<urn:s> <urn:p> [ <urn:q> <urn:o> ; ] .", "<urn:s> <urn:p> _:x .\n_:x <urn:q> <urn:o> .\n"},
	{"stops at a number before a line end", "<urn:s> <urn:p> 1\n.", "<urn:s> <urn:p> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n"},
	{"stops at a sign before a point", "<urn:s> <urn:p> -.5 .", "<urn:s> <urn:p> \"-.5\"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n"},
	{"takes a prefix called prefix for the word", "@prefix prefix: <urn:> . prefix:s prefix:p prefix:o .", "<urn:s> <urn:p> <urn:o> .\n"},
	{"takes half a surrogate pair for a character", `<urn:s> <urn:p> "\uD800" .`, ""},
	{"lets a label begin with a colon", "_::a <urn:p> <urn:o> .", ""},
}

func TestFaultsOfSecondReader(t *testing.T) {
	t.Parallel()
	for _, tt := range faults {
		want, err := rdftest.Read(turtle.Format(), strings.NewReader(tt.want))
		if err != nil {
			t.Fatal(err)
		}
		got, err := rdftest.Read(turtle.Format(), strings.NewReader(tt.in))
		if (err != nil) != (tt.want == "") || !rdftest.Isomorphic(got, want) {
			t.Errorf("%s: Decode(%s) = %s%v, want %s", tt.name, tt.in, rdftest.Lines(got), err, tt.want)
		}
		other, err := rdftest.SecondTriples(strings.NewReader(tt.in), knakk.Turtle)
		if (err != nil) == (tt.want == "") && rdftest.Isomorphic(other, want) {
			t.Errorf("%s: no more; the decision not to read by it may be looked at again", tt.name)
		}
	}
}

// TestSecondReader compares with knakk/rdf on what the W3C and others wrote,
// but for its faults: those at which it stops, and the bases.
func TestSecondReader(t *testing.T) {
	t.Parallel()
	paths, err := filepath.Glob(rdftest.Data(t, "rdf/w3c__rdf-tests/rdf/rdf11/rdf-turtle") + "/*.ttl")
	if err != nil {
		t.Fatal(err)
	}
	stopped := regexp.MustCompile(`unexpected 27 as predicate|illegal number syntax|illegal token: "p1 "`)
	n := 0
	for _, path := range append(paths, rdftest.RealFiles(t, ".ttl")...) {
		name := filepath.Base(path)
		if strings.Contains(name, "-bad-") || strings.HasPrefix(name, "IRI-resolution") {
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		got, err := rdftest.Read(turtle.Format(), bytes.NewReader(data))
		if err != nil {
			continue // a relative IRI; with a base, other tests read it
		}
		want, err := rdftest.SecondTriples(bytes.NewReader(data), knakk.Turtle)
		switch {
		case err != nil && stopped.MatchString(err.Error()):
			continue
		case err != nil || !rdftest.Isomorphic(got, want):
			t.Errorf("%s: %d triples, the other reader has %d, %v", path, len(got), len(want), err)
		}
		n++
	}
	if n < 250 {
		t.Errorf("%d documents were compared, want at least 250", n)
	}
}
