package kulturdaten

import (
	"strings"

	"moselle/schema"
	"moselle/schema/tree"
)

// virtual reports whether a location exists online only.
func virtual(o tree.Node) bool { return o.Member("isVirtual").Text() == "true" }

// place fills the record of a location.
func (m *mapper) place(b *schema.Builder, o tree.Node) {
	m.common(b, o, location)
	m.description(b, o.Member("description"), o.Member("address").Member("description"))
	m.terms(b, o.Member("tags"))
	m.address(b, o)
	m.borough(b, o)
	m.geo(b, o.Member("coordinates"))
	m.features(b, o.Member("accessibility"))
	b.Put("timezone", zoneName)
	if _, phone := contactOf(o.Member("contact")); phone != "" {
		b.Put("telephone", phone)
	}
	m.hours(b, o)
}

// boroughs are those of Berlin; any other is outside of it.
var boroughs = map[string]bool{"Mitte": true, "Friedrichshain-Kreuzberg": true, "Pankow": true, "Charlottenburg-Wilmersdorf": true, "Spandau": true,
	"Steglitz-Zehlendorf": true, "Tempelhof-Schöneberg": true, "Neukölln": true, "Treptow-Köpenick": true, "Marzahn-Hellersdorf": true,
	"Lichtenberg": true, "Reinickendorf": true}

// address adds the postal address. The API names no country, as there is no
// other than Germany in it.
func (m *mapper) address(b *schema.Builder, o tree.Node) {
	a := o.Member("address")
	street, town := plain(a.Member("streetAddress")), plain(a.Member("addressLocality"))
	if street == "" && town == "" {
		return
	}
	p := b.Part("address", "PostalAddress")
	p.Put("streetAddress", street)
	p.Put("postalCode", plain(a.Member("postalCode")))
	p.Put("addressLocality", town)
	if boroughs[plain(o.Member("borough"))] {
		p.Put("addressRegion", "Berlin")
	}
	p.Put("addressCountry", "DE")
}

// borough makes the borough of Berlin that a place lies in a place of its own.
func (m *mapper) borough(b *schema.Builder, o tree.Node) {
	name := plain(o.Member("borough"))
	switch {
	case boroughs[name]:
	case name == "", name == "außerhalb":
		return
	default:
		b.Fault(schema.Fault{Path: "borough", Value: name, Message: "not one of Berlin's twelve, nor außerhalb; it is left out"})
		return
	}
	b.Link("containedInPlace", m.EmbedNamed("Place", "borough/"+schema.NameKey(name), "containedInPlace", func(p *schema.Builder) {
		p.Type("AdministrativeArea")
		p.Text("name", "de", name)
		a := p.Part("address", "PostalAddress")
		a.Put("addressLocality", "Berlin")
		a.Put("addressRegion", "Berlin")
		a.Put("addressCountry", "DE")
	}))
}

// geo adds the position. The point 0, 0 is a form left empty.
func (m *mapper) geo(b *schema.Builder, n tree.Node) {
	lat, lon := plain(n.Member("latitude")), plain(n.Member("longitude"))
	switch system := plain(n.Member("coordinateSystem")); {
	case lat == "" && lon == "":
		return
	case system != "" && !strings.HasPrefix(system, "WGS84"):
		b.Fault(schema.Fault{Path: "geo", Value: system, Message: "positions are read in WGS84 (Decimal Degrees) alone; this one is left out"})
		return
	case strings.Trim(lat, "-0.") == "" && strings.Trim(lon, "-0.") == "":
		b.Fault(schema.Fault{Path: "geo", Value: lat + ", " + lon, Message: "the point 0, 0 lies in the ocean; it is left out"})
		return
	}
	g := b.Part("geo", "GeoCoordinates")
	g.Put("latitude", lat)
	g.Put("longitude", lon)
}
