package schema_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
	"moselle/schema/rdf"
	"moselle/schema/rdf/ntriples"
	"moselle/schema/rdf/rdftest"
)

// TestMint pins the names: a hub that is rebuilt, or updated, mints the same.
func TestMint(t *testing.T) {
	t.Parallel()
	tests := []struct {
		source     schema.SourceID
		class, key string
		want       schema.IRI
	}{
		{"src", "Event", "k1", "moselle:id/event/k2uomq4ul56uizkn"},
		{"src", "Place", "p", "moselle:id/place/kvq5goekrrwqba3r"},
	}
	for _, tt := range tests {
		if got := schema.Mint(tt.source, tt.class, tt.key); got != tt.want {
			t.Errorf("Mint(%s, %s, %s) = %s, want %s", tt.source, tt.class, tt.key, got, tt.want)
		}
	}
	if schema.Mint("a", "Event", "bc") == schema.Mint("ab", "Event", "c") {
		t.Error("source and key run into each other")
	}
	long := strings.Repeat("k", 4000)
	if schema.Mint("a", "Event", long) == schema.Mint("a", "Event", long+"k") {
		t.Error("long keys are cut")
	}
}

func TestSeal(t *testing.T) {
	t.Parallel()
	d, faults := workLike("src", "k").Draft()
	if r := schema.Refused(faults); r != nil {
		t.Fatal(r)
	}
	at := time.Date(2026, 11, 21, 13, 0, 0, 123, time.FixedZone("", 3600))
	r := schema.Seal(d, "src", at)
	later := schema.Seal(d, "src", at.AddDate(0, 1, 0))
	if r.Digest != later.Digest || r.Digest != d.Graph.Digest() {
		t.Error("the digest depends on the time stamp")
	}
	if bytes.Equal(r.Triples, later.Triples) || bytes.Equal(r.View, later.View) {
		t.Error("the time stamp is not in triples and view")
	}
	if want := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC); r.Modified != want {
		t.Errorf("Modified = %v, want %v", r.Modified, want)
	}
	lines := strings.SplitAfter(string(r.Triples), "\n")
	if !slices.IsSorted(lines[:len(lines)-1]) || lines[len(lines)-1] != "" {
		t.Errorf("Triples are not sorted lines:\n%s", r.Triples)
	}
	g, err := rdftest.Graph(ntriples.Format(), bytes.NewReader(r.Triples))
	if err != nil {
		t.Fatal(err)
	}
	stamp := rdf.Triple{S: rdf.NewIRI(string(r.IRI)), P: rdf.NewIRI("https://schema.org/sdDatePublished"),
		O: rdf.NewTyped("2026-11-21T12:00:00Z", rdf.XSD+"dateTime")}
	if !g.Equal(d.Graph.With(stamp)) || g.Len() != d.Graph.Len()+1 {
		t.Error("Triples are not the draft's with the time stamp")
	}
	if !bytes.Equal(r.Triples, g.Canonical()) {
		t.Error("Triples are not canonical")
	}
	n, err := r.Node()
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(schema.NewNode(g, r.IRI, schema.ClassNamed(r.Class)), n); d != "" {
		t.Errorf("View is not the node of Triples (-triples +view):\n%s", d)
	}
	if r.Source != "src" || r.Key != "k" || r.Class != "Work" || r.IRI != d.IRI {
		t.Errorf("Seal = %s %s %s %s", r.Source, r.Key, r.Class, r.IRI)
	}
}

func TestIRIs(t *testing.T) {
	t.Parallel()
	r := schema.Record{IRI: "moselle:id/event/abc", Source: "src"}
	if got, want := r.GraphIRI(), schema.IRI("moselle:graph/src/event/abc"); got != want {
		t.Errorf("GraphIRI = %s, want %s", got, want)
	}
	tests := []struct {
		in               schema.IRI
		class, key       string
		ok               bool
		document, public string
	}{
		{"moselle:id/event/abc", "event", "abc", true, "moselle:id/event/abc", "https://hub.example/id/event/abc"},
		{"moselle:id/event/abc#occ-1", "event", "abc", true, "moselle:id/event/abc", "https://hub.example/id/event/abc#occ-1"},
		{"moselle:id/event/abc/d", "event", "abc/d", false, "moselle:id/event/abc/d", "https://hub.example/id/event/abc/d"},
		{"moselle:id/event/", "event", "", false, "moselle:id/event/", "https://hub.example/id/event/"},
		{"moselle:id/event", "event", "", false, "moselle:id/event", "https://hub.example/id/event"},
		{"moselle:graph/src/event/abc", "", "", false, "moselle:graph/src/event/abc", "https://hub.example/graph/src/event/abc"},
		{"moselle:", "", "", false, "moselle:", "https://hub.example/"},
		{"http://a.example/#x", "", "", false, "http://a.example/", "http://a.example/#x"},
		{"", "", "", false, "", ""},
	}
	for _, tt := range tests {
		class, key, ok := tt.in.Local()
		if class != tt.class || key != tt.key || ok != tt.ok {
			t.Errorf("Local(%s) = %s, %s, %v, want %s, %s, %v", tt.in, class, key, ok, tt.class, tt.key, tt.ok)
		}
		if got := string(tt.in.Document()); got != tt.document {
			t.Errorf("Document(%s) = %s, want %s", tt.in, got, tt.document)
		}
		if got := tt.in.Public("https://hub.example"); got != tt.public {
			t.Errorf("Public(%s) = %s, want %s", tt.in, got, tt.public)
		}
	}
}

func TestPublicGraph(t *testing.T) {
	t.Parallel()
	var g rdf.Graph
	g.Add(rdf.Triple{S: rdf.NewIRI("moselle:id/event/a"), P: rdf.NewIRI("urn:p"), O: rdf.NewIRI("moselle:id/place/b")},
		rdf.Triple{S: rdf.NewIRI("moselle:id/event/a"), P: rdf.NewIRI("urn:p"), O: rdf.NewString("moselle:id/place/b")})
	want := "<https://hub.example/id/event/a> <urn:p> \"moselle:id/place/b\" .\n" +
		"<https://hub.example/id/event/a> <urn:p> <https://hub.example/id/place/b> .\n"
	if got := string(schema.PublicGraph(&g, "https://hub.example").Canonical()); got != want {
		t.Errorf("PublicGraph =\n%s, want\n%s", got, want)
	}
}
