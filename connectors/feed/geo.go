package feed

import (
	"strings"

	"moselle/connectors/markup"
)

// Namespaces of positions.
const (
	nsGeoRSS = "http://www.georss.org/georss"
	nsGML    = "http://www.opengis.net/gml"
	nsW3CGeo = "http://www.w3.org/2003/01/geo/wgs84_pos#"
)

// position takes over where something is: GeoRSS, simple or with GML in it, and
// W3C's lat and long. false for any other element.
func (n *entry) position(e *markup.Element) bool {
	p := &n.about.place
	switch {
	case undeclared(e, "georss", nsGeoRSS):
		switch e.Name {
		case "point":
			p.pair(e.Value())
		case "where":
			p.pair(e.Child("Point", "pos").Value())
		case "featurename", "featureName":
			p.take("location", e.Value())
		case "line", "polygon", "box":
			n.fault("location.geo", "", "georss:"+e.Name+" is left out: give a place by georss:point")
		}
		return true
	case isOf(e.Space, nsGML), e.Space == "gml":
		p.pair(either(e.Child("pos").Value(), e.Child("Point", "pos").Value()))
		return true
	case undeclared(e, "geo", nsW3CGeo):
		switch e.Name {
		case "Point":
			p.lat, p.lon = either(p.lat, e.Child("lat").Value()), either(p.lon, e.Child("long").Value())
		case "lat":
			p.lat = either(p.lat, e.Value())
		case "long", "lon":
			p.lon = either(p.lon, e.Value())
		case "lat_long":
			p.pair(e.Value())
		}
		return true
	}
	return false
}

// pair takes over latitude and longitude in one text, apart by a blank, a comma
// or a semicolon.
func (p *spot) pair(text string) {
	two := strings.FieldsFunc(text, func(c rune) bool { return c == ' ' || c == ',' || c == ';' })
	if len(two) == 2 && p.lat == "" {
		p.lat, p.lon = two[0], two[1]
	}
}
