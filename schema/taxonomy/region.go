package taxonomy

import (
	"strings"

	"moselle/schema"
)

// countries are the countries of the region tree, by ISO 3166 code in capitals
// and by name.
type countries map[string]*country

// country is what addresses are placed by in one country.
type country struct {
	concept *Concept
	postal  map[string]*Concept // by how the postal codes within it begin
	areas   map[string][]place  // by name: what holds others or has a NUTS code
	towns   map[string][]place  // by name: what holds no others
	plain   bool                // without postal areas: its towns are all there
}

// place is one bearer of a name; hidden when the name is not the place's own.
type place struct {
	*Concept
	hidden bool
}

func newCountries(regions *Scheme) countries {
	all := countries{}
	for _, top := range regions.Concepts {
		if top.Broader != nil {
			continue
		}
		c := &country{top, map[string]*Concept{}, map[string][]place{}, map[string][]place{}, true}
		c.add(top.Narrower)
		all[top.Notation] = c
		for _, label := range top.Labels {
			all[schema.NameKey(label)] = c
		}
	}
	return all
}

func (c *country) add(concepts []*Concept) {
	for _, r := range concepts {
		for _, code := range r.postal {
			c.postal[code] = r
			c.plain = false
		}
		for _, label := range r.Labels {
			c.name(label, place{r, false})
		}
		for _, labels := range r.Alt {
			for _, label := range labels {
				c.name(label, place{r, false})
			}
		}
		for _, label := range r.Hidden {
			c.name(label, place{r, true})
		}
		c.add(r.Narrower)
	}
}

func (c *country) name(label string, p place) {
	key := schema.NameKey(label)
	if len(p.Narrower) > 0 || p.Notation != "" {
		c.areas[key] = append(c.areas[key], p)
	}
	if len(p.Narrower) == 0 {
		c.towns[key] = append(c.towns[key], p)
	}
}

// Region returns the deepest region that an address says for certain, nil
// outside the four countries. The country is an ISO 3166 code or a name; without
// one the letter before a postal code says it ("L-1234"). A postal code counts
// for more than the name of a region, and that for more than the name of a
// place: France by the département that the first two digits are, Belgium by
// province and by the communes of Ostbelgien, Germany where a code leaves no
// doubt about the Land. A locality is a commune of the area found so far, by any
// of its names; in Luxembourg also by the villages within it. A name that fits
// two, or contradicts the postal code, adds nothing.
func Region(country, postcode, locality, region string) *Concept {
	postcode, letter := postal(postcode)
	c := load().countries.named(country, letter)
	if c == nil {
		return nil
	}
	at := c.concept
	for n := len(postcode); n > 0 && at == c.concept; n-- {
		if area := c.postal[postcode[:n]]; area != nil {
			at = area
		}
	}
	if region != "" {
		at = deepest(c.areas[schema.NameKey(region)], at, true)
	}
	if locality != "" {
		at = deepest(c.towns[schema.NameKey(locality)], at, c.plain || at != c.concept)
	}
	return at
}

// deepest returns the one place that lies within at, or at when there is none
// or more than one; hidden says whether hidden names count.
func deepest(places []place, at *Concept, hidden bool) *Concept {
	found := at
	for _, p := range places {
		if p.Concept == found || p.hidden && !hidden || !p.Within(at) {
			continue
		}
		if found != at {
			return at
		}
		found = p.Concept
	}
	return found
}

// named returns the country of a code or a name, or of the letter of a postal
// code when neither is given.
func (all countries) named(name, letter string) *country {
	name = strings.TrimSpace(name)
	if name == "" {
		name = letter
	}
	if c := all[strings.ToUpper(name)]; c != nil || name == "" {
		return c
	}
	return all[schema.NameKey(name)]
}

// postal returns the digits of a postal code and the code of the country that
// its letters mean; "" for one that is no postal code of the four countries.
func postal(code string) (digits, country string) {
	code = strings.ToUpper(strings.ReplaceAll(code, " ", ""))
	digits = strings.TrimLeft(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-")
	letters := strings.TrimRight(code[:len(code)-len(digits)], "-")
	if len(digits) < 4 || len(digits) > 5 || strings.Trim(digits, "0123456789") != "" {
		return "", ""
	}
	switch letters {
	case "L":
		letters = "LU"
	case "F":
		letters = "FR"
	case "D":
		letters = "DE"
	case "B":
		letters = "BE"
	}
	return digits, letters
}
