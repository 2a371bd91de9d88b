package feed_test

import (
	"fmt"
	"strings"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/feed"
)

// BenchmarkHarvest reads feeds of a thousand events in each form, from their bytes
// to drafts.
func BenchmarkHarvest(b *testing.B) {
	const entries = 1000
	for _, form := range []struct{ name, begin, entry, end string }{
		{"rss", `<rss version="2.0" xmlns:ev="http://purl.org/rss/1.0/modules/event/" xmlns:georss="http://www.georss.org/georss" xmlns:media="http://search.yahoo.com/mrss/"><channel><language>fr</language>`,
			`<item><title>Soirée %[1]d</title><link>https://maison.example/%[1]d</link><guid>https://maison.example/%[1]d</guid><description>&lt;p&gt;Un soir à la maison, avec &lt;b&gt;trois&lt;/b&gt; lampes.&lt;/p&gt;</description><category>Musique</category><ev:startdate>2026-12-%02[2]dT20:00:00+01:00</ev:startdate><ev:enddate>2026-12-%02[2]dT22:00:00+01:00</ev:enddate><ev:location>Maison %[3]d, 3, rue du Pont, L-6601 Wasserdorf</ev:location><ev:organizer>Les Lampes</ev:organizer><georss:point>49.7 6.5</georss:point><media:content url="https://maison.example/%[1]d.jpg" medium="image"/></item>`,
			"</channel></rss>"},
		{"atom", `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:gd="http://schemas.google.com/g/2005" xml:lang="fr">`,
			`<entry><id>urn:m:%[1]d</id><title>Soirée %[1]d</title><link href="https://maison.example/%[1]d"/><category term="Musique"/><content type="html">&lt;p&gt;Un soir à la maison, avec &lt;b&gt;trois&lt;/b&gt; lampes.&lt;/p&gt;</content><gd:when startTime="2026-12-%02[2]dT20:00:00+01:00" endTime="2026-12-%02[2]dT22:00:00+01:00"/><gd:where valueString="Maison %[3]d, 3, rue du Pont, L-6601 Wasserdorf"/></entry>`,
			"</feed>"},
		{"json", `{"version":"https://jsonfeed.org/version/1.1","language":"fr","items":[{"id":"0","title":"Rien"}`,
			`,{"id":"%[1]d","url":"https://maison.example/%[1]d","title":"Soirée %[1]d","content_html":"<p>Un soir à la maison, avec <b>trois</b> lampes.</p>","tags":["Musique"],"image":"https://maison.example/%[1]d.jpg","_event":{"start":"2026-12-%02[2]dT20:00:00+01:00","end":"2026-12-%02[2]dT22:00:00+01:00","location":{"name":"Maison %[3]d","address":"3, rue du Pont, L-6601 Wasserdorf"},"organizer":"Les Lampes"}}`,
			"]}"},
	} {
		b.Run(form.name, func(b *testing.B) {
			var text strings.Builder
			text.WriteString(form.begin)
			for i := range entries {
				fmt.Fprintf(&text, form.entry, i+1, i%28+1, i%40)
			}
			text.WriteString(form.end)
			document := []byte(text.String())
			c, err := feed.Kind().Open(nil, conntest.Memory(b, "feed", document))
			if err != nil {
				b.Fatal(err)
			}
			conntest.Bench(b, c, len(document), entries)
		})
	}
}
