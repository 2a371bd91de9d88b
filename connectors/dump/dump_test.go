package dump_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/dump"
	"moselle/schema/rdf"
	"moselle/schema/rdf/rdftest"
)

func body(name, text string) *connectors.Body {
	return &connectors.Body{ReadCloser: io.NopCloser(strings.NewReader(text)), Location: name}
}

// load reads a document and returns what was refused on the way.
func load(t *testing.T, name, text string, o dump.Options) (*dump.Dump, []string, error) {
	t.Helper()
	var refused []string
	o.Refuse = func(err error) error {
		var r *connectors.Refusal
		if !errors.As(err, &r) {
			return err
		}
		refused = append(refused, r.Error())
		return nil
	}
	d, err := dump.Load(t.Context(), body(name, text), o)
	return d, refused, err
}

func graph(d *dump.Dump) *rdf.Graph {
	g := &rdf.Graph{}
	for s := range d.Subjects() {
		for p, o := range d.Out(s) {
			g.Add(rdf.Triple{S: d.Term(s), P: d.Term(p), O: d.Term(o)})
		}
	}
	return g
}

// TestLoad holds what is read of each format, whatever it is called, and what is
// said of what cannot be.
func TestLoad(t *testing.T) {
	t.Parallel()
	const xsd = "http://www.w3.org/2001/XMLSchema#"
	for _, c := range []struct {
		name, in string
		options  dump.Options
		want     string   // the statements, one a line
		refused  []string // one by one
		err      string
	}{
		{"a.nt", "<urn:a> <urn:p> \"x\" .\n<urn:a> <urn:p> \"x\"@de-LU .\n<urn:a> <urn:p> \"1\"^^<" + xsd + "integer> .\n<urn:a> <urn:p> _:b .\n<urn:a> <urn:p> <urn:a> .\n<urn:a> <urn:p> \"\" .\n", dump.Options{},
			"<urn:a> <urn:p> \"\" .\n<urn:a> <urn:p> \"1\"^^<" + xsd + "integer> .\n<urn:a> <urn:p> \"x\" .\n<urn:a> <urn:p> \"x\"@de-LU .\n<urn:a> <urn:p> <urn:a> .\n<urn:a> <urn:p> _:b .\n", nil, ""},
		{"a", "@prefix a: <urn:> .\na:a a:p a:o .", dump.Options{}, "<urn:a> <urn:p> <urn:o> .\n", nil, ""},
		{"a.ttl", "<a> <urn:p> <b> .", dump.Options{Base: "https://a.example/x/"}, "<https://a.example/x/a> <urn:p> <https://a.example/x/b> .\n", nil, ""},
		{"https://a.example/y/a.ttl", "<a> <urn:p> <b> .", dump.Options{}, "<https://a.example/y/a> <urn:p> <https://a.example/y/b> .\n", nil, ""},
		{"a.nq", "<urn:a> <urn:p> <urn:o> <urn:g> .\n<urn:b> <urn:p> <urn:o> <urn:h> .\n<urn:c> <urn:p> <urn:o> .\n", dump.Options{Graphs: []string{"urn:h"}}, "<urn:b> <urn:p> <urn:o> .\n", nil, ""},
		{"a.json", `{"@id": "urn:a", "urn:p": {"@id": "urn:o"}}`, dump.Options{}, "<urn:a> <urn:p> <urn:o> .\n", nil, ""},
		{"a.nt", "<urn:a> <urn:p> <urn:o> .\n<urn:b> <urn:p>\n<urn:c> <urn:p> <urn:o> .\n", dump.Options{}, "<urn:a> <urn:p> <urn:o> .\n<urn:c> <urn:p> <urn:o> .\n",
			[]string{"line 2, column 16: this is no N-Triples: the line ends where the object should be: an IRI, a blank node or a literal in double quotes; the statement is left out"}, ""},
		{"a.rdf", `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description>`, dump.Options{}, "", nil, "line 1, column 83: the document is no RDF/XML from here on: the document ends before </rdf:Description>: mend it there, or export it again"},
		{"a.rdf", `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="x"/></rdf:RDF>`, dump.Options{}, "", nil, "line 1, column 83: the document is no RDF/XML from here on: rdf:about: <x> is a relative IRI, and the document names no base to resolve it by; write it with https://, or say under base where the document was published"},
		{"a.json", `{"a": 1}`, dump.Options{}, "", nil, "this is JSON, not RDF (Turtle, TriG, N-Triples, N-Quads, RDF/XML or JSON-LD)"},
		{"a.ttl", "", dump.Options{}, "", nil, "the file is empty; RDF (Turtle, TriG, N-Triples, N-Quads, RDF/XML or JSON-LD) is expected"},
		{"a.txt", "some words\n", dump.Options{}, "", nil, `this is not RDF (Turtle, TriG, N-Triples, N-Quads, RDF/XML or JSON-LD): it begins with "some words"`},
	} {
		d, refused, err := load(t, c.name, c.in, c.options)
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != c.err || !cmp.Equal(refused, c.refused) {
			t.Errorf("Load(%s, %.40q): refused %q, error %q; want %q, %q", c.name, c.in, refused, got, c.refused, c.err)
		}
		if d == nil {
			continue
		}
		if got := string(graph(d).Canonical()); got != c.want {
			t.Errorf("Load(%s, %.40q) =\n%swant\n%s", c.name, c.in, got, c.want)
		}
	}
}

