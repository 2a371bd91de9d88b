package derive

// Version is that of the profile, and the part of its documents' addresses that
// changes with it. A document at an address never comes to mean something else:
// a name that is taken away or given another meaning is a new version.
const Version = "1"

// Ontology is the IRI of the profile itself, whatever hub serves it.
const Ontology = "https://w3id.org/moselle/ns"

// The paths, below the public address of a hub, of the profile and of the
// documents that follow from it.
const (
	ProfilePath = "/profile"
	ContextPath = ProfilePath + "/" + Version + "/context.jsonld"
	SchemaPath  = ProfilePath + "/" + Version + "/schema.json"
	SearchPath  = ProfilePath + "/" + Version + "/search.json"
	ShapesPath  = ProfilePath + "/" + Version + "/shapes.ttl"
)
