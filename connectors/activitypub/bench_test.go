package activitypub_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"moselle/connectors/activitypub"
	"moselle/connectors/conntest"
)

// BenchmarkEvents reads an outbox of pages of 100 activities as Mobilizon writes
// them: an event with a text, a place, a group, two pictures, three keywords.
func BenchmarkEvents(b *testing.B) {
	const events, size = 5000, 100
	w := newWeb(map[string]string{server + "/u/relay": actor, server + "/g/1": `{"id":"` + server + `/g/1","type":"Group","name":"Verein"}`})
	bytes := 0
	for page := range events / size {
		var items []string
		for i := range size {
			n := page*size + i
			text, err := json.Marshal(strings.Repeat("<p>Ein Abend mit Stimmen &amp; Saiten.</p>", 15))
			if err != nil {
				b.Fatal(err)
			}
			items = append(items, fmt.Sprintf(`{"@context":["https://www.w3.org/ns/activitystreams","https://litepub.social/litepub/context.jsonld",{"Hashtag":"as:Hashtag","category":"sc:category","ical":"http://www.w3.org/2002/12/cal/ical#","joinMode":{"@id":"mz:joinMode","@type":"mz:joinModeType"},"maximumAttendeeCapacity":"sc:maximumAttendeeCapacity","mz":"https://joinmobilizon.org/ns#","sc":"http://schema.org#","uuid":"sc:identifier"}],`+
				`"actor":"%[1]s/@lena","id":"%[1]s/events/%[2]d/activity","type":"Create","published":"2026-11-01T10:00:00Z","to":["https://www.w3.org/ns/activitystreams#Public"],"cc":["%[1]s/g/1/followers"],`+
				`"object":{"id":"%[1]s/events/%[2]d","type":"Event","url":"%[1]s/events/%[2]d","uuid":"%[2]d","actor":"%[1]s/@lena","attributedTo":"%[1]s/g/1","name":"Abend %[2]d","content":%[3]s,"category":"MUSIC","startTime":"2027-03-0%[4]dT18:30:00Z","endTime":"2027-03-0%[4]dT20:30:00Z","timezone":"Europe/Berlin","status":"CONFIRMED","inLanguage":"de","joinMode":"free","maximumAttendeeCapacity":0,"isOnline":false,"published":"2026-11-01T10:00:00Z","updated":"2026-11-01T10:00:00Z","to":["https://www.w3.org/ns/activitystreams#Public"],"cc":[],`+
				`"location":{"type":"Place","id":"%[1]s/address/%[5]d","name":"Haus %[5]d","latitude":49.61,"longitude":6.38,"address":{"type":"PostalAddress","streetAddress":"Zollgasse 4","postalCode":"54999","addressLocality":"Drei Tore","addressRegion":"Rheinland-Pfalz","addressCountry":"Deutschland"}},`+
				`"attachment":[{"type":"Link","href":"https://verein.example/%[2]d","mediaType":"text/html","name":"Website"},{"type":"Document","mediaType":"image/png","url":"%[1]s/media/%[2]d.png","name":"Banner","blurhash":"U5SY"},{"type":"Document","mediaType":"image/png","url":"%[1]s/media/%[2]d-2.png","name":null}],`+
				`"tag":[{"type":"Hashtag","name":"#musik","href":"%[1]s/tag/musik"},{"type":"Hashtag","name":"#chor","href":"%[1]s/tag/chor"},{"type":"Hashtag","name":"#abend","href":"%[1]s/tag/abend"}]}}`,
				server, n, text, n%9+1, n%50))
		}
		next := ""
		if (page+1)*size < events {
			next = fmt.Sprintf("/out/%d", page+1)
		}
		address := fmt.Sprintf("%s/out/%d", server, page)
		if page == 0 {
			address = server + "/out"
		}
		w.at[address] = pageOf(next, items...)
		bytes += len(w.at[address])
	}
	c, err := activitypub.Kind().Open(nil, w.env(b, server+"/u/relay"))
	if err != nil {
		b.Fatal(err)
	}
	conntest.Bench(b, c, bytes, events)
}
