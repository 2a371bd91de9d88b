package apitest

import (
	"strconv"

	"moselle/schema"
)

// event adds an event; when holds its dates: start, end, and what differs.
func (r *region) event(name, kind, place string, when ...schema.Occurrence) *schema.Builder {
	b := r.add(programme, "Event", name)
	if kind != "" {
		b.Type(kind)
	}
	b.Put("timezone", r.zone.String())
	if place != "" {
		b.Link("location", r.at(place))
	}
	b.Occurrences(when)
	return b
}

func (r *region) on(start, end string) schema.Occurrence {
	return schema.Occurrence{Start: r.moment(start), End: r.moment(end)}
}

func (r *region) events() {
	r.concert(r.add(programme, "Event", "concert"), "Concert au pont")
	r.play()
	r.single()
	r.long()
	r.hostile()
}

// concert happens once.
func (r *region) concert(b *schema.Builder, title string) {
	b.Zone = r.zone
	b.Type("MusicEvent")
	texts(b, "name", "fr", title, "de", "Konzert an der Brücke")
	texts(b, "description", "fr", "Schubert & Fauré, <à quatre>.\nEntrée par le quai.", "de", "Schubert und Fauré.")
	b.Put("eventStatus", "EventScheduled")
	b.Put("timezone", r.zone.String())
	b.Put("url", "https://pont.example/concert")
	b.Put("inLanguage", "fr")
	b.Link("location", r.at("stage"))
	b.Link("organizer", r.at("theatre"))
	b.Link("performer", r.at("pianist"))
	b.Link("performer", r.at("quartet"))
	b.Link("sdPublisher", r.at("theatre"))
	b.Link("isPartOf", r.at("season"))
	b.Put("sdLicense", "CC0-1.0")
	b.Term("additionalType", "fr", "Musique de chambre", "chamber")
	for _, price := range []string{"12", "20.50"} {
		o := b.Part("offers", "Offer")
		o.Put("price", price)
		o.Put("priceCurrency", "EUR")
		o.Put("url", "https://pont.example/tickets/"+price)
	}
	m := b.Part("image", "Media")
	m.Put("contentUrl", "https://pont.example/concert.png")
	m.Put("license", "CC BY 4.0")
	m.Text("creditText", "fr", "Photo : L. Muller")
	b.Occurrences([]schema.Occurrence{r.on("2026-11-21T19:30", "2026-11-21T21:30")})
}

// play has many dates: one cancelled, one sold out, one elsewhere, one moved.
func (r *region) play() {
	var dates []schema.Occurrence
	for day := 24; day <= 29; day++ {
		at := "2026-11-" + strconv.Itoa(day)
		dates = append(dates, r.on(at+"T20:00", at+"T22:15"))
	}
	dates[1].Status = "EventCancelled"
	dates[2].Availability = "SoldOut"
	dates[3].Place = r.at("hall")
	dates[4].Status, dates[4].Previous = "EventRescheduled", r.moment("2026-11-20T20:00")
	dates[5].Name, dates[5].NameLang = "Derniere", "fr"
	b := r.event("play", "TheaterEvent", "stage", dates...)
	texts(b, "name", "fr", "Les Passeurs", "de", "Die Fährleute", "lb", "D’Feierleit")
	texts(b, "description", "de", "Ein Stück über zwei Ufer.")
	b.Put("eventStatus", "EventScheduled")
	b.Put("typicalAgeRange", "12-")
	b.Link("organizer", r.at("theatre"))
}

// single are events of one date each, with all that can happen to one.
func (r *region) single() {
	b := r.event("cancelled", "MusicEvent", "hall", r.on("2026-11-22T17:00", ""))
	texts(b, "name", "lb", "Chouerowend", "de", "Chorabend")
	b.Put("eventStatus", "EventCancelled")

	b = r.event("postponed", "DanceEvent", "stage", r.on("2026-12-10T20:00", ""))
	texts(b, "name", "fr", "Danse des rives")
	b.Put("eventStatus", "EventPostponed")
	b.Put("previousStartDate", "2026-11-19T20:00")

	b = r.event("soldout", "LiteraryEvent", "gallery", r.on("2026-11-25T18:30", "2026-11-25T20:00"))
	texts(b, "name", "de", "Lesung am Fluss", "en", "Reading by the river")
	b.Put("eventStatus", "EventScheduled")
	b.Put("availability", "SoldOut")
	b.Put("inLanguage", "de")

	b = r.event("market", "SaleEvent", "mill", r.on("2026-11-28", ""))
	texts(b, "name", "de", "Trödelmarkt", "nl", "Rommelmarkt")
	b.Put("eventStatus", "EventScheduled")
	b.Put("isAccessibleForFree", "true")

	b = r.event("online", "EducationEvent", "", r.on("2026-12-01T12:00", "2026-12-01T13:00"))
	texts(b, "name", "en", "Archives at noon")
	b.Put("eventStatus", "EventMovedOnline")
	v := b.Part("virtualLocation", "VirtualLocation")
	v.Put("url", "https://stream.example/noon")

	b = r.event("past", "MusicEvent", "stage", r.on("2026-10-31T20:00", "2026-10-31T22:00"))
	texts(b, "name", "fr", "Nuit d’orgue")
	b.Put("eventStatus", "EventScheduled")

	b = r.event("gone", "Festival", "stage", r.on("2026-12-24T20:00", ""))
	texts(b, "name", "fr", "Fête retirée")
	b.Put("eventStatus", "EventScheduled")
}

// long runs for months and shows works.
func (r *region) long() {
	b := r.event("exhibition", "ExhibitionEvent", "gallery", r.on("2026-10-01", "2027-02-28"))
	texts(b, "name", "fr", "Ponts et passages", "de", "Brücken und Übergänge", "lb", "Brécken", "en", "Bridges and crossings")
	texts(b, "description", "en", "Three centuries of bridges.")
	b.Put("eventStatus", "EventScheduled")
	b.Link("organizer", r.at("museum"))
	b.Link("workFeatured", r.at("painting"))
	b.Link("workFeatured", r.at("photograph"))
	m := b.Part("image", "Media")
	m.Type("ImageObject")
	m.Put("contentUrl", "https://breck.example/media/lent-poster.jpg")
	m.Put("license", "CC BY-NC-ND 4.0")
	m.Text("name", "de", "Plakat der Ausstellung")
	m.Link("creator", r.at("painter"))
	m.Put("expires", LastDay)
}

// hostile says what no surface may pass on as it is.
func (r *region) hostile() {
	b := r.event("hostile", "", "", r.on("2027-01-15T10:00", ""))
	texts(b, "name", "en", `=1+2 <script>alert("x")</script> & 'y'`)
	texts(b, "description", "en", "</script><img src=x onerror=alert(1)>\n]]> -->\u2028 {{.}} ${x}\x00\x1b[0m")
	b.Put("eventStatus", "EventScheduled")
	b.Put("url", "javascript:alert(1)")
	b.Term("additionalType", "en", `@SUM(A1) "quoted", comma; semicolon\`, "")
	o := b.Part("offers", "Offer")
	o.Text("name", "en", "<b>cheap</b>")
	o.Put("url", "javascript:alert(2)")
	v := b.Part("virtualLocation", "VirtualLocation")
	v.Put("url", "javascript:alert(3)")
}
