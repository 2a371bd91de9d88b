// Package edm shows a record as the Europeana Data Model sees it: the object
// (edm:ProvidedCHO), what it leads to (agents, concepts, places, time spans),
// its files and the aggregation that ties them together. View makes the compact
// form of a record that tiers are computed on, Graph the RDF of it, and Read the
// compact form of such RDF, whoever wrote it; the order of elements that
// Europeana's XML asks for is a serialiser's affair.
package edm

import (
	"moselle/schema"
	"moselle/schema/vocab"
)

// Property is a property of an EDM resource.
type Property uint8

// The properties of edm:ProvidedCHO, then those of the contextual classes.
const (
	Title Property = iota
	Alternative
	Description
	Creator
	Contributor
	Publisher
	Created
	Issued
	Temporal
	Subject
	HasType
	Kind // dc:type
	Medium
	Extent
	Spatial
	CurrentLocation
	Coverage
	Format
	Relation
	Rights // dc:rights, a statement in words
	Source
	HasPart
	IsPartOf
	IsReferencedBy
	Provenance
	References
	TableOfContents
	IsRelatedTo
	HasMet
	Identifier
	Language
	SameAs
	Date // dc:date, when something happened to it that is not said
	DerivativeOf
	PID // edm:pid

	PrefLabel
	AltLabel
	Note
	Broader
	Narrower
	Related
	ExactMatch
	CloseMatch
	Begin
	End
	BirthDate
	DeathDate
	BirthPlace
	DeathPlace
	Profession
	Lat
	Long
	Alt
	Notation
)

// names are the properties as EDM writes them, by prefix and namespace.
var names = [...]struct{ prefix, namespace, local string }{
	Title:           {"dc", vocab.DC, "title"},
	Alternative:     {"dcterms", vocab.DCTerms, "alternative"},
	Description:     {"dc", vocab.DC, "description"},
	Creator:         {"dc", vocab.DC, "creator"},
	Contributor:     {"dc", vocab.DC, "contributor"},
	Publisher:       {"dc", vocab.DC, "publisher"},
	Created:         {"dcterms", vocab.DCTerms, "created"},
	Issued:          {"dcterms", vocab.DCTerms, "issued"},
	Temporal:        {"dcterms", vocab.DCTerms, "temporal"},
	Subject:         {"dc", vocab.DC, "subject"},
	HasType:         {"edm", vocab.EDM, "hasType"},
	Kind:            {"dc", vocab.DC, "type"},
	Medium:          {"dcterms", vocab.DCTerms, "medium"},
	Extent:          {"dcterms", vocab.DCTerms, "extent"},
	Spatial:         {"dcterms", vocab.DCTerms, "spatial"},
	CurrentLocation: {"edm", vocab.EDM, "currentLocation"},
	Coverage:        {"dc", vocab.DC, "coverage"},
	Format:          {"dc", vocab.DC, "format"},
	Relation:        {"dc", vocab.DC, "relation"},
	Rights:          {"dc", vocab.DC, "rights"},
	Source:          {"dc", vocab.DC, "source"},
	HasPart:         {"dcterms", vocab.DCTerms, "hasPart"},
	IsPartOf:        {"dcterms", vocab.DCTerms, "isPartOf"},
	IsReferencedBy:  {"dcterms", vocab.DCTerms, "isReferencedBy"},
	Provenance:      {"dcterms", vocab.DCTerms, "provenance"},
	References:      {"dcterms", vocab.DCTerms, "references"},
	TableOfContents: {"dcterms", vocab.DCTerms, "tableOfContents"},
	IsRelatedTo:     {"edm", vocab.EDM, "isRelatedTo"},
	HasMet:          {"edm", vocab.EDM, "hasMet"},
	Identifier:      {"dc", vocab.DC, "identifier"},
	Language:        {"dc", vocab.DC, "language"},
	SameAs:          {"owl", vocab.OWL, "sameAs"},
	Date:            {"dc", vocab.DC, "date"},
	DerivativeOf:    {"edm", vocab.EDM, "isDerivativeOf"},
	PID:             {"edm", vocab.EDM, "pid"},
	PrefLabel:       {"skos", vocab.SKOS, "prefLabel"},
	AltLabel:        {"skos", vocab.SKOS, "altLabel"},
	Note:            {"skos", vocab.SKOS, "note"},
	Broader:         {"skos", vocab.SKOS, "broader"},
	Narrower:        {"skos", vocab.SKOS, "narrower"},
	Related:         {"skos", vocab.SKOS, "related"},
	ExactMatch:      {"skos", vocab.SKOS, "exactMatch"},
	CloseMatch:      {"skos", vocab.SKOS, "closeMatch"},
	Begin:           {"edm", vocab.EDM, "begin"},
	End:             {"edm", vocab.EDM, "end"},
	BirthDate:       {"rdaGr2", vocab.RDAGr2, "dateOfBirth"},
	DeathDate:       {"rdaGr2", vocab.RDAGr2, "dateOfDeath"},
	BirthPlace:      {"rdaGr2", vocab.RDAGr2, "placeOfBirth"},
	DeathPlace:      {"rdaGr2", vocab.RDAGr2, "placeOfDeath"},
	Profession:      {"rdaGr2", vocab.RDAGr2, "professionOrOccupation"},
	Lat:             {"wgs84_pos", vocab.WGS84, "lat"},
	Long:            {"wgs84_pos", vocab.WGS84, "long"},
	Alt:             {"wgs84_pos", vocab.WGS84, "alt"},
	Notation:        {"skos", vocab.SKOS, "notation"},
}

