package schemaorg

import (
	"slices"
	"strings"
)

// microformats reads the events that a page marks up as h-event (microformats2)
// or as vevent (hCalendar), with the places and agents in them, into a graph in
// the words of schema.org.
type microformats struct {
	graph *graph
	depth int
}

func (m *microformats) read(root *element) []note {
	m.events(root)
	return nil
}

func (m *microformats) events(e *element) {
	if e.class("h-event", "vevent") {
		m.event(e).top = true
		return
	}
	for _, k := range e.kids {
		m.events(k)
	}
}

// field is a property of a microformat and what it is in schema.org.
type field struct {
	name string // of microformats2; its prefix says how it is read
	to   string
}

// The properties that are read of an event, of a card and of an address.
var (
	eventFields = map[string]field{
		"p-name": {"p-name", "name"}, "p-summary": {"p-summary", "disambiguatingDescription"}, "p-description": {"p-description", "description"},
		"e-description": {"e-description", "description"}, "e-content": {"e-content", "description"}, "p-content": {"p-content", "description"},
		"dt-start": {"dt-start", "startDate"}, "dt-end": {"dt-end", "endDate"}, "dt-duration": {"dt-duration", "duration"},
		"u-url": {"u-url", "url"}, "u-uid": {"u-uid", "url"}, "u-photo": {"u-photo", "image"}, "u-featured": {"u-featured", "image"},
		"p-category": {"p-category", "keywords"}, "p-location": {"p-location", "location"}, "u-location": {"p-location", "location"},
		"p-organizer": {"p-organizer", "organizer"}, "u-organizer": {"p-organizer", "organizer"},
		"p-performer": {"p-performer", "performer"}, "p-status": {"p-status", "eventStatus"},
	}
	cardFields = map[string]field{
		"p-name": {"p-name", "name"}, "p-org": {"p-org", "legalName"}, "u-url": {"u-url", "url"}, "u-photo": {"u-photo", "image"}, "u-logo": {"u-photo", "image"},
		"p-tel": {"p-tel", "telephone"}, "u-email": {"u-email", "email"}, "p-note": {"p-note", "description"},
		"p-adr": {"p-adr", "address"}, "h-adr": {"p-adr", "address"}, "p-geo": {"p-geo", "geo"}, "u-geo": {"p-geo", "geo"}, "h-geo": {"p-geo", "geo"},
		"p-street-address": {"p-street-address", "streetAddress"}, "p-locality": {"p-locality", "addressLocality"}, "p-region": {"p-region", "addressRegion"},
		"p-postal-code": {"p-postal-code", "postalCode"}, "p-country-name": {"p-country-name", "addressCountry"},
		"p-latitude": {"p-latitude", "latitude"}, "p-longitude": {"p-longitude", "longitude"},
	}
	// The older names: hCalendar's and hCard's.
	oldEvent = map[string]field{
		"summary": {"p-name", "name"}, "description": eventFields["p-description"], "dtstart": eventFields["dt-start"], "dtend": eventFields["dt-end"],
		"duration": eventFields["dt-duration"], "url": eventFields["u-url"], "photo": eventFields["u-photo"], "category": eventFields["p-category"],
		"location": eventFields["p-location"], "organizer": eventFields["p-organizer"], "status": eventFields["p-status"],
	}
	oldCard = map[string]field{
		"fn": cardFields["p-name"], "org": cardFields["p-org"], "url": cardFields["u-url"], "photo": cardFields["u-photo"], "logo": cardFields["u-photo"],
		"tel": cardFields["p-tel"], "email": cardFields["u-email"], "adr": cardFields["p-adr"], "geo": cardFields["p-geo"],
		"street-address": cardFields["p-street-address"], "locality": cardFields["p-locality"], "region": cardFields["p-region"],
		"postal-code": cardFields["p-postal-code"], "country-name": cardFields["p-country-name"],
		"latitude": cardFields["p-latitude"], "longitude": cardFields["p-longitude"],
	}
)

// roots are the classes that begin a thing with properties of its own.
var roots = []string{"h-event", "vevent", "h-card", "vcard", "h-adr", "adr", "h-geo", "geo"}

func isRoot(e *element) bool { return e.class(roots...) }

func (m *microformats) event(e *element) *node {
	n := m.graph.named("", noScope, e.line)
	n.types = []string{"Event"}
	fields := eventFields
	if !e.class("h-event") {
		fields = oldEvent
	}
	m.fields(e, fields, func(e *element, f field) {
		switch f.to {
		case "location", "organizer", "performer":
			if isRoot(e) {
				m.add(n, f.to, value{node: m.card(e)})
				return
			}
		case "url":
			if f.name == "u-uid" && !strings.HasPrefix(address(m.graph, e), "http") {
				return
			}
		case "endDate":
			m.add(n, f.to, value{text: onDay(moment(e), first(n.all("startDate")).text)})
			return
		}
		m.add(n, f.to, m.value(e, f))
	})
	return n
}

