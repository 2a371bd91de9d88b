package web

import (
	"strconv"
	"strings"

	"moselle/hub/catalog"
	"moselle/schema"
	"moselle/schema/taxonomy"
)

// facts are the labelled lines of a page, in reading order. Lines without a
// value are left out.
func (v view) facts(card catalog.Card) []fact {
	var out []fact
	add := func(label string, values ...link) {
		var kept []link
		for _, l := range values {
			if l.Text != "" {
				kept = append(kept, l)
			}
		}
		if len(kept) > 0 {
			out = append(out, fact{v.T("field." + label), kept, label == "region"})
		}
	}
	add("location", v.places(card)...)
	add("address", link{Text: v.address()})
	add("region", v.region()...)
	for _, u := range card.Online {
		add("online", link{Text: host(u), URL: u})
	}
	add("creator", v.records("creator")...)
	add("performer", v.records("performer")...)
	add("organizer", v.records("organizer")...)
	add("offers", v.prices(card)...)
	add("dateCreated", link{Text: card.Date, Lang: other(v.lang, card.DateLang)})
	add("life", link{Text: life(v.node)})
	add("birthPlace", v.records("birthPlace")...)
	add("deathPlace", v.records("deathPlace")...)
	add("hasOccupation", v.terms("hasOccupation")...)
	add("additionalType", v.kinds()...)
	add("material", v.terms("material")...)
	add("size", v.text("size"))
	add("about", v.terms("about")...)
	add("contentLocation", v.records("contentLocation")...)
	add("camera", v.camera(card.Camera))
	add("itemLocation", v.records("itemLocation")...)
	if card.Class != "Work" && card.Latitude != nil && card.Longitude != nil {
		add("position", v.point(*card.Latitude, *card.Longitude))
	}
	add("audience", v.filed("audience", v.node.Nodes("audience"))...)
	add("typicalAgeRange", link{Text: ages(v.node.String("typicalAgeRange"))})
	add("accessibilityFeature", v.filed("accessibility", taxonomy.FeaturesOf(v.whereabouts()...))...)
	add("inLanguage", v.languages()...)
	add("telephone", v.contacts("telephone")...)
	add("email", v.contacts("email")...)
	add("holder", append(v.records("holdingArchive"), v.records("provider")...)...)
	add("identifier", v.identifiers()...)
	add("provenance", v.text("provenance"))
	add("file", web(v.node.String("contentUrl")))
	add("license", v.licence("license"))
	add("copyrightNotice", v.text("copyrightNotice"))
	add("creditText", v.text("creditText"))
	add("series", v.records("superEvent")...)
	v.concept(add)
	add("url", web(card.URL))
	for _, prop := range []string{"sameAs", "exactMatch", "closeMatch"} {
		for _, iri := range v.node.Refs(prop) {
			add("sameAs", web(string(iri)))
		}
	}
	add("published", append(v.records("publisher"), v.records("sdPublisher")...)...)
	return merged(out)
}

// merged puts the lines of one label together.
func merged(facts []fact) []fact {
	var out []fact
	for _, f := range facts {
		if n := len(out); n > 0 && out[n-1].Label == f.Label {
			out[n-1].Values = append(out[n-1].Values, f.Values...)
			continue
		}
		out = append(out, f)
	}
	return out
}

func (v view) places(card catalog.Card) []link {
	if card.Class != "Event" {
		return v.records("location")
	}
	var out []link
	for _, p := range card.Places {
		out = append(out, link{Text: oneLine(p.Place, p.Street, strings.TrimSpace(p.Postcode+" "+p.Locality)), Lang: other(v.lang, p.PlaceLang),
			URL: v.catalog.Page(v.lang, v.catalog.IRI(p.PlaceID))})
	}
	return out
}

// address is the thing's own.
func (v view) address() string {
	a := v.node.Node("address")
	if a == nil {
		return ""
	}
	country := a.String("addressCountry")
	return oneLine(a.String("streetAddress"), strings.TrimSpace(a.String("postalCode")+" "+a.String("addressLocality")),
		v.Or("country."+country, country))
}

// point gives a position that leads to a map.
func (v view) point(lat, lon float64) link {
	return link{Text: degrees(lat) + ", " + degrees(lon), Title: v.T("map.open"), URL: mapURL(degrees(lat), degrees(lon))}
}

// mapURL leads to a map with a mark on it.
func mapURL(lat, lon string) string {
	return "https://www.openstreetmap.org/?mlat=" + lat + "&mlon=" + lon + "#map=17/" + lat + "/" + lon
}

