package graphql

import (
	"encoding/json"

	gql "github.com/graphql-go/graphql"

	"moselle/hub/catalog"
	"moselle/schema"
)

// assessed answers what is found of a record's quality, from the records it
// leads to, which are fetched with all others of the same level.
func assessed(p gql.ResolveParams) (any, error) {
	e := p.Source.(thing).of
	if !catalog.Graded(e.Class) {
		return nil, nil
	}
	l, iris := root(p).loader, e.Node.Links()
	l.want(iris)
	return func() (any, error) {
		entities, err := l.get(p.Context, iris)
		if err != nil {
			return nil, err
		}
		linked := make(map[schema.IRI]*catalog.Entity, len(entities))
		for _, to := range entities {
			linked[to.IRI] = to
		}
		page := root(p).Page
		if lang, ok := p.Args["lang"].(string); ok {
			page = lang
		}
		data, err := catalog.Encode(catalog.Assess(e, linked, page))
		if err != nil {
			return nil, err
		}
		var out map[string]any // the names are those of the REST API
		err = json.Unmarshal(data, &out)
		return out, err
	}, nil
}
