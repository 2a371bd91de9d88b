package lido

import (
	"moselle/schema"
	"moselle/schema/dom"
)

// place writes a place as an element of a name, with those around it; nothing for
// nil.
func (w Writer) place(parent *dom.Element, name string, n *schema.Node) {
	if n != nil {
		w.located(parent.Add(name), n, 0)
	}
}

// located writes a place: what the address says of those around it, then the
// place that it is in.
func (w Writer) located(e *dom.Element, n *schema.Node, depth int) {
	knownBy(e, "placeID", n, true)
	appellations(e.Add("namePlaceSet"), n)
	if g := n.Node("geo"); g != nil {
		point := &dom.Element{Space: gmlSpace, Name: "Point", Attrs: []dom.Attr{{Name: "srsName", Value: wgs84}}}
		point.AddText("pos", g.String("latitude")+" "+g.String("longitude"))
		gml := e.Add("gml")
		gml.Children = append(gml.Children, point)
	}
	var around *schema.Node
	if depth < maxLevels {
		around = w.record(firstOf(n.Refs("containedInPlace")))
	}
	own := entity(n)
	e.Set("politicalEntity", own)
	for _, l := range entities {
		if name := said(n, l.prop); name != "" && l.entity != own && said(around, l.prop) != name {
			e = e.Add("partOfPlace").Set("politicalEntity", l.entity)
			e.Add("namePlaceSet").AddText("appellationValue", name)
		}
	}
	if around != nil {
		w.located(e.Add("partOfPlace"), around, depth+1)
	}
}

// entities are what of an address is a place around another, the narrowest first.
var entities = []struct{ prop, entity string }{{"addressLocality", "city"}, {"addressRegion", "region"}, {"addressCountry", "country"}}

// entity returns what a place is politically, when its address begins with itself;
// "" for all others.
func entity(n *schema.Node) string {
	for _, l := range entities {
		name := said(n, l.prop)
		if name == "" {
			continue
		}
		if named(n, func(s string) bool { return s == name || l.entity == "country" && schema.CountryCode(s) == name }) {
			return l.entity
		}
		return ""
	}
	return ""
}

// said returns what the address of a place says; "" for nothing and of no place.
func said(n *schema.Node, prop string) string {
	if n == nil || n.Node("address") == nil {
		return ""
	}
	return n.Node("address").String(prop)
}
