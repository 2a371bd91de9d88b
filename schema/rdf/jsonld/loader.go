package jsonld

import (
	"embed"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/piprate/json-gold/ld"
)

// ContextError says that a document uses a context that is not at hand.
type ContextError struct{ Address string }

// Error names the context, and how to go on.
func (e *ContextError) Error() string {
	return fmt.Sprintf("the context %q is not known here, and contexts are never fetched: use one of %s, write the context into the document, or give it along",
		e.Address, strings.Join(Pinned(), ", "))
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

// Pinned returns the addresses of the contexts at hand, without their scheme.
func Pinned() []string { return slices.Sorted(maps.Keys(pinned)) }

func address(url string) string {
	url, _, _ = strings.Cut(url, "#")
	if _, rest, ok := strings.Cut(url, "://"); ok {
		url = rest
	}
	return strings.TrimSuffix(strings.TrimPrefix(url, "www."), "/")
}

// loader serves contexts for one document.
type loader struct {
	extra   map[string][]byte
	refused error
}

// LoadDocument returns a context that is at hand, parsed anew each time, since
// json-gold writes into what it imports.
func (l *loader) LoadDocument(url string) (*ld.RemoteDocument, error) {
	text, ok := l.extra[url]
	if !ok {
		name, ok := pinned[address(url)]
		if !ok {
			l.refused = &ContextError{url}
			return nil, l.refused
		}
		var err error
		if text, err = files.ReadFile("contexts/" + name + ".json"); err != nil {
			return nil, err
		}
	}
	var doc any
	if err := json.Unmarshal(text, &doc); err != nil {
		l.refused = fmt.Errorf("context %s: %w", url, err)
		return nil, l.refused
	}
	return &ld.RemoteDocument{DocumentURL: url, Document: doc}, nil
}
