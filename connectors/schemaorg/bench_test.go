package schemaorg_test

import (
	"fmt"
	"strings"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/schemaorg"
)

// feed returns n events as venues publish them: place, organizer, offers.
func feed(n int) string {
	var b strings.Builder
	b.WriteString(`{"@context":"https://schema.org","@graph":[`)
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"@type":"MusicEvent","@id":"https://haus.example/e/%d","name":"Konzert &amp; Lesung %d","description":"<p>Ein Abend mit Musik aus der Region und Texten von früher.</p>",`+
			`"startDate":"2026-12-%02dT20:00:00+01:00","endDate":"2026-12-%02dT22:00:00+01:00","eventStatus":"https://schema.org/EventScheduled","image":"https://haus.example/i/%d.jpg",`+
			`"location":{"@type":"Place","name":"Saal %d","address":{"@type":"PostalAddress","streetAddress":"Hauptstr. 1","postalCode":"54290","addressLocality":"Trier","addressCountry":"Deutschland"},"geo":{"@type":"GeoCoordinates","latitude":49.75,"longitude":6.64}},`+
			`"organizer":{"@type":"Organization","name":"Haus der Musik","url":"https://haus.example"},"performer":[{"@type":"MusicGroup","name":"Gruppe %d"}],`+
			`"offers":{"@type":"Offer","price":"12.00","priceCurrency":"EUR","availability":"https://schema.org/InStock","url":"https://haus.example/t/%d"},"keywords":"Musik, Lesung"}`,
			i, i, i%28+1, i%28+1, i, i%40, i%300, i)
	}
	b.WriteString("]}")
	return b.String()
}

// BenchmarkJSON reads events from one JSON-LD document.
func BenchmarkJSON(b *testing.B) {
	const events = 2000
	text := feed(events)
	c, err := schemaorg.Kind().Open(nil, memory(b, text))
	if err != nil {
		b.Fatal(err)
	}
	conntest.Bench(b, c, len(text), events)
}

// BenchmarkMarkup reads a page of 100 events in microdata, as lists of them are.
func BenchmarkMarkup(b *testing.B) {
	var page strings.Builder
	page.WriteString(`<html lang="de"><body><ul class="list">`)
	for i := range 100 {
		fmt.Fprintf(&page, `<li class="teaser"><div itemscope itemtype="https://schema.org/MusicEvent"><h2 class="title"><a itemprop="url" href="/e/%d"><span itemprop="name">Konzert &amp; Lesung %d</span></a></h2>`+
			`<time itemprop="startDate" datetime="2026-12-%02dT20:00:00+01:00">Dezember</time> <img itemprop="image" src="/i/%d.jpg" alt=""><div class="text" itemprop="description"><p>Ein Abend mit Musik aus der Region und Texten von früher.</p></div>`+
			`<div itemprop="location" itemscope itemtype="https://schema.org/Place"><span itemprop="name">Saal %d</span> <p itemprop="address" itemscope itemtype="https://schema.org/PostalAddress"><span itemprop="streetAddress">Hauptstr. 1</span> <span itemprop="postalCode">54290</span> <span itemprop="addressLocality">Trier</span></p></div>`+
			`<span itemprop="organizer" itemscope itemtype="https://schema.org/Organization"><span itemprop="name">Haus der Musik</span></span><a class="more" href="/e/%d">Mehr</a></div></li>`, i, i, i%28+1, i, i%40, i)
	}
	page.WriteString(`</ul></body></html>`)
	c, err := schemaorg.Kind().Open(nil, memory(b, page.String()))
	if err != nil {
		b.Fatal(err)
	}
	conntest.Bench(b, c, page.Len(), 100)
}

// BenchmarkPage reads a page of 100 kB with one event.
func BenchmarkPage(b *testing.B) {
	text := `<html lang="de"><head><script type="application/ld+json">` + feed(1) + `</script></head><body>` +
		strings.Repeat(`<div class="teaser"><a href="/x">Mehr dazu</a> <p>Text</p></div>`, 1500) + `</body></html>`
	c, err := schemaorg.Kind().Open(nil, memory(b, text))
	if err != nil {
		b.Fatal(err)
	}
	conntest.Bench(b, c, len(text), 1)
}
