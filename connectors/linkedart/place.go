package linkedart

import (
	"regexp"
	"strconv"
	"strings"

	"moselle/schema"
)

// place builds a place that something names; "" for none.
func (m *mapper) place(n *node, path string) schema.IRI {
	if n == nil {
		return ""
	}
	return m.record(n, "Place", path)
}

// placeOf maps a place.
func (m *mapper) placeOf(b *schema.Builder, n *node) {
	m.where(b, n)
	m.referred(b, n, "")
	m.pages(b, n)
	m.media(b, n)
}

// point is a position in well-known text, longitude first.
var point = regexp.MustCompile(`(?i)^\s*(?:<[^>]*>\s*)?POINT\s*(?:Z\s*)?\(\s*(-?[\d.]+)[\s,]+(-?[\d.]+)(?:[\s,]+-?[\d.]+)?\s*\)\s*$`)

// pair is a position as dumps of CIDOC CRM write it, latitude first.
var pair = regexp.MustCompile(`^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;]\s*(-?\d{1,3}(?:\.\d+)?)\s*$`)

// where adds where a place is, what it is and in which other one.
func (m *mapper) where(b *schema.Builder, n *node) {
	m.types(b, n)
	for _, v := range n.all("defined_by") {
		text := v.content()
		switch f := point.FindStringSubmatch(text); {
		case f != nil:
			m.position(b, f[2], f[1])
		case text != "" && strings.Contains(text, "("):
			b.Put("asWKT", text)
		}
	}
	m.coordinates(b, n)
	if up := n.one("part_of"); up != nil && (up.iri() == "" || up.iri() != n.id) {
		b.Link("containedInPlace", m.place(up, "containedInPlace"))
	}
}

// degrees is one coordinate in degrees and minutes, with the letter of its side.
var degrees = regexp.MustCompile(`(\d{1,3})°\s*(?:(\d{1,2})[′']\s*)?(?:(\d{1,2}(?:\.\d+)?)[″"]\s*)?([NSEW])\b`)

// coordinates adds a position that stands among the names of a place, as in dumps
// of CIDOC CRM: both numbers in one, or each for itself.
func (m *mapper) coordinates(b *schema.Builder, n *node) {
	var lat, long string
	for _, v := range n.all("identified_by") {
		if !v.is("SpatialCoordinates") {
			continue
		}
		text := v.content()
		if f := pair.FindStringSubmatch(text); f != nil {
			lat, long = f[1], f[2]
		}
		for _, f := range degrees.FindAllStringSubmatch(text, 4) {
			value := 0.0
			for i, share := range []float64{1, 60, 3600} {
				piece, _ := strconv.ParseFloat(f[i+1], 64)
				value += piece / share
			}
			if strings.Contains("SW", f[4]) {
				value = -value
			}
			s := strconv.FormatFloat(value, 'f', 6, 64)
			if strings.Contains("NS", f[4]) {
				lat = s
			} else {
				long = s
			}
		}
	}
	if lat != "" && long != "" && !b.Has("geo") {
		m.position(b, lat, long)
	}
}

func (m *mapper) position(b *schema.Builder, lat, long string) {
	if y, err := strconv.ParseFloat(lat, 64); err != nil || y < -90 || y > 90 {
		b.Fault(schema.Fault{Path: "geo.latitude", Value: lat, Message: "not between -90 and 90: a point is written as POINT(longitude latitude)"})
		return
	}
	g := b.Part("geo", "GeoCoordinates")
	g.Put("latitude", lat)
	g.Put("longitude", long)
}
