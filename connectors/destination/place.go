package destination

import (
	"strconv"
	"strings"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/tree"
)

// site builds a place that is an item of its own.
func (m *mapper) site(k kind, key string) {
	b, _ := m.Build("Place", key, "")
	if k.class != "" {
		b.Type(k.class)
	}
	m.common(b, key)
	if k.name != "POI" {
		b.Term("additionalType", "de", k.name, k.name)
	}
	b.Put("telephone", text(get(m.o, "phone")))
	b.Put("telephone", text(get(m.o, "phone2")))
	for w := range words(m.o, "areas") {
		b.Text("keywords", m.lang, w.name)
	}
	for v := range tree.Values(get(m.o, "media_objects")) {
		if text(get(v, "rel")) == "socialmedia" {
			b.Put("sameAs", text(get(v, "url")))
		}
	}
	m.address(b, m.o)
	m.geo(b)
	m.hours(b)
}

// venue builds the place of an event, which the event's own members describe, and
// returns its IRI, "" when there is none. The attributes say which item of the
// pool it is.
func (m *mapper) venue() schema.IRI {
	at := m.o
	for a := range tree.Values(get(m.o, "addresses")) {
		if rel := text(get(a, "rel")); strings.EqualFold(rel, "venue") && named(m.o) == "" {
			at = a
		}
	}
	name := named(at)
	if name == "" {
		return ""
	}
	key := m.ofPool("VO")
	if key == "" {
		key = schema.PlaceKey(name, text(get(at, "city")))
	}
	return m.Embed("Place", key, "location", func(b *schema.Builder) {
		b.Text("name", m.lang, name)
		b.Put("url", m.medium("venuewebsite"))
		b.Put("telephone", text(get(at, "phone")))
		b.Put("derivedFrom", m.origin())
		for w := range words(m.o, "areas") {
			b.Text("keywords", m.lang, w.name)
		}
		m.address(b, at)
		m.geo(b)
	})
}

// named returns what a place is called, else its address.
func named(at tree.Node) string {
	for _, name := range []string{"name", "company", "street", "city"} {
		if s := plain(get(at, name)); s != "" {
			return s
		}
	}
	return ""
}

// ofPool returns the key of the pool's item that attributes name: those of the
// venue begin with VO, those of the organiser with VA.
func (m *mapper) ofPool(prefix string) string {
	id := attribute(m.o, prefix+"_Id")
	k, ok := kindNamed(attribute(m.o, prefix+"_CategoryName"))
	if id == "" || id == "0" || !ok || len(id) > maxKey {
		return ""
	}
	return k.prefix + id
}

// address adds the postal address.
func (m *mapper) address(b *schema.Builder, at tree.Node) {
	p := b.Part("address", "PostalAddress")
	p.Put("streetAddress", text(get(at, "street")))
	p.Put("postalCode", text(get(at, "zip")))
	p.Put("addressLocality", text(get(at, "city")))
	p.Put("addressCountry", text(get(at, "country")))
}

// geo adds the position; a comma in place of the point is mended. The point 0, 0
// is a form left empty.
func (m *mapper) geo(b *schema.Builder) {
	main := get(get(m.o, "geo"), "main")
	lat, lon := degrees(get(main, "latitude")), degrees(get(main, "longitude"))
	switch {
	case lat == "" && lon == "":
		return
	case zero(lat) && zero(lon):
		b.Fault(schema.Fault{Path: "geo", Value: lat + ", " + lon, Message: "the point 0, 0 lies in the ocean; it is left out"})
		return
	}
	g := b.Part("geo", "GeoCoordinates")
	g.Put("latitude", lat)
	g.Put("longitude", lon)
}

func degrees(n tree.Node) string { return strings.Replace(text(n), ",", ".", 1) }

func zero(s string) bool {
	f, err := strconv.ParseFloat(s, 64)
	return err == nil && f == 0
}

// origin returns the source's address without its query, and without user and
// password; "" for a file.
func (m *mapper) origin() string {
	if !connectors.IsWeb(m.env.Location) {
		return ""
	}
	address, _, _ := strings.Cut(m.env.Location, "?")
	return connectors.Discreet(address)
}
