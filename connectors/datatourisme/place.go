package datatourisme

import (
	"fmt"
	"strconv"
	"strings"

	"moselle/schema"
	"moselle/schema/tree"
)

// site builds a place that is an object of its own.
func (m *mapper) site(o tree.Node, k kind, key string) {
	b, _ := m.Build("Place", key, "")
	m.common(b, o, k)
	for _, p := range []string{"hasTheme", "hasArchitecturalStyle", "hasReview"} {
		m.labels(b, get(o, p))
	}
	at := first(get(o, "isLocatedAt"))
	m.address(b, first(get(at, "address")))
	m.geo(b, at)
	m.amenities(b, o)
	b.Put("maximumAttendeeCapacity", plain(get(o, "allowedPersons")))
	if free, ok := m.free(o); ok {
		b.Put("isAccessibleForFree", strconv.FormatBool(free))
	}
	if hours := m.hours(b, o); len(hours) > 0 {
		m.opening(hours).Describe(b)
	}
}

// venue builds the place of an event and returns its IRI, "" when there is none.
// A place without a name is called by its address, and filed under address and
// position: two events at the same door are at the same place.
func (m *mapper) venue(at tree.Node, event *schema.Builder) schema.IRI {
	a := first(get(at, "address"))
	street, town := joined(get(a, "streetAddress")), m.town(a)
	name, key := plain(get(at, "label", "name")), ""
	if name != "" {
		key = schema.PlaceKey(name, town)
	} else {
		name = strings.Trim(street+", "+town, ", ")
		key = strings.TrimSpace(schema.PlaceKey(street, town) + position(at))
	}
	if name == "" {
		event.Fault(schema.Fault{Path: "isLocatedAt", Message: "a place without a name or an address is left out"})
		return ""
	}
	return m.Embed("Place", key, "location", func(b *schema.Builder) {
		b.Text("name", m.lang, name)
		m.address(b, a)
		m.geo(b, at)
	})
}

// position returns the rounded position as a part of a key, to about ten metres.
func position(at tree.Node) string {
	lat, lon, ok := point(at)
	if !ok {
		return ""
	}
	return fmt.Sprintf(" @%.4f %.4f", lat, lon)
}

// town returns the name of the commune.
func (m *mapper) town(a tree.Node) string {
	if s := plain(get(a, "addressLocality")); s != "" {
		return s
	}
	return plain(get(first(get(a, "hasAddressCity")), "label"))
}

// address adds the postal address; the country is France where none is said, as
// DATAtourisme covers no other.
func (m *mapper) address(b *schema.Builder, a tree.Node) {
	town := m.town(a)
	if town == "" && joined(get(a, "streetAddress")) == "" {
		return
	}
	p := b.Part("address", "PostalAddress")
	p.Put("streetAddress", joined(get(a, "streetAddress")))
	p.Put("postalCode", plain(get(a, "postalCode")))
	p.Put("addressLocality", town)
	region := first(get(first(get(first(get(a, "hasAddressCity")), "isPartOfDepartment")), "isPartOfRegion"))
	p.Put("addressRegion", plain(get(region, "label")))
	country := plain(get(first(get(region, "isPartOfCountry")), "label"))
	if schema.CountryCode(country) == "" {
		country = "FR"
	}
	p.Put("addressCountry", country)
}

// point returns a position; false when there is none, or a form left empty.
func point(at tree.Node) (lat, lon float64, ok bool) {
	g := first(get(at, "geo"))
	lat, err1 := strconv.ParseFloat(plain(get(g, "latitude")), 64)
	lon, err2 := strconv.ParseFloat(plain(get(g, "longitude")), 64)
	return lat, lon, err1 == nil && err2 == nil && (lat != 0 || lon != 0)
}

// geo adds the position.
func (m *mapper) geo(b *schema.Builder, at tree.Node) {
	g := first(get(at, "geo"))
	lat, lon := plain(get(g, "latitude")), plain(get(g, "longitude"))
	if _, _, ok := point(at); !ok && strings.Trim(lat, "0.") == "" && strings.Trim(lon, "0.") == "" && lat+lon != "" {
		b.Fault(schema.Fault{Path: "geo", Value: lat + ", " + lon, Message: "the point 0, 0 lies in the ocean; it is left out"})
		return
	}
	if lat == "" && lon == "" {
		return
	}
	p := b.Part("geo", "GeoCoordinates")
	p.Put("latitude", lat)
	p.Put("longitude", lon)
	p.Put("elevation", plain(get(g, "elevation")))
}
