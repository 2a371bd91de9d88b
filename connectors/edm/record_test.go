package edm_test

import (
	"context"
	"encoding/xml"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/connectors"
	"moselle/connectors/conntest"
	"moselle/connectors/edm"
	"moselle/connectors/markup"
	"moselle/schema"
	crosswalk "moselle/schema/crosswalk/edm"
	"moselle/schema/rdf"
	"moselle/schema/rdf/turtle"
)

// elements returns what a document holds for the format.
func elements(t *testing.T, document string) (out []*markup.Element) {
	t.Helper()
	match := func(path []xml.Name) bool { return edm.Format().Holds(path[len(path)-1]) }
	for e, err := range markup.Elements(context.Background(), strings.NewReader(document), markup.Options{Match: match}) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, e)
	}
	return out
}

// TestFormat: what carries a record lends it its key, and the prefixes of the
// elements around it.
func TestFormat(t *testing.T) {
	t.Parallel()
	const envelope = `<OAI-PMH xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:edm="http://www.europeana.eu/schemas/edm/"><record><metadata>
<rdf:RDF>`
	for body, want := range map[string]struct{ key, fault string }{
		`<edm:ProvidedCHO rdf:about="https://a.example/1"><dc:title>Eins</dc:title><dc:type>Bild</dc:type></edm:ProvidedCHO>`:                                    {"https://a.example/1", ""},
		`<edm:ProvidedCHO rdf:about="#1"><dc:title>Eins</dc:title><dc:identifier>Inv. 1</dc:identifier></edm:ProvidedCHO>`:                                       {"oai:1", ""},
		`<edm:ProvidedCHO rdf:about="/9/_1"><dc:title>Eins</dc:title></edm:ProvidedCHO>`:                                                                         {"/9/_1", ""},
		`<edm:ProvidedCHO rdf:about="#1"><dc:title>Eins</dc:title></edm:ProvidedCHO><edm:ProvidedCHO rdf:about="#2"><dc:title>Zwei</dc:title></edm:ProvidedCHO>`: {"oai:1", "the record holds 2 objects; only the first is read: give each a record of its own"},
		`<ore:Aggregation><edm:aggregatedCHO rdf:resource="https://a.example/1"/></ore:Aggregation><edm:ProvidedCHO rdf:about="https://a.example/1"><dc:title>Eins</dc:title></edm:ProvidedCHO>`: {
			"https://a.example/1", "line 2: the prefix ore is not declared; it is read as what EDM uses it for: add xmlns:ore to rdf:RDF"},
		`<edm:ProvidedCHO rdf:about="https://a.example/1"><dc:title>Eins</dc:title><my:note>x</my:note></edm:ProvidedCHO>`: {
			"https://a.example/1", "line 2: the prefix my is not declared; it is left out with what stands under it: add xmlns:my to rdf:RDF"},
		`<edm:Place rdf:about="#1"/>`: {"", "the record holds no object: there is no edm:ProvidedCHO and no ore:Aggregation of one in it"},
	} {
		found := elements(t, envelope+body+"</rdf:RDF></metadata></record></OAI-PMH>")
		if len(found) != 1 {
			t.Fatalf("%d records in %s, want 1", len(found), body)
		}
		it, err := edm.Format().Open(conntest.Env(t, "x"))(found[0], "oai:1", "record oai:1")
		var told []string
		if refusal, ok := err.(*connectors.Refusal); ok {
			told = append(told, refusal.Faults[0].Message)
		}
		for _, f := range it.Faults {
			told = append(told, f.Message)
		}
		if it.Key != want.key || want.fault != "" && !slices.Contains(told, want.fault) {
			t.Errorf("record of %s = key %q, told %q, want %q and %q", body, it.Key, told, want.key, want.fault)
		}
	}
}

