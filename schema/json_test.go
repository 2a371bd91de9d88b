package schema_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"moselle/schema"
	"moselle/schema/rdf"
)

func TestAppendJSON(t *testing.T) {
	t.Parallel()
	b := schema.Build("src", "Event", "k1")
	b.Type("MusicEvent")
	b.Text("name", "fr", `Le "concert" <b>`)
	b.Text("name", "", "moselle: eine Reise")
	b.Text("keywords", "fr", "b")
	b.Text("keywords", "fr", "a")
	b.Put("startDate", "2026-12-03")
	b.Put("endDate", "2026-12-04T01:00Z")
	b.Put("eventStatus", "EventScheduled")
	b.Put("isAccessibleForFree", "true")
	b.Link("location", schema.Mint("src", "Place", "p"))
	b.Put("sameAs", "http://www.wikidata.org/entity/Q1")
	o := b.Part("offers", "Offer")
	o.Put("price", "12.50")
	d, _ := b.Draft()
	s := rdf.NewIRI(string(d.IRI))
	d.Graph.Add(
		rdf.Triple{S: s, P: rdf.NewIRI("http://a.example/p"), O: rdf.NewTyped("1", "http://a.example/d")},
		rdf.Triple{S: s, P: rdf.NewIRI("http://a.example/p"), O: rdf.NewIRI("moselle:id/work/w")},
		rdf.Triple{S: s, P: rdf.NewIRI("https://schema.org/name"), O: rdf.NewIRI("http://a.example/name")},
	)
	want := `{"id":"moselle:id/event/k2uomq4ul56uizkn","type":["MusicEvent","Event"],` +
		`"name":{"fr":"Le \u0022concert\u0022 \u003cb\u003e","und":"\u006doselle: eine Reise"},` +
		`"startDate":{"@value":"2026-12-03","@type":"http://www.w3.org/2001/XMLSchema#date"},` +
		`"endDate":"2026-12-04T01:00:00Z",` +
		`"location":["moselle:id/place/kvq5goekrrwqba3r"],` +
		`"eventStatus":"EventScheduled",` +
		`"offers":[{"id":"moselle:id/event/k2uomq4ul56uizkn#offer-zdeoia5z","type":["Offer"],"price":"12.5"}],` +
		`"isAccessibleForFree":true,` +
		`"keywords":{"fr":["a","b"]},` +
		`"sameAs":["http://www.wikidata.org/entity/Q1"],` +
		`"sourceIdentifier":["k1"],` +
		`"sdDatePublished":"2026-11-21T12:00:00Z",` +
		`"http://a.example/p":[{"@value":"1","@type":"http://a.example/d"},{"id":"moselle:id/work/w"}],` +
		`"https://schema.org/name":[{"id":"http://a.example/name"}]}`
	r := schema.Seal(d, "src", now)
	if d := cmp.Diff(want, string(r.View)); d != "" {
		t.Errorf("View (-want +got):\n%s", d)
	}
	if !json.Valid(r.View) {
		t.Error("the view is no JSON")
	}
}

func TestPublicJSON(t *testing.T) {
	t.Parallel()
	b := schema.Build("src", "Place", "p")
	b.Text("name", "fr", `"moselle:" "moselle:id`)
	b.Put("telephone", "moselle:1")
	b.Put("sameAs", "moselle:id/place/x")
	d, _ := b.Draft()
	got := schema.PublicJSON(schema.Seal(d, "src", now).View, "https://hub.example/a&b")
	var m map[string]any
	if err := json.Unmarshal(got, &m); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{
		"id": "https://hub.example/a&b/id/place/kvq5goekrrwqba3r", "type": []any{"Place"},
		"name":      map[string]any{"fr": `"moselle:" "moselle:id`},
		"telephone": []any{"moselle:1"}, "sameAs": []any{"https://hub.example/a&b/id/place/x"},
		"sourceIdentifier": []any{"p"}, "sdDatePublished": "2026-11-21T12:00:00Z",
	}
	if d := cmp.Diff(want, m); d != "" {
		t.Errorf("PublicJSON (-want +got):\n%s", d)
	}
}

// TestPartOfItself: a record that names itself as its part stays a link there.
func TestPartOfItself(t *testing.T) {
	t.Parallel()
	const n = 12
	id := schema.Mint("src", "Work", "k")
	node := func(i int) rdf.Term { return rdf.NewIRI(string(id) + "#media-" + string(rune('a'+i))) }
	var g rdf.Graph
	image := rdf.NewIRI("https://schema.org/associatedMedia")
	for i := range n {
		g.Add(rdf.Triple{S: rdf.NewIRI(string(id)), P: image, O: node(i)})
	}
	g.Add(rdf.Triple{S: rdf.NewIRI(string(id)), P: image, O: rdf.NewIRI(string(id))})
	r := schema.Seal(schema.Draft{IRI: id, Class: "Work", Key: "k", Graph: &g}, "src", now)
	if got := bytes.Count(r.View, []byte(`#media-`)); got != n {
		t.Errorf("%d parts in the view, want %d", got, n)
	}
	if _, err := r.Node(); err != nil {
		t.Error(err)
	}
}

