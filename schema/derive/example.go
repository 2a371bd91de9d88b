package derive

import (
	"bytes"
	"encoding/json"
	"time"

	"moselle/schema"
)

// Example returns the JSON-LD document of an invented record of the class, as a
// hub at base publishes it; nil for a class of parts.
func Example(c *schema.Class, base string) []byte {
	say, ok := examples()[c.Name]
	if !ok {
		return nil
	}
	b := exampleOf(c.Name)
	say(b)
	b.Link("isPartOf", exampleOf("Dataset").IRI())
	b.Link("sdPublisher", exampleOf("Organization").IRI())
	b.Put("sdLicense", "CC0-1.0")
	draft, _ := b.Draft()
	record := schema.Seal(draft, exampleSource, time.Date(2026, 11, 20, 8, 0, 0, 0, time.UTC))
	var out bytes.Buffer
	if err := json.Indent(&out, Document(record.View, base, base+ContextPath), "", "  "); err != nil {
		panic(err) // a view is JSON
	}
	return out.Bytes()
}

const exampleSource schema.SourceID = "muehle"

func exampleOf(class string) *schema.Builder { return schema.Build(exampleSource, class, "example") }

// examples say, class by class, what an example says.
func examples() map[string]func(*schema.Builder) {
	return map[string]func(*schema.Builder){
		"Event": exampleEvent, "EventSeries": exampleSeries, "Place": examplePlace, "Organization": exampleOrganization,
		"Person": examplePerson, "Work": exampleWork, "Media": exampleMedia, "Collection": exampleCollection,
		"Concept": exampleConcept, "ConceptScheme": exampleScheme, "Dataset": exampleDataset,
	}
}

func exampleEvent(b *schema.Builder) {
	b.Type("MusicEvent")
	b.Text("name", "de", "Chor an der Mühle")
	b.Text("name", "fr", "Chœur au moulin")
	b.Text("description", "fr", "Chants de la vigne, à quatre voix.")
	b.Put("eventStatus", "EventScheduled")
	b.Put("startDate", "2026-12-04T19:30:00+01:00")
	b.Put("endDate", "2026-12-05T21:00:00+01:00")
	b.Put("timezone", "Europe/Luxembourg")
	first, second := b.Part("occurrence", "Occurrence"), b.Part("occurrence", "Occurrence")
	first.Put("startDate", "2026-12-04T19:30:00+01:00")
	first.Put("endDate", "2026-12-04T21:00:00+01:00")
	first.Put("availability", "LimitedAvailability")
	second.Put("startDate", "2026-12-05T19:30:00+01:00")
	second.Put("endDate", "2026-12-05T21:00:00+01:00")
	second.Put("eventStatus", "EventCancelled")
	second.Text("statusReason", "fr", "La salle est en travaux.")
	b.Link("location", exampleOf("Place").IRI())
	b.Link("organizer", exampleOf("Organization").IRI())
	b.Link("superEvent", exampleOf("EventSeries").IRI())
	b.Term("additionalType", "de", "Chorkonzert", "chor")
	price := b.Part("offers", "Offer")
	price.Put("price", "12.5")
	price.Put("priceCurrency", "EUR")
	price.Put("url", "https://muehle.example/karten")
	b.Put("url", "https://muehle.example/chor")
	feature := b.Part("accessibilityFeature", "Feature")
	feature.Text("name", "fr", "Boucle magnétique")
	feature.Put("present", "true")
}

func exampleSeries(b *schema.Builder) {
	b.Text("name", "lb", "Stëmmen um Waasser")
	b.Text("description", "de", "Chöre von beiden Ufern der Mosel, eine Woche lang.")
	b.Put("startDate", "2026-11-30")
	b.Put("endDate", "2026-12-06")
	b.Link("organizer", exampleOf("Organization").IRI())
	b.Put("url", "https://muehle.example/stemmen")
}

func examplePlace(b *schema.Builder) {
	b.Type("MusicVenue")
	b.Text("name", "fr", "Moulin aux Voix")
	b.Text("description", "fr", "Un moulin à eau devenu salle de concert.")
	a := b.Part("address", "PostalAddress")
	a.Put("streetAddress", "Quai de la Moselle 4")
	a.Put("postalCode", "L-5553")
	a.Put("addressLocality", "Remich")
	a.Put("addressCountry", "LU")
	p := b.Part("geo", "GeoCoordinates")
	p.Put("latitude", "49.5447")
	p.Put("longitude", "6.3669")
	p.Put("geoPrecision", "building")
	h := b.Part("openingHoursSpecification", "OpeningHours")
	for _, day := range []string{"Saturday", "Sunday"} {
		h.Put("dayOfWeek", day)
	}
	h.Put("opens", "14:00")
	h.Put("closes", "18:00")
	b.Put("timezone", "Europe/Luxembourg")
	b.Put("maximumAttendeeCapacity", "120")
}

func exampleOrganization(b *schema.Builder) {
	b.Type("PerformingGroup")
	b.Text("name", "de", "Kulturmühle Remich")
	b.Text("description", "de", "Ein Verein für Chormusik und Geschichten vom Fluss.")
	b.Put("url", "https://muehle.example")
	b.Link("location", exampleOf("Place").IRI())
	b.Part("contactPoint", "ContactPoint").Put("email", "haus@muehle.example")
}

func examplePerson(b *schema.Builder) {
	b.Text("name", "und", "Odile Schengener")
	b.Text("description", "fr", "Peintre des bords de Moselle.")
	b.Put("birthDate", "1871")
	b.Put("deathDate", "1949-03")
	b.Link("birthPlace", exampleOf("Place").IRI())
	b.Term("hasOccupation", "fr", "peintre", "")
}
