package push_test

import (
	"fmt"
	"strings"
	"testing"

	"moselle/connectors/conntest"
)

// BenchmarkRecords reads events in the hub's own JSON, each with its venue, and
// the same as schema.org has them.
func BenchmarkRecords(b *testing.B) {
	const n = 2000
	for name, record := range map[string]string{
		"own": `{"type": ["MusicEvent", "Event"], "name": {"fr": "Concert %[1]d", "de": "Konzert %[1]d"}, "startDate": "2027-03-12T20:00", "endDate": "2027-03-12T22:00", ` +
			`"location": {"key": "house-%[2]d", "name": "Maison %[2]d", "address": {"addressLocality": "Esch", "addressCountry": "LU"}, "geo": {"latitude": 49.4958, "longitude": 5.9806}}, ` +
			`"description": {"fr": "Deux heures de musique."}, "offers": [{"price": 12, "priceCurrency": "EUR"}], "image": [{"contentUrl": "https://forges.example/%[1]d.jpg"}]}`,
		"schema.org": `{"@context": "https://schema.org", "@type": "MusicEvent", "name": "Concert %[1]d", "startDate": "2027-03-12T20:00:00+01:00", "endDate": "2027-03-12T22:00:00+01:00", ` +
			`"location": {"@type": "Place", "name": "Maison %[2]d", "address": {"@type": "PostalAddress", "addressLocality": "Esch", "addressCountry": "LU"}}, ` +
			`"description": "Deux heures de musique.", "offers": {"@type": "Offer", "price": 12, "priceCurrency": "EUR"}, "image": "https://forges.example/%[1]d.jpg"}`,
	} {
		b.Run(name, func(b *testing.B) {
			var text strings.Builder
			for i := range n {
				fmt.Fprintf(&text, `{"key": "e%[1]d", "record": `+record+"}\n", i, i%10)
			}
			document := []byte(text.String())
			c, err := kind.Open(nil, conntest.Memory(b, "records.ndjson", document))
			if err != nil {
				b.Fatal(err)
			}
			conntest.Bench(b, c, len(document), n)
		})
	}
}
