package derive

import (
	"regexp"
	"sync"

	"moselle/schema/rdf/jsonld"
)

// contextOf is the address of a hub's context in a JSON-LD document.
var contextOf = regexp.MustCompile(`"(https?://[^"\s]{1,500}` + regexp.QuoteMeta(ContextPath) + `)"`)

// Contexts returns the contexts of hubs that the beginning of a JSON-LD document
// names, by their addresses, for whoever reads it: every hub publishes the same
// one under its own base, so that none has to be fetched.
func Contexts(head []byte) map[string]*jsonld.Context {
	var out map[string]*jsonld.Context
	for _, m := range contextOf.FindAllSubmatch(head, 10) {
		if out == nil {
			out = map[string]*jsonld.Context{}
		}
		out[string(m[1])] = HubContext()
	}
	return out
}

// HubContext returns Context for whoever reads JSON-LD.
var HubContext = sync.OnceValue(func() *jsonld.Context { return jsonld.NewContext(Context()) })
