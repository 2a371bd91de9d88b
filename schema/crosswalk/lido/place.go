package lido

import (
	"regexp"
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/dom"
)

// maxLevels bounds how many places around a place are looked at.
const maxLevels = 10

var (
	country  = regexp.MustCompile(`(?i)^(?:country|nation|state|staat|land|pays|état|etat|stat)$|country|/Q6256$`)
	locality = regexp.MustCompile(`(?i)^(?:locality|commune|municipality|city|town|village|gemeinde|stadt|ort|ortsteil|ville|localité|gemeente|stad|plaats|inhabited place)$|/Q515$`)
	region   = regexp.MustCompile(`(?i)county|province|region|district|department|département|bundesland|kreis|provinz|provincie|canton|kanton`)
)

// place builds the place that an element names and returns its IRI; "" when it
// has no name. shown are what it is called where it has none of its own. The
// places around it become its address; of which more is known than their name
// and kind, records of their own.
func (m *reader) place(b *schema.Builder, e *dom.Element, path string, shown []*dom.Element) schema.IRI {
	names := placeNames(e)
	if m.main(names) == "" {
		names = shown
	}
	nest(e)
	name := m.main(names)
	if part := e.Child("partOfPlace"); name == "" && part != nil && e.Child("gml") == nil {
		return m.place(b, part, path, nil) // all that is said of it is what it is in
	}
	if name == "" {
		if len(e.All("placeID")) > 0 || e.Child("gml") != nil {
			b.Fault(schema.Fault{Path: path, Value: e.Child("placeID").Value(), Message: "a place without a name (namePlaceSet) is left out"})
		}
		return ""
	}
	around := m.levels(e)
	key, same := identity(e.All("placeID"))
	if key == "" {
		var within []string
		for _, l := range around {
			within = append(within, l.key())
		}
		key = schema.PlaceKey(name, strings.Join(within, " "))
	}
	return m.Embed("Place", key, path, func(p *schema.Builder) {
		m.names(p, names)
		for _, s := range same {
			p.Put("sameAs", s)
		}
		taken := address(p, append([]level{{entityOf(e), name, nil}}, around...))
		m.position(p, e.Child("gml"))
		for i, l := range around {
			if !taken[i+1] || first(l.e.All("placeID")) != "" {
				p.Link("containedInPlace", m.place(p, l.e, path, nil))
				break
			}
		}
	})
}

// nest puts several places around a place into each other, the narrowest first.
func nest(e *dom.Element) {
	around := e.All("partOfPlace")
	if len(around) < 2 {
		return
	}
	e.Children = slices.DeleteFunc(e.Children, func(c *dom.Element) bool { return c.Name == "partOfPlace" })
	slices.SortStableFunc(around, func(a, b *dom.Element) int { return width(a) - width(b) })
	for _, c := range around {
		e.Children = append(e.Children, c)
		for e = c; e.Child("partOfPlace") != nil; {
			e = e.Child("partOfPlace")
		}
	}
}

// width says how wide a place is politically.
func width(e *dom.Element) int {
	switch entity := entityOf(e); {
	case country.MatchString(entity):
		return 3
	case region.MatchString(entity):
		return 2
	case locality.MatchString(entity):
		return 1
	}
	return 0
}

func placeNames(e *dom.Element) (names []*dom.Element) {
	for _, set := range e.All("namePlaceSet") {
		names = append(names, set.All("appellationValue")...)
	}
	return names
}

// level is a place around another: what it is politically, and its name.
type level struct {
	entity, name string
	e            *dom.Element
}

// key is what stands for a level in the key of a place within it.
func (l level) key() string {
	if code := schema.CountryCode(l.name); code != "" && country.MatchString(l.entity) {
		return code
	}
	return l.name
}

func (m *reader) levels(e *dom.Element) (out []level) {
	for e = e.Child("partOfPlace"); e != nil && len(out) < maxLevels; e = e.Child("partOfPlace") {
		if name := m.main(placeNames(e)); name != "" {
			out = append(out, level{entityOf(e), name, e})
		}
	}
	return out
}

// entityOf returns what a place is politically: LIDO 1.0 has a word for it, LIDO
// 1.1 a concept.
func entityOf(e *dom.Element) string {
	for _, s := range []string{e.Attr("politicalEntity"), e.Child("placeClassification", "conceptID").Value(), first(e.All("placeClassification", "term"))} {
		if country.MatchString(s) || locality.MatchString(s) || region.MatchString(s) {
			return s
		}
	}
	return ""
}

// address adds town, region and country, each from the narrowest level of its
// kind, and reports which levels it took. A country that is not known by its name
// is kept as the region.
func address(p *schema.Builder, all []level) (taken []bool) {
	a := p.Part("address", "PostalAddress")
	taken = make([]bool, len(all))
	put := func(i int, prop string) {
		taken[i] = !a.Has(prop)
		a.Put(prop, all[i].name)
	}
	for i, l := range all {
		switch {
		case locality.MatchString(l.entity):
			put(i, "addressLocality")
		case country.MatchString(l.entity) && schema.CountryCode(l.name) != "":
			put(i, "addressCountry")
		case country.MatchString(l.entity), region.MatchString(l.entity):
			put(i, "addressRegion")
		}
	}
	return taken
}
