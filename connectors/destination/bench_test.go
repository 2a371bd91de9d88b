package destination_test

import (
	"fmt"
	"strings"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/destination"
)

// BenchmarkEvents reads events as the template ET2014A gives them: two texts in
// two forms each, three dates, a rule of four dates, a picture, six features, a
// venue, an organiser and who keeps it.
func BenchmarkEvents(b *testing.B) {
	const events = 2000
	var text strings.Builder
	fmt.Fprintf(&text, `{"status":"OK","count":%d,"overallcount":%d,"channels":[],"facetGroups":[],"items":[`, events, events)
	long := strings.Repeat("Zwölf Uhren und eine lange Nacht im Turm der Stadt. ", 12)
	for i := range events {
		if i > 0 {
			text.WriteByte(',')
		}
		var intervals []string
		for d := range 3 {
			intervals = append(intervals, fmt.Sprintf(`{"weekdays":[],"start":"2026-12-%02dT15:00:00+01:00","end":"2026-12-%02dT16:30:00+01:00","tz":"Europe/Berlin","interval":1}`, d+4, d+4))
		}
		intervals = append(intervals, `{"weekdays":["Saturday"],"start":"2027-01-02T10:00:00+01:00","end":"2027-01-02T16:00:00+01:00","repeatUntil":"2027-01-24T00:00+01:00","tz":"Europe/Berlin","freq":"Weekly","interval":1}`)
		fmt.Fprintf(&text, `{"global_id":"e_%d","id":"%[1]d","title":"Abend %[1]d im Uhrenwerk","type":"Event","categories":["Konzerte, Festivals, Show & Tanz"],"texts":[{"rel":"details","type":"text/html","value":"<p>%[2]s<br><b>Eintritt frei</b></p>"},{"rel":"details","type":"text/plain","value":"%[2]s"},{"rel":"teaser","type":"text/html"},{"rel":"teaser","type":"text/plain","value":"Zwölf Uhren, eine Nacht."},{"rel":"PRICE_INFO","type":"text/plain","value":"12 €"}],`+
			`"country":"Deutschland","areas":["Oberes Wippertal"],"city":"Lindenau","zip":"99998","street":"Am Uhrenwerk 3","phone":"+49 3600 555 10","fax":"+49 3600 555 11","web":"https://uhrenwerk.example/%[1]d","email":"kasse@uhrenwerk.example","author":"jemand@uhrenwerk.example","geo":{"main":{"latitude":50.9123,"longitude":10.8421},"entry":[],"attributes":[]},"ratings":[{"type":"eT4","value":40.0}],"cuisine_types":[],"payment":[],`+
			`"media_objects":[{"rel":"venuewebsite","url":"https://uhrenwerk.example/","latitude":null,"longitude":null,"value":""},{"rel":"default","url":"https://bilder.example/%[1]d/nacht.jpg","type":"image/jpeg","latitude":null,"longitude":null,"width":1920,"height":1080,"value":"Nacht.jpg","copyrightText":"Mara Feld"}],"keywords":["Nacht"],"timeIntervals":[%[3]s],"kitchenTimeIntervals":[],"deliveryTimeIntervals":[],"numbers":[],"name":"Uhrenwerk Lindenau %[4]d",`+
			`"attributes":[{"key":"VO_Id","value":"8000%[4]d"},{"key":"VO_CategoryName","value":"POI"},{"key":"VA_Id","value":"8100%[4]d"},{"key":"VA_CategoryName","value":"POI"},{"key":"interval_match_count","value":"4"},{"key":"license","value":"CC-BY"}],"features":["Barrierefrei","Zielgruppe Jugendliche","Karten an der Abendkasse","Garderobe","Bewirtung","Parkplätze"],`+
			`"addresses":[{"name":"Tourismusverein Oberes Wippertal e. V.","city":"Lindenau","zip":"99998","street":"Markt 1","phone":"+49 3600 555 1","web":"https://wippertal.example","email":"post@wippertal.example","rel":"organisation"},{"name":"Uhrenwerk %[4]d","city":"Lindenau","zip":"99998","street":"Am Uhrenwerk 3","phone":"+49 3600 555 10","web":"https://uhrenwerk.example","email":"kasse@uhrenwerk.example","rel":"organizer"}],`+
			`"created":"2026-10-31T12:29:00+00:00","changed":"2026-11-14T08:29:00+00:00","source":{"url":"http://destination.one/","value":"destination.one"},"company":"","district":"","postoffice":"","phone2":"","seasons":[],"subitems":[],"hyperObjects":[]}`,
			i, long, strings.Join(intervals, ","), i%50)
	}
	text.WriteString(`]}`)
	c, err := destination.Kind().Open(nil, conntest.Memory(b, "answer.json", []byte(text.String())))
	if err != nil {
		b.Fatal(err)
	}
	conntest.Bench(b, c, text.Len(), events)
}
