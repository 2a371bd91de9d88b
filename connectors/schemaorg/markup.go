package schemaorg

import (
	"fmt"
	"slices"

	"moselle/schema"
)

// markup reads what a page's elements say as microdata, as RDFa and as
// microformats, each a part of the document, and then lets what is said twice be
// one thing.
func (d *document) markup(t *tree) {
	scripts := len(d.parts)
	if t.found.microdata {
		d.marked("microdata", t, (&microdata{graph: &d.graph}).read)
	}
	if t.found.rdfa {
		d.marked("RDFa", t, (&rdfa{graph: &d.graph}).read)
	}
	if t.found.microformats {
		d.marked("microformats", t, (&microformats{graph: &d.graph}).read)
	}
	if t.cut > 0 && len(d.parts) > scripts {
		last := &d.parts[len(d.parts)-1]
		last.repairs = append(last.repairs, schema.Fault{Message: fmt.Sprintf(
			"%s: more is marked up, or deeper, than is read of one page; from here on it is left out", d.place(*last, t.cut))})
	}
}

// marked adds a part to the document unless nothing comes of it.
func (d *document) marked(how string, t *tree, read func(root *element) []note) {
	g := &d.graph
	g.part = len(d.parts)
	before, named := len(g.nodes), g.byID
	g.byID = map[string]*node{} // what another way says of the same thing is compared, not mixed in
	notes := read(&t.root)
	own := g.byID
	if g.byID = named; !slices.ContainsFunc(g.nodes[before:], func(n *node) bool { return len(n.types) > 0 }) {
		g.nodes = g.nodes[:before]
		return
	}
	for id, n := range own {
		if named[id] == nil {
			named[id] = n
		}
	}
	p := part{}
	for _, n := range notes {
		p.repairs = append(p.repairs, schema.Fault{Message: fmt.Sprintf("%s, %s: %s", d.place(p, n.line), how, n.message)})
	}
	d.parts = append(d.parts, p)
}

// note is something that was read although it is written amiss.
type note struct {
	line    int
	message string
}

// textual are the properties whose value is what a reader sees even where it
// stands in a link.
var textual = set("name", "headline", "alternateName", "legalName", "givenName", "familyName", "description", "disambiguatingDescription", "abstract", "text",
	"startDate", "endDate", "doorTime", "duration", "telephone", "email", "streetAddress", "postalCode", "addressLocality", "addressRegion", "addressCountry",
	"price", "lowPrice", "highPrice", "priceCurrency", "jobTitle", "keywords", "caption", "latitude", "longitude", "typicalAgeRange", "copyrightNotice", "creditText")

// linked are the properties whose value is a thing: a link to it tells its name
// and its address.
var linked = set("location", "organizer", "performer", "actor", "director", "creator", "author", "artist", "byArtist", "contributor", "sponsor", "funder",
	"workPerformed", "workFeatured", "holdingArchive", "provider", "parentOrganization", "containedInPlace")

// value returns what an element without a thing of its own says as value of a
// property (HTML, microdata, section 5.2.4), and what pages mean: an attribute
// content counts on every element, and a link is a text where a text is due.
func (g *graph) value(e *element, name string) value {
	if s, ok := e.has("content"); ok {
		return value{text: s, lang: e.lang()}
	}
	href, leads := e.link()
	switch {
	case leads && e.tag == "a" && textual[name]:
		if s := e.content(); s != "" {
			return value{text: s, lang: e.lang()}
		}
	case leads && e.tag == "a" && linked[name]:
		if s := e.content(); s != "" {
			n := g.named("", noScope, e.line)
			n.used = true
			n.add("name", value{text: s, lang: e.lang()})
			n.add("url", value{text: resolve(g.base, href)})
			return value{node: n}
		}
	}
	switch {
	case leads:
		return value{text: resolve(g.base, href)}
	case e.tag == "time" || e.tag == "ins" || e.tag == "del" || startsOrEnds[name]:
		if s, ok := e.has("datetime"); ok && s != "" {
			return value{text: s}
		}
	case e.tag == "data" || e.tag == "meter":
		if s, ok := e.has("value"); ok {
			return value{text: s}
		}
	}
	return value{text: e.content(), lang: e.lang()}
}

// startsOrEnds are the properties for which an attribute datetime counts on every
// element.
var startsOrEnds = set("startDate", "endDate", "doorTime", "previousStartDate")

// schemaName returns the name of a property or a type that is written as a name
// or as an address of schema.org; "" for one of another vocabulary.
func schemaName(s string) string {
	name := local(schemaIRI(s))
	if name == "" {
		for _, prefix := range []string{"//schema.org/", "//www.schema.org/", "schema.org/", "www.schema.org/"} {
			if len(s) > len(prefix) && s[:len(prefix)] == prefix {
				return s[len(prefix):]
			}
		}
	}
	return name
}
