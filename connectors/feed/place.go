package feed

import (
	"net/mail"
	"strings"

	"moselle/connectors"
	"moselle/schema"
)

// spot is a place as an entry tells of it.
type spot struct {
	name, address, street string
	number, house         string // of the house, before and behind the street
	postcode, locality    string
	region, country       string
	lat, lon, page        string
}

// take takes over a value by its field.
func (p *spot) take(field, value string) {
	value = lines(value)
	switch field {
	case "location", "name":
		p.name = either(p.name, value)
	case "address":
		p.address = either(p.address, value)
	case "street":
		p.street = either(p.street, value)
	case "number":
		p.number = either(p.number, value)
	case "house":
		p.house = either(p.house, value)
	case "postcode":
		p.postcode = either(p.postcode, value)
	case "locality":
		p.locality = either(p.locality, value)
	case "region":
		p.region = either(p.region, value)
	case "country":
		p.country = either(p.country, value)
	case "lat":
		p.lat = either(p.lat, value)
	case "lon":
		p.lon = either(p.lon, value)
	case "geo":
		p.pair(value)
	}
}

// settle takes the address apart that stands in one text, and adds what the
// settings say of places.
func (r *run) settle(p spot) spot {
	if p.street != "" {
		p.street = strings.TrimSpace(p.number + " " + p.street + " " + p.house)
	}
	whole := p.name
	if p.address != "" && !strings.Contains(whole, p.address) {
		whole = strings.TrimPrefix(whole+", "+p.address, ", ")
	}
	if a := schema.ParseAddress(whole); a.Locality != "" {
		if a.Name != "" {
			p.name = a.Name
		}
		p.street, p.postcode, p.locality = either(p.street, a.Street), either(p.postcode, a.PostalCode), either(p.locality, a.Locality)
		p.country = either(p.country, a.Country)
	} else if p.address != "" {
		p.street = either(p.street, p.address)
	}
	if p.name == "" {
		p.name = either(p.street, p.locality)
	}
	if p.name == "" {
		p.name = r.Place
	}
	if p.name != "" && p.street == "" && schema.NameKey(p.name) == schema.NameKey(r.Place) {
		p.street, p.postcode = r.Street, either(p.postcode, r.PostalCode)
	}
	p.locality = either(p.locality, r.Locality)
	if p.country == "" {
		p.country = r.Country
	} else if code := schema.CountryCode(p.country); code != "" {
		p.country = code
	}
	return p
}

// place adds where an event happens. A location that is an address of the web is
// where it happens online.
func (r *run) place(all *connectors.Records, b *schema.Builder, n *entry) {
	p := n.about.place
	online := n.about.online
	if connectors.IsWeb(p.name) {
		online, p.name = either(online, p.name), ""
	}
	if connectors.IsWeb(online) {
		b.Part("virtualLocation", "VirtualLocation").Put("url", online)
	}
	away := p == spot{} && connectors.IsWeb(online)
	if away {
		b.Put("eventAttendanceMode", "OnlineEventAttendanceMode")
		return
	}
	if p = r.settle(p); p.name == "" {
		if p.lat != "" {
			b.Fault(schema.Fault{Path: "location.geo", Value: p.lat + " " + p.lon, Message: "a position without a place: name the place, for example by ev:location, or in the setting place"})
		}
		return
	}
	b.Link("location", all.Embed("Place", schema.PlaceKey(p.name, p.locality), "location", func(b *schema.Builder) {
		b.Text("name", n.lang, p.name)
		b.Put("url", p.page)
		a := b.Part("address", "PostalAddress")
		a.Put("streetAddress", p.street)
		a.Put("postalCode", p.postcode)
		a.Put("addressLocality", p.locality)
		a.Put("addressRegion", p.region)
		a.Put("addressCountry", p.country)
		if p.lat != "" && p.lon != "" && (strings.Trim(p.lat, "0.") != "" || strings.Trim(p.lon, "0.") != "") { // 0, 0 is no place
			g := b.Part("geo", "GeoCoordinates")
			g.Put("latitude", p.lat)
			g.Put("longitude", p.lon)
		}
	}))
}

// organizer adds who organises it, by name: addresses of mail are left out.
func (r *run) organizer(all *connectors.Records, b *schema.Builder, n *entry) {
	name := n.about.organizer
	if a, err := mail.ParseAddress(name); err == nil {
		name = a.Name
	}
	if connectors.IsWeb(name) || strings.HasPrefix(name, "mailto:") {
		name = ""
	}
	if name = lines(strings.TrimSuffix(name, ";")); name == "" || strings.Contains(name, "@") {
		return
	}
	b.Link("organizer", all.EmbedNamed("Organization", schema.NameKey(name), "organizer", func(b *schema.Builder) {
		b.Text("name", n.lang, name)
	}))
}
