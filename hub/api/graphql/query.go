package graphql

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	gql "github.com/graphql-go/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"moselle/hub/catalog"
	"moselle/hub/fault"
	"moselle/schema"
)

// query answers a field of Query.
func (s *Surface) query(f *ast.FieldDefinition) gql.FieldResolveFn {
	switch f.Name {
	case "node":
		return s.node
	case "search":
		return func(p gql.ResolveParams) (any, error) { return s.list(p, "", nil) }
	case "nearby":
		return s.nearby
	case "position":
		return func(p gql.ResolveParams) (any, error) {
			at, err := s.catalog.Last(p.Context)
			return int(at), err
		}
	}
	if class := schema.ClassNamed(f.Type.NamedType); class != nil {
		return func(p gql.ResolveParams) (any, error) { return s.one(p, class) }
	}
	class := schema.ClassNamed(strings.TrimSuffix(f.Type.Name(), "Connection"))
	return func(p gql.ResolveParams) (any, error) { return s.list(p, class.Segment(), nil) }
}

// node answers anything by its address, deleted or not.
func (s *Surface) node(p gql.ResolveParams) (any, error) {
	iri := s.catalog.IRI(text(p.Args["id"]))
	e, err := s.catalog.Get(p.Context, iri.Document())
	var gone *catalog.Tombstone
	switch {
	case errors.As(err, &gone):
		return map[string]any{"id": s.catalog.ID(gone.IRI), "class": gone.Class, "deleted": gone.At.Format("2006-01-02T15:04:05Z"), "reason": gone.Reason}, nil
	case fault.Of(err) == fault.NotFound:
		return nil, nil
	case err != nil:
		return nil, err
	}
	return thing{e.Node, e}, nil
}

// one answers a record of a class by its address or key.
func (s *Surface) one(p gql.ResolveParams, class *schema.Class) (any, error) {
	id := text(p.Args["id"])
	iri := s.catalog.IRI(id)
	if !strings.ContainsAny(id, ":/") {
		iri = schema.IRI(schema.Scheme + "id/" + class.Segment() + "/" + id)
	}
	e, err := s.catalog.Get(p.Context, iri)
	switch kind := fault.Of(err); {
	case err != nil && (kind == fault.NotFound || kind == fault.Gone), err == nil && e.Class != class.Name:
		return nil, nil
	case err != nil:
		return nil, err
	}
	return thing{e.Node, e}, nil
}

func (s *Surface) nearby(p gql.ResolveParams) (any, error) {
	near := map[string]any{"lat": p.Args["lat"], "lon": p.Args["lon"], "km": p.Args["km"]}
	return s.list(p, "", func(v url.Values) {
		setNear(v, near)
		v.Set("sort", "distance")
		if !v.Has("from") && !v.Has("to") && !v.Has("when") && slices.Equal(v["class"], []string{"event"}) {
			v.Set("from", "now")
		}
	})
}

func (s *Surface) linkedFrom(p gql.ResolveParams) (any, error) {
	return s.list(p, "", func(v url.Values) { v.Add("related", s.catalog.ID(p.Source.(thing).of.IRI)) })
}

// list answers a connection: its arguments become the parameters that every
// listing of the hub reads.
func (s *Surface) list(p gql.ResolveParams, class string, more func(url.Values)) (any, error) {
	v := values(p.Args)
	if class != "" {
		v.Set("class", class)
	}
	if more != nil {
		more(v)
	}
	q, err := s.catalog.ParseQuery(v)
	if err != nil {
		return nil, err
	}
	if q.Size, err = s.size(p.Args); err != nil {
		return nil, err
	}
	for _, l := range langs(p) {
		q.Lang = l
		break
	}
	q.Facets, q.FacetSize = facetsAsked(p)
	r, err := s.catalog.Search(p.Context, q)
	if err != nil {
		return nil, err
	}
	return r, nil
}

// values turns arguments into the parameters of the same names.
func values(args map[string]any) url.Values {
	v := url.Values{}
	filter, _ := args["filter"].(map[string]any)
	for name, arg := range filter {
		switch name {
		case "near":
			near, _ := arg.(map[string]any)
			setNear(v, near)
		case "bbox":
			box, _ := arg.(map[string]any)
			v.Set("bbox", fmt.Sprintf("%v,%v,%v,%v", box["west"], box["south"], box["east"], box["north"]))
		default:
			add(v, name, arg)
		}
	}
	add(v, "class", args["class"])
	add(v, "sort", args["sort"])
	add(v, "group", args["group"])
	add(v, "cursor", args["after"])
	return v
}

func setNear(v url.Values, near map[string]any) {
	if near == nil {
		return
	}
	v.Set("near", fmt.Sprintf("%v,%v", near["lat"], near["lon"]))
	if near["km"] != nil {
		v.Set("km", fmt.Sprint(near["km"]))
	}
}

func add(v url.Values, name string, arg any) {
	switch arg := arg.(type) {
	case nil:
	case []any:
		for _, a := range arg {
			v.Add(name, fmt.Sprint(a))
		}
	default:
		v.Set(name, fmt.Sprint(arg))
	}
}

func (s *Surface) size(args map[string]any) (int, error) {
	n, ok := args["first"].(int)
	if !ok {
		return s.catalog.Rows, nil
	}
	if n < 1 || n > s.catalog.MaxRows {
		return 0, fault.Param("first", "is a number from 1 to %d, not %d", s.catalog.MaxRows, n)
	}
	return n, nil
}
