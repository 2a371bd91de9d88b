package edm

import (
	"strconv"
	"strings"

	"moselle/schema"
	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// Graph writes the view as RDF: the object, its aggregation, a resource for
// each context and each file. Addresses of the hub stay under schema.Scheme (see
// schema.PublicGraph); licences are given by the http addresses that Europeana
// lists.
func (c *CHO) Graph() *rdf.Graph {
	w := writer{&rdf.Graph{}}
	w.props(c.ID, vocab.EDM+"ProvidedCHO", c.Props)
	w.add(c.ID, vocab.EDM+"type", rdf.NewString(c.Type))
	for _, x := range c.Contexts {
		w.props(x.ID, x.Class.IRI(), x.Props)
	}
	a := c.ID + "#aggregation"
	w.props(a, vocab.ORE+"Aggregation", nil)
	w.add(a, vocab.EDM+"aggregatedCHO", rdf.NewIRI(string(c.ID)))
	w.value(a, vocab.EDM+"dataProvider", c.DataProvider)
	w.value(a, vocab.EDM+"intermediateProvider", c.IntermediateProvider)
	w.value(a, vocab.EDM+"provider", c.Provider)
	w.link(a, vocab.EDM+"isShownAt", c.ShownAt)
	w.link(a, vocab.EDM+"object", c.Object)
	w.link(a, vocab.EDM+"rights", PublicLicence(c.Rights))
	for i := range c.Media {
		m := &c.Media[i]
		shows := "hasView"
		if i == 0 {
			shows = "isShownBy"
		}
		w.link(a, vocab.EDM+shows, m.URL)
		w.file(m, c.Manifest)
	}
	return w.Graph
}

// PublicLicence returns a canonical licence as Europeana lists it: Creative
// Commons with http.
func PublicLicence(iri string) string {
	if rest, ok := strings.CutPrefix(iri, "https://creativecommons.org/"); ok {
		return "http://creativecommons.org/" + rest
	}
	return iri
}

type writer struct{ *rdf.Graph }

func (w writer) add(s schema.IRI, p string, o rdf.Term) {
	w.Add(rdf.Triple{S: rdf.NewIRI(string(s)), P: rdf.NewIRI(p), O: o})
}

func (w writer) link(s schema.IRI, p, iri string) {
	if iri != "" && rdf.ValidIRI(iri) {
		w.add(s, p, rdf.NewIRI(iri))
	}
}

func (w writer) value(s schema.IRI, p string, v Value) {
	switch {
	case v.Ref != "":
		w.link(s, p, string(v.Ref))
	case v.Text == "":
	case v.Lang != "":
		w.add(s, p, rdf.NewText(v.Text, v.Lang))
	default:
		w.add(s, p, rdf.NewString(v.Text))
	}
}

func (w writer) props(s schema.IRI, class string, props []Prop) {
	w.add(s, rdf.Type, rdf.NewIRI(class))
	for _, p := range props {
		for _, v := range p.Values {
			w.value(s, p.Property.IRI(), v)
		}
	}
}

func (w writer) file(m *WebResource, manifest string) {
	if !rdf.ValidIRI(m.URL) {
		return
	}
	s := schema.IRI(m.URL)
	w.props(s, vocab.EDM+"WebResource", nil)
	w.link(s, vocab.EDM+"rights", PublicLicence(m.Rights))
	format := m.Format
	if format == "" && m.Player {
		format = "text/html"
	}
	w.value(s, vocab.EBUCore+"hasMimeType", Value{Text: format})
	w.value(s, vocab.DC+"format", Value{Text: format})
	if kindOf(format) != m.Kind { // what the format does not tell
		w.value(s, vocab.EDM+"type", Value{Text: m.Kind})
	}
	for prop, pixels := range map[string]int{"width": m.Width, "height": m.Height} {
		if pixels > 0 {
			w.add(s, vocab.EBUCore+prop, rdf.NewTyped(strconv.Itoa(pixels), vocab.XSD+"integer"))
		}
	}
	for _, v := range m.Captions {
		w.value(s, vocab.DC+"description", v)
	}
	for _, v := range m.Credits {
		w.value(s, vocab.DC+"rights", v)
	}
	if m.Kind == "IMAGE" {
		w.link(s, vocab.DCTerms+"isReferencedBy", manifest)
	}
	for _, f := range m.Facts {
		for _, v := range f.Values {
			w.value(s, factIRI(f.Property), v)
		}
	}
}
