package uitdatabank_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/uitdatabank"
)

// seed adds the inputs of the cases to a fuzz target.
func seed(f *testing.F, ext string) {
	paths, err := filepath.Glob(filepath.Join("testdata", "*", "input."+ext))
	if err != nil || len(paths) == 0 {
		f.Fatalf("no inputs: %v", err)
	}
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
}

// BenchmarkJSON reads a page of events with place, organiser, prices, a picture
// and two dates.
func BenchmarkJSON(b *testing.B) {
	const events = 2000
	var list []string
	for i := range events {
		day := i%28 + 1
		list = append(list, fmt.Sprintf(`{"@id":"https://io.uit.example/event/%d","@type":"Event","mainLanguage":"nl","name":{"nl":"Lezing %[1]d","fr":"Lecture %[1]d"},`+
			`"description":{"nl":"<p>Een avond over mist en <b>dauw</b>, met muziek uit de streek.</p>"},"calendarType":"multiple","startDate":"2026-12-%02[2]dT19:00:00+01:00",`+
			`"subEvent":[{"startDate":"2026-12-%02[2]dT19:00:00+01:00","endDate":"2026-12-%02[2]dT21:00:00+01:00","status":{"type":"Available"}},{"startDate":"2027-01-%02[2]dT19:00:00+01:00","endDate":"2027-01-%02[2]dT21:00:00+01:00","status":{"type":"Unavailable","reason":{"nl":"Ziek"}}}],`+
			`"location":{"@id":"https://io.uit.example/place/p%[3]d","@type":"Place","name":{"nl":"Zaal %[3]d"},"address":{"nl":{"addressCountry":"BE","addressLocality":"Genk","postalCode":"3600","streetAddress":"Kaai %[3]d"}},"geo":{"latitude":50.96,"longitude":5.5}},`+
			`"organizer":{"@id":"https://io.uit.example/organizers/o1","@type":"Organizer","name":{"nl":"Genootschap"}},"terms":[{"id":"0.3.2.0.0","label":"Lezing","domain":"eventtype"}],`+
			`"priceInfo":[{"category":"base","name":{"nl":"Basistarief"},"price":8,"priceCurrency":"EUR"}],"mediaObject":[{"@type":"schema:ImageObject","contentUrl":"https://img.uit.example/%[1]d.jpg","copyrightHolder":"G","inLanguage":"nl"}],"workflowStatus":"APPROVED"}`,
			i, day, i%40))
	}
	run(b, fmt.Sprintf(`{"@type":"PagedCollection","totalItems":%d,"member":[%s]}`, events, strings.Join(list, ",")), events)
}

// BenchmarkXML reads events of cdbxml with place, organiser, a price, a picture
// and two dates.
func BenchmarkXML(b *testing.B) {
	const events = 1000
	var list strings.Builder
	list.WriteString(`<?xml version="1.0" encoding="utf-8"?><cdbxml xmlns="http://www.cultuurdatabank.com/XMLSchema/CdbXSD/3.3/FINAL"><events>`)
	for i := range events {
		fmt.Fprintf(&list, `<event cdbid="e%d" private="false" wfstatus="approved"><agefrom>6</agefrom><calendar><timestamps><timestamp><date>2026-12-%02[2]d</date><timestart>20:00:00</timestart><timeend>22:00:00</timeend></timestamp><timestamp><date>2027-01-%02[2]d</date><timestart>20:00:00</timestart></timestamp></timestamps></calendar>`+
			`<categories><category catid="0.3.2.0.0" type="eventtype">Lezing</category></categories><contactinfo><mail>i@mist.example</mail><url>https://mist.example/%[1]d</url></contactinfo>`+
			`<eventdetails><eventdetail lang="nl"><longdescription>Een avond over mist en dauw, met muziek uit de streek.</longdescription><media><file><copyright>G</copyright><hlink>https://img.mist.example/%[1]d.jpg</hlink><mediatype>photo</mediatype></file></media><price><pricevalue>8</pricevalue></price><title>Lezing %[1]d</title></eventdetail></eventdetails>`+
			`<location><address><physical><city>Genk</city><country>BE</country><gis><xcoordinate>5.5</xcoordinate><ycoordinate>50.96</ycoordinate></gis><housenr>3</housenr><street>Dauwstraat</street><zipcode>3600</zipcode></physical></address><label cdbid="p%[3]d">Zaal %[3]d</label></location><organiser><label>Genootschap</label></organiser></event>`,
			i, i%28+1, i%40)
	}
	list.WriteString("</events></cdbxml>")
	run(b, list.String(), events)
}

func run(b *testing.B, text string, events int) {
	b.Helper()
	c, err := uitdatabank.Kind().Open(nil, web(b, search, func(string) string { return text }))
	if err != nil {
		b.Fatal(err)
	}
	conntest.Bench(b, c, len(text), events)
}
