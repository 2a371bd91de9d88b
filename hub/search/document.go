package search

import (
	"slices"
	"strings"
	"time"

	"moselle/schema"
	"moselle/schema/taxonomy"
)

// DocumentOf makes the document of a record from its view, by the search roles
// of its class table. related gives the views of records it links to, for
// their titles and, of places, address and position; nil for one that is not
// there. zone is that of records that name none.
func DocumentOf(r schema.Record, n *schema.Node, zone *time.Location, related func(schema.IRI) *schema.Node) Document {
	d := Document{ID: r.IRI, Modified: r.Modified, Title: n.Texts(n.Class.TitleOf()), Related: n.Links(), Texts: make([]FieldText, 0, 32)}
	d.Put("class", r.Class)
	d.Put("source", string(r.Source))
	d.Put("status", n.String("eventStatus"))
	d.Put("licence", licence(n))
	d.Put("place", placesAmong(d.Related)...)
	if n.Bool("isAccessibleForFree") {
		d.Put("free", "true")
	}
	if p := n.Refs("sdPublisher"); len(p) > 0 {
		d.Put("institution", string(p[0]))
	}
	for _, s := range n.Refs("superEvent") {
		d.Put("series", string(s))
	}
	for i := range n.Class.Properties {
		d.addTexts(n, &n.Class.Properties[i], related)
	}
	d.setPlace(n, related)
	d.setQuality(n, related)
	d.setKinds(n)
	d.setTerms("audience", n.Nodes("audience"))
	d.setRegions(n, related)
	d.setAccessibility(n, related)
	d.Put("language", languages(d.Title, n.Texts("description"))...)
	d.setTime(n, zone)
	return d
}

func (d *Document) addTexts(n *schema.Node, p *schema.Property, related func(schema.IRI) *schema.Node) {
	weight := InKeyword
	switch p.Search {
	case schema.Title:
		weight = InTitle
	case schema.Body:
		weight = InBody
	case schema.Keyword, schema.Facet, schema.Related:
	default:
		return
	}
	for _, v := range n.Values(p.Name) {
		switch {
		case v.Lang != "":
			d.Texts = append(d.Texts, FieldText{v.Lang, weight, v.Text})
		case v.Part != nil && p.Range == schema.Part && (p.Search == schema.Keyword || p.Search == schema.Facet):
			for i, t := range v.Part.Values(v.Part.Class.TitleOf()) {
				if p.Search == schema.Facet && p.Name != "audience" && i == 0 && taxonomy.OfTerm(v.Part, taxonomy.Kinds()...) == nil {
					d.Put("term", t.Text)
				}
				d.Texts = append(d.Texts, FieldText{t.Lang, InKeyword, t.Text})
			}
		case v.Ref != "" && p.Search == schema.Related && counts(p.Name):
			if to := related(v.Ref); to != nil {
				for lang, title := range to.Texts(to.Class.TitleOf()) {
					d.Texts = append(d.Texts, FieldText{lang, InKeyword, title})
				}
			}
		}
	}
}

// counts reports whether the title of what a property leads to is text of the
// thing itself. A dataset's or a publisher's name says nothing of it.
func counts(prop string) bool { return prop != "isPartOf" && prop != "superEvent" }

func (d *Document) setPlace(n *schema.Node, related func(schema.IRI) *schema.Node) {
	if g := n.Node("cameraPosition"); g != nil {
		d.setPoint(g)
	}
	places := []*schema.Node{n}
	for _, prop := range whereabouts {
		for _, iri := range n.Refs(prop) {
			if p := related(iri); p != nil {
				places = append(places, p)
			}
		}
	}
	for _, p := range places {
		if g := p.Node("geo"); g != nil && !d.HasPoint {
			d.setPoint(g)
		}
		a := p.Node("address")
		if a == nil {
			continue
		}
		locality := a.String("addressLocality")
		d.first("locality", locality)
		d.first("country", strings.ToUpper(a.String("addressCountry")))
		if locality != "" {
			d.Texts = append(d.Texts, FieldText{schema.Und, InKeyword, locality})
		}
	}
}

// first puts a value of a facet that has none yet.
func (d *Document) first(facet, value string) {
	if len(d.Values[facet]) == 0 {
		d.Put(facet, value)
	}
}

func (d *Document) setPoint(g *schema.Node) {
	lat, ok1 := g.Number("latitude")
	lon, ok2 := g.Number("longitude")
	if ok1 && ok2 && (lat != 0 || lon != 0) {
		d.HasPoint, d.Lat, d.Lon = true, lat, lon
	}
}

// reuse are the groups of licences, the freest first.
var reuse = []string{schema.ReuseOpen, schema.ReuseRestricted, schema.ReusePermission, schema.ReuseUnknown}

// licence is the group of the freest of a record's media, unknown for none.
func licence(n *schema.Node) string {
	best := len(reuse) - 1
	for _, prop := range []string{"associatedMedia", "image"} {
		for _, m := range n.Nodes(prop) {
			best = min(best, slices.Index(reuse, schema.Reuse(m.String("license"))))
		}
	}
	return reuse[best]
}

func languages(maps ...map[string]string) []string {
	var out []string
	for _, m := range maps {
		for l := range m {
			if l != schema.Und && l != "" && !slices.Contains(out, l) {
				out = append(out, l)
			}
		}
	}
	slices.Sort(out)
	return out
}
