package rdftest

import (
	"fmt"
	"iter"

	"moselle/schema/rdf"
)

// Events yields triples shaped like a region's events, the same at every run:
// an event of fourteen triples with names and texts in two languages, times,
// links and numbers, and an offer beside it.
func Events(triples int) iter.Seq[rdf.Triple] {
	const schema = "https://schema.org/"
	p := func(name string) rdf.Term { return rdf.NewIRI(schema + name) }
	return func(yield func(rdf.Triple) bool) {
		left := triples
		for i := 0; left > 0; i++ {
			event := rdf.NewIRI(fmt.Sprintf("https://hub.example/id/event/%07d", i))
			offer := rdf.NewIRI(event.Value + "#offer-1")
			day := fmt.Sprintf("2026-%02d-%02d", i%12+1, i%28+1)
			for _, t := range [...]rdf.Triple{
				{S: event, P: rdf.NewIRI(rdf.Type), O: p("MusicEvent")},
				{S: event, P: p("description"), O: rdf.NewText(fmt.Sprintf("Un concert n° %d de l'orchestre, suivi d'une rencontre à l'entrée.\nRéservation \"conseillée\", places limitées pour le public du soir.", i), "fr")},
				{S: event, P: p("endDate"), O: rdf.NewTyped(day+"T22:00:00+02:00", rdf.XSD+"dateTime")},
				{S: event, P: p("inLanguage"), O: rdf.NewString("fr")},
				{S: event, P: p("isAccessibleForFree"), O: rdf.NewTyped("false", rdf.XSD+"boolean")},
				{S: event, P: p("location"), O: rdf.NewIRI(fmt.Sprintf("https://hub.example/id/place/%04d", i%1000))},
				{S: event, P: p("name"), O: rdf.NewText(fmt.Sprintf("Soirée musicale %d", i), "fr")},
				{S: event, P: p("name"), O: rdf.NewText(fmt.Sprintf("Musikalischer Abend %d", i), "de")},
				{S: event, P: p("offers"), O: offer},
				{S: event, P: p("startDate"), O: rdf.NewTyped(day+"T19:30:00+02:00", rdf.XSD+"dateTime")},
				{S: event, P: p("url"), O: rdf.NewIRI(fmt.Sprintf("https://www.hall.example/agenda/%d?lang=fr", i))},
				{S: offer, P: rdf.NewIRI(rdf.Type), O: p("Offer")},
				{S: offer, P: p("price"), O: rdf.NewTyped(fmt.Sprintf("%d.5", i%60), rdf.XSD+"decimal")},
				{S: offer, P: p("priceCurrency"), O: rdf.NewString("EUR")},
			} {
				if left == 0 || !yield(t) {
					return
				}
				left--
			}
		}
	}
}
