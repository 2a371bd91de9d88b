package schema

import (
	"slices"

	"moselle/schema/vocab"
)

// Class is one class of the profile: a row of properties. Everything that
// depends on the vocabulary (context, search mapping, GraphQL types, checks) is
// derived from it.
type Class struct {
	Name       string // local name, also the path segment in lower case
	IRI        string
	Part       bool     // a node inside a record, with a fragment IRI of it
	Subclasses []string // schema.org local names accepted as a more specific type
	AnyOf      []string // at least one of these is expected
	Properties []Property
	Doc        string
}

// Property is one row of a class table.
type Property struct {
	Name   string
	IRI    string
	Range  Range
	Of     []string // the classes a Link or a Part leads to
	Many   bool
	Need   Need
	Search SearchRole
	Record bool // said of a record as a whole, never of a part

	Enum      string   // of a Code: the schema.org class of its values, by local name
	Values    []string // of a Code: the only values it takes, by local name
	Limits    *Limits  // of a number
	Pattern   string   // of a String: a regular expression (RE2 and XPath alike) that the whole of it fits
	NotBefore string   // of a Date: the property of the same node that it must not lie before
	Unless    string   // of what is welcome (Could): the Boolean of the same node that stands for it when it is true
	Doc       string
}

// Limits are the least and the greatest value of a number, both allowed.
type Limits struct{ Min, Max float64 }

// Range is what a property's values are.
type Range uint8

// The ranges.
const (
	Text     Range = iota // rdf:langString, one a language unless Many
	String                // xsd:string
	URL                   // an IRI outside the hub's records
	Code                  // a schema.org enumeration member, as its IRI
	Date                  // xsd:dateTime with offset, or xsd:date
	Year                  // xsd:gYear, xsd:gYearMonth or xsd:date
	Decimal               // xsd:decimal
	Integer               // xsd:integer
	Boolean               // xsd:boolean
	Duration              // xsd:duration
	Link                  // the IRI of a record
	Part                  // a nested node
)

// Datatype returns the datatype a range's literals have when nothing else is
// said; "" for ranges whose values are IRIs, nodes or language-tagged.
func (r Range) Datatype() string {
	switch r {
	case String:
		return vocab.XSD + "string"
	case Date:
		return vocab.XSD + "dateTime"
	case Year:
		return vocab.XSD + "gYear"
	case Decimal:
		return vocab.XSD + "decimal"
	case Integer:
		return vocab.XSD + "integer"
	case Boolean:
		return vocab.XSD + "boolean"
	case Duration:
		return vocab.XSD + "duration"
	}
	return ""
}

// Need says how much a property is missed when absent.
type Need uint8

// A record without a Must is refused; without a Should it is kept and the
// report warns; a Could is only counted, as something that would make the record
// better.
const (
	May Need = iota
	Could
	Should
	Must
)

// SearchRole says what search does with a property's values.
type SearchRole uint8

// The roles.
const (
	NoSearch SearchRole = iota
	Title               // text that names the thing; weighs most
	Keyword             // short text that classes the thing
	Body                // running text
	Facet               // a value to filter and count by
	Time                // dates of the thing itself
	Related             // a link to filter by, whose title counts as text of this thing
)

// Classes are the classes of records, in the order the profile lists them.
var Classes = []*Class{event, eventSeries, place, organization, person, work, media, collection, concept, conceptScheme, dataset}

// Parts are the classes of nodes inside records.
var Parts = []*Class{occurrence, virtualLocation, postalAddress, geoCoordinates, offer, schedule,
	definedTerm, feature, openingHours, propertyValue, contactPoint}

var byName, bySegment, byType = index()

func index() (names, segments, types map[string]*Class) {
	names, segments, types = map[string]*Class{}, map[string]*Class{}, map[string]*Class{}
	for _, c := range slices.Concat(Classes, Parts) {
		names[c.Name] = c
		if !c.Part {
			segments[segment(c.Name)] = c
		}
		if types[c.IRI] == nil { // an Occurrence is an Event too
			types[c.IRI] = c
		}
		for _, s := range c.Subclasses {
			if types[vocab.Schema+s] == nil {
				types[vocab.Schema+s] = c
			}
		}
	}
	return names, segments, types
}

func segment(name string) string {
	b := []byte(name)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c | 0x20
		}
	}
	return string(b)
}

// ClassNamed returns the class of that name, or nil.
func ClassNamed(name string) *Class { return byName[name] }

// ClassAt returns the class of records under that path segment ("event"), or nil.
func ClassAt(segment string) *Class { return bySegment[segment] }

// ClassOfType returns the class that an rdf:type IRI (https) falls under, or nil.
func ClassOfType(iri string) *Class { return byType[iri] }

// Segment returns the class's path segment.
func (c *Class) Segment() string { return segment(c.Name) }

// Property returns the property of that name, or nil.
func (c *Class) Property(name string) *Property {
	for i := range c.Properties {
		if c.Properties[i].Name == name {
			return &c.Properties[i]
		}
	}
	return nil
}

// byIRI returns the property with that IRI and its row; nil and the number of
// rows when there is none.
func (c *Class) byIRI(iri string) (*Property, int) {
	for i := range c.Properties {
		if c.Properties[i].IRI == iri {
			return &c.Properties[i], i
		}
	}
	return nil, len(c.Properties)
}

// TitleOf returns the name of the property that names things of the class.
func (c *Class) TitleOf() string {
	for i := range c.Properties {
		if c.Properties[i].Search == Title {
			return c.Properties[i].Name
		}
	}
	return "name"
}

// HasSubclass reports whether name is the class itself or one of its subclasses.
func (c *Class) HasSubclass(name string) bool {
	return name == c.Name || slices.Contains(c.Subclasses, name)
}
