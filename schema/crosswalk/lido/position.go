package lido

import (
	"strconv"
	"strings"

	"moselle/schema"
	"moselle/schema/dom"
)

// position adds the point of a GML geometry: gml:pos gives the latitude first
// unless the reference system or the settings say otherwise, gml:coordinates of
// GML 2 the longitude.
func (m *reader) position(p *schema.Builder, gml *dom.Element) {
	if gml == nil || len(gml.Children) == 0 && gml.Value() == "" {
		return
	}
	var pos *dom.Element
	system, lonFirst := "", m.LonLat
	for _, path := range [][]string{{"Point", "pos"}, {"Point", "coordinates"}, {"pos"}, {"coordinates"}} {
		if pos = gml.Child(path...); pos != nil {
			system = pos.Attr("srsName") + pos.Parent.Attr("srsName")
			lonFirst = lonFirst || path[len(path)-1] == "coordinates"
			break
		}
	}
	numbers := strings.FieldsFunc(pos.Value(), func(r rune) bool { return r == ' ' || r == ',' || r == ';' })
	if len(numbers) < 2 {
		p.Fault(schema.Fault{Path: "geo", Value: gml.Value(), Message: "only points are read: write gml:Point with gml:pos, the latitude first"})
		return
	}
	if system != "" && !strings.Contains(system, "4326") && !strings.Contains(system, "CRS84") && !strings.Contains(strings.ToUpper(system), "WGS") {
		p.Fault(schema.Fault{Path: "geo", Value: system, Message: "only positions in WGS 84 (EPSG:4326) are read"})
		return
	}
	lat, lon := numbers[0], numbers[1]
	if lonFirst || strings.Contains(system, "CRS84") {
		lat, lon = lon, lat
	}
	for _, s := range []string{lat, lon} {
		if _, err := strconv.ParseFloat(s, 64); err != nil {
			p.Fault(schema.Fault{Path: "geo", Value: pos.Value(), Message: "not two numbers: write degrees with a point, as in 49.61 6.13"})
			return
		}
	}
	g := p.Part("geo", "GeoCoordinates")
	g.Put("latitude", lat)
	g.Put("longitude", lon)
}
