package derive_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/piprate/json-gold/ld"

	"moselle/schema"
	"moselle/schema/derive"
	"moselle/schema/rdf"
	"moselle/schema/rdf/ntriples"
	"moselle/schema/rdf/rdftest"
	"moselle/schema/vocab"
)

const (
	base       = "https://hub.example"
	contextURL = base + derive.ContextPath
)

// TestDocumentIsTheGraph has an independent processor read the documents of
// rich records of every class: it finds the record's graph, no triple more or
// less.
func TestDocumentIsTheGraph(t *testing.T) {
	t.Parallel()
	for _, c := range schema.Classes {
		t.Run(c.Name, func(t *testing.T) {
			t.Parallel()
			b := schema.Build("museum", c.Name, "k 1")
			fill(b, 0)
			d, faults := b.Draft()
			for _, f := range faults {
				if f.Rule == "" || f.Missing() { // the values are odd on purpose, and some out of range
					t.Errorf("fault: %s", f)
				}
			}
			addForeign(d.Graph, rdf.NewIRI(string(d.IRI)))
			check(t, d)
		})
	}
}

// fill gives every property of the class a value, many where it takes them.
func fill(b *schema.Builder, depth int) {
	c := b.Class()
	for _, s := range c.Subclasses {
		b.Type(s)
	}
	for i, p := range c.Properties {
		switch p.Range {
		case schema.Text:
			for k, text := range texts {
				b.Text(p.Name, [...]string{"fr", "de-LU", "", "lb", "zh-hant-tw"}[k%5], text)
			}
		case schema.Part:
			for _, class := range p.Of {
				fill(b.Part(p.Name, class), depth+1)
			}
		default:
			for _, v := range values(p) {
				b.Put(p.Name, strings.ReplaceAll(v, "#", fmt.Sprint(i)))
			}
		}
	}
}

var texts = []string{
	"plain", `moselle:id/event/a`, `"moselle:x" said she, "moselle:`, `\"moselle:`, "</script><!-- & -->", "a\u2028b\u2029c",
	"two\nlines\tand \\ more", "moselle:", "🎭 œuvre", "id", "@id", "_:b", "http://a.example/", "true", "12",
}

func values(p schema.Property) []string {
	if p.Name == "addressCountry" {
		return []string{"LU"}
	}
	switch p.Range {
	case schema.String:
		return append([]string{"text"}, texts...)
	case schema.URL, schema.Link:
		return []string{"https://a.example/#?q=é&r=1", "geo:49.6,6.1", "urn:isbn:1", "name:x", "url:x", "Concept:x", "id:x", "type:y",
			"moselle:id/place/abc", "moselle:", "http://a.example/", "http://www.wikidata.org/entity/Q1"}
	case schema.Code:
		return append([]string{"https://schema.org/" + p.Values[0]}, p.Values...)
	case schema.Date:
		return []string{"2026-12-03T19:30:00+01:00", "2026-12-04", "2026-12-05T00:00:00Z"}
	case schema.Year:
		return []string{"1907"}
	case schema.Decimal:
		return []string{"49.5", "0.0", "0.000001"}
	case schema.Integer:
		return []string{"1234567890123456", "12", "0", "-7", "123456789012345"}
	case schema.Boolean:
		return []string{"true", "false"}
	}
	return []string{"PT1H30M"}
}

// addForeign adds what no connector writes but another hub may: unknown
// predicates, and known ones with values of another kind.
func addForeign(g *rdf.Graph, s rdf.Term) {
	odd := []rdf.Term{
		rdf.NewString("moselle:id/x"), rdf.NewString(`a "quoted" one`), rdf.NewText("Text", "fr"), rdf.NewText("other text", "fr"),
		rdf.NewTyped("2026", rdf.XSD+"gYear"), rdf.NewTyped("007", rdf.XSD+"integer"), rdf.NewTyped("1", rdf.XSD+"boolean"),
		rdf.NewTyped("-0", rdf.XSD+"integer"), rdf.NewTyped("1e3", rdf.XSD+"double"), rdf.NewTyped("x", "http://a.example/datatype"),
		rdf.NewIRI("http://a.example/o"), rdf.NewIRI(schema.Scheme + "id/work/w"), rdf.NewIRI(vocab.Schema + "a:b"), rdf.NewIRI(vocab.Schema + "EventCancelled"),
	}
	predicates := []string{"http://a.example/p", "urn:p", schema.Scheme + "p", vocab.Schema + "x:y", vocab.Schema + "unheardOf",
		vocab.Schema + "name", vocab.Schema + "description", vocab.Schema + "startDate", vocab.Schema + "url", vocab.Schema + "eventStatus",
		vocab.Schema + "width", vocab.Schema + "isAccessibleForFree", vocab.DCTerms + "identifier", vocab.SKOS + "prefLabel",
		vocab.Schema + "offers", vocab.Schema + "location", vocab.Schema + "keywords"}
	for _, p := range predicates {
		for _, o := range odd {
			g.Add(rdf.Triple{S: s, P: rdf.NewIRI(p), O: o})
		}
	}
	for _, o := range []string{vocab.Schema + "Concept", vocab.Schema + "id", vocab.Schema + "Work", vocab.SKOS + "Concept", vocab.Schema + "a:b",
		vocab.Schema, "http://a.example/Type", schema.Scheme + "type", vocab.DCAT + "Dataset"} {
		g.Add(rdf.Triple{S: s, P: rdf.NewIRI(rdf.Type), O: rdf.NewIRI(o)})
	}
}

