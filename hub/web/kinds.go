package web

import (
	"net/url"

	"moselle/hub/catalog"
	"moselle/schema"
	"moselle/schema/taxonomy"
)

// listOf returns the page that lists records of a class.
func listOf(class string) (l listing, ok bool) {
	for _, l := range []listing{agenda, works, places, organizations, persons} {
		if catalog.ClassName(l.class) == class {
			return l, true
		}
	}
	return listing{}, false
}

// among names a concept and leads to the list of what has it, of the record's
// class; to the concept itself where there is no such list.
func (v view) among(facet string, c *taxonomy.Concept) link {
	text, lang := c.Name(v.langs...)
	l := link{Text: text, Lang: other(v.lang, lang), URL: v.catalog.Page(v.lang, c.IRI())}
	if list, ok := listOf(v.node.Class.Name); ok {
		l.URL = "/" + v.lang + "/" + list.path + query(url.Values{facet: {c.ID()}})
	}
	return l
}

// kinds are what kinds of thing the record is, then in its source's own words
// those that no concept stands for.
func (v view) kinds() []link {
	var out []link
	for _, c := range taxonomy.KindsOf(v.node) {
		out = append(out, v.among("category", c))
	}
	for _, prop := range []string{"additionalType", "genre"} {
		for _, t := range v.node.Nodes(prop) {
			if taxonomy.OfTerm(t, taxonomy.Kinds()...) == nil {
				name, lang := t.Title(v.langs...)
				out = append(out, link{Text: name, Lang: other(v.lang, lang)})
			}
		}
	}
	return out
}

// filed names the terms or features of a facet by their concepts, else in the
// source's own words.
func (v view) filed(facet string, terms []*schema.Node) []link {
	var out []link
	for _, t := range terms {
		if c := taxonomy.OfTerm(t, facet); c != nil {
			out = append(out, v.among(facet, c))
			continue
		}
		name, lang := t.Title(v.langs...)
		out = append(out, link{Text: name, Lang: other(v.lang, lang)})
	}
	return out
}

// region leads from the country down to where the record is.
func (v view) region() []link {
	for _, n := range v.whereabouts() {
		c := taxonomy.RegionOf(n)
		if c == nil {
			continue
		}
		var out []link
		for _, c := range c.Path() {
			l := v.among("region", c)
			l.After = "›"
			out = append(out, l)
		}
		out[len(out)-1].After = ""
		return out
	}
	return nil
}

// whereabouts are the record and the places it leads to.
func (v view) whereabouts() []*schema.Node {
	out := []*schema.Node{v.node}
	for _, prop := range []string{"location", "contentLocation", "itemLocation"} {
		for _, iri := range v.node.Refs(prop) {
			if e := v.linked[iri]; e != nil {
				out = append(out, e.Node)
			}
		}
	}
	return out
}
