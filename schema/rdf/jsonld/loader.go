package jsonld

import (
	"embed"
	"fmt"
	"strings"
	"sync"

	"moselle/schema/tree"
)

// ContextError says that a document uses a context that is not at hand.
type ContextError struct{ Address string }

// Error names the context, and the vocabularies that institutions mostly mean;
// contexts/README.md lists all that are at hand.
func (e *ContextError) Error() string {
	return fmt.Sprintf("the context %q is not known here, and contexts are never fetched: use that of schema.org, Linked Art, IIIF Presentation 3, ActivityStreams or this hub, or write the context itself into the document",
		e.Address)
}

// Context is a context that is at hand. It is read when it is first used, once
// for all documents, and may be used by several at the same time.
type Context struct{ read func() (sheet, error) }

// sheet is what a context's text holds: as it is written, and as it is in force
// where nothing was before; nil where that depends on the document.
type sheet struct {
	local  tree.Node
	active *context
}

// NewContext returns the context that a JSON document holds as its member
// @context. What is wrong with it, the document that uses it will be told.
func NewContext(text []byte) *Context {
	return &Context{sync.OnceValues(func() (sheet, error) { return readContext(text) })}
}

func readContext(text []byte) (s sheet, err error) {
	var doc tree.Tree
	if err := doc.JSON(string(text)); err != nil {
		return s, err
	}
	s.local = doc.Root().Member("@context")
	if s.local.Kind() == tree.Absent {
		return s, invalid("invalid remote context", "the document is no object with @context")
	}
	p := newProcessor("") // of a context that needs another one, each document makes its own
	if active, err := p.process(&context{}, s.local, "", []string{""}, 0); err == nil {
		s.active = active
	}
	return s, nil
}

//go:embed contexts/*.json
var files embed.FS

// pinned are the contexts at hand, by address without its scheme, "www." and a
// slash at its end.
var pinned = map[string]string{
	"schema.org":                                           "schema.org",
	"schema.org/docs/jsonldcontext.json":                   "schema.org",
	"schema.org/docs/jsonldcontext.jsonld":                 "schema.org",
	"schema.org/version/latest":                            "schema.org",
	"w3.org/ns/activitystreams":                            "activitystreams",
	"w3.org/ns/activitystreams.jsonld":                     "activitystreams",
	"w3.org/ns/anno.jsonld":                                "anno",
	"w3id.org/security/v1":                                 "security-v1",
	"linked.art/ns/v1/linked-art.json":                     "linked-art",
	"iiif.io/api/presentation/2/context.json":              "iiif-presentation-2",
	"iiif.io/api/presentation/3/context.json":              "iiif-presentation-3",
	"iiif.io/api/discovery/1/context.json":                 "iiif-discovery-1",
	"iiif.io/api/image/1/context.json":                     "iiif-image-1",
	"iiif.io/api/image/2/context.json":                     "iiif-image-2",
	"iiif.io/api/image/3/context.json":                     "iiif-image-3",
	"library.stanford.edu/iiif/image-api/1.1/context.json": "iiif-image-1",
}

// strip returns an address as pinned has it.
func strip(url string) string {
	url, _, _ = strings.Cut(url, "#")
	if _, rest, ok := strings.Cut(url, "://"); ok {
		url = rest
	}
	return strings.TrimSuffix(strings.TrimPrefix(url, "www."), "/")
}

// shelf holds the pinned contexts, by file.
var shelf = func() map[string]*Context {
	out := map[string]*Context{}
	for _, name := range pinned {
		out[name] = &Context{sync.OnceValues(func() (sheet, error) {
			text, err := files.ReadFile("contexts/" + name + ".json")
			if err != nil {
				return sheet{}, err
			}
			return readContext(text)
		})}
	}
	return out
}()

// load returns the context that stands at an address.
func (p *processor) load(address string) (sheet, error) {
	c := p.extra[address]
	if c == nil {
		c = p.shelf[pinned[strip(address)]]
	}
	if c == nil {
		return sheet{}, &ContextError{address}
	}
	s, err := c.read()
	if err != nil {
		err = fmt.Errorf("context %s: %w", address, err)
	}
	return s, err
}
