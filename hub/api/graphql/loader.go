package graphql

import (
	"context"

	"moselle/hub/catalog"
	"moselle/schema"
)

// loader gathers the records that one request needs and fetches them together:
// the executor resolves a whole level before it calls the thunks of that level,
// so the first thunk fetches for all. It runs in one goroutine and needs no
// waiting time, which is what a general data loader would add.
type loader struct {
	catalog *catalog.Catalog
	found   map[schema.IRI]*catalog.Entity // nil when asked for and absent
	wanted  []schema.IRI
}

func (l *loader) want(iris []schema.IRI) {
	for _, iri := range iris {
		if _, ok := l.found[iri]; !ok {
			l.wanted = append(l.wanted, iri)
		}
	}
}

// get returns the live ones among iris, in their order.
func (l *loader) get(ctx context.Context, iris []schema.IRI) ([]*catalog.Entity, error) {
	if len(l.wanted) > 0 {
		found, err := l.catalog.GetMany(ctx, l.wanted)
		if err != nil {
			return nil, err
		}
		for _, iri := range l.wanted {
			l.found[iri] = found[iri]
		}
		l.wanted = l.wanted[:0]
	}
	out := make([]*catalog.Entity, 0, len(iris))
	for _, iri := range iris {
		if e := l.found[iri]; e != nil {
			out = append(out, e)
		}
	}
	return out, nil
}
