package graphql

import (
	gql "github.com/graphql-go/graphql"

	"moselle/hub/catalog"
	"moselle/schema"
)

// mediaField resolves what the class table does not have of a medium: how it
// may be used and what is to be said; nil for other fields.
func (s *Surface) mediaField(name string) gql.FieldResolveFn {
	licence := func(p gql.ResolveParams) string { return p.Source.(thing).node.String("license") }
	switch name {
	case "reuse":
		return func(p gql.ResolveParams) (any, error) { return schema.Reuse(licence(p)), nil }
	case "licenseName":
		return func(p gql.ResolveParams) (any, error) {
			return optional(schema.LicenceName(licence(p), langs(p)[0])), nil
		}
	case "attribution":
		return func(p gql.ResolveParams) (any, error) {
			return s.attribution(p, func(a schema.Attribution) string {
				if p.Args["format"] == "html" {
					return a.HTML
				}
				return a.Text
			})
		}
	case "attributionLang":
		return func(p gql.ResolveParams) (any, error) {
			return s.attribution(p, func(a schema.Attribution) string { return a.Lang })
		}
	}
	return nil
}

// attribution words a medium's line once those it names are loaded.
func (s *Surface) attribution(p gql.ResolveParams, part func(schema.Attribution) string) (any, error) {
	t := p.Source.(thing)
	var iris []schema.IRI
	for _, prop := range schema.CreditLinks {
		iris = append(iris, t.of.Node.Refs(prop)...)
		iris = append(iris, t.node.Refs(prop)...)
	}
	l := root(p).loader
	l.want(iris)
	return func() (any, error) {
		entities, err := l.get(p.Context, iris)
		if err != nil {
			return nil, err
		}
		linked := map[schema.IRI]*catalog.Entity{}
		for _, e := range entities {
			linked[e.IRI] = e
		}
		return part(s.catalog.Attribution(t.node, t.of, root(p).Page, langs(p), linked)), nil
	}, nil
}