// String returns the property with its prefix: "dc:title".
func (p Property) String() string { return names[p].prefix + ":" + names[p].local }

// IRI returns the property's IRI.
func (p Property) IRI() string { return names[p].namespace + names[p].local }

// Class is the class of a contextual resource.
type Class uint8

// The contextual classes.
const (
	Agent Class = iota
	Concept
	Place
	TimeSpan
)

// String returns the class with its prefix: "edm:Agent".
func (c Class) String() string {
	return [...]string{"edm:Agent", "skos:Concept", "edm:Place", "edm:TimeSpan"}[c]
}

// IRI returns the class's IRI.
func (c Class) IRI() string {
	return [...]string{vocab.EDM + "Agent", vocab.SKOS + "Concept", vocab.EDM + "Place", vocab.EDM + "TimeSpan"}[c]
}

// Value is a literal (Text, with its language when it is known) or a link: to
// Context when the record carries what it leads to, else to Ref alone.
type Value struct {
	Text, Lang string
	Ref        schema.IRI
	Context    *Context
}

// Prop is a property with its values, at least one.
type Prop struct {
	Property Property
	Values   []Value
}

// Context is a resource that the object leads to.
type Context struct {
	ID    schema.IRI // of a blank node "_:" and its label
	Class Class
	// Body is whether an agent is an institution or a company, where what was
	// read says so; EDM itself does not tell it from a person.
	Body  bool
	Props []Prop
}

// Values returns a property's values, nil when there are none.
func (c *Context) Values(p Property) []Value { return valuesOf(c.Props, p) }

// Has reports whether the resource says anything for one of the properties.
func (c *Context) Has(any ...Property) bool {
	for _, p := range any {
		if valuesOf(c.Props, p) != nil {
			return true
		}
	}
	return false
}

// Labelled reports whether the resource has a preferred label in a known
// language.
func (c *Context) Labelled() bool {
	for _, v := range valuesOf(c.Props, PrefLabel) {
		if v.Lang != "" {
			return true
		}
	}
	return false
}

func valuesOf(props []Prop, p Property) []Value {
	for i := range props {
		if props[i].Property == p {
			return props[i].Values
		}
	}
	return nil
}
