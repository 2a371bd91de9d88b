// Package jsonld reads JSON-LD 1.1 and writes it. A document is expanded as the
// API's algorithms have it, and what the expanded form says in RDF is worked out
// statement by statement. Contexts are pinned: nothing is ever fetched.
package jsonld

import (
	"io"
	"iter"

	"moselle/schema/rdf"
)

// Format returns JSON-LD as a format, with the contexts that are pinned here
// and no others.
func Format() rdf.Format { return Reader{}.Format() }

// Reader reads JSON-LD. The zero Reader is ready for use.
type Reader struct {
	// Contexts are those at hand besides the pinned ones, by their address.
	Contexts map[string]*Context
	// MaxBytes bounds a document, or, of one that is a list, each item; 0 stands
	// for DefaultMaxBytes.
	MaxBytes int
}

// Format returns JSON-LD as a format that is read as r says.
func (r Reader) Format() rdf.Format {
	return rdf.Format{
		Name:        "jsonld",
		MediaType:   "application/ld+json",
		Ext:         ".jsonld",
		Aliases:     []string{"application/activity+json"},
		Encode:      Encode,
		EncodeQuads: EncodeQuads,
		Decode:      r.Decode,
	}
}

// The bounds of a document. Its expanded form is held in memory, which is why a larger document is read only where it is a list of
// items, each within the bound: an array, or an object of @context and @graph
// in this order.
const DefaultMaxBytes = 16 << 20

// StatementError is a statement of a document that RDF cannot say, such as one
// with a relative address and no base.
type StatementError struct{ Message string }

// Error says which statement it is.
func (e *StatementError) Error() string { return "a statement is left out: " + e.Message }

// Decode yields the document's statements. A *StatementError stands for one
// that is left out (JSON-LD 1.1 API, section 8.2: only what is well-formed
// becomes RDF), and reading goes on; any other error ends it: a
// *rdf.SyntaxError where the text is not JSON, a ContextError where it uses a
// context that is not at hand. Blank nodes are called b0, b1 and so on by their
// order in the document.
func (r Reader) Decode(in io.Reader, base string) iter.Seq2[rdf.Quad, error] {
	return func(yield func(rdf.Quad, error) bool) {
		x := newExpander(r.Contexts, base)
		e := emitter{yield: yield, labels: map[string]string{}, said: map[string]bool{}}
		for item, err := range r.items(in) {
			var nodes []*object
			if err == nil {
				nodes, err = x.expandItem(item)
			}
			if err != nil {
				e.yield(rdf.Quad{}, err)
				return
			}
			if e.top(nodes); e.stopped {
				return
			}
		}
	}
}
