// Package dc is the crosswalk between records and Dublin Core: read.go makes a
// work or an event of the statements of oai_dc and of those of qualified Dublin
// Core, write.go makes oai_dc of a record. XML is parsed elsewhere; print.go writes
// it, as that is one element a statement.
package dc

import "moselle/schema/vocab"

// Namespaces of oai_dc, of the fifteen elements and of the qualified terms.
const (
	Namespace = "http://www.openarchives.org/OAI/2.0/oai_dc/"
	Schema    = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
	Elements  = vocab.DC
	Terms     = vocab.DCTerms
)

// Statement is one line of a description: the local name of its element or term,
// "title", the value, and its language when that is said.
type Statement struct{ Term, Lang, Value string }
