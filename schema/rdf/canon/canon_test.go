package canon_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/piprate/json-gold/ld"

	"moselle/schema/rdf"
	"moselle/schema/rdf/canon"
	"moselle/schema/rdf/nquads"
	"moselle/schema/rdf/rdftest"
)

// TestSuite runs the URDNA2015 suite, which the W3C took over for RDFC-1.0. It
// comes with the source of json-gold.
func TestSuite(t *testing.T) {
	t.Parallel()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/piprate/json-gold").Output()
	if err != nil || len(bytes.TrimSpace(dir)) == 0 {
		rdftest.Absent(t, fmt.Sprintf("the source of json-gold: %v", err))
	}
	inputs, err := filepath.Glob(filepath.Join(string(bytes.TrimSpace(dir)), "ld/testdata/normalization/*-in.nq"))
	if err != nil || len(inputs) < 60 {
		t.Fatalf("%d cases, %v", len(inputs), err)
	}
	ran := 0
	for _, in := range inputs {
		want, err := os.ReadFile(strings.TrimSuffix(in, "-in.nq") + "-urdna2015.nq")
		if errors.Is(err, os.ErrNotExist) {
			continue // a case of the older algorithm
		}
		data, err2 := os.ReadFile(in)
		if err := errors.Join(err, err2); err != nil {
			t.Fatal(err)
		}
		ran++
		got, err := canon.Dataset(read(t, string(data)))
		if err != nil {
			t.Errorf("Dataset(%s): %v", filepath.Base(in), err)
		} else if d := cmp.Diff(escaped(t, want), string(got)); d != "" {
			t.Errorf("Dataset(%s) (-want +got):\n%s", filepath.Base(in), d)
		}
	}
	if ran < 60 {
		t.Errorf("%d cases ran, want at least 60", ran)
	}
}

// escaped writes a result as RDFC-1.0 does, which has short escapes for tabs
// and the like where the older suite has them as they are.
func escaped(t *testing.T, doc []byte) string {
	t.Helper()
	var out []byte
	for _, q := range read(t, string(doc)) {
		out = rdf.AppendQuad(out, q)
	}
	return string(out)
}

func read(t testing.TB, doc string) []rdf.Quad {
	t.Helper()
	quads, err := rdftest.Read(nquads.Format(), strings.NewReader(doc))
	if err != nil {
		t.Fatalf("%v\n%s", err, doc)
	}
	return quads
}

// random returns a small dataset full of blank nodes that look alike.
func random(r *rand.Rand) []rdf.Quad {
	nodes := 2 + r.IntN(6)
	quads := make([]rdf.Quad, 1+r.IntN(3*nodes))
	for i := range quads {
		s := r.IntN(nodes)
		q := rdf.Quad{Triple: rdf.Triple{
			S: rdf.NewBlank(fmt.Sprint("n", s)),
			P: rdf.NewIRI(fmt.Sprint("urn:p", r.IntN(2))),
			// Another node than the subject: json-gold counts a quad twice for a
			// node that stands in it twice.
			O: rdf.NewBlank(fmt.Sprint("n", (s+1+r.IntN(nodes-1))%nodes)),
		}}
		if r.IntN(6) == 0 {
			q.O = rdf.NewString("x")
		}
		quads[i] = q
	}
	return quads
}

func shuffled(r *rand.Rand, quads []rdf.Quad) []rdf.Quad {
	out := slices.Clone(quads)
	r.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	names := r.Perm(100)
	for i := range out {
		for _, t := range []*rdf.Term{&out[i].S, &out[i].O, &out[i].G} {
			if t.Kind == rdf.Blank {
				var n int
				fmt.Sscanf(t.Value, "n%d", &n)
				t.Value = fmt.Sprint("m", names[n])
			}
		}
	}
	return out
}

// TestNamesDoNotMatter renames and reorders datasets; json-gold says the same
// of them where it is sure of itself.
func TestNamesDoNotMatter(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	agreed := 0
	for range 400 {
		quads := random(r)
		want, err := canon.Dataset(quads)
		if err != nil {
			t.Fatal(err)
		}
		for range 3 {
			got, err := canon.Dataset(shuffled(r, quads))
			if err != nil || !bytes.Equal(got, want) {
				t.Fatalf("Dataset after renaming = %v\n%s\nwant\n%s", err, got, want)
			}
		}
		var doc []byte
		for _, q := range quads {
			doc = rdf.AppendQuad(doc, q)
		}
		if gold(t, string(doc)) == string(want) {
			agreed++
		}
	}
	if agreed != 400 {
		t.Errorf("json-gold agrees on %d of 400", agreed)
	}
}

func gold(t testing.TB, doc string) string {
	t.Helper()
	o := ld.NewJsonLdOptions("")
	o.InputFormat, o.Format, o.Algorithm = "application/n-quads", "application/n-quads", ld.AlgorithmURDNA2015
	out, err := ld.NewJsonLdProcessor().Normalize(doc, o)
	if err != nil {
		t.Fatal(err)
	}
	return out.(string)
}

