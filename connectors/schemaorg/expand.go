package schemaorg

import (
	"slices"
	"strings"

	"moselle/schema/vocab"
)

// add reads one JSON-LD value into the graph.
func (g *graph) add(v any) { g.values(v, noScope, term{}, true) }

// values returns what a JSON value says as values of a property. top is whether
// it stands at the top of the document.
func (g *graph) values(v any, s *scope, t term, top bool) []value {
	lang := s.lang
	if t.lang != "" {
		lang = t.lang
	}
	switch v := v.(type) {
	case bool:
		if v {
			return []value{{text: "true"}}
		}
		return []value{{text: "false"}}
	case number:
		return []value{{text: string(v)}}
	case string:
		return []value{{text: v, lang: lang}}
	case []any:
		var out []value
		for _, e := range v {
			out = append(out, g.values(e, s, t, top)...)
		}
		return out
	case *object:
		if t.container == "@language" || isLanguageMap(v, s) {
			var out []value
			for _, m := range v.members {
				out = append(out, g.values(m.value, s, term{lang: m.key}, false)...)
			}
			return out
		}
		return g.object(v, s, top)
	}
	return nil
}

// isLanguageMap reports whether an object has nothing but languages for keys
// and texts for values, as {"fr": "…", "de": "…"}: many sources write their
// texts so whatever their context says.
func isLanguageMap(o *object, s *scope) bool {
	for _, m := range o.members {
		k, _, _ := strings.Cut(m.key, "-")
		if len(k) < 2 || len(k) > 3 || strings.Trim(k, "abcdefghijklmnopqrstuvwxyz") != "" || read[k] || keyword(k, s) != "" {
			return false
		}
		if _, ok := m.value.(string); !ok {
			return false
		}
	}
	return len(o.members) > 0
}

// object reads a node, a value object, a list or a set.
func (g *graph) object(o *object, s *scope, top bool) []value {
	for _, m := range o.members {
		if m.key == "@context" {
			s = s.with(m.value)
		}
	}
	var id, lang string
	var types, literal any
	isLiteral := false
	for _, m := range o.members {
		switch key := keyword(m.key, s); key {
		case "@id":
			if text, ok := m.value.(string); ok && (id == "" || m.key == key) {
				id = text
			}
		case "@type":
			if types == nil || m.key == key {
				types = m.value
			}
		case "@value":
			literal, isLiteral = m.value, true
		case "@language":
			lang, _ = m.value.(string)
		case "@list", "@set":
			return g.values(m.value, s, term{}, top)
		}
	}
	if isLiteral {
		out := g.values(literal, s, term{}, false)
		for i := range out {
			out[i].lang = lang
		}
		return out
	}
	n := g.named(strings.TrimSpace(id), s, o.pos)
	into := n
	if len(n.props) > 0 { // described before: see join
		into = &node{id: n.id, relative: n.relative, part: g.part, pos: o.pos}
	} else if len(o.members) > 1 {
		n.part, n.pos = g.part, o.pos
	}
	into.types = appendTypes(into.types, types, s)
	g.members(into, o, s, top)
	if into != n {
		n = g.join(n, into)
	}
	n.top, n.used = n.top || top, n.used || !top
	return []value{{node: n}}
}

// keyword returns the JSON-LD keyword that a key is or stands for, "" for none.
func keyword(key string, s *scope) string {
	if strings.HasPrefix(key, "@") {
		return key
	}
	if t, ok := s.terms[key]; ok {
		if strings.HasPrefix(t.iri, "@") {
			return t.iri
		}
	} else if s.vocab == vocab.Schema && (key == "type" || key == "id") { // schema.org's own context says so
		return "@" + key
	}
	return ""
}

func appendTypes(types []string, v any, s *scope) []string {
	switch v := v.(type) {
	case string:
		iri, _ := s.expand(strings.TrimSpace(v))
		if name := local(iri); name != "" && !slices.Contains(types, name) {
			types = append(types, name)
		}
	case []any:
		for _, e := range v {
			if _, ok := e.(string); ok {
				types = appendTypes(types, e, s)
			}
		}
	}
	return types
}

