package jsonld_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/piprate/json-gold/ld"

	"moselle/schema/rdf/jsonld"
)

// programme is a list of events with their places and offers, in the terms of a
// context of its own.
func programme(n int) []byte {
	var b bytes.Buffer
	b.WriteString(`{"@context": {"@vocab": "https://schema.org/", "id": "@id", "type": "@type", "xsd": "http://www.w3.org/2001/XMLSchema#",
		"startDate": {"@type": "xsd:dateTime"}, "url": {"@type": "@id"}, "name": {"@container": "@language"}}, "@graph": [`)
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"id": "https://hall.example/e/%d", "type": ["Event", "MusicEvent"], "name": {"fr": "Soirée %d", "de": "Abend %d"},
			"startDate": "2027-03-%02dT20:00:00", "url": "https://hall.example/e/%d.html", "typicalAgeRange": "12-",
			"location": {"type": "Place", "name": {"fr": "Grande salle"}, "maximumAttendeeCapacity": 400, "address": {"type": "PostalAddress", "postalCode": "L-%d"}},
			"offers": [{"type": "Offer", "price": 12.5, "priceCurrency": "EUR"}, {"type": "Offer", "price": 8, "priceCurrency": "EUR"}]}`,
			i, i, i, 1+i%28, i, 1000+i%9000)
	}
	b.WriteString(`]}`)
	return b.Bytes()
}

// BenchmarkDecode reads the programme; xjson-gold is how many times as fast as
// json-gold, which gives its statements as one text.
func BenchmarkDecode(b *testing.B) {
	doc := programme(2000)
	b.SetBytes(int64(len(doc)))
	b.ReportAllocs()
	statements := 0
	for b.Loop() {
		quads, _, err := decode(jsonld.Reader{}, doc, "")
		if err != nil {
			b.Fatal(err)
		}
		statements += len(quads)
	}
	own := b.Elapsed().Seconds() / float64(b.N)
	b.ReportMetric(float64(statements)/b.Elapsed().Seconds(), "triples/s")
	start := time.Now()
	var value any
	if err := json.Unmarshal(doc, &value); err != nil {
		b.Fatal(err)
	}
	o := ld.NewJsonLdOptions("")
	o.Format = "application/n-quads"
	if _, err := ld.NewJsonLdProcessor().ToRDF(value, o); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(time.Since(start).Seconds()/own, "xjson-gold")
}
