package derive

import (
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// Vocabulary returns the profile as RDF: an ontology with every class, every
// property and every value of an enumeration that the tables have, labelled in
// the languages of the interface and commented in English. Terms of the hub's
// own are defined by it; of others it repeats what they are used for here, and
// leads to where they are defined.
func Vocabulary() *rdf.Graph {
	d := describer{&rdf.Graph{}}
	self := Ontology
	d.link(self, rdf.Type, vocab.OWL+"Ontology")
	for lang, title := range ontologyTitles {
		d.text(self, vocab.DCTerms+"title", title, lang)
	}
	d.text(self, vocab.DCTerms+"description", "The classes and properties in which a hub keeps and publishes what institutions say.", "en")
	d.link(self, vocab.DCTerms+"license", "https://creativecommons.org/publicdomain/zero/1.0/")
	d.add(self, vocab.OWL+"versionInfo", rdf.NewString(Version))
	for _, c := range slices.Concat(schema.Classes, schema.Parts) {
		d.class(c)
	}
	for _, e := range enums() {
		for _, v := range e.values {
			iri := schema.CodeIRI(v)
			d.link(iri, rdf.Type, e.iri)
			d.term(iri, v)
		}
	}
	d.text(schema.CodeIRI("EventTentative"), vocab.RDFS+"comment", "That a date is announced and not yet certain.", "en")
	d.tombstone()
	return d.graph
}

var ontologyTitles = map[string]string{
	"en": "The profile of the hub", "fr": "Le profil du hub", "de": "Das Profil des Hubs", "lb": "De Profil vum Hub",
}

// describer adds what is said of terms to a graph.
type describer struct{ graph *rdf.Graph }

func (d describer) class(c *schema.Class) {
	d.link(c.IRI, rdf.Type, vocab.RDFS+"Class")
	d.term(c.IRI, c.Name)
	d.text(c.IRI, vocab.RDFS+"comment", c.Doc, "en")
	if c.Name == "Occurrence" {
		d.link(c.IRI, vocab.RDFS+"subClassOf", vocab.Schema+"Event")
	}
	for i := range c.Properties {
		p := &c.Properties[i]
		d.link(p.IRI, rdf.Type, vocab.RDF+"Property")
		d.term(p.IRI, p.Name)
		d.text(p.IRI, vocab.RDFS+"comment", p.Doc, "en")
		d.link(p.IRI, vocab.Schema+"domainIncludes", c.IRI)
		for _, r := range ranges(p) {
			d.link(p.IRI, vocab.Schema+"rangeIncludes", r)
		}
	}
}

// ranges returns the classes and datatypes of a property's values.
func ranges(p *schema.Property) []string {
	switch p.Range {
	case schema.Text:
		return []string{vocab.RDF + "langString"}
	case schema.URL:
		return []string{vocab.RDFS + "Resource"}
	case schema.Code:
		return []string{vocab.Schema + p.Enum}
	case schema.Date:
		return []string{vocab.XSD + "dateTime", vocab.XSD + "date"}
	case schema.Year:
		return []string{vocab.XSD + "gYear", vocab.XSD + "gYearMonth", vocab.XSD + "date"}
	case schema.Link, schema.Part:
		var out []string
		for _, name := range p.Of {
			out = append(out, schema.ClassNamed(name).IRI)
		}
		return out
	}
	return []string{p.Range.Datatype()}
}

// tombstone describes the term that stands in no table: it is said of what is
// no longer a record.
func (d describer) tombstone() {
	reason := vocab.Moselle + "reason"
	d.link(reason, rdf.Type, vocab.RDF+"Property")
	d.text(reason, vocab.RDFS+"label", "Reason", "en")
	d.text(reason, vocab.RDFS+"comment", "Why a record is no longer published.", "en")
	d.link(reason, vocab.RDFS+"isDefinedBy", Ontology)
}

// term labels a term and says where it is defined.
func (d describer) term(iri, name string) {
	for _, lang := range schema.Languages {
		d.text(iri, vocab.RDFS+"label", schema.Label(name, lang), lang)
	}
	for _, p := range vocab.Prefixes {
		if strings.HasPrefix(iri, p.IRI) {
			d.link(iri, vocab.RDFS+"isDefinedBy", definedBy(p.IRI))
		}
	}
}

// definedBy is the ontology that a namespace belongs to.
func definedBy(namespace string) string { return strings.TrimSuffix(namespace, "#") }

func (d describer) link(s, p, o string) { d.add(s, p, rdf.NewIRI(o)) }

func (d describer) text(s, p, text, lang string) { d.add(s, p, rdf.NewText(text, lang)) }

func (d describer) add(s, p string, o rdf.Term) {
	d.graph.Add(rdf.Triple{S: rdf.NewIRI(s), P: rdf.NewIRI(p), O: o})
}
