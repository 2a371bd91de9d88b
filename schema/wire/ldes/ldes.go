// Package ldes reads and writes the pages of Linked Data Event Streams and of
// the TREE hypermedia that leads from one page to the next: streams and their
// views, relations, members and their versions. It fetches nothing; the
// connector and the surface of that name do.
package ldes

import (
	"time"

	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// Stream is what a page says of an event stream (LDES, section 2). An empty path
// is one that it does not name.
type Stream struct {
	IRI           string      `json:"iri"`
	Views         []string    `json:"-"` // its first pages, one of which leads to all members
	TimestampPath string      `json:"timestampPath,omitempty"`
	VersionOfPath string      `json:"versionOfPath,omitempty"`
	DeletePath    string      `json:"deletePath,omitempty"`   // where a member says that it is a deletion; rdf:type when empty
	DeleteObject  string      `json:"deleteObject,omitempty"` // and what stands there then; as:Delete when empty
	Retention     []Retention `json:"-"`
}

// Retention is a promise of how long members are kept (LDES, section 4). Policy
// is its class by local name, "" when it has none; Terms are its other values by
// local name of their property.
type Retention struct {
	Policy string
	Terms  map[string]string
}

// Page is one document of a stream.
type Page struct {
	Location  string     // where it was read, without a fragment
	Immutable bool       // it says that it will never change
	Streams   []Stream   // those that it describes, in the order of their IRIs
	Relations []Relation // to other pages, in the order of the document
	Members   []rdf.Term // in the order of the document, each once
	Services  []string   // the addresses of views that descriptions of them name
	LeftOut   []string   // what the document says that RDF cannot, ten reasons at most

	graph    *rdf.Graph            // what stands in no named graph
	named    map[string]*rdf.Graph // by name
	isMember map[rdf.Term]bool
}

// Relation leads from a page to another (TREE, section 3).
type Relation struct {
	From  string // the page that says it
	Type  string // of TREE's classes, by local name; "" for none of them
	Node  string // the other page
	Path  string // of a comparison: the property compared; "" for a path of several steps
	Value rdf.Term
}

// Bounds returns the span of time in which all that lies behind the relation has
// its value at path: from is included, to is not. Zero for no bound, and for what
// compares no times.
func (r Relation) Bounds(path string) (from, to time.Time) {
	at, ok := Time(r.Value)
	if !ok || r.Path == "" || r.Path != path {
		return from, to
	}
	switch r.Type {
	case "GreaterThanRelation", "GreaterThanOrEqualToRelation":
		return at, to
	case "LessThanRelation":
		return from, at
	case "LessThanOrEqualToRelation":
		return from, at.Add(1)
	case "EqualToRelation":
		return at, at.Add(1)
	}
	return from, to
}

// Time returns the moment that a literal stands for: xsd:dateTime, with UTC for
// none of its zone, or xsd:date.
func Time(t rdf.Term) (time.Time, bool) {
	if t.Kind != rdf.Literal || len(t.Value) > 64 {
		return time.Time{}, false
	}
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05.999999999", "2006-01-02T15:04Z07:00", time.DateOnly} {
		if at, err := time.Parse(layout, t.Value); err == nil {
			return at, true
		}
	}
	return time.Time{}, false
}

// The terms that the hypermedia is made of.
var (
	rdfType  = rdf.NewIRI(rdf.Type)
	view     = rdf.NewIRI(vocab.TREE + "view")
	member   = rdf.NewIRI(vocab.TREE + "member")
	relation = rdf.NewIRI(vocab.TREE + "relation")
	node     = rdf.NewIRI(vocab.TREE + "node")
	path     = rdf.NewIRI(vocab.TREE + "path")
	value    = rdf.NewIRI(vocab.TREE + "value")
	stream   = rdf.NewIRI(vocab.LDES + "EventStream")
	treeNode = rdf.NewIRI(vocab.TREE + "Node")

	timestampPath   = rdf.NewIRI(vocab.LDES + "timestampPath")
	versionOfPath   = rdf.NewIRI(vocab.LDES + "versionOfPath")
	deletePath      = rdf.NewIRI(vocab.LDES + "versionDeletePath")
	deleteObject    = rdf.NewIRI(vocab.LDES + "versionDeleteObject")
	retentionPolicy = rdf.NewIRI(vocab.LDES + "retentionPolicy")
	immutable       = rdf.NewIRI(vocab.LDES + "immutable")
	treeImmutable   = rdf.NewIRI(vocab.TREE + "immutable")
	description     = rdf.NewIRI(vocab.TREE + "viewDescription")
	endpointURL     = rdf.NewIRI(vocab.DCAT + "endpointURL")
)
