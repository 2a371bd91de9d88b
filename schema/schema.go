// Package schema is the hub's language: the classes and their properties, what
// a source says about one thing (Builder, Draft), what the hub keeps of it
// (Record) and the compact typed form that surfaces read (Node). It imports
// nothing of ours but the RDF terms below it; connectors and the hub both
// speak it.
package schema

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"
	"time"

	"moselle/schema/rdf"
)

// IRI is an absolute IRI. Those the hub mints itself begin with Scheme, so that
// what is stored does not depend on the address the hub is reached at; surfaces
// put the public base in place of Scheme as they print.
type IRI string

// SourceID names one declared source.
type SourceID string

// Digest identifies a graph's content.
type Digest = rdf.Digest

// Scheme opens every IRI that the hub mints: "moselle:id/event/…" is published
// as "<base>/id/event/…".
const Scheme = "moselle:"

// Hub is the source of the records the hub makes itself: one Organization an
// institution and one Dataset a source, from their declarations.
const Hub SourceID = "hub"

// Draft is what a connector says about one thing: a graph about Mint(source,
// class, key) without blank nodes.
type Draft struct {
	IRI   IRI
	Class string
	Key   string
	Graph *rdf.Graph
}

// Record is what one source says about one thing, as the hub keeps it.
type Record struct {
	IRI      IRI
	Source   SourceID
	Key      string // the source's own key, unique within source and class
	Class    string
	Digest   Digest    // of the content, without the hub's own time stamp
	Modified time.Time // when the hub last saw the content change, UTC, to the second
	Triples  []byte    // canonical N-Triples
	View     []byte    // the Node as JSON: the body of the JSON-LD document
}

var keyEncoding = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// Mint returns the IRI of what source calls key in class: opaque, and the same
// however often the hub is rebuilt.
func Mint(source SourceID, class, key string) IRI {
	return IRI(Scheme + "id/" + strings.ToLower(class) + "/" + short(16, string(source), class, key))
}

// GraphIRI returns the name of the graph that holds what one record says, so
// that a statement can always be led back to who made it.
func (r Record) GraphIRI() IRI {
	return IRI(Scheme + "graph/" + string(r.Source) + "/" + strings.TrimPrefix(string(r.IRI), Scheme+"id/"))
}

// Local returns class segment and opaque key of a hub IRI ("event", "k3j…").
// The fragment of a part is dropped. ok is false for an IRI that is not of that
// form.
func (i IRI) Local() (class, key string, ok bool) {
	rest, ok := strings.CutPrefix(string(i), Scheme+"id/")
	if !ok {
		return "", "", false
	}
	rest, _, _ = strings.Cut(rest, "#")
	class, key, ok = strings.Cut(rest, "/")
	return class, key, ok && class != "" && key != "" && !strings.Contains(key, "/")
}

// Document returns the IRI without its fragment: the record a part belongs to.
func (i IRI) Document() IRI {
	doc, _, _ := strings.Cut(string(i), "#")
	return IRI(doc)
}

// short returns n base-32 characters that stand for the parts, in order.
func short(n int, parts ...string) string {
	buf := make([]byte, 0, 512)
	for _, p := range parts {
		buf = append(append(buf, p...), 0)
	}
	sum := sha256.Sum256(buf)
	return keyEncoding.EncodeToString(sum[:(n*5+7)/8])[:n]
}
