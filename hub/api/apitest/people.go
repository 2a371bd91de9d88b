package apitest

import (
	"time"

	"moselle/schema"
	"moselle/schema/calendar"
)

// texts adds a text in several languages: "fr", "Pont", "de", "Brücke".
func texts(b *schema.Builder, prop string, pairs ...string) {
	for i := 0; i+1 < len(pairs); i += 2 {
		b.Text(prop, pairs[i], pairs[i+1])
	}
}

func (r *region) institutions() {
	b := r.add(schema.Hub, "Organization", "theatre")
	texts(b, "name", "fr", "Théâtre du Pont", "de", "Theater an der Brücke")
	texts(b, "description", "fr", "Une scène au bord de l’eau.")
	b.Put("url", "https://pont.example")
	b.Part("address", "PostalAddress").Put("addressCountry", "FR")

	b = r.add(schema.Hub, "Organization", "museum")
	texts(b, "name", "lb", "Musée op der Bréck", "fr", "Musée sur le pont", "de", "Museum auf der Brücke", "en", "Museum on the Bridge")
	texts(b, "description", "lb", "Biller a Saachen.", "en", "Pictures and things.")
	b.Put("url", "https://breck.example")
	b.Part("contactPoint", "ContactPoint").Put("email", "info@breck.example")

	b = r.add(schema.Hub, "Dataset", "season")
	texts(b, "name", "fr", "Saison du Théâtre du Pont")
	b.Put("license", "CC0-1.0")
	b.Link("publisher", r.at("theatre"))

	b = r.add(schema.Hub, "Dataset", "holdings")
	texts(b, "name", "en", "Holdings of the Museum on the Bridge")
	b.Put("license", "CC BY 4.0")
	b.Link("publisher", r.at("museum"))
}

func (r *region) people() {
	b := r.add(programme, "Person", "pianist")
	texts(b, "name", "und", "Odile Weyrich")

	b = r.add(programme, "Organization", "quartet")
	b.Type("PerformingGroup")
	texts(b, "name", "und", "Quatuor des Écluses")

	b = r.add(objects, "Person", "painter")
	texts(b, "name", "und", "Jean-Baptiste Thill")
	b.Put("birthDate", "1861")
	b.Put("deathDate", "1927-04-02")
	b.Put("sameAs", "http://viaf.org/viaf/0000001")
	texts(b, "description", "de", "Maler der Mosel.", "fr", "Peintre de la Moselle.")
	b.Link("birthPlace", r.at("town"))
}

// places are in four countries; one has no position and one no address.
func (r *region) places() {
	for _, p := range []struct {
		source                                        schema.SourceID
		name, kind, street, postcode, locality, state string
		lat, lon                                      string
		titles                                        []string
	}{
		{programme, "stage", "PerformingArtsTheater", "12, quai des Tanneurs", "57000", "Metz", "FR", "49.1203", "6.1757", []string{"fr", "Salle du Pont", "de", "Saal an der Brücke"}},
		{objects, "gallery", "Museum", "3, rue de l’Eau", "1449", "Luxembourg", "LU", "49.6106", "6.1333", []string{"lb", "Galerie op der Bréck", "fr", "Galerie du pont"}},
		{programme, "hall", "MusicVenue", "Am Kran 7", "54290", "Trier", "DE", "49.7596", "6.6289", []string{"de", "Kranhalle"}},
		{programme, "mill", "", "", "4700", "Eupen", "BE", "", "", []string{"de", "Alte Tuchmühle", "nl", "Oude lakenmolen"}},
		{objects, "town", "", "", "", "", "", "49.4674", "6.3677", []string{"fr", "Sierck-les-Bains"}},
	} {
		b := r.add(p.source, "Place", p.name)
		texts(b, "name", p.titles...)
		if p.kind != "" {
			b.Type(p.kind)
		}
		a := b.Part("address", "PostalAddress")
		a.Put("streetAddress", p.street)
		a.Put("postalCode", p.postcode)
		a.Put("addressLocality", p.locality)
		a.Put("addressCountry", p.state)
		if p.lat != "" {
			g := b.Part("geo", "GeoCoordinates")
			g.Put("latitude", p.lat)
			g.Put("longitude", p.lon)
			g.Put("geoPrecision", "building")
		}
		if p.name == "gallery" {
			r.hours(b)
		}
	}
}

// hours are those of the gallery, open but on Mondays.
func (r *region) hours(b *schema.Builder) {
	o := calendar.Opening{Zone: r.zone, Special: []calendar.Special{{From: r.moment("2026-12-25"), To: r.moment("2026-12-25"), Reason: map[string]string{"fr": "Noël", "de": "Weihnachten"}}}}
	o.Weekly = []calendar.Hours{{Days: calendar.EveryDay &^ calendar.DayOf(time.Monday), Opens: 10 * 60, Closes: 18 * 60}}
	o.Describe(b)
}