// camera says where a camera stood and which way it looked.
func (v view) camera(c *catalog.Camera) link {
	if c == nil {
		return link{}
	}
	l := v.point(c.Latitude, c.Longitude)
	if c.Heading != nil {
		winds := strings.Split(v.T("compass"), " ")
		wind := winds[int(*c.Heading/45+.5)%len(winds)]
		l.After = v.T("field.camera.heading", "wind", wind, "degrees", v.decimal(*c.Heading, -1))
	}
	return l
}

// records names linked records and leads to their pages.
func (v view) records(prop string) []link {
	var out []link
	for _, iri := range v.node.Refs(prop) {
		if e := v.linked[iri]; e != nil {
			title, lang := e.Node.Title(v.langs...)
			out = append(out, link{Text: title, URL: v.catalog.Page(v.lang, iri), Lang: other(v.lang, lang)})
		}
	}
	return out
}

func (v view) text(prop string) link {
	text, lang := v.node.Text(prop, v.langs...)
	return link{Text: text, Lang: other(v.lang, lang)}
}

func (v view) terms(prop string) []link {
	var out []link
	for _, t := range v.node.Nodes(prop) {
		name, lang := t.Title(v.langs...)
		out = append(out, link{Text: name, Lang: other(v.lang, lang)})
	}
	return out
}

// identifiers are shown with their kind, except inventory numbers, which the
// label names already.
func (v view) identifiers() []link {
	var out []link
	for _, n := range v.node.Nodes("identifier") {
		kind := n.String("propertyID")
		if strings.HasPrefix(strings.ToLower(kind), "inv") {
			kind = ""
		}
		out = append(out, link{Text: strings.TrimSpace(kind + " " + n.String("value"))})
	}
	return out
}

func (v view) languages() []link {
	var out []link
	for _, l := range v.node.Strings("inLanguage") {
		out = append(out, link{Text: v.Or("language."+l, l)})
	}
	return out
}

// contacts are ways to reach the thing, its own and those of its contact points.
func (v view) contacts(prop string) []link {
	var out []link
	add := func(s string) {
		l := link{Text: s}
		if prop == "email" {
			l.URL = "mailto:" + s
		}
		out = append(out, l)
	}
	if v.node.Class.Property(prop) != nil {
		for _, s := range v.node.Strings(prop) {
			add(s)
		}
	}
	for _, n := range v.node.Nodes("contactPoint") {
		if s := n.String(prop); s != "" {
			add(s)
		}
	}
	return out
}

// licence names a licence, with what it allows.
func (v view) licence(prop string) link {
	iri := v.node.String(prop)
	l := link{Text: schema.LicenceName(iri, v.lang), URL: catalog.Web(iri)}
	if group := schema.Reuse(iri); iri != "" && group != schema.ReuseUnknown {
		l.After = "· " + v.T("licence."+group)
	}
	return l
}

func (v view) prices(card catalog.Card) []link {
	var out []link
	if card.Free {
		out = append(out, link{Text: v.T("free")})
	}
	for _, p := range card.Prices {
		if card.Free && p.Price == "0" && p.URL == "" {
			continue
		}
		l := link{Text: oneLine(p.Name, v.Price(p)), URL: p.URL, Lang: other(v.lang, p.NameLang)}
		if l.Text == "" {
			l.Text = host(p.URL)
		}
		out = append(out, l)
	}
	return out
}

// life gives the years of birth and death.
func life(n *schema.Node) string {
	born, died := year(n.String("birthDate")), year(n.String("deathDate"))
	if born == "" && died == "" {
		return ""
	}
	return born + "–" + died
}

// year returns the year that a date begins with, negative ones included.
func year(date string) string {
	if i := strings.IndexByte(strings.TrimPrefix(date, "-"), '-'); i > 0 {
		return date[:len(date)-len(strings.TrimPrefix(date, "-"))+i]
	}
	return date
}

// ages writes "12-" as "12+" and "6-12" as "6–12".
func ages(s string) string {
	if from, ok := strings.CutSuffix(s, "-"); ok {
		return from + "+"
	}
	return strings.ReplaceAll(s, "-", "–")
}

func oneLine(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, ", ")
}

// web names a page by its host.
func web(u string) link { return link{Text: host(u), URL: catalog.Web(u)} }

func host(u string) string {
	_, rest, ok := strings.Cut(u, "://")
	if !ok {
		return u
	}
	name, _, _ := strings.Cut(rest, "/")
	return strings.TrimPrefix(name, "www.")
}

func degrees(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
