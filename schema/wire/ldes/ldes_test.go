package ldes_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"moselle/schema/rdf"
	"moselle/schema/rdf/trig"
	"moselle/schema/vocab"
	"moselle/schema/wire/ldes"
)

var roomy = ldes.Limits{Statements: 1000, Members: 100, Relations: 100}

const prefixes = `@prefix tree: <https://w3id.org/tree#> . @prefix ldes: <https://w3id.org/ldes#> . @prefix as: <https://www.w3.org/ns/activitystreams#> .
@prefix dcterms: <http://purl.org/dc/terms/> . @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix schema: <https://schema.org/> .
@base <https://rivers.example/s/> .
`

func read(t testing.TB, text string) *ldes.Page {
	t.Helper()
	p, err := ldes.Read(trig.Format().Decode(strings.NewReader(prefixes+text), ""), "https://rivers.example/s/1#top", roomy)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

var shown = cmpopts.IgnoreUnexported(ldes.Page{})

func TestRead(t *testing.T) {
	t.Parallel()
	got := read(t, `
<all> a ldes:EventStream ; tree:view <1>, <by-place> ; ldes:timestampPath as:published ; ldes:versionOfPath as:object ;
  ldes:versionDeleteObject as:Delete ; tree:member <a/1>, <a/2> , <a/1> .
<1> a tree:Node ; ldes:immutable true ; ldes:retentionPolicy [ a ldes:LatestVersionSubset ; ldes:amount 1 ] ;
  tree:relation [ a tree:GreaterThanOrEqualToRelation, tree:Relation ; tree:node <2> ; tree:path as:published ; tree:value "2026-01-02T00:00:00Z"^^xsd:dateTime ],
    [ a tree:Relation ; tree:node <3> ] , [ tree:path ( as:object schema:name ) ; tree:node <4> ] , [ a tree:Relation ] .
<service> a tree:ViewDescription ; dcat:endpointURL <by-name> .`)
	want := &ldes.Page{
		Location: "https://rivers.example/s/1", Immutable: true,
		Streams: []ldes.Stream{{IRI: "https://rivers.example/s/all", Views: []string{"https://rivers.example/s/1", "https://rivers.example/s/by-place"},
			TimestampPath: vocab.ActivityStreams + "published", VersionOfPath: vocab.ActivityStreams + "object", DeleteObject: vocab.ActivityStreams + "Delete",
			Retention: []ldes.Retention{{Policy: "LatestVersionSubset", Terms: map[string]string{"amount": "1"}}}}},
		Relations: []ldes.Relation{
			{From: "https://rivers.example/s/1", Type: "GreaterThanOrEqualToRelation", Node: "https://rivers.example/s/2", Path: vocab.ActivityStreams + "published",
				Value: rdf.NewTyped("2026-01-02T00:00:00Z", vocab.XSD+"dateTime")},
			{From: "https://rivers.example/s/1", Type: "Relation", Node: "https://rivers.example/s/3"},
			{From: "https://rivers.example/s/1", Node: "https://rivers.example/s/4"},
		},
		Members:  []rdf.Term{rdf.NewIRI("https://rivers.example/s/a/1"), rdf.NewIRI("https://rivers.example/s/a/2")},
		Services: []string{"https://rivers.example/s/by-name"},
	}
	if d := cmp.Diff(want, got, shown); d != "" {
		t.Errorf("Read (-want +got):\n%s", d)
	}
}

// TestPrint reads back what is printed.
func TestPrint(t *testing.T) {
	t.Parallel()
	want := &ldes.Page{Location: "https://rivers.example/s/1", Immutable: true,
		Streams: []ldes.Stream{{IRI: "https://rivers.example/s/all", Views: []string{"https://rivers.example/s/1"}, TimestampPath: "urn:at", VersionOfPath: "urn:of", DeletePath: "urn:is", DeleteObject: "urn:gone"}},
		Relations: []ldes.Relation{{From: "https://rivers.example/s/1", Type: "LessThanRelation", Node: "https://rivers.example/s/2", Path: "urn:at", Value: rdf.NewTyped("2026-01-02", vocab.XSD+"date")},
			{From: "https://rivers.example/s/1", Type: "Relation", Node: "https://rivers.example/s/3"}},
		Members: []rdf.Term{rdf.NewIRI("urn:b"), rdf.NewIRI("urn:a")}}
	var doc bytes.Buffer
	if err := trig.Format().EncodeQuads(&doc, want.Quads()); err != nil {
		t.Fatal(err)
	}
	got, err := ldes.Read(trig.Format().Decode(&doc, ""), want.Location, roomy)
	if err != nil {
		t.Fatal(err)
	}
	less := cmpopts.SortSlices(func(a, b rdf.Term) bool { return a.Value < b.Value })
	if d := cmp.Diff(want, got, shown, less); d != "" {
		t.Errorf("page (-printed +read):\n%s", d)
	}
}

func TestLimits(t *testing.T) {
	t.Parallel()
	const text = `<s> tree:member <a>, <b> ; tree:relation [ tree:node <1> ], [ tree:node <2> ] .`
	for want, max := range map[string]ldes.Limits{
		"more than 3 statements on one page; let the stream be cut into smaller pages": {3, 9, 9},
		"more than 1 members on one page; let the stream be cut into smaller pages":    {99, 1, 9},
		"more than 1 relations on one page":                                            {99, 9, 1},
	} {
		_, err := ldes.Read(trig.Format().Decode(strings.NewReader(prefixes+text), ""), "https://rivers.example/s/1", max)
		if err == nil || err.Error() != want {
			t.Errorf("Read with %v = %v, want %s", max, err, want)
		}
	}
}

func TestBounds(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		kind, path, value string
		from, to          time.Time
	}{
		{"GreaterThanRelation", "urn:at", "2026-01-02T00:00:00Z", at, time.Time{}},
		{"GreaterThanOrEqualToRelation", "urn:at", "2026-01-02T01:00:00+01:00", at, time.Time{}},
		{"LessThanRelation", "urn:at", "2026-01-02", time.Time{}, at},
		{"LessThanOrEqualToRelation", "urn:at", "2026-01-02T00:00:00", time.Time{}, at.Add(1)},
		{"EqualToRelation", "urn:at", "2026-01-02T00:00Z", at, at.Add(1)},
		{"InBetweenRelation", "urn:at", "2026-01-02T00:00:00Z", time.Time{}, time.Time{}},
		{"GreaterThanRelation", "urn:other", "2026-01-02T00:00:00Z", time.Time{}, time.Time{}},
		{"GreaterThanRelation", "urn:at", "January", time.Time{}, time.Time{}},
	} {
		from, to := ldes.Relation{Type: c.kind, Path: c.path, Value: rdf.NewString(c.value)}.Bounds("urn:at")
		if !from.Equal(c.from) || !to.Equal(c.to) {
			t.Errorf("Bounds of %s %s at %s = %v, %v, want %v, %v", c.kind, c.value, c.path, from, to, c.from, c.to)
		}
	}
}

