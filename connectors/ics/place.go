package ics

import (
	"regexp"
	"strconv"
	"strings"

	"moselle/schema"
	wire "moselle/schema/wire/ics"
)

// place is where an event happens, as far as a LOCATION tells.
type place struct {
	schema.Address
	lat, lon float64
	located  bool // lat and lon are known
	line     int  // where they stand
}

// key is what the place is filed under.
func (p *place) key() string { return schema.PlaceKey(p.Name, p.Locality) }

// learn takes over what another mention of the same place adds.
func (p *place) learn(q place) {
	for _, f := range [...]struct {
		to   *string
		from string
	}{{&p.Street, q.Street}, {&p.PostalCode, q.PostalCode}, {&p.Locality, q.Locality}, {&p.Country, q.Country}} {
		if *f.to == "" {
			*f.to = f.from
		}
	}
	if !p.located && q.located {
		p.lat, p.lon, p.located, p.line = q.lat, q.lon, true, q.line
	}
}

// far reports positions that cannot be of one place: more than about a
// kilometre apart.
func (p *place) far(q place) bool {
	return p.located && q.located && (p.lat-q.lat > 0.01 || q.lat-p.lat > 0.01 || p.lon-q.lon > 0.015 || q.lon-p.lon > 0.015)
}

// learn reads an event's place and adds what it says to what is known of it.
func (m *mapper) learn(e *entry) {
	p := m.readPlace(e)
	if p == nil {
		return
	}
	if known := m.places[p.key()]; known != nil {
		known.learn(*p)
		return
	}
	m.places[p.key()] = p
}

// placeOf returns the place of an event, nil when it names none.
func (m *mapper) placeOf(e *entry) *place {
	p := m.readPlace(e)
	if p == nil {
		return nil
	}
	return m.places[p.key()]
}

// unfilled is a placeholder that a calendar program should have filled in.
var unfilled = regexp.MustCompile(`#_[A-Z]{3,}(?:\{[^{}]*\})?|\{\{[^{}]*\}\}|%[A-Z_]{3,}%`)

func isUnfilled(text string) bool {
	return strings.ContainsAny(text, "#{%") && unfilled.MatchString(text)
}

// readPlace reads LOCATION and what stands beside it; the settings' place when
// there is none.
func (m *mapper) readPlace(e *entry) *place {
	text := strings.TrimSpace(e.Text("LOCATION"))
	if isURL(text) {
		return nil
	}
	if isUnfilled(text) {
		text = strings.Trim(unfilled.ReplaceAllString(text, ""), " ,;")
	}
	p, ok := m.read[text]
	if !ok {
		p = &place{}
		if text != "" {
			p.Address = schema.ParseAddress(text)
		}
		if p.Name == "" {
			p.Address = schema.Address{Name: m.Place}
		}
		if p.Name != "" {
			m.settle(p)
		}
		m.read[text] = p
	}
	if p.Name == "" {
		return nil
	}
	own := *p
	own.position(e)
	return &own
}

// settle adds what the settings say of places.
func (m *mapper) settle(p *place) {
	if schema.NameKey(p.Name) == schema.NameKey(m.Place) && p.Street == "" && p.PostalCode == "" {
		p.Street, p.PostalCode = m.Street, m.PostalCode
	}
	if p.Locality == "" {
		p.Locality = m.Locality
	}
	if p.Country == "" {
		p.Country = strings.ToUpper(m.Country)
	}
}

// position reads GEO, or what Apple writes in its place.
func (p *place) position(e *entry) {
	if g := e.Prop("GEO"); g != nil {
		if lat, lon, err := wire.ParseGeo(g.Value); err == nil && (lat != 0 || lon != 0) {
			p.lat, p.lon, p.located, p.line = lat, lon, true, g.Line
			return
		}
	}
	if g := e.Prop("X-APPLE-STRUCTURED-LOCATION"); g != nil {
		at, _, _ := strings.Cut(strings.TrimPrefix(g.Value, "geo:"), ";")
		if lat, lon, err := wire.ParseGeo(at); err == nil && (lat != 0 || lon != 0) {
			p.lat, p.lon, p.located, p.line = lat, lon, true, g.Line
		}
	}
}

func (m *mapper) placeDraft(event *schema.Builder, e *entry, p *place) schema.Draft {
	b := schema.Build(m.env.Source, "Place", p.key())
	b.Text("name", m.lang, p.Name)
	a := b.Part("address", "PostalAddress")
	a.Put("streetAddress", p.Street)
	a.Put("postalCode", p.PostalCode)
	a.Put("addressLocality", p.Locality)
	a.Put("addressCountry", p.Country)
	if p.located {
		g := b.Part("geo", "GeoCoordinates")
		g.Put("latitude", strconv.FormatFloat(p.lat, 'f', -1, 64))
		g.Put("longitude", strconv.FormatFloat(p.lon, 'f', -1, 64))
	}
	var own place
	if own.position(e); own.far(*p) {
		event.Fault(schema.Fault{Path: "location.geo", Value: e.Value("GEO"), Message: "line " + number(own.line) + ": " + p.Name +
			" lies elsewhere in line " + number(p.line) + ", whose position is kept: name two places apart"})
	}
	d, _ := b.Draft() // what it lacks is not the event's fault
	return d
}
