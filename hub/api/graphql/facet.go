package graphql

import (
	gql "github.com/graphql-go/graphql"

	"moselle/hub/catalog"
)

// facetValue is a value of a facet with the facet's name.
type facetValue struct {
	facet string
	catalog.FacetCount
}

// facetField answers a field of a facet's value. What only concepts have is null
// for other values.
func (s *Surface) facetField(name string) gql.FieldResolveFn {
	switch name {
	case "value":
		return func(p gql.ResolveParams) (any, error) { return p.Source.(facetValue).Value, nil }
	case "count":
		return func(p gql.ResolveParams) (any, error) { return p.Source.(facetValue).Count, nil }
	}
	return func(p gql.ResolveParams) (any, error) {
		v := p.Source.(facetValue)
		t := s.catalog.Term(v.facet, v.Value, langs(p))
		if t == nil {
			return nil, nil
		}
		switch name {
		case "id":
			return t.ID, nil
		case "label":
			return t.Label, nil
		case "labelLang":
			return t.LabelLang, nil
		}
		return optional(t.Broader), nil
	}
}
