package edm

import (
	"strconv"
	"strings"

	"moselle/schema"
	"moselle/schema/crosswalk/edm"
)

// maxLevels bounds how many places around a place are looked at.
const maxLevels = 8

// place builds the place that a value names, with those around it that the record
// describes; "" when it has no name.
func (m *mapper) place(b *schema.Builder, v edm.Value, path string, level int) schema.IRI {
	x := v.Context
	if x == nil {
		name := oneLine(schema.PlainText(v.Text))
		if name == "" {
			m.nameless(path, v.Ref)
			return ""
		}
		return m.records.EmbedNamed("Place", schema.PlaceKey(name, ""), path, func(p *schema.Builder) { p.Text("name", m.lang(v), name) })
	}
	names := x.Values(edm.PrefLabel)
	if len(names) == 0 {
		m.nameless(path, x.ID)
		return ""
	}
	return m.records.Embed("Place", keyOfContext(x, schema.PlaceKey(names[0].Text, "")), path, func(p *schema.Builder) {
		m.describe(p, x)
		m.position(p, x)
		for _, around := range firstOf(x.Values(edm.IsPartOf)) {
			if around.Context != nil && level < maxLevels {
				p.Link("containedInPlace", m.place(p, around, path, level+1))
			}
		}
	})
}

// position adds where a place is, when both degrees are said and lie on the
// globe.
func (m *mapper) position(p *schema.Builder, x *edm.Context) {
	lat, long := firstOf(x.Values(edm.Lat)), firstOf(x.Values(edm.Long))
	if len(lat) == 0 || len(long) == 0 {
		return
	}
	if !within(lat[0].Text, 90) || !within(long[0].Text, 180) {
		p.Fault(schema.Fault{Path: "geo", Value: lat[0].Text + " " + long[0].Text, Message: "no position on the globe: write wgs84_pos:lat from -90 to 90 and wgs84_pos:long from -180 to 180, with a point, as in 49.61"})
		return
	}
	g := p.Part("geo", "GeoCoordinates")
	g.Put("latitude", lat[0].Text)
	g.Put("longitude", long[0].Text)
	for _, alt := range firstOf(x.Values(edm.Alt)) {
		g.Put("elevation", alt.Text)
	}
}

func within(degrees string, limit float64) bool {
	f, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(degrees), ",", ".", 1), 64)
	return err == nil && f >= -limit && f <= limit
}