func TestParseNodeRefuses(t *testing.T) {
	t.Parallel()
	good := string(sealedWork().View)
	c := schema.ClassNamed("Work")
	if _, err := schema.ParseNode([]byte(good), c); err != nil {
		t.Fatal(err)
	}
	for i := range good {
		if _, err := schema.ParseNode([]byte(good[:i]), c); err == nil {
			t.Fatalf("ParseNode of the first %d bytes gives no error", i)
		}
	}
	for in, want := range map[string]string{
		``:                                `view of a Work: byte 0: {"id": is missing`,
		`[]`:                              `view of a Work: byte 0: {"id": is missing`,
		`{"id":"a","type":[]}x`:           `view of a Work: byte 20: the end is missing`,
		`{"id":"a","type":[],"width":{}}`: `view of a Work: byte 28: a value with its type is missing`,
		`{"id":"\x","type":[]}`:           `view of a Work: byte 7: an escape that the hub writes is missing`,
		`{"id":"\ud800","type":[]}`:       `view of a Work: byte 7: an escape that the hub writes is missing`,
		`{"id":"a","type":[],"url":}`:     `view of a Work: byte 26: a value is missing`,
		strings.Repeat(`{"id":"a","type":[],"associatedMedia":[`, 50): `view of a Work: byte 55: the end of a link is missing`,
	} {
		_, err := schema.ParseNode([]byte(in), c)
		if err == nil || !strings.HasPrefix(err.Error(), "view of a Work: byte") {
			t.Errorf("ParseNode(%s) = %v, want %s", in, err, want)
		} else if len(in) < 40 && err.Error() != want {
			t.Errorf("ParseNode(%s) = %v, want %s", in, err, want)
		}
	}
}

// FuzzView: whatever stands in the literals and IRIs of a graph, its view is
// JSON that reads back as the same node, and no quotation or literal takes on
// the public base.
func FuzzView(f *testing.F) {
	f.Add("a", "fr", "urn:x", "https://schema.org/name")
	f.Add(`"moselle:`, "de-LU", "https://schema.org/EventScheduled", "https://schema.org/eventStatus")
	f.Add("</script>\u2028\x00", "", "moselle:id/x", "https://schema.org/location")
	f.Add(`\\"\u006d`, "und", "geo:1,2", "https://schema.org/isAccessibleForFree")
	f.Fuzz(func(t *testing.T, text, lang, iri, predicate string) {
		text = schema.CleanText(text)
		if !rdf.ValidIRI(iri) || !rdf.ValidIRI(predicate) {
			return
		}
		id := schema.Mint("src", "Event", "k")
		var g rdf.Graph
		for _, o := range []rdf.Term{rdf.NewText(text, schema.CleanLang(lang)), rdf.NewString(text), rdf.NewTyped(text, iri), rdf.NewIRI(iri)} {
			for _, p := range []string{predicate, iri} {
				g.Add(rdf.Triple{S: rdf.NewIRI(string(id)), P: rdf.NewIRI(p), O: o})
			}
		}
		r := schema.Seal(schema.Draft{IRI: id, Class: "Event", Graph: &g}, "src", now)
		if !json.Valid(r.View) {
			t.Fatalf("no JSON: %s", r.View)
		}
		n, err := r.Node()
		if err != nil {
			t.Fatalf("%v: %s", err, r.View)
		}
		if got := n.AppendJSON(nil); !bytes.Equal(got, r.View) {
			t.Fatalf("the view as a node and back:\n%s\n%s", r.View, got)
		}
		if bytes.Contains(schema.PublicJSON(r.View, "https://hub.example"), []byte(`"moselle:`)) {
			t.Fatal("an IRI of the hub keeps its scheme")
		}
	})
}

// FuzzParseNode: damaged views end in an error, never in a panic.
func FuzzParseNode(f *testing.F) {
	f.Add(sealedWork().View)
	f.Add([]byte(`{"id":"a","type":["b"],"name":{"fr":"x"},"width":1,"p":[{"@value":"x","@language":"fr"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, c := range schema.Classes {
			if n, err := schema.ParseNode(data, c); err == nil {
				n.AppendJSON(nil)
				n.Occurrences()
				n.Links()
			}
		}
	})
}