func check(t *testing.T, d schema.Draft) {
	t.Helper()
	r := schema.Seal(d, "museum", time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC))
	g, err := rdftest.Graph(ntriples.Format(), bytes.NewReader(r.Triples))
	if err != nil {
		t.Fatal(err)
	}
	doc := derive.Document(r.View, base, contextURL)
	for _, forbidden := range []string{"<", ">", "&", "\u2028", "\u2029", `"` + schema.Scheme} {
		if bytes.Contains(doc, []byte(forbidden)) {
			t.Errorf("the document contains %q", forbidden)
		}
	}
	want := withoutCase(schema.PublicGraph(g, base))
	if d := cmp.Diff(lines(want), lines(withoutCase(toRDF(t, doc)))); d != "" {
		t.Errorf("the document as others read it (-want +got):\n%s\n%s", d, doc)
	}
	n, err := r.Node()
	if err != nil {
		t.Fatal(err)
	}
	if got := n.AppendJSON(nil); !bytes.Equal(got, r.View) {
		t.Errorf("the view as a node and back (-want +got):\n%s", cmp.Diff(string(r.View), string(got)))
	}
	if d := cmp.Diff(schema.NewNode(g, r.IRI, schema.ClassNamed(r.Class)), n); d != "" {
		t.Errorf("the view's node differs from the graph's (-graph +view):\n%s", d)
	}
}

func lines(g *rdf.Graph) []string { return strings.SplitAfter(string(g.Canonical()), "\n") }

// withoutCase puts language tags in lower case, as JSON-LD lets processors do.
func withoutCase(g *rdf.Graph) *rdf.Graph {
	return g.Map(func(t rdf.Term) rdf.Term {
		t.Lang = strings.ToLower(t.Lang)
		return t
	})
}

// loader serves the hub's context and nothing else.
type loader struct{}

func (loader) LoadDocument(url string) (*ld.RemoteDocument, error) {
	if url != contextURL {
		return nil, fmt.Errorf("%s asked for", url)
	}
	var doc any
	if err := json.Unmarshal(derive.Context(), &doc); err != nil {
		return nil, err
	}
	return &ld.RemoteDocument{DocumentURL: url, Document: doc}, nil
}

func toRDF(t *testing.T, doc []byte) *rdf.Graph {
	t.Helper()
	var v any
	if err := json.Unmarshal(doc, &v); err != nil {
		t.Fatalf("%v\n%s", err, doc)
	}
	opts := ld.NewJsonLdOptions("")
	opts.DocumentLoader = loader{}
	opts.ProcessingMode = ld.JsonLd_1_1
	opts.Format = "application/n-quads"
	out, err := ld.NewJsonLdProcessor().ToRDF(v, opts)
	if err != nil {
		t.Fatal(err)
	}
	g, err := rdftest.Graph(ntriples.Format(), strings.NewReader(out.(string)))
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return g
}

func TestDocuments(t *testing.T) {
	t.Parallel()
	var want rdf.Graph
	var views [][]byte
	for _, class := range []string{"Event", "Place", "Concept"} {
		b := schema.Build("museum", class, "k")
		fill(b, 0)
		d, _ := b.Draft()
		r := schema.Seal(d, "museum", time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC))
		g, err := rdftest.Graph(ntriples.Format(), bytes.NewReader(r.Triples))
		if err != nil {
			t.Fatal(err)
		}
		want.Add(slices.Collect(schema.PublicGraph(g, base).All())...)
		views = append(views, r.View)
	}
	var b bytes.Buffer
	if err := derive.Documents(&b, seq(views, nil), base, contextURL); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(lines(withoutCase(&want)), lines(withoutCase(toRDF(t, b.Bytes())))); d != "" {
		t.Errorf("Documents (-want +got):\n%s", d)
	}
	b.Reset()
	if err := derive.Documents(&b, seq(nil, nil), base, contextURL); err != nil || toRDF(t, b.Bytes()).Len() != 0 {
		t.Errorf("Documents of none = %v, %s", err, b.Bytes())
	}
	broken := errors.New("broken")
	if err := derive.Documents(&b, seq(views, broken), base, contextURL); !errors.Is(err, broken) {
		t.Errorf("Documents = %v, want the error among the views", err)
	}
}

func seq(views [][]byte, last error) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for _, v := range views {
			if !yield(v, nil) {
				return
			}
		}
		if last != nil {
			yield(nil, last)
		}
	}
}
