package plurio

import (
	"cmp"
	"strconv"
	"strings"

	"moselle/schema"
	"moselle/schema/wire/plurio"
)

// Export returns an event as an entry of an export; false for one without a date
// or a place, which an export cannot do without.
func (w Writer) Export(n *schema.Node) (plurio.Event, bool) {
	e := plurio.Event{ID: w.number(n, "event"), Name: title(n), Long: texts(n, "description"), User: user(n)}
	if alt := n.TextsIn("alternateName", preferred...); len(alt) > 0 {
		e.SubtitleOne = limit(alt[0], 255)
		if len(alt) > 1 {
			e.SubtitleTwo = limit(alt[1], 255)
		}
	}
	e.Date, e.Timings = days(n)
	e.Timings = described(e.Timings)
	e.Relations.Place = w.venue(n)
	if e.Date == nil || e.Relations.Place == nil {
		return plurio.Event{}, false
	}
	e.Prices, e.Booking = prices(n)
	if e.Booking == nil || e.Booking.Info == "" {
		e.Tickets = tickets(n)
	}
	e.Contact = contact(n)
	r := &e.Relations
	for _, iri := range n.Refs("superEvent") {
		r.Events = append(r.Events, w.refs(iri, "event", "")...)
	}
	for _, prop := range []string{"performer", "actor", "director", "contributor", "organizer", "sponsor", "funder"} {
		for _, iri := range n.Refs(prop) {
			switch to := w.record(iri); {
			case to == nil:
			case to.Class.Name == "Person":
				r.PersonsOut = append(r.PersonsOut, w.refs(iri, "person", "")...)
			case prop == "organizer":
				r.OrganisationsOut = append(r.OrganisationsOut, w.refs(iri, "organisation", plurio.Organiser)...)
			default:
				r.OrganisationsOut = append(r.OrganisationsOut, w.refs(iri, "organisation", "")...)
			}
		}
	}
	r.Pictures, r.Movies = pictures(n)
	r.CategoriesOut = codes(n, "additionalType", "audience")
	if len(r.CategoriesOut) == 0 {
		r.CategoriesOut = []string{other}
	}
	return e, true
}

// someTime is a description that says nothing.
const someTime = "Beginn"

// described gives each time the description that an export asks for, a word that
// says nothing where there is nothing to say.
func described(t *plurio.Timings) *plurio.Timings {
	if t == nil {
		return nil
	}
	lists := [][]plurio.Timing{t.Usual}
	for _, x := range t.Exceptions {
		lists = append(lists, x.Timings)
	}
	for _, list := range lists {
		for i := range list {
			list[i].Description = cmp.Or(limit(list[i].Description, 255), someTime)
		}
	}
	return t
}

// refs returns what leads to a record, none for one without a number, which an
// export has to give.
func (w Writer) refs(iri schema.IRI, kind, role string) []plurio.Ref {
	n := w.record(iri)
	if n == nil {
		return nil
	}
	return []plurio.Ref{{Number: w.number(n, kind), Type: role, Text: title(n)}}
}

// venue returns the first place of an event.
func (w Writer) venue(n *schema.Node) *plurio.Venue {
	for _, iri := range n.Refs("location") {
		p := w.record(iri)
		if p == nil {
			continue
		}
		street, code, country := "", "", ""
		v := &plurio.Venue{Number: w.number(p, "building"), Name: title(p), Street: &street, Postcode: &code, City: &plurio.City{}}
		if a := p.Node("address"); a != nil {
			street, code, country = a.String("streetAddress"), a.String("postalCode"), a.String("addressCountry")
			v.City.Name = a.String("addressLocality")
			if country == "LU" {
				v.City.Locality = plurio.NumberOf(code, v.City.Name)
			}
			code = prefixed(code, country)
		}
		if c := contact(p); c != nil {
			v.Contact = c
		}
		return v
	}
	return nil
}

// prefixed writes a postal code with the letters of its country, as the whole
// region does.
func prefixed(code, country string) string {
	letters := map[string]string{"LU": "L-", "FR": "F-", "DE": "D-", "BE": "B-"}[country]
	if code == "" || strings.HasPrefix(code, letters) {
		return code
	}
	return letters + code
}

// prices returns the prices in euros, and where places are booked.
func prices(n *schema.Node) (*plurio.Prices, *plurio.Booking) {
	p := &plurio.Prices{Free: strconv.FormatBool(n.Bool("isAccessibleForFree"))}
	var b *plurio.Booking
	for _, o := range n.Nodes("offers") {
		if url := o.String("url"); url != "" && b == nil {
			b = &plurio.Booking{TicketURL: url}
		}
		name, _ := o.Text("name", preferred...)
		value := o.String("price")
		if value == "" {
			value = o.String("lowPrice")
		}
		if currency := o.String("priceCurrency"); value != "" && (currency == "" || currency == "EUR") {
			p.Prices = append(p.Prices, plurio.Price{Description: limit(cmp.Or(name, "Tarif"), 255), Value: value})
		}
	}
	if b != nil && n.String("availability") == "SoldOut" {
		b.Info = "sold out"
	}
	return p, b
}

// tickets says which dates are sold out.
func tickets(n *schema.Node) (out []plurio.Ticket) {
	for _, o := range n.Occurrences() {
		if o.Availability == "SoldOut" && !o.Start.Day {
			out = append(out, plurio.Ticket{At: o.Start.String(), Info: "sold out"})
		}
	}
	return out
}