// TestLoadCut holds that lines stand that came before an error of the connection,
// and that nothing stands of a document that is more than its lines.
func TestLoadCut(t *testing.T) {
	t.Parallel()
	broken := errors.New("the connection broke off")
	for name, want := range map[string]int{"a.nt": 1, "a.rdf": -1} {
		text := "<urn:a> <urn:p> <urn:o> .\n<urn:a"
		if name == "a.rdf" {
			text = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="urn:a"><rdf:value>x</rdf:value></rdf:Description>`
		}
		b := body(name, "")
		b.ReadCloser = io.NopCloser(io.MultiReader(strings.NewReader(text), failing{broken}))
		d, err := dump.Load(t.Context(), b, dump.Options{Refuse: func(error) error { return nil }})
		got := -1
		if d != nil {
			got = d.Len()
		}
		if err == nil || got != want {
			t.Errorf("Load(%s): %d statements, %v; want %d and an error", name, got, err, want)
		}
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

func TestLoadStops(t *testing.T) {
	t.Parallel()
	stop := errors.New("enough")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := dump.Load(ctx, body("a.nt", "<urn:a> <urn:p> <urn:o> .\n"), dump.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("Load with a cancelled context = %v", err)
	}
	if _, err := dump.Load(t.Context(), body("a.nt", "bad\n"), dump.Options{Refuse: func(error) error { return stop }}); !errors.Is(err, stop) {
		t.Errorf("Load when told to stop = %v, want %v", err, stop)
	}
	var refused []string
	_, err := dump.Load(t.Context(), body("a.nt", strings.Repeat("bad\n", 250)), dump.Options{Refuse: func(err error) error {
		refused = append(refused, err.Error())
		return nil
	}})
	if last := refused[len(refused)-1]; err != nil || len(refused) != 101 || last != "the document: 150 more statements cannot be read; mend those told before, and export it again" {
		t.Errorf("Load of 250 bad lines: %d refusals, the last %q, %v", len(refused), last, err)
	}
}

func TestAround(t *testing.T) {
	t.Parallel()
	d, _, err := load(t, "a.ttl", `@prefix : <urn:> .
:thing a :T ; :p :near ; :q :other ; :r [ :s [ :t "deep" ] ] .
:near :p :far . :far :p :farther . :farther :v "x" .
:other a :T ; :p :third ; :v "y" . :third a :T ; :v "z" .
:says :of :thing ; :v "w" .`, dump.Options{})
	if err != nil {
		t.Fatal(err)
	}
	is, _ := d.Find("urn:T")
	item := func(id dump.ID) bool { c := d.Classes(id); return len(c) > 0 && c[0] == is }
	thing, _ := d.Find("urn:thing")
	for _, c := range []struct {
		name  string
		scope dump.Scope
		has   string
		cut   bool
	}{
		{"one link", dump.Scope{Item: item, Depth: 1, Max: 100}, "thing near other blank blank says", false},
		{"two links", dump.Scope{Item: item, Depth: 2, Max: 100}, "thing near other blank blank says far", false},
		{"brief", dump.Scope{Item: item, Depth: 1, Max: 100, Brief: true, Incoming: map[string]bool{}}, "thing near other blank blank", false},
		{"few", dump.Scope{Item: item, Depth: 2, Max: 5}, "thing near says", true},
	} {
		g, cut := d.Around(thing, c.scope)
		got, want := map[string]int{}, map[string]int{}
		last := rdf.Term{}
		for tr := range g.All() {
			if tr.S != last {
				last = tr.S
				name := strings.TrimPrefix(tr.S.Value, "urn:")
				if tr.S.Kind == rdf.Blank {
					name = "blank"
				}
				got[name]++
			}
		}
		for _, name := range strings.Fields(c.has) {
			want[name]++
		}
		if d := cmp.Diff(want, got); d != "" || cut != c.cut {
			t.Errorf("%s: cut %v, want %v; subjects (-want +got):\n%s", c.name, cut, c.cut, d)
		}
	}
}

// TestAroundRepeated holds that statements that stand there again and again, as
// rows of tables leave them, take no place of others.
func TestAroundRepeated(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("<urn:thing> <urn:v> \"a\" .\n<urn:near> <urn:v> \"b\" .\n", 50) + "<urn:thing> <urn:p> <urn:near> .\n<urn:near> <urn:p> <urn:far> .\n<urn:far> <urn:v> \"c\" .\n"
	d, _, err := load(t, "a.nt", text, dump.Options{})
	if err != nil {
		t.Fatal(err)
	}
	thing, _ := d.Find("urn:thing")
	g, cut := d.Around(thing, dump.Scope{Item: func(dump.ID) bool { return false }, Depth: 3, Max: 10})
	if g.Len() != 5 || cut || d.Len() != 103 {
		t.Errorf("around the thing stand %d statements, cut %v, of %d; want 5, false, 103", g.Len(), cut, d.Len())
	}
}

func TestBlocks(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("<urn:a> <urn:p> _:x .\n_:x <urn:v> \"in a\" .\n<urn:a> <urn:v> \"still a\" .\n<urn:b> <urn:v> \"b\" .\n")
	for i := range dump.MaxBlock + 1 {
		fmt.Fprintf(&b, "<urn:c> <urn:v> \"%d\" .\n", i)
	}
	got := map[string]string{}
	err := dump.Blocks(t.Context(), body("a.nt", b.String()), dump.Options{}, func(thing rdf.Term, g *rdf.Graph, cut bool) error {
		got[thing.Value] = fmt.Sprint(g.Len(), cut)
		return nil
	})
	want := map[string]string{"urn:a": "3 false", "urn:b": "1 false", "urn:c": "20000 true"}
	if d := cmp.Diff(want, got); d != "" || err != nil {
		t.Errorf("Blocks: %v (-want +got):\n%s", err, d)
	}
}

// TestRealDumps counts the statements of the dumps of three museums.
func TestRealDumps(t *testing.T) {
	t.Parallel()
	got := map[string]int{}
	for _, museum := range []string{"autry/AutryMakers/AutryMakers", "autry/AutryObjects/AutryObjects", "npg/NPGObjURLs/NPGObjURLs", "wam/consolidated_data"} {
		f, err := os.Open(rdftest.Data(t, "collections/american-art__"+museum+".n3.zip"))
		if err != nil {
			t.Fatal(err)
		}
		d, err := dump.Load(t.Context(), &connectors.Body{ReadCloser: f, Location: f.Name()}, dump.Options{Refuse: func(err error) error { return err }})
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		name, _, _ := strings.Cut(museum, "/")
		got[name] += d.Len()
	}
	if d := cmp.Diff(map[string]int{"autry": 15306, "npg": 67384, "wam": 69994}, got); d != "" {
		t.Errorf("statements (-want +got):\n%s", d)
	}
}
