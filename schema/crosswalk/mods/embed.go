package mods

import (
	"regexp"
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/crosswalk"
)

// hosts adds what it is part of, which is known by its title and held by whoever
// holds the part, unless another is named.
func (m reader) hosts(d *Description) {
	for _, h := range d.Hosts {
		title := crosswalk.OneLine(h.Title.Text)
		if title == "" {
			continue
		}
		var holder schema.IRI
		for _, by := range slices.Concat(h.Holders, d.Holders) {
			if holder = m.Agent("Organization", by.Lang, by.Text, "", "isPartOf.provider"); holder != "" {
				break
			}
		}
		m.b.Link("isPartOf", m.Embed("Collection", schema.NameKey(title), "isPartOf", func(c *schema.Builder) {
			c.Text("name", m.LangOf(h.Title.Lang), title)
			c.Link("provider", holder)
		}))
	}
}

var degrees = regexp.MustCompile(`^\s*(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*$`)

// place returns the record of a place with its authority and its position, which
// is read as latitude and longitude in degrees.
func (m reader) place(s Subject) schema.IRI {
	name := crosswalk.OneLine(s.Text)
	if name == "" {
		return ""
	}
	key := schema.PlaceKey(name, "")
	if s.IRI != "" {
		key = strings.Replace(s.IRI, "http://", "https://", 1)
	}
	return m.Embed("Place", key, "contentLocation", func(p *schema.Builder) {
		p.Text("name", m.LangOf(s.Lang), name)
		p.Put("sameAs", s.IRI)
		if f := degrees.FindStringSubmatch(s.Point); f != nil {
			g := p.Part("geo", "GeoCoordinates")
			g.Put("latitude", f[1])
			g.Put("longitude", f[2])
		}
	})
}
