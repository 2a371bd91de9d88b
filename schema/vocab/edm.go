package vocab

// The namespaces that EDM borrows from (EDM Definition 5.2.8, section 2); FOAF
// and SVCS are only read.
const (
	DC      = "http://purl.org/dc/elements/1.1/"
	ORE     = "http://www.openarchives.org/ore/terms/"
	RDAGr2  = "http://rdvocab.info/ElementsGr2/"
	WGS84   = "http://www.w3.org/2003/01/geo/wgs84_pos#"
	EBUCore = "http://www.ebu.ch/metadata/ontologies/ebucore/ebucore#"
	FOAF    = "http://xmlns.com/foaf/0.1/"
	SVCS    = "http://rdfs.org/sioc/services#"
)

// EDMPrefixes are the namespaces of an EDM document under the prefixes that
// Europeana writes.
var EDMPrefixes = []Prefix{
	{"dc", DC},
	{"dcterms", DCTerms},
	{"ebucore", EBUCore},
	{"edm", EDM},
	{"ore", ORE},
	{"owl", OWL},
	{"rdaGr2", RDAGr2},
	{"rdf", RDF},
	{"skos", SKOS},
	{"wgs84_pos", WGS84},
}
