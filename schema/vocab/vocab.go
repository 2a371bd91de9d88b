// Package vocab holds the namespaces the hub writes, with their prefixes. It
// is the one place where a vocabulary's IRI is spelt.
package vocab

// The namespaces.
const (
	Schema    = "https://schema.org/"
	DCTerms   = "http://purl.org/dc/terms/"
	PROV      = "http://www.w3.org/ns/prov#"
	SKOS      = "http://www.w3.org/2004/02/skos/core#"
	DCAT      = "http://www.w3.org/ns/dcat#"
	EDM       = "http://www.europeana.eu/schemas/edm/"
	GeoSPARQL = "http://www.opengis.net/ont/geosparql#"
	OWL       = "http://www.w3.org/2002/07/owl#"
	RDF       = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	RDFS      = "http://www.w3.org/2000/01/rdf-schema#"
	XSD       = "http://www.w3.org/2001/XMLSchema#"
	SH        = "http://www.w3.org/ns/shacl#"
	// Moselle is the hub's own vocabulary: the few terms that schema.org lacks.
	Moselle = "https://w3id.org/moselle/ns#"
	// Shapes names the shapes that the class tables stand for.
	Shapes = "https://w3id.org/moselle/shapes#"
)

// Prefix is a namespace under its usual prefix.
type Prefix struct{ Name, IRI string }

// Prefixes lists every namespace the hub writes, in the order writers print them.
var Prefixes = []Prefix{
	{"schema", Schema},
	{"dcat", DCAT},
	{"dcterms", DCTerms},
	{"edm", EDM},
	{"geo", GeoSPARQL},
	{"moselle", Moselle},
	{"owl", OWL},
	{"prov", PROV},
	{"rdf", RDF},
	{"rdfs", RDFS},
	{"skos", SKOS},
	{"xsd", XSD},
}
