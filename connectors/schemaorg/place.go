package schemaorg

import (
	"strconv"
	"strings"

	"moselle/schema"
)

// place builds the place a value names and returns its IRI; "" when it names
// none. path is the property that leads to it.
func (m *mapper) place(r *records, v value, path string) schema.IRI {
	n := m.meant(v, "Place")
	if n.is("PostalAddress") { // an address in place of a place
		n = &node{part: n.part, pos: n.pos, props: []prop{{"address", []value{{node: n}}}}}
	}
	name := m.placeName(n)
	if name == "" {
		if r.item != nil && len(n.props) > 0 {
			r.item.Fault(schema.Fault{Path: path, Message: "a place without a name or an address is left out"})
		}
		return ""
	}
	key := m.placeKey(n, name)
	if listed := m.items[n]; listed != "" && path != "" {
		return schema.Mint(m.source, "Place", listed)
	}
	return r.embed("Place", key, path, n, name, m.describePlace)
}

func (m *mapper) describePlace(r *records, b *schema.Builder, n *node, path string) {
	for _, t := range n.types {
		b.Type(t)
	}
	m.texts(b, "name", n.all("name"), title)
	m.texts(b, "description", n.all("description", "disambiguatingDescription"), schema.PlainText)
	m.common(b, n, m.pageOf(path))
	m.keywords(b, n.all("keywords"))
	m.terms(b, "additionalType", n.all("additionalType"))
	m.addressOf(b, n)
	m.geo(b, n)
	for _, v := range n.all("telephone") {
		b.Put("telephone", m.label(v))
	}
	m.truth(b, n, "publicAccess")
	m.truth(b, n, "isAccessibleForFree")
	m.visitors(r, b, n)
	b.Put("maximumAttendeeCapacity", m.plain(n.all("maximumAttendeeCapacity")))
	if o, ok := m.opening(b, n); ok {
		o.Describe(b)
	}
	for _, v := range n.all("containedInPlace") {
		b.Link("containedInPlace", m.place(r, v, strings.TrimPrefix(path+".containedInPlace", ".")))
	}
}

// pageOf returns the address that a record is derived from: an item's is its
// page, an embedded record's the source.
func (m *mapper) pageOf(path string) string {
	if path == "" {
		return m.doc.base
	}
	return m.origin
}

// placeName returns what a place is called: its name, else its address.
func (m *mapper) placeName(n *node) string {
	if name := m.name(n); name != "" {
		return name
	}
	for _, v := range n.all("address") {
		if v.node == nil {
			return title(v.text)
		}
		var parts []string
		for _, p := range []string{"name", "streetAddress", "addressLocality"} {
			if s := m.plain(v.node.all(p)); s != "" {
				parts = append(parts, s)
			}
		}
		if len(parts) > 0 {
			return strings.Join(parts, ", ")
		}
	}
	return ""
}

// locality returns a place's town.
func (m *mapper) locality(n *node) string {
	for _, v := range n.all("address") {
		if v.node == nil {
			return schema.ParseAddress(v.text).Locality
		}
		return m.plain(v.node.all("addressLocality"))
	}
	return ""
}

// addressOf adds the postal address, which may be a text. Of several, as
// translations give them, the first is kept.
func (m *mapper) addressOf(b *schema.Builder, n *node) {
	values := n.all("address")
	if len(values) == 0 && len(n.all("streetAddress", "addressLocality")) > 0 {
		values = []value{{node: n}}
	}
	for _, v := range values {
		if b.Has("address") {
			return
		}
		a := b.Part("address", "PostalAddress")
		if v.node == nil {
			split(a, v.text)
			continue
		}
		for _, p := range []string{"streetAddress", "postalCode", "addressLocality", "addressRegion"} {
			a.Put(p, m.plain(v.node.all(p)))
		}
		m.country(a, v.node.all("addressCountry"))
	}
}

// split adds an address that is written as one text.
func split(a *schema.Builder, text string) {
	p := schema.ParseAddress(text)
	if p.Street == "" && p.Name != p.Locality {
		p.Street = p.Name
	}
	a.Put("streetAddress", p.Street)
	a.Put("postalCode", p.PostalCode)
	a.Put("addressLocality", p.Locality)
	a.Put("addressCountry", p.Country)
}

// country adds the country: a text, or a node that is named in one of many ways.
func (m *mapper) country(a *schema.Builder, values []value) {
	for _, v := range values {
		s := m.label(v)
		if v.node != nil && schema.CountryCode(s) == "" {
			if code := m.plain(v.node.all("alternateName", "identifier")); code != "" {
				s = code
			}
		}
		a.Put("addressCountry", s)
	}
}

// geo adds the position, which stands in a node, on the place itself or in a
// text with a comma. The point 0, 0 is a form left empty.
func (m *mapper) geo(b *schema.Builder, n *node) {
	for _, v := range append(n.all("geo"), value{node: n}) {
		var lat, lon, up string
		if v.node != nil {
			lat, lon = m.plain(v.node.all("latitude")), m.plain(v.node.all("longitude"))
			up = m.plain(v.node.all("elevation"))
		} else {
			lat, lon, _ = strings.Cut(v.text, ",")
		}
		if lat == "" && lon == "" || b.Has("geo") {
			continue
		}
		if isZero(lat) && isZero(lon) {
			b.Fault(schema.Fault{Path: "geo", Value: lat + ", " + lon, Message: "the point 0, 0 lies in the ocean; it is left out"})
			continue
		}
		g := b.Part("geo", "GeoCoordinates")
		g.Put("latitude", lat)
		g.Put("longitude", lon)
		g.Put("elevation", up)
	}
}

func isZero(s string) bool {
	f, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	return err == nil && f == 0
}
