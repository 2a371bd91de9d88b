package edm_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema/crosswalk/edm"
	"moselle/schema/rdf"
	"moselle/schema/rdf/turtle"
)

// TestRoundTrip: what is read of a graph that was written says the same.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	n, linked := world(t)
	want := edm.View(n, linked, "The hub").Graph()
	objects := edm.Objects(want)
	if len(objects) != 1 || objects[0].Value != string(n.ID) {
		t.Fatalf("Objects() = %v, want %s", objects, n.ID)
	}
	got := edm.Read(want, objects[0], nil).Graph()
	if d := cmp.Diff(string(want.Canonical()), string(got.Canonical())); d != "" {
		t.Errorf("Read() written again (-want +got):\n%s", d)
	}
}

// document reads Turtle with the prefixes of EDM.
func document(t testing.TB, text string) (*rdf.Graph, edm.Order) {
	t.Helper()
	const prefixes = `@base <http://a.example/> .
@prefix dc: <http://purl.org/dc/elements/1.1/> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix edm: <http://www.europeana.eu/schemas/edm/> . @prefix ore: <http://www.openarchives.org/ore/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix ebucore: <http://www.ebu.ch/metadata/ontologies/ebucore/ebucore#> . @prefix svcs: <http://rdfs.org/sioc/services#> .
`
	g, order := &rdf.Graph{}, edm.Order{}
	for q, err := range turtle.Format().Decode(strings.NewReader(prefixes+text), "") {
		if err != nil {
			t.Fatal(err)
		}
		order[q.Triple] = len(order)
		g.Add(q.Triple)
	}
	return g, order
}

// TestReadInternal: the words of the provider's proxy count, Europeana's are kept
// apart, and so is its aggregation.
func TestReadInternal(t *testing.T) {
	t.Parallel()
	g, order := document(t, `
<item/1> a edm:ProvidedCHO .
<proxy/e> a ore:Proxy ; ore:proxyFor <item/1> ; edm:europeanaProxy "true" ; dc:subject <concept/bridge> .
<proxy/p> a ore:Proxy ; ore:proxyFor <item/1> ; edm:europeanaProxy "false" ; dc:title "Zwei"@de, "Brücke"@de ;
  dc:creator "https://people.example/1" ; edm:type "VIDEO" .
<concept/bridge> a skos:Concept ; skos:prefLabel "bridge"@en ; skos:broader <concept/building> .
<concept/building> a skos:Concept ; skos:prefLabel "building"@en ; skos:narrower <concept/bridge> .
<https://people.example/1> a edm:Agent ; foaf:name "Ida Stein" .
<agg/e> a edm:EuropeanaAggregation ; edm:aggregatedCHO <item/1> ; edm:dataProvider "Europeana Foundation" .
<agg/p> a ore:Aggregation ; edm:aggregatedCHO <item/1> ; edm:dataProvider <org/1> ; edm:provider "Portal" ;
  edm:isShownBy <https://video.example/oembed?u=1> ; edm:hasView <https://video.example/b>, <https://video.example/a> ;
  edm:rights <http://www.europeana.eu/rights/rr-f/> .
<org/1> a foaf:Organization ; skos:prefLabel "Filmhaus"@de .
<https://video.example/oembed?u=1> a edm:WebResource ; svcs:has_service <https://video.example/oembed> .
<https://video.example/oembed> a svcs:Service ; dcterms:conformsTo <https://oembed.com/> .
<https://video.example/a> edm:isNextInSequence <https://video.example/b> ; ebucore:duration "61500" ; ebucore:hasMimeType "video/mp4" ; ebucore:width "640" .
`)
	c := edm.Read(g, rdf.NewIRI("http://a.example/item/1"), order)
	if got := c.Values(edm.Title); len(got) != 2 || got[0].Text != "Zwei" {
		t.Errorf("titles = %v, want the document's first one first", got)
	}
	if got := c.Values(edm.Creator); len(got) != 1 || got[0].Context == nil || got[0].Context.Values(edm.PrefLabel)[0].Text != "Ida Stein" {
		t.Errorf("creator = %+v, want the agent that the text leads to", got)
	}
	if c.Values(edm.Subject) != nil || len(c.Added) != 1 || c.Added[0].Property != edm.Subject {
		t.Errorf("subjects = %v, added %v, want the subject among what Europeana added", c.Values(edm.Subject), c.Added)
	}
	if x := c.DataProvider.Context; x == nil || !x.Body || c.Provider.Text != "Portal" {
		t.Errorf("providers = %+v, %+v, want the provider's own", c.DataProvider, c.Provider)
	}
	if c.Type != "VIDEO" || c.Rights != "http://rightsstatements.org/vocab/InC/1.0/" {
		t.Errorf("type %s, rights %s", c.Type, c.Rights)
	}
	want := []edm.WebResource{
		{URL: "https://video.example/oembed?u=1", Kind: "VIDEO", Player: true},
		{URL: "https://video.example/b"},
		{URL: "https://video.example/a", Kind: "VIDEO", Format: "video/mp4", Width: 640, Facts: []edm.Fact{{Property: "duration", Values: []edm.Value{{Text: "PT61.5S"}}}}},
	}
	if d := cmp.Diff(want, c.Media); d != "" {
		t.Errorf("files (-want +got):\n%s", d)
	}
}

// TestReadLoose: parts that do not name each other belong together when there is
// but one object, which may have no class of its own.
func TestReadLoose(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ text, title, holder string }{
		"proxy for nobody":              {`<1> a edm:ProvidedCHO . <p> a ore:Proxy ; dc:title "Tor" . <a> a ore:Aggregation ; edm:dataProvider "Haus" .`, "Tor", "Haus"},
		"no class":                      {`<1> dc:title "Tor" . <a> a ore:Aggregation ; edm:aggregatedCHO <1> ; edm:dataProvider "Haus" .`, "Tor", "Haus"},
		"no aggregation":                {`<1> a edm:ProvidedCHO ; dc:title "Tor" .`, "Tor", ""},
		"aggregation of something else": {`<1> a edm:ProvidedCHO ; dc:title "Tor" . <2> a edm:ProvidedCHO . <a> a ore:Aggregation ; edm:aggregatedCHO <2> ; edm:dataProvider "Haus" .`, "Tor", ""},
	} {
		g, _ := document(t, c.text)
		o := edm.Read(g, edm.Objects(g)[0], nil)
		if v := o.Values(edm.Title); len(v) != 1 || v[0].Text != c.title || o.DataProvider.Text != c.holder {
			t.Errorf("%s: Read() = title %v of %q, want %q of %q", name, v, o.DataProvider.Text, c.title, c.holder)
		}
	}
}
