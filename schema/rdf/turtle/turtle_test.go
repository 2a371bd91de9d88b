package turtle_test

import (
	"bytes"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/rdf"
	"moselle/schema/rdf/ntriples"
	"moselle/schema/rdf/rdftest"
	"moselle/schema/rdf/turtle"
	"moselle/schema/vocab"
)

func TestEncode(t *testing.T) {
	t.Parallel()
	got := encode(t, sample())
	want := `@prefix schema: <https://schema.org/> .
@prefix moselle: <https://w3id.org/moselle/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<https://hub.example/id/event/a>
    a schema:Event, schema:MusicEvent ;
    schema:description """Zwei "kurze" Zeilen,
	eine davon mit \\."""@de ;
    schema:isAccessibleForFree true ;
    schema:name
        "Concert"@fr,
        "Konzert"@de ;
    schema:offers <https://hub.example/id/event/a#offer-1> ;
    schema:startDate "2026-12-03T19:30:00+01:00"^^xsd:dateTime ;
    moselle:timezone "Europe/Luxembourg" ;
    <http://other.example/p> <https://schema.org/a/b> .

<https://hub.example/id/event/a#offer-1>
    a schema:Offer ;
    schema:price 12.5 ;
    schema:repeatCount 3 .
`
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("Encode (-want +got):\n%s", d)
	}
}

func sample() *rdf.Graph {
	var g rdf.Graph
	event, offer := rdf.NewIRI("https://hub.example/id/event/a"), rdf.NewIRI("https://hub.example/id/event/a#offer-1")
	add := func(s rdf.Term, p string, o rdf.Term) { g.Add(rdf.Triple{S: s, P: rdf.NewIRI(p), O: o}) }
	add(event, rdf.Type, rdf.NewIRI(vocab.Schema+"MusicEvent"))
	add(event, rdf.Type, rdf.NewIRI(vocab.Schema+"Event"))
	add(event, vocab.Schema+"name", rdf.NewText("Konzert", "de"))
	add(event, vocab.Schema+"name", rdf.NewText("Concert", "fr"))
	add(event, vocab.Schema+"description", rdf.NewText("Zwei \"kurze\" Zeilen,\n\teine davon mit \\.", "de"))
	add(event, vocab.Schema+"startDate", rdf.NewTyped("2026-12-03T19:30:00+01:00", rdf.XSD+"dateTime"))
	add(event, vocab.Schema+"isAccessibleForFree", rdf.NewTyped("true", rdf.XSD+"boolean"))
	add(event, vocab.Schema+"offers", offer)
	add(event, vocab.Moselle+"timezone", rdf.NewString("Europe/Luxembourg"))
	add(event, "http://other.example/p", rdf.NewIRI(vocab.Schema+"a/b"))
	add(offer, rdf.Type, rdf.NewIRI(vocab.Schema+"Offer"))
	add(offer, vocab.Schema+"price", rdf.NewTyped("12.5", rdf.XSD+"decimal"))
	add(offer, vocab.Schema+"repeatCount", rdf.NewTyped("3", rdf.XSD+"integer"))
	return &g
}

func TestEncodeIsTheSameForEqualGraphs(t *testing.T) {
	t.Parallel()
	triples := slices.Collect(awkward().All())
	want := encode(t, awkward())
	for i := range triples {
		var g rdf.Graph
		g.Add(triples[i:]...)
		g.Add(triples[:i]...)
		if got := encode(t, &g); got != want {
			t.Fatalf("Encode after turning by %d (-want +got):\n%s", i, cmp.Diff(want, got))
		}
	}
}

func TestEncodeNothing(t *testing.T) {
	t.Parallel()
	if got := encode(t, &rdf.Graph{}); got != "" {
		t.Errorf("Encode of an empty graph = %q, want nothing", got)
	}
}

// TestReadByOthers has the output read by two parsers of other people.
func TestReadByOthers(t *testing.T) {
	t.Parallel()
	readers := []struct {
		pkg  string
		args []string
	}{
		{"raptor2-utils", []string{"rapper", "-q", "-i", "turtle", "-o", "ntriples", "-", "http://base.example/"}},
		{"serdi", []string{"serdi", "-i", "turtle", "-o", "ntriples", "-"}},
	}
	for _, r := range readers {
		t.Run(r.args[0], func(t *testing.T) {
			path, err := exec.LookPath(r.args[0])
			if err != nil {
				rdftest.Absent(t, r.args[0]+" (Debian package "+r.pkg+")")
			}
			for name, g := range map[string]*rdf.Graph{"sample": sample(), "awkward": awkward()} {
				text := encode(t, g)
				cmd := exec.CommandContext(t.Context(), path, r.args[1:]...)
				cmd.Stdin = strings.NewReader(text)
				var stderr bytes.Buffer
				cmd.Stderr = &stderr
				out, err := cmd.Output()
				if err != nil {
					t.Fatalf("%s: %v: %s\n%s", name, err, stderr.String(), text)
				}
				got, err := rdftest.Graph(ntriples.Format(), bytes.NewReader(out))
				if err != nil {
					t.Fatalf("%s: %v\n%s", name, err, out)
				}
				if d := cmp.Diff(string(g.Canonical()), string(got.Canonical())); d != "" {
					t.Errorf("%s, as another reads it (-want +got):\n%s\n%s", name, d, text)
				}
			}
		})
	}
}

// awkward is a graph of what is easily written wrongly.
func awkward() *rdf.Graph {
	var g rdf.Graph
	s := rdf.NewIRI("http://a.example/s")
	add := func(o rdf.Term) { g.Add(rdf.Triple{S: s, P: rdf.NewIRI(vocab.Schema + "p"), O: o}) }
	for _, local := range []string{"", "a", "9", "-a", "a-", "a.b", "a.", ".a", "a,b", "a/b", "é", "a#b", "a%20b", "a(b)", "a'b", "_", "a:b"} {
		iri := vocab.Schema + local
		add(rdf.NewIRI(iri))
		add(rdf.NewTyped("x", iri))
		g.Add(rdf.Triple{S: rdf.NewIRI(iri), P: rdf.NewIRI(iri), O: s})
	}
	for _, v := range []string{"", "0", "00", "-0", "+1", "1.", ".5", "1.0", "-1.50", "1e5", "1.e5", ".5E-3", "1.5e", "e5", "1e+", "INF", "true", "false", "TRUE", "1 ", "--1", "."} {
		for _, d := range []string{"integer", "decimal", "double", "float", "boolean", "string"} {
			add(rdf.NewTyped(v, rdf.XSD+d))
		}
	}
	for _, v := range []string{`"`, `""`, `"""`, "a\"\n", "\n\"\"\"\n", "\\", "\n\\", "\n\\u0041", "a\r\nb", "\t\x01\x7f", "\n\t\x01\x7f", "é😀\n\u2028", "'", "''' ", "@prefix x: <y> .", "# no comment"} {
		add(rdf.NewString(v))
		add(rdf.NewText(v, "fr-LU"))
	}
	return &g
}

func encode(t *testing.T, g *rdf.Graph) string {
	t.Helper()
	var b bytes.Buffer
	if err := turtle.Format().Encode(&b, g); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestW3C(t *testing.T) {
	t.Parallel()
	rdftest.Suite(t, turtle.Format(), rdftest.Data(t, "rdf/w3c__rdf-tests/rdf/rdf11/rdf-turtle"), 313)
}