func TestDataset(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ in, want string }{
		"empty":     {"", ""},
		"no blank":  {"<urn:b> <urn:p> \"x\" .\n<urn:a> <urn:p> \"x\" <urn:g> .\n<urn:b> <urn:p> \"x\" .\n", "<urn:a> <urn:p> \"x\" <urn:g> .\n<urn:b> <urn:p> \"x\" .\n"},
		"itself":    {"_:x <urn:p> _:x .\n", "_:c14n0 <urn:p> _:c14n0 .\n"},
		"graph":     {"_:x <urn:p> \"a\\u0001\" _:x .\n", "_:c14n0 <urn:p> \"a\\u0001\" _:c14n0 .\n"},
		"doubles":   {"_:x <urn:p> \"a\" .\n_:x <urn:p> \"a\" .\n", "_:c14n0 <urn:p> \"a\" .\n"},
		"two alike": {"_:x <urn:p> _:y .\n_:y <urn:p> _:x .\n", "_:c14n0 <urn:p> _:c14n1 .\n_:c14n1 <urn:p> _:c14n0 .\n"},
	}
	for name, tt := range tests {
		quads := read(t, tt.in)
		before := slices.Clone(quads)
		got, err := canon.Dataset(quads)
		if err != nil || string(got) != tt.want {
			t.Errorf("%s: Dataset = %v\n%s\nwant\n%s", name, err, got, tt.want)
		}
		if !slices.Equal(quads, before) {
			t.Errorf("%s: Dataset changed its quads", name)
		}
	}
}

func TestGraph(t *testing.T) {
	t.Parallel()
	var plain, blank rdf.Graph
	plain.Add(rdf.Triple{S: rdf.NewIRI("urn:s"), P: rdf.NewIRI("urn:p"), O: rdf.NewString("o")})
	blank.Add(rdf.Triple{S: rdf.NewBlank("s"), P: rdf.NewIRI("urn:p"), O: rdf.NewString("o")})
	if got, err := canon.Graph(&plain); err != nil || !bytes.Equal(got, plain.Canonical()) {
		t.Errorf("Graph = %s, %v", got, err)
	}
	if got, err := canon.Graph(&blank); err != nil || string(got) != "_:c14n0 <urn:p> \"o\" .\n" {
		t.Errorf("Graph = %s, %v", got, err)
	}
	var quads []rdf.Quad
	for tr := range plain.All() {
		quads = append(quads, rdf.Quad{Triple: tr})
	}
	if got, err := canon.Digest(quads); err != nil || got != plain.Digest() {
		t.Errorf("Digest = %s, %v, want %s", got, err, plain.Digest())
	}
}

// clique returns n blank nodes each of which points to every other: the
// poison of section 7.1.
func clique(n int) []rdf.Quad {
	var quads []rdf.Quad
	for i := range n {
		for j := range n {
			if i != j {
				quads = append(quads, rdf.Quad{Triple: rdf.Triple{S: rdf.NewBlank(fmt.Sprint("n", i)), P: rdf.NewIRI("urn:p"), O: rdf.NewBlank(fmt.Sprint("n", j))}})
			}
		}
	}
	return quads
}

func TestPoison(t *testing.T) {
	t.Parallel()
	if _, err := canon.Digest(clique(12)); !errors.Is(err, canon.ErrWork) {
		t.Errorf("Digest of a clique of 12 = %v, want %v", err, canon.ErrWork)
	}
	if _, err := canon.Dataset(clique(4)); err != nil {
		t.Errorf("Dataset of a clique of 4 = %v", err)
	}
	ring := make([]rdf.Quad, 30_000)
	for i := range ring {
		ring[i].Triple = rdf.Triple{S: rdf.NewBlank(fmt.Sprint("n", i)), P: rdf.NewIRI("urn:p"), O: rdf.NewBlank(fmt.Sprint("n", (i+1)%len(ring)))}
	}
	if _, err := canon.Dataset(ring); !errors.Is(err, canon.ErrWork) {
		t.Errorf("Dataset of a ring of %d = %v, want %v", len(ring), err, canon.ErrWork)
	}
}

// events returns n records with two blank nodes each, as harvested JSON-LD has
// them.
func events(n int) []rdf.Quad {
	var quads []rdf.Quad
	add := func(s rdf.Term, p string, o rdf.Term) {
		quads = append(quads, rdf.Quad{Triple: rdf.Triple{S: s, P: rdf.NewIRI("https://schema.org/" + p), O: o}})
	}
	for i := range n {
		e, place, offer := rdf.NewIRI(fmt.Sprint("urn:e", i)), rdf.NewBlank(fmt.Sprint("p", i)), rdf.NewBlank(fmt.Sprint("o", i))
		add(e, "name", rdf.NewText(fmt.Sprint("Event ", i), "en"))
		add(e, "location", place)
		add(e, "offers", offer)
		add(place, "name", rdf.NewString("Town hall"))
		add(offer, "price", rdf.NewString("12"))
	}
	return quads
}

func BenchmarkDataset(b *testing.B) {
	quads := events(1000)
	b.Run("moselle", func(b *testing.B) {
		for b.Loop() {
			if _, err := canon.Dataset(quads); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(len(quads)*b.N)/b.Elapsed().Seconds(), "quads/s")
	})
	var doc []byte
	for _, q := range quads {
		doc = rdf.AppendQuad(doc, q)
	}
	b.Run("json-gold", func(b *testing.B) {
		for b.Loop() {
			gold(b, string(doc))
		}
		b.ReportMetric(float64(len(quads)*b.N)/b.Elapsed().Seconds(), "quads/s")
	})
}