// card reads a place, a person or an institution, or an address in place of one.
func (m *microformats) card(e *element) *node {
	n := m.graph.named("", noScope, e.line)
	n.used = true
	if m.depth++; m.depth > 5 {
		m.depth--
		return n
	}
	defer func() { m.depth-- }()
	fields := cardFields
	if !e.class("h-card", "h-adr", "h-geo") {
		fields = oldCard
	}
	postal := &node{types: []string{"PostalAddress"}, pos: e.line, part: m.graph.part}
	geo := &node{types: []string{"GeoCoordinates"}, pos: e.line, part: m.graph.part}
	m.fields(e, fields, func(e *element, f field) {
		switch f.to {
		case "streetAddress", "addressLocality", "addressRegion", "postalCode", "addressCountry":
			m.add(postal, f.to, m.value(e, f))
		case "latitude", "longitude":
			m.add(geo, f.to, m.value(e, f))
		case "address", "geo":
			inner := n
			if isRoot(e) {
				inner = m.card(e)
			}
			switch {
			case inner != n && len(inner.all(f.to)) > 0:
				m.add(n, f.to, inner.all(f.to)[0])
			case f.to == "geo":
				m.point(geo, e)
			default:
				m.add(n, f.to, m.value(e, f))
			}
		default:
			m.add(n, f.to, m.value(e, f))
		}
	})
	if e.class("h-geo", "geo") && len(geo.props) == 0 {
		m.point(geo, e)
	}
	m.attach(n, "address", postal)
	m.attach(n, "geo", geo)
	if len(n.all("name", "legalName")) == 0 && e.class("h-card", "vcard") {
		if len(n.all("address")) == 0 || len(e.kids) == 1 { // the implied name (parsing, section 1.2.5)
			m.add(n, "name", value{text: m.implied(e), lang: e.lang()})
		}
		if href, ok := e.link(); ok && e.tag == "a" {
			m.add(n, "url", value{text: resolve(m.graph.base, href)})
		}
	}
	return n
}

// attach adds a part of a card that says something, unless there is one.
func (m *microformats) attach(n *node, name string, part *node) {
	if len(part.props) > 0 && len(n.all(name)) == 0 {
		m.graph.keep(part)
		part.used = true
		n.add(name, value{node: part})
	}
}

// implied is what a card without a name is called: its text, or its picture's.
func (m *microformats) implied(e *element) string {
	if alt, ok := e.has("alt"); ok && e.tag == "img" {
		return alt
	}
	return e.content()
}

// point reads "49.61; 6.13", as an address of the scheme geo too.
func (m *microformats) point(geo *node, e *element) {
	text := strings.TrimPrefix(plainValueOf(e), "geo:")
	if href, ok := e.link(); ok && strings.HasPrefix(href, "geo:") {
		text = strings.TrimPrefix(href, "geo:")
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == ',' || r == ' ' })
	if len(parts) >= 2 {
		m.add(geo, "latitude", value{text: parts[0]})
		m.add(geo, "longitude", value{text: parts[1]})
	}
}

func (m *microformats) add(n *node, name string, v value) {
	if v.node != nil || strings.TrimSpace(v.text) != "" {
		n.add(name, v)
	}
}

// fields hands on the elements of a thing that are its properties, not those of
// the things in it.
func (m *microformats) fields(e *element, fields map[string]field, tell func(*element, field)) {
	for _, k := range e.kids {
		if k.tag == "" {
			continue
		}
		var told []string
		for _, c := range k.tokens("class") {
			if f, ok := fields[c]; ok && !slices.Contains(told, f.name) {
				told = append(told, f.name)
				tell(k, f)
			}
		}
		if !isRoot(k) {
			m.fields(k, fields, tell)
		}
	}
}

// value reads a property by the prefix of its name (parsing, section 1.2).
func (m *microformats) value(e *element, f field) value {
	switch {
	case strings.HasPrefix(f.name, "u-"):
		return value{text: address(m.graph, e)}
	case strings.HasPrefix(f.name, "dt-"):
		return value{text: moment(e)}
	case strings.HasPrefix(f.name, "e-"):
		return value{text: e.content(), lang: e.lang()}
	}
	return value{text: plainValueOf(e), lang: e.lang()}
}