// members reads an object's properties into n. Those that are not mapped are
// read too, for the things that stand inside them.
func (g *graph) members(n *node, o *object, s *scope, top bool) {
	for _, m := range o.members {
		switch keyword(m.key, s) {
		case "":
		case "@graph", "@included":
			g.values(m.value, s, term{}, top)
			continue
		case "@reverse":
			if r, ok := m.value.(*object); ok {
				for _, m := range r.members {
					iri, t := s.expand(m.key)
					g.reverse(n, local(iri), g.values(m.value, s, t, false))
				}
			}
			continue
		default:
			continue
		}
		iri, t := s.expand(m.key)
		name := local(iri)
		if usual, ok := variants[name]; ok {
			name = usual
		}
		values := g.values(m.value, s, t, top && lists[name])
		switch {
		case t.reverse:
			g.reverse(n, name, values)
		case read[name]:
			n.add(name, values...)
		}
	}
}

func (g *graph) reverse(n *node, name string, from []value) {
	for _, v := range from {
		if v.node != nil && read[name] {
			v.node.add(name, value{node: n})
		}
	}
}

// variants are older and plural names of properties, and those that say nearly
// the same.
var variants = map[string]string{
	"organiser": "organizer", "performers": "performer", "actors": "actor", "directors": "director",
	"subEvents": "subEvent", "containedIn": "containedInPlace", "workPresented": "workPerformed", "photos": "photo",
}

// lists are the properties by which a document lists its things: what they lead
// to stands as much at the top as the list.
var lists = set("itemListElement", "item", "mainEntity", "dataFeedElement")

// read are the properties that are mapped.
var read = set("name", "prefLabel", "alternateName", "headline", "description", "disambiguatingDescription", "abstract", "url", "sameAs", "image", "photo", "logo",
	"additionalType", "keywords", "about", "inLanguage", "identifier", "isAccessibleForFree", "wasDerivedFrom",
	// events
	"startDate", "endDate", "previousStartDate", "doorTime", "duration", "eventStatus", "eventAttendanceMode", "location",
	"organizer", "performer", "actor", "director", "offers", "typicalAgeRange", "genre",
	"audience", "audienceType", "accessibilityFeature", "amenityFeature", "sponsor", "funder",
	"workFeatured", "workPerformed", "superEvent", "subEvent", "eventSchedule",
	"openingHoursSpecification", "specialOpeningHoursSpecification",
	// schedules, hours and offers
	"repeatFrequency", "repeatCount", "byDay", "byMonth", "byMonthDay", "byMonthWeek", "exceptDate", "startTime", "endTime", "scheduleTimezone",
	"dayOfWeek", "opens", "closes", "validFrom", "validThrough",
	"price", "lowPrice", "highPrice", "minPrice", "maxPrice", "priceCurrency", "priceSpecification", "availability",
	// places
	"address", "streetAddress", "postalCode", "addressLocality", "addressRegion", "addressCountry",
	"geo", "latitude", "longitude", "elevation", "containedInPlace", "telephone", "email", "publicAccess", "maximumAttendeeCapacity", "remainingAttendeeCapacity",
	// people and institutions
	"legalName", "givenName", "familyName", "birthDate", "deathDate", "birthPlace", "deathPlace", "hasOccupation", "jobTitle",
	"contactPoint", "parentOrganization", "areaServed",
	// works and pictures
	"creator", "author", "artist", "byArtist", "contributor", "dateCreated", "temporalCoverage", "locationCreated", "contentLocation", "spatialCoverage",
	"material", "artMedium", "artform", "size", "width", "height", "depth", "text", "holdingArchive", "provider", "itemLocation",
	"associatedMedia", "copyrightNotice", "usageInfo", "conditionsOfAccess", "isBasedOn", "license", "creditText",
	"contentUrl", "thumbnailUrl", "thumbnail", "encodingFormat", "caption", "value", "propertyID", "termCode", "unitText", "unitCode")

func set(names ...string) map[string]bool {
	m := make(map[string]bool, len(names))
	for _, n := range names {
		m[n] = true
	}
	return m
}
