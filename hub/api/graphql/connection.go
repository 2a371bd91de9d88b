package graphql

import (
	"slices"
	"strconv"

	gql "github.com/graphql-go/graphql"
	goast "github.com/graphql-go/graphql/language/ast"

	"moselle/hub/catalog"
	"moselle/schema"
)

// connectionField answers a field of a connection.
func (s *Surface) connectionField(name string) gql.FieldResolveFn {
	switch name {
	case "edges":
		return func(p gql.ResolveParams) (any, error) { return s.edges(p.Source.(catalog.Result)), nil }
	case "nodes":
		return func(p gql.ResolveParams) (any, error) {
			out := []thing{}
			for _, h := range p.Source.(catalog.Result).Hits {
				out = append(out, thing{h.Node, h.Entity})
			}
			return out, nil
		}
	case "pageInfo":
		return func(p gql.ResolveParams) (any, error) { return pageInfo(p.Source.(catalog.Result)), nil }
	case "totalCount":
		return func(p gql.ResolveParams) (any, error) { return p.Source.(catalog.Result).Total, nil }
	}
	return func(p gql.ResolveParams) (any, error) {
		out := []map[string]any{}
		names, _ := p.Args["names"].([]any)
		size, _ := p.Args["size"].(int)
		for _, n := range names {
			values := []facetValue{}
			counts := p.Source.(catalog.Result).Facets[text(n)]
			for _, c := range counts[:min(len(counts), max(size, 0))] {
				values = append(values, facetValue{text(n), c})
			}
			out = append(out, map[string]any{"name": n, "values": values})
		}
		return out, nil
	}
}

func (s *Surface) edges(r catalog.Result) []map[string]any {
	out := make([]map[string]any, len(r.Hits))
	for i, h := range r.Hits {
		e := map[string]any{"node": thing{h.Node, h.Entity}, "cursor": h.Cursor}
		if h.Occurrence != nil {
			e["occurrence"] = thing{occurrenceNode(h), h.Entity}
		}
		if h.Series != "" {
			e["series"] = s.catalog.ID(h.Series)
		}
		if h.Km != nil {
			e["distance"] = *h.Km
		}
		out[i] = e
	}
	return out
}

// occurrenceNode returns the part that stands for the date a hit was found for.
func occurrenceNode(h catalog.Hit) *schema.Node {
	for _, n := range h.Node.Nodes("occurrence") {
		if n.ID == h.Occurrence.ID {
			return n
		}
	}
	return asOccurrence(h.Node)
}

func pageInfo(r catalog.Result) map[string]any {
	info := map[string]any{"hasNextPage": r.Next != "", "hasPreviousPage": false}
	if n := len(r.Hits); n > 0 {
		info["startCursor"], info["endCursor"] = r.Hits[0].Cursor, r.Hits[n-1].Cursor
	}
	return info
}

// facetsAsked finds the facets that the query selects below a connection, so
// that they are counted with the search and only when wanted.
func facetsAsked(p gql.ResolveParams) (names []string, size int) {
	for _, f := range p.Info.FieldASTs {
		walk(f.SelectionSet, p.Info.Fragments, func(f *goast.Field) {
			given := false
			for _, a := range f.Arguments {
				switch v := argument(a.Value, p.Info.VariableValues).(type) {
				case []any:
					given = true
					for _, n := range v {
						names = append(names, text(n))
					}
				case string: // one value stands for a list of one
					given = true
					names = append(names, v)
				case int:
					size = max(size, min(v, 1000))
				}
			}
			if !given {
				names = append(names, "category", "locality", "country", "source")
			}
		})
	}
	slices.Sort(names)
	return slices.Compact(names), size
}

func walk(set *goast.SelectionSet, fragments map[string]goast.Definition, visit func(*goast.Field)) {
	if set == nil {
		return
	}
	for _, sel := range set.Selections {
		switch sel := sel.(type) {
		case *goast.Field:
			if sel.Name.Value == "facets" {
				visit(sel)
			}
		case *goast.InlineFragment:
			walk(sel.SelectionSet, fragments, visit)
		case *goast.FragmentSpread:
			if f, ok := fragments[sel.Name.Value].(*goast.FragmentDefinition); ok {
				walk(f.SelectionSet, fragments, visit)
			}
		}
	}
}

// argument gives a literal's or a variable's value: lists as []any, numbers as int.
func argument(v goast.Value, vars map[string]any) any {
	switch v := v.(type) {
	case *goast.Variable:
		return vars[v.Name.Value]
	case *goast.ListValue:
		out := []any{}
		for _, e := range v.Values {
			out = append(out, argument(e, vars))
		}
		return out
	case *goast.IntValue:
		n, _ := strconv.Atoi(v.Value)
		return n
	case *goast.EnumValue:
		return v.Value
	}
	return nil
}
