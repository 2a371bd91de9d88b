package search_test

import (
	"testing"
	"time"

	"moselle/hub/search"
	"moselle/schema"
)

// BenchmarkDocumentOf makes the document of a usual event: a concert with a
// genre of its source in a hall with an address.
func BenchmarkDocumentOf(b *testing.B) {
	build := func(class, key string, fill func(*schema.Builder)) (schema.Record, *schema.Node) {
		s := schema.Build("town", class, key)
		s.Text("name", "fr", key)
		fill(s)
		d, _ := s.Draft()
		r := schema.Seal(d, "town", time.Unix(0, 0).UTC())
		n, err := r.Node()
		if err != nil {
			b.Fatal(err)
		}
		return r, n
	}
	place, hall := build("Place", "Salle des fêtes", func(s *schema.Builder) {
		s.Type("MusicVenue")
		a := s.Part("address", "PostalAddress")
		a.Put("streetAddress", "Place du Marché 3")
		a.Put("postalCode", "57100")
		a.Put("addressLocality", "Thionville")
		a.Put("addressCountry", "FR")
		g := s.Part("geo", "GeoCoordinates")
		g.Put("latitude", "49.36")
		g.Put("longitude", "6.17")
	})
	record, event := build("Event", "Récital d'automne", func(s *schema.Builder) {
		s.Type("MusicEvent")
		s.Text("name", "de", "Herbstliches Rezital")
		s.Text("description", "fr", "Schubert et Fauré à quatre mains, suivi d'un verre au foyer de la salle.")
		s.Put("startDate", "2026-12-03T20:00:00+01:00")
		s.Put("endDate", "2026-12-03T22:00:00+01:00")
		s.Put("eventStatus", "EventScheduled")
		s.Put("inLanguage", "fr")
		s.Link("location", place.IRI)
		t := s.Part("additionalType", "DefinedTerm")
		t.Text("name", "fr", "Récital")
		t.Put("sameAs", "moselle:id/concept/event.concert")
	})
	related := func(schema.IRI) *schema.Node { return hall }
	search.DocumentOf(record, event, time.UTC, related) // the vocabularies are read once
	b.ReportAllocs()
	for b.Loop() {
		search.DocumentOf(record, event, time.UTC, related)
	}
}