func TestMember(t *testing.T) {
	t.Parallel()
	p := read(t, `
<all> tree:member <v/1>, <v/2>, <v/3>, <v/4>, <v/5>, <v/6>, _:b .
<v/1> dcterms:isVersionOf <w/1> ; dcterms:created "2026-01-02T00:00:00Z"^^xsd:dateTime ; schema:name "Pont" ; schema:about [ schema:name "eau" ] , <w/9>, <v/2> ; schema:offers <v/1#offer> .
<v/1#offer> schema:price 4 . <w/9> schema:name "neuf" .
<v/2> dcterms:isVersionOf <w/2> ; a as:Delete .
<v/3> a as:Create ; as:object <w/3> ; as:published "2026-01-03"^^xsd:date . <w/3> schema:name "trois" .
<v/4> a as:Update ; as:object <w/4> .
<v/4> { <w/4> schema:name "quatre" }
<v/5> { <v/5> schema:name "cinq" }
`)
	for _, c := range []struct {
		id, of, when string
		deleted      bool
		want         string
	}{
		{"v/1", "w/1", "2026-01-02", false, `<w/1> schema:name "Pont" ; schema:about _:x, <w/9>, <v/2> ; schema:offers <w/1#offer> . _:x schema:name "eau" . <w/1#offer> schema:price 4 . <w/9> schema:name "neuf" .`},
		{"v/2", "w/2", "0001-01-01", true, ``},
		{"v/3", "w/3", "2026-01-03", false, `<w/3> schema:name "trois" .`},
		{"v/4", "w/4", "0001-01-01", false, `<w/4> schema:name "quatre" .`},
		{"v/5", "v/5", "0001-01-01", false, `<v/5> schema:name "cinq" .`},
	} {
		m, err := p.Member(rdf.NewIRI("https://rivers.example/s/"+c.id), ldes.Stream{})
		if err != nil {
			t.Errorf("Member(%s) = %v", c.id, err)
			continue
		}
		if m.Of != "https://rivers.example/s/"+c.of || m.Thing.Value != m.Of || m.When.Format(time.DateOnly) != c.when || m.Deleted != c.deleted {
			t.Errorf("Member(%s) = of %s at %v, deleted %v, want of %s at %s, %v", c.id, m.Of, m.When, m.Deleted, c.of, c.when, c.deleted)
		}
		if d := cmp.Diff(lines(t, c.want), relabel(m.Graph)); d != "" {
			t.Errorf("Member(%s), statements (-want +got):\n%s", c.id, d)
		}
	}
	if _, err := p.Member(rdf.NewIRI("https://rivers.example/s/v/6"), ldes.Stream{}); !errors.Is(err, ldes.ErrElsewhere) {
		t.Errorf("Member(v/6) = %v, want ErrElsewhere", err)
	}
	if _, err := p.Member(rdf.NewBlank("b"), ldes.Stream{}); err == nil {
		t.Error("Member of a blank node = no error")
	}
	if m, _ := p.Member(rdf.NewIRI("https://rivers.example/s/v/1"), ldes.Stream{TimestampPath: "urn:at", VersionOfPath: "urn:of", DeletePath: vocab.Schema + "name", DeleteObject: "urn:gone"}); m.Of != m.ID || !m.When.IsZero() || m.Deleted {
		t.Errorf("Member by the stream's own paths = of %s at %v, want what the stream says to count alone", m.Of, m.When)
	}
}

func lines(t testing.TB, text string) []string {
	g := &rdf.Graph{}
	for q, err := range trig.Format().Decode(strings.NewReader(prefixes+text), "") {
		if err != nil {
			t.Fatal(err)
		}
		g.Add(q.Triple)
	}
	return relabel(g)
}

// relabel gives all blank nodes the same label, of which each graph here has one
// at most.
func relabel(g *rdf.Graph) (out []string) {
	g = g.Map(func(t rdf.Term) rdf.Term {
		if t.Kind == rdf.Blank {
			return rdf.NewBlank("x")
		}
		return t
	})
	for t := range g.All() {
		out = append(out, string(rdf.AppendTriple(nil, t)))
	}
	return out
}
