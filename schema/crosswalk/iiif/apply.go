package iiif

import (
	"slices"

	"moselle/schema"
)

// places are the properties that meanings fill, the first that the class has.
var places = map[string][]string{
	"title": {"alternateName"}, "creator": {"creator"}, "contributor": {"contributor"}, "publisher": {"publisher"},
	"date": {"dateCreated", "temporalCoverage"}, "published": {"datePublished"}, "period": {"temporalCoverage"},
	"subject": {"about"}, "keywords": {"keywords"}, "genre": {"genre"}, "type": {"additionalType"}, "material": {"material"}, "size": {"size"},
	"language": {"inLanguage"}, "identifier": {"identifier"}, "description": {"abstract", "description"}, "text": {"text"},
	"holder": {"holdingArchive", "provider"}, "licence": {"usageInfo"}, "rights": {"copyrightNotice"}, "credit": {"creditText"}, "provenance": {"provenance"},
	"access": {"conditionsOfAccess"}, "origin": {"locationCreated"}, "shows": {"contentLocation", "spatialCoverage"},
	"people": {"contributor"}, "collection": {"isPartOf"}, "location": {"itemLocation"}, "page": {"url"},
}

// place returns the property that a meaning fills; nil when the class has none.
func (m *reading) place(meaning string) *schema.Property {
	for _, name := range places[meaning] {
		if p := m.b.Class().Property(name); p != nil {
			return p
		}
	}
	return nil
}

// apply puts a pair where it belongs; false when that place is taken already or
// the values do not fit it.
func (m *reading) apply(p pair) bool {
	to := m.place(p.meaning)
	if to == nil {
		return false
	}
	switch p.meaning {
	case "title":
		for _, v := range p.values {
			if !slices.ContainsFunc(m.title, func(t text) bool { return sameName(t.s, v.s) }) {
				m.b.Text(to.Name, v.lang, oneLine(v.s))
			}
		}
	case "keywords":
		for _, v := range several(p.values) {
			m.b.Text(to.Name, v.lang, oneLine(v.s))
		}
	case "creator", "contributor":
		for _, iri := range m.makers(to.Name, p) {
			m.b.Link(to.Name, iri)
		}
	case "people":
		m.people(p)
	case "collection":
		m.kept(p)
	case "publisher", "holder":
		return m.institution(to, p)
	case "date", "published", "period":
		return m.dates(to.Name, p)
	case "subject", "genre", "type", "material":
		concepts(m.b, to.Name, p)
	case "language":
		return languages(m.b, p)
	case "identifier":
		m.identifiers(p)
	case "origin", "shows", "location":
		return m.scenes(to, p)
	case "page":
		return m.pageOf(p)
	case "rights", "licence":
		m.reuse(m.b, p, m.license)
	default:
		return m.wording(to.Name, p)
	}
	return true
}

// sameName reports whether two titles differ in marks and upper case alone.
func sameName(a, b string) bool { return schema.NameKey(a) == schema.NameKey(b) }

// kept adds the collections that metadata name, of which no more is known than a
// page perhaps.
func (m *reading) kept(p pair) {
	for _, thing := range things(p.values) {
		m.b.Link("isPartOf", m.embed("Collection", schema.NameKey(thing[0].s), "isPartOf", func(c *schema.Builder) {
			name(c, thing)
			for _, t := range thing {
				c.Put("url", m.address(t.href))
			}
		}))
	}
}