// TestVocabulary: an object of a graph is found with its aggregation, whatever else
// the graph holds.
func TestVocabulary(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(filepath.Join("testdata", "turtle", "input.ttl"))
	if err != nil {
		t.Fatal(err)
	}
	g := &rdf.Graph{}
	for q, err := range turtle.Format().Decode(strings.NewReader(string(data)), "") {
		if err == nil {
			g.Add(q.Triple)
		}
	}
	v := edm.Vocabulary()
	if got := []int{v.Class("http://www.europeana.eu/schemas/edm/ProvidedCHO"), v.Class("http://www.europeana.eu/schemas/edm/WebResource")}; !slices.Equal(got, []int{100, 0}) {
		t.Errorf("Class() of an object and of a file = %v, want 100 and 0", got)
	}
	it, err := v.Open(conntest.Env(t, "x"))(g, rdf.NewIRI("https://haus.example/t1"), "line 6")
	if err != nil {
		t.Fatal(err)
	}
	w := schema.NewNode(it.Drafts[0].Graph, it.Drafts[0].IRI, schema.ClassNamed("Work"))
	if media := w.Nodes("associatedMedia"); it.Key != "https://haus.example/t1" || len(media) != 1 || media[0].String("contentUrl") != "https://haus.example/t1.jpg" || len(w.Refs("creator")) != 1 {
		t.Errorf("item %s with media %v of %v, want the file of the aggregation and its maker", it.Key, media, w.Refs("creator"))
	}
}

// TestRoundTrip: what is read, shown as EDM and read again says the same. EDM has
// one property for what an object is about and for its keywords, and the hub gives
// each thing an address of its own.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	c, err := edm.Kind().Open(nil, conntest.Env(t, filepath.Join("testdata", "external", "input.xml")))
	if err != nil {
		t.Fatal(err)
	}
	first := conntest.Harvest(t.Context(), c, nil).Items[0]
	nodes := map[schema.IRI]*schema.Node{}
	for _, d := range first.Drafts {
		nodes[d.IRI] = schema.NewNode(d.Graph, d.IRI, schema.ClassNamed(d.Class))
	}
	work := nodes[first.Drafts[0].IRI]
	cho := crosswalk.View(work, func(iri schema.IRI) *schema.Node { return nodes[iri] }, "Hub")
	g := schema.PublicGraph(cho.Graph(), "https://hub.example/")
	again, err := edm.Vocabulary().Open(conntest.Env(t, "x"))(g, crosswalk.Objects(g)[0], "x")
	if err != nil {
		t.Fatal(err)
	}
	back := schema.NewNode(again.Drafts[0].Graph, again.Drafts[0].IRI, schema.ClassNamed("Work"))
	for _, prop := range []string{"name", "alternateName", "description", "dateCreated", "datePublished", "temporalCoverage", "dateText", "size",
		"copyrightNotice", "inLanguage", "url"} {
		if d := cmp.Diff(told(work, prop), told(back, prop)); d != "" {
			t.Errorf("%s (-first +again):\n%s", prop, d)
		}
	}
	for _, prop := range []string{"about", "genre", "material", "additionalType", "associatedMedia"} {
		want, got := parts(work, prop), parts(back, prop)
		if prop == "about" {
			for _, k := range work.Values("keywords") {
				want = append(want, "DefinedTerm "+k.Text+"@"+k.Lang)
			}
			slices.Sort(want)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s (-first +again):\n%s", prop, d)
		}
	}
}

// told returns what a property says, in any order.
func told(n *schema.Node, prop string) (out []string) {
	for _, v := range n.Values(prop) {
		out = append(out, v.Text+"@"+v.Lang+string(v.Ref))
	}
	slices.Sort(out)
	return out
}

// parts returns what the parts of a property say; the licence of a manifest is that
// of the freest file.
func parts(n *schema.Node, prop string) (out []string) {
	for _, p := range n.Nodes(prop) {
		line := p.Type()
		for _, name := range []string{"name", "contentUrl", "embedUrl", "encodingFormat", "license", "width", "contentSize", "duration", "polygonCount", "caption"} {
			if p.Class.Property(name) != nil && !(name == "license" && strings.Contains(p.String("encodingFormat"), "iiif.io")) {
				line += " " + strings.Join(told(p, name), ",")
			}
		}
		out = append(out, line)
	}
	slices.Sort(out)
	return out
}
