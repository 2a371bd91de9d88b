package search_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"moselle/hub/search"
	"moselle/schema"
	"moselle/schema/taxonomy"
)

// records builds records that link to one another.
type records map[schema.IRI]schema.Record

func (r records) build(t *testing.T, class, key string, fill func(*schema.Builder)) schema.IRI {
	t.Helper()
	b := schema.Build("town", class, key)
	b.Text("name", "fr", key)
	if class == "Event" {
		b.Put("startDate", "2026-12-03")
		b.Put("eventStatus", "EventScheduled")
	}
	fill(b)
	d, faults := b.Draft()
	for _, f := range faults {
		if f.Refuses() {
			t.Fatalf("%s %s: %v", class, key, f)
		}
	}
	rec := schema.Seal(d, "town", time.Unix(0, 0).UTC())
	r[rec.IRI] = rec
	return rec.IRI
}

func (r records) document(t *testing.T, iri schema.IRI) search.Document {
	t.Helper()
	node := func(iri schema.IRI) *schema.Node {
		rec, ok := r[iri]
		if !ok {
			return nil
		}
		n, err := rec.Node()
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	return search.DocumentOf(r[iri], node(iri), time.UTC, node)
}

// is adds a term that the source named and the harvest tied to a concept.
func is(b *schema.Builder, prop, word, concept string) {
	p := b.Part(prop, "DefinedTerm")
	p.Text("name", "fr", word)
	p.Put("sameAs", string(taxonomy.Find(concept).IRI()))
}

func has(b *schema.Builder, prop, word, concept, present string) {
	p := b.Part(prop, "Feature")
	p.Text("name", "fr", word)
	if concept != "" {
		p.Put("sameAs", string(taxonomy.Find(concept).IRI()))
	}
	if present != "" {
		p.Put("present", present)
	}
}

func TestDocumentConcepts(t *testing.T) {
	t.Parallel()
	r := records{}
	quarter := r.build(t, "Place", "quarter", func(b *schema.Builder) {
		a := b.Part("address", "PostalAddress")
		a.Put("postalCode", "57100")
		a.Put("addressLocality", "Thionville")
		a.Put("addressCountry", "FR")
		has(b, "accessibilityFeature", "parking", "accessibility.parking", "true")
		has(b, "accessibilityFeature", "ascenseur", "accessibility.lift", "true")
		has(b, "accessibilityFeature", "navette", "", "")
	})
	hall := r.build(t, "Place", "hall", func(b *schema.Builder) {
		b.Type("MusicVenue")
		b.Link("containedInPlace", quarter)
		has(b, "amenityFeature", "vestiaire", "", "true")
		has(b, "amenityFeature", "boucle", "accessibility.induction-loop", "true")
		has(b, "accessibilityFeature", "ascenseur", "accessibility.lift", "false")
	})
	abroad := r.build(t, "Place", "abroad", func(b *schema.Builder) {
		a := b.Part("address", "PostalAddress")
		a.Put("addressLocality", "Wien")
		a.Put("addressRegion", "Wien")
		a.Put("addressCountry", "AT")
	})
	tests := []struct {
		class string
		fill  func(*schema.Builder)
		want  map[string][]string
	}{
		{"Event", func(b *schema.Builder) { b.Type("MusicEvent") }, map[string][]string{"category": {"event.music"}}},
		{"Event", func(b *schema.Builder) {
			b.Type("MusicEvent")
			is(b, "additionalType", "Récital", "event.concert")
		}, map[string][]string{"category": {"event.concert", "event.music"}}},
		{"Event", func(b *schema.Builder) {
			b.Term("additionalType", "fr", "Apéro-tricot", "")
			p := b.Part("additionalType", "DefinedTerm")
			p.Text("name", "nl", "Optreden")
			p.Put("sameAs", "http://www.wikidata.org/entity/Q182832")
		}, map[string][]string{"category": {"event.concert", "event.music"}, "term": {"Apéro-tricot"}}},
		{"Event", func(b *schema.Builder) {
			is(b, "audience", "petits", "audience.children")
			p := b.Part("audience", "DefinedTerm")
			p.Text("name", "fr", "Abonnés")
		}, map[string][]string{"audience": {"audience.children", "Abonnés"}}},
		{"Organization", func(b *schema.Builder) { b.Type("MusicGroup") }, map[string][]string{"category": {"MusicGroup"}}},
		{"Work", func(b *schema.Builder) {
			b.Type("Photograph")
			b.Term("genre", "fr", "autochrome", "")
			b.Link("contentLocation", hall)
			b.Link("itemLocation", abroad)
		}, map[string][]string{"category": {"work.photograph", "work.photo"}, "term": {"autochrome"},
			"region": {"region.thionville", "region.moselle", "region.grand-est", "region.fr"}}},
		{"Event", func(b *schema.Builder) { b.Link("location", hall) }, map[string][]string{
			"region":        {"region.thionville", "region.moselle", "region.grand-est", "region.fr"},
			"accessibility": {"accessibility.induction-loop", "accessibility.hearing", "accessibility.parking", "accessibility.mobility", "navette"}}},
		{"Event", func(b *schema.Builder) {
			b.Link("location", hall)
			has(b, "accessibilityFeature", "boucle", "accessibility.induction-loop", "false")
			has(b, "accessibilityFeature", "navette", "", "false")
			has(b, "accessibilityFeature", "langue des signes", "accessibility.sign-language", "")
		}, map[string][]string{
			"region":        {"region.thionville", "region.moselle", "region.grand-est", "region.fr"},
			"accessibility": {"accessibility.sign-language", "accessibility.hearing", "accessibility.parking", "accessibility.mobility"}}},
		{"Event", func(b *schema.Builder) { b.Link("location", abroad) }, map[string][]string{}},
	}
	for i, tt := range tests {
		d := r.document(t, r.build(t, tt.class, string(rune('a'+i)), tt.fill))
		got := map[string][]string{}
		for _, facet := range []string{"category", "term", "audience", "accessibility", "region"} {
			if v := d.Values[facet]; len(v) > 0 {
				got[facet] = slices.Sorted(slices.Values(v))
			}
			slices.Sort(tt.want[facet])
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("document %d (-want +got):\n%s", i, diff)
		}
	}
}

// TestDocumentLabels looks for the labels of a record's concepts among its
// words: what a French source calls récital is found as Konzert.
func TestDocumentLabels(t *testing.T) {
	t.Parallel()
	r := records{}
	d := r.document(t, r.build(t, "Event", "recital", func(b *schema.Builder) { is(b, "additionalType", "Récital", "event.concert") }))
	for _, want := range []search.FieldText{
		{Lang: "fr", Weight: search.InKeyword, Text: "Récital"}, {Lang: "de", Weight: search.InKeyword, Text: "Konzert"},
		{Lang: "lb", Weight: search.InKeyword, Text: "Musek"}, {Lang: "nl", Weight: search.InKeyword, Text: "Muziek"},
	} {
		if !slices.Contains(d.Texts, want) {
			t.Errorf("the document lacks %v:\n%v", want, d.Texts)
		}
	}
}
