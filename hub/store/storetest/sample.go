package storetest

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"

	"moselle/hub/store"
	"moselle/schema"
	"moselle/schema/rdf"
)

// Source is the source of the records the suite writes.
const Source schema.SourceID = "town-theatre"

// Record returns the n-th record of the suite's own making in its given
// version: small, of class Place, and different in every field a backend keeps.
// The same arguments give the same record.
func Record(n, version int) schema.Record {
	return RecordOf(Source, "Place", n, version)
}

// RecordOf is Record for another source or class.
func RecordOf(source schema.SourceID, class string, n, version int) schema.Record {
	key := "k" + strconv.Itoa(n)
	r := schema.Record{
		IRI:      schema.Mint(source, class, key),
		Source:   source,
		Key:      key,
		Class:    class,
		Modified: time.Date(2026, 3, 1, 12, version%60, n%60, 0, time.UTC),
	}
	r.Triples = fmt.Appendf(nil, "<%s> <https://schema.org/name> \"Haus %d, Fassung %d – é\"@de .\n", r.IRI, n, version)
	r.View = fmt.Appendf(nil, `{"id":%q,"type":["Place"],"name":{"de":"Haus %d, Fassung %d – é"}}`, r.IRI, n, version)
	r.Digest[0], r.Digest[1], r.Digest[2], r.Digest[31] = byte(n), byte(n>>8), byte(n>>16), byte(version)
	return r
}

var words = strings.Fields(`abend alte atelier aufführung ausstellung bühne chanson château cinéma concert conte
	danse dimanche dorf école église enfants ensemble entrée fabrique famille fenster fête film fleuve forêt frau frère
	garten geschichte grenze gruppe guerre haus herbst histoire hiver homme jardin jeune kammer kino kirche kleine konzert
	kunst lehrer lettre licht lied livre lumière maison marché matin meer menschen moderne moulin musée musik nacht neue
	nuit œuvre oper orgel orchestre papier pays peinture place pont porte poète quartier radio regard reise rivière roman
	rouge rue saison salle schatten scène schloss schule sculpture siècle soir sommer sonate spiel stadt stimme straße
	tanz temps terre text théâtre tour traum trio ufer université usine vent verre ville violon visite voix wald wasser
	weg weiß werk westen winter wort zeit zimmer zukunft`)

// Event returns the n-th event as a connector and the hub would make it: texts
// in three languages, two dates, prices, a picture; about 4 KB of triples and
// 2.5 KB of view. Benchmarks use it.
func Event(n int) schema.Record {
	random := rand.New(rand.NewPCG(7, uint64(n)))
	phrase := func(count int) string {
		out := make([]string, count)
		for i := range out {
			out[i] = words[random.IntN(len(words))]
			if random.IntN(3) == 0 {
				out[i] += strconv.Itoa(random.IntN(1000))
			}
		}
		return strings.Join(out, " ")
	}
	b := schema.Build(Source, "Event", fmt.Sprintf("event-%06d", n))
	for _, lang := range []string{"fr", "de", "en"} {
		b.Text("name", lang, phrase(4))
		b.Text("description", lang, phrase(35))
	}
	start := time.Date(2026, 5, 1, 20, 0, 0, 0, time.UTC).AddDate(0, 0, random.IntN(300))
	b.Occurrences([]schema.Occurrence{
		{Start: schema.Moment{Time: start}, End: schema.Moment{Time: start.Add(2 * time.Hour)}},
		{Start: schema.Moment{Time: start.AddDate(0, 0, 7)}, End: schema.Moment{Time: start.AddDate(0, 0, 7).Add(2 * time.Hour)}},
	})
	b.Put("eventStatus", "EventScheduled")
	b.Link("location", schema.Mint(Source, "Place", phrase(1)))
	b.Link("organizer", schema.Mint(Source, "Organization", phrase(1)))
	b.Put("url", fmt.Sprintf("https://theatre.example/programme/%d", n))
	b.Put("isAccessibleForFree", "false")
	b.Text("keywords", "fr", phrase(1))
	b.Term("additionalType", "de", phrase(1), "")
	image := b.Part("image", "Media")
	image.Put("contentUrl", fmt.Sprintf("https://theatre.example/pictures/%x.jpg", random.Uint64()))
	image.Text("creditText", "fr", phrase(3))
	d, _ := b.Draft()
	return schema.Seal(d, Source, start.AddDate(0, -2, 0))
}

// refs makes references of IRIs, each with a digest of its own.
func refs(iris ...schema.IRI) []store.Ref {
	out := make([]store.Ref, len(iris))
	for i, iri := range iris {
		d := rdf.DigestOf([]byte(iri))
		out[i] = store.Ref{IRI: iri, Digest: [8]byte(d[:8])}
	}
	return out
}
