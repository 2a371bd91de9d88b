package rdf

import (
	"strings"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

const (
	void = "http://rdfs.org/ns/void#"
	foaf = "http://xmlns.com/foaf/0.1/"
)

// descriptions is the vocabulary of descriptions of datasets: DCAT, VoID and what
// schema.org says of the same.
func descriptions() connectors.Vocabulary {
	return connectors.Vocabulary{
		Name: "dcat",
		Class: func(iri string) int {
			switch iri {
			case vocab.DCAT + "Dataset":
				return 95
			case vocab.Schema + "Dataset", "http://schema.org/Dataset":
				return 80
			case void + "Dataset":
				return 60
			}
			return 0
		},
		Open: func(env connectors.Env) func(*rdf.Graph, rdf.Term, string) (connectors.Item, error) {
			return func(g *rdf.Graph, thing rdf.Term, where string) (connectors.Item, error) {
				d := &description{env: env, g: g, recs: connectors.NewRecords(env)}
				return d.item(thing, where)
			}
		},
	}
}

// description is one dataset being read.
type description struct {
	env  connectors.Env
	g    *rdf.Graph
	recs *connectors.Records
}

// each hands on the values of a property of a thing, by all its predicates: names
// of DCAT, Dublin Core, FOAF and VoID with their prefix, those of schema.org
// without.
func (d *description) each(thing rdf.Term, names string, do func(rdf.Term)) {
	for _, name := range strings.Fields(names) {
		prefix, local, full := strings.Cut(name, ":")
		for t := range d.g.About(thing) {
			if s, ok := schemaName(t.P.Value); ok && s == name || full && t.P.Value == prefixes[prefix]+local {
				do(t.O)
			}
		}
	}
}

func (d *description) item(thing rdf.Term, where string) (connectors.Item, error) {
	b, _ := d.recs.Build("Dataset", thing.Value, "")
	d.text(b, thing, "name", "dct:title name dc:title rdfs:label")
	d.text(b, thing, "description", "dct:description description dc:description")
	d.text(b, thing, "keywords", "dcat:keyword keywords")
	d.put(b, thing, "url", "dcat:landingPage foaf:homepage mainEntityOfPage url")
	d.licences(b, thing)
	d.put(b, thing, "temporalCoverage", "dct:temporal temporalCoverage")
	d.put(b, thing, "datePublished", "dct:issued datePublished")
	d.put(b, thing, "dateModified", "dct:modified dateModified")
	d.put(b, thing, "inLanguage", "dct:language inLanguage")
	d.each(thing, "dct:accrualPeriodicity", func(v rdf.Term) {
		if v.Kind == rdf.IRI {
			b.Put("accrualPeriodicity", v.Value)
		}
	})
	d.put(b, thing, "sameAs", "sameAs")
	d.each(thing, "dcat:theme dct:subject about genre", func(v rdf.Term) { d.term(b, v) })
	d.each(thing, "includedInDataCatalog", func(v rdf.Term) { d.catalog(b, v) })
	for t := range d.g.To(thing) {
		if s, ok := schemaName(t.P.Value); t.P.Value == vocab.DCAT+"dataset" || ok && s == "dataset" {
			d.catalog(b, t.S)
		}
	}
	d.each(thing, "dct:publisher publisher", func(v rdf.Term) { b.Link("publisher", d.agent("publisher", v, true)) })
	d.each(thing, "dct:creator creator", func(v rdf.Term) { b.Link("creator", d.agent("creator", v, false)) })
	d.each(thing, "dct:spatial spatialCoverage", func(v rdf.Term) { b.Link("spatialCoverage", d.place(v)) })
	d.each(thing, "dcat:distribution distribution", func(v rdf.Term) { d.distribution(b.Part("distribution", "Media"), thing, v) })
	d.each(thing, "void:dataDump void:sparqlEndpoint", func(v rdf.Term) { b.Part("distribution", "Media").Put("contentUrl", v.Value) })
	if connectors.IsWeb(thing.Value) {
		b.Put("derivedFrom", thing.Value)
	}
	it, refusal := d.recs.Item(thing.Value, where)
	if refusal != nil {
		return it, refusal
	}
	return it, nil
}

func (d *description) text(b *schema.Builder, thing rdf.Term, prop, names string) {
	d.each(thing, names, func(v rdf.Term) {
		if v.Kind == rdf.Literal {
			put(b, d.env.Lang, prop, v)
		}
	})
}

// put adds plain values, where the class has the property.
func (d *description) put(b *schema.Builder, thing rdf.Term, prop, names string) {
	if b.Class().Property(prop) == nil {
		return
	}
	d.each(thing, names, func(v rdf.Term) {
		if v.Kind != rdf.Blank {
			b.Put(prop, v.Value)
		} else if prop == "temporalCoverage" {
			d.period(b, v)
		}
	})
}

// period adds a time that is a node with a start and an end.
func (d *description) period(b *schema.Builder, v rdf.Term) {
	var from, to string
	d.each(v, "dcat:startDate startDate", func(v rdf.Term) { from = v.Value })
	d.each(v, "dcat:endDate endDate", func(v rdf.Term) { to = v.Value })
	if from != "" || to != "" {
		b.Put("temporalCoverage", from+"/"+to)
	}
}

// licensed are the predicates that lead to a licence.
const licensed = "dct:license license dct:rights"

// licences adds the licence of a dataset; where it names none, that of a place
// where it can be had.
func (d *description) licences(b *schema.Builder, thing rdf.Term) {
	d.put(b, thing, "license", licensed)
	if !b.Has("license") {
		d.each(thing, "dcat:distribution distribution", func(v rdf.Term) { d.put(b, v, "license", licensed) })
	}
}

// catalog names the catalogue that lists the dataset.
func (d *description) catalog(b *schema.Builder, v rdf.Term) {
	if v.Kind == rdf.IRI {
		b.Put("includedInDataCatalog", v.Value)
	}
}

func (d *description) term(b *schema.Builder, v rdf.Term) {
	t := b.Part("about", "DefinedTerm")
	switch {
	case v.Kind == rdf.Literal:
		put(t, d.env.Lang, "name", v)
		return
	case !labels(d.g, v, func(l rdf.Term) { put(t, d.env.Lang, "name", l) }) && v.Kind == rdf.IRI:
		t.Text("name", schema.Und, tail(v.Value))
	}
	if v.Kind == rdf.IRI {
		t.Put("sameAs", v.Value)
	}
}
