package lido

import (
	"regexp"
	"strconv"
	"strings"

	"moselle/connectors/markup"
	"moselle/schema"
)

// maxLevels bounds how many places around a place are looked at.
const maxLevels = 10

var (
	country  = regexp.MustCompile(`(?i)^(?:country|nation|state|staat|land|pays|état|etat|stat)$|country`)
	locality = regexp.MustCompile(`(?i)^(?:locality|commune|municipality|city|town|village|gemeinde|stadt|ort|ortsteil|ville|localité|gemeente|stad|plaats|inhabited place)$`)
	region   = regexp.MustCompile(`(?i)county|province|region|district|department|département|bundesland|kreis|provinz|provincie|canton|kanton`)
)

// place builds the place that an element names and returns its IRI; "" when it
// has no name. The places around it become its address.
func (m *mapper) place(b *schema.Builder, e *markup.Element, path string) schema.IRI {
	var names []*markup.Element
	for _, set := range e.All("namePlaceSet") {
		names = append(names, set.All("appellationValue")...)
	}
	name := first(names)
	if name == "" {
		if len(e.All("placeID")) > 0 || e.Child("gml") != nil {
			b.Fault(schema.Fault{Path: path, Value: e.Child("placeID").Value(), Message: "a place without a name (namePlaceSet) is left out"})
		}
		return ""
	}
	around := levels(e)
	key, same := identity(e.All("placeID"))
	if key == "" {
		var within []string
		for _, l := range around {
			within = append(within, l.name)
		}
		key = schema.PlaceKey(name, strings.Join(within, " "))
	}
	return m.embed("Place", key, path, func(p *schema.Builder) {
		m.names(p, names)
		for _, s := range same {
			p.Put("sameAs", s)
		}
		address(p, append([]level{{e.Attr("politicalEntity"), name}}, around...))
		m.position(p, e.Child("gml"))
	})
}

// named builds a place of which only a text is known.
func (m *mapper) named(texts []*markup.Element, path string) schema.IRI {
	name := first(texts)
	if name == "" {
		return ""
	}
	return m.embed("Place", schema.PlaceKey(name, ""), path, func(p *schema.Builder) {
		for _, t := range texts {
			p.Text("name", m.lang(t), t.Value())
		}
	})
}

// level is a place around another: what it is politically, and its name.
type level struct{ entity, name string }

func levels(e *markup.Element) (out []level) {
	for e = e.Child("partOfPlace"); e != nil && len(out) < maxLevels; e = e.Child("partOfPlace") {
		if name := e.Child("namePlaceSet", "appellationValue").Value(); name != "" {
			out = append(out, level{e.Attr("politicalEntity"), name})
		}
	}
	return out
}

// address adds town, region and country, each from the narrowest level of its
// kind. A country that is not known by its name is kept as the region.
func address(p *schema.Builder, all []level) {
	a := p.Part("address", "PostalAddress")
	for _, l := range all {
		switch {
		case locality.MatchString(l.entity):
			a.Put("addressLocality", l.name)
		case country.MatchString(l.entity) && schema.CountryCode(l.name) != "":
			a.Put("addressCountry", l.name)
		case country.MatchString(l.entity), region.MatchString(l.entity):
			a.Put("addressRegion", l.name)
		}
	}
}

// position adds the point of a GML geometry: gml:pos gives the latitude first
// unless the reference system or the settings say otherwise, gml:coordinates of
// GML 2 the longitude.
func (m *mapper) position(p *schema.Builder, gml *markup.Element) {
	if gml == nil {
		return
	}
	var pos *markup.Element
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
