package openagenda_test

import (
	"fmt"
	"strings"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/openagenda"
)

// BenchmarkEvents reads events as the API gives them with detailed=1: two
// languages, four dates, a place with its commune, pictures in three sizes.
func BenchmarkEvents(b *testing.B) {
	const events = 2000
	var text strings.Builder
	fmt.Fprintf(&text, `{"total":%d,"events":[`, events)
	for i := range events {
		if i > 0 {
			text.WriteByte(',')
		}
		fmt.Fprintf(&text, `{"uid":%d,"slug":"concert-%d","title":{"fr":"Concert %d","de":"Konzert %d"},"description":{"fr":"Une soirée de musique de la région.","de":"Ein Abend mit Musik."},`+
			`"longDescription":{"fr":"%s","de":"%s"},"keywords":{"fr":["musique","concert"]},"conditions":{"fr":"12 €"},"dateRange":{"fr":"du 3 au 6","de":"3. bis 6."},`+
			`"timings":[{"begin":"2027-0%d-03T20:00:00+02:00","end":"2027-0%d-03T22:00:00+02:00"},{"begin":"2027-0%d-04T20:00:00+02:00","end":"2027-0%d-04T22:00:00+02:00"},{"begin":"2027-0%d-05T20:00:00+02:00","end":"2027-0%d-05T22:00:00+02:00"},{"begin":"2027-0%d-06T20:00:00+02:00","end":"2027-0%d-06T22:00:00+02:00"}],`+
			`"timezone":"Europe/Paris","status":1,"state":2,"draft":false,"attendanceMode":1,"onlineAccessLink":null,"accessibility":{"hi":true,"vi":false,"ii":false,"mi":true,"pi":false},"age":{"min":6,"max":99},`+
			`"registration":[{"type":"link","value":"https://billets.example/%d"}],"image":{"filename":"%d.base.jpg","size":{"width":700,"height":467},"variants":[{"filename":"%d.full.jpg","size":{"width":3000,"height":2000},"type":"full"},{"filename":"%d.thumb.jpg","size":{"width":200,"height":200},"type":"thumbnail"}],"base":"https://cdn.openagenda.com/main/"},"imageCredits":"Atelier Lumen",`+
			`"location":{"uid":%d,"name":"Salle %d","address":"%d rue Haute, 57999 Valrupt","city":"Valrupt","postalCode":"57999","countryCode":"FR","region":"Grand Est","insee":"57999","latitude":49.2,"longitude":6.1,"timezone":"Europe/Paris"},`+
			`"originAgenda":{"uid":70001,"title":"Agenda de Valrupt","slug":"agenda-de-valrupt"},"rubrique":[3]}`,
			i+1, i, i, i, strings.Repeat("Des voix et des cordes. ", 20), strings.Repeat("Stimmen und Saiten. ", 20), i%4+5, i%4+5, i%4+5, i%4+5, i%4+5, i%4+5, i%4+5, i%4+5, i, i, i, i, i%50, i%50, i%50)
	}
	text.WriteString(`],"after":null}`)
	env, _ := web(b, api, "", map[string]string{api: text.String()})
	c, err := openagenda.Kind().Open(nil, env)
	if err != nil {
		b.Fatal(err)
	}
	conntest.Bench(b, c, text.Len(), events)
}
