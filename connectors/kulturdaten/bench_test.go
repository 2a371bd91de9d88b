package kulturdaten_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/kulturdaten"
)

// BenchmarkEvents reads a list of events that take title, description and tags
// from one of 500 attractions, and address and position from one of 200
// locations.
func BenchmarkEvents(b *testing.B) {
	const events = 5000
	dir := b.TempDir()
	write := func(name string, n int, one func(i int) string) int {
		var text strings.Builder
		text.WriteString("[")
		for i := range n {
			if i > 0 {
				text.WriteString(",\n")
			}
			text.WriteString(one(i))
		}
		text.WriteString("]")
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text.String()), 0o600); err != nil {
			b.Fatal(err)
		}
		return text.Len()
	}
	write("attractions.json", 500, func(i int) string {
		return fmt.Sprintf(`{"type":"type.Attraction","identifier":"A_%d","status":"attraction.published","metadata":{"origin":"probe","originObjectID":"%d"},"title":{"de":"Konzert %d","en":"Concert %d"},`+
			`"description":{"de":"%s","en":"%s"},"tags":["attraction.category.Music","Chor"],"inLanguages":["de","en"],"website":"https://buehne.example/%d"}`,
			i, i, i, i, strings.Repeat("Stimmen und Saiten. ", 20), strings.Repeat("Voices and strings. ", 20), i)
	})
	write("locations.json", 200, func(i int) string {
		return fmt.Sprintf(`{"type":"type.Location","identifier":"L_%d","status":"location.published","openingStatus":"location.opened","metadata":{},"title":{"de":"Saal %d"},"borough":"Mitte",`+
			`"address":{"streetAddress":"Weg %d","postalCode":"10115","addressLocality":"Berlin"},"coordinates":{"latitude":"52.5","longitude":"13.4"},"accessibility":["location.accessibility.WheelchairAccessible"]}`, i, i, i)
	})
	size := write("events.json", events, func(i int) string {
		return fmt.Sprintf(`{"type":"type.Event","identifier":"E_%d","metadata":{"created":"2027-01-01T10:00:00Z","updated":"2027-01-01T10:00:00Z","origin":"probe","originObjectID":"%d"},"status":"event.published","scheduleStatus":"event.scheduled",`+
			`"schedule":{"startDate":"2027-03-12","startTime":"20:00:00","doorTime":"19:00","endDate":"2027-03-12","endTime":"22:00:00"},"attractions":[{"referenceType":"type.Attraction","referenceId":"A_%d","referenceLabel":{"de":"Konzert"}}],`+
			`"locations":[{"referenceType":"type.Location","referenceId":"L_%d","referenceLabel":{"de":"Saal"}}],"organizer":{"referenceType":"type.Organization","referenceId":"O_%d","referenceLabel":{"de":"Verein %d"}},`+
			`"admission":{"ticketType":"ticketType.ticketRequired","admissionLink":"https://karten.example/%d"}}`, i, i, i%500, i%200, i%50, i%50, i)
	})
	c, err := kulturdaten.Kind().Open(conntest.Settings(b, "with: [attractions.json, locations.json]"), conntest.Env(b, filepath.Join(dir, "events.json")))
	if err != nil {
		b.Fatal(err)
	}
	conntest.Bench(b, c, size, events)
}
