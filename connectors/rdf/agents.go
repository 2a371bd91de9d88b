package rdf

import (
	"strings"

	"moselle/schema"
	"moselle/schema/rdf"
)

// agent returns the record of who publishes or made a dataset.
func (d *description) agent(path string, v rdf.Term, organization bool) schema.IRI {
	class, key := "Organization", v.Value
	for t := range d.g.About(v) {
		if t.P.Value == rdf.Type && strings.HasSuffix(t.O.Value, "/Person") && !organization {
			class = "Person"
		}
	}
	switch v.Kind {
	case rdf.Literal:
		key = schema.NameKey(v.Value)
	case rdf.Blank:
		key = ""
		labels(d.g, v, func(l rdf.Term) {
			if key == "" {
				key = schema.NameKey(l.Value)
			}
		})
	}
	return d.recs.Embed(class, key, path, func(b *schema.Builder) {
		switch {
		case v.Kind == rdf.Literal:
			put(b, d.env.Lang, "name", v)
		case !labels(d.g, v, func(l rdf.Term) { put(b, d.env.Lang, "name", l) }):
			b.Text("name", schema.Und, tail(v.Value))
		}
		if v.Kind == rdf.IRI {
			b.Put("sameAs", v.Value)
		}
		d.put(b, v, "url", "foaf:homepage url")
		d.put(b, v, "email", "foaf:mbox vcard:hasEmail email")
	})
}

// place returns the record of a place that a dataset covers; one without a name is
// only an address.
func (d *description) place(v rdf.Term) schema.IRI {
	key := v.Value
	switch v.Kind {
	case rdf.Literal:
		key = schema.PlaceKey(v.Value, "")
	case rdf.Blank:
		key = ""
		labels(d.g, v, func(l rdf.Term) {
			if key == "" {
				key = schema.PlaceKey(l.Value, "")
			}
		})
	}
	return d.recs.Embed("Place", key, "spatialCoverage", func(b *schema.Builder) {
		switch {
		case v.Kind == rdf.Literal:
			put(b, d.env.Lang, "name", v)
		case !labels(d.g, v, func(l rdf.Term) { put(b, d.env.Lang, "name", l) }):
			b.Text("name", schema.Und, tail(v.Value))
		}
		if v.Kind == rdf.IRI {
			b.Put("sameAs", v.Value)
		}
	})
}

// distribution adds a place where the dataset can be had, under its own licence or
// that of the whole.
func (d *description) distribution(b *schema.Builder, dataset, v rdf.Term) {
	if v.Kind == rdf.Literal {
		b.Put("contentUrl", v.Value)
		return
	}
	d.text(b, v, "name", "dct:title name")
	d.put(b, v, "contentUrl", "dcat:downloadURL dcat:accessURL contentUrl")
	d.put(b, v, "license", licensed)
	if !b.Has("license") {
		d.put(b, dataset, "license", licensed)
	}
	d.each(v, "dcat:mediaType dct:format encodingFormat", func(f rdf.Term) { d.format(b, f) })
	d.put(b, v, "contentSize", "dcat:byteSize contentSize")
	d.put(b, v, "conformsTo", "dct:conformsTo")
}

// format adds a media type, which DCAT writes as an address of IANA's list.
func (d *description) format(b *schema.Builder, v rdf.Term) {
	s := v.Value
	if i := strings.Index(s, "/media-types/"); i >= 0 {
		s = s[i+len("/media-types/"):]
	}
	if v.Kind != rdf.Blank && strings.Count(s, "/") == 1 {
		b.Put("encodingFormat", s)
	}
}
