package iiif

import (
	"slices"
	"strings"
)

// object is an object of the JSON. Its methods read both versions' names and
// take one value for a list of one.
type object map[string]any

// list returns the values under the first of the names that has any.
func (o object) list(names ...string) []any {
	for _, name := range names {
		switch v := o[name].(type) {
		case nil:
		case []any:
			if len(v) > 0 {
				return v
			}
		default:
			return []any{v}
		}
	}
	return nil
}

// objects returns the objects under the first of the names that has any. An
// address alone is an object with nothing but it.
func (o object) objects(names ...string) (out []object) {
	for _, v := range o.list(names...) {
		if n := asObject(v); n != nil {
			out = append(out, n)
		}
	}
	return out
}

func asObject(v any) object {
	switch v := v.(type) {
	case map[string]any:
		return v
	case string:
		if v != "" {
			return object{"id": v}
		}
	}
	return nil
}

// one returns the first object under the names; empty when there is none.
func (o object) one(names ...string) object {
	if all := o.objects(names...); len(all) > 0 {
		return all[0]
	}
	return object{}
}

// text returns the first text under the names.
func (o object) text(names ...string) string {
	for _, v := range o.list(names...) {
		if s, ok := v.(string); ok {
			return strings.TrimSpace(s)
		}
	}
	return ""
}

// number returns the number under a name, 0 for none.
func (o object) number(name string) float64 {
	n, _ := o[name].(float64)
	return n
}

// id returns the object's address as it stands there.
func (o object) id() string { return o.text("id", "@id") }

// types returns the object's types without prefixes: "Manifest" of
// "sc:Manifest", "Image" of "dctypes:Image".
func (o object) types() (out []string) {
	for _, v := range o.list("type", "@type") {
		if s, ok := v.(string); ok {
			out = append(out, s[strings.LastIndexAny(s, ":#/")+1:])
		}
	}
	return out
}

// is reports whether the object is of one of the types.
func (o object) is(types ...string) bool {
	return slices.ContainsFunc(o.types(), func(t string) bool { return slices.Contains(types, t) })
}

// kindOf tells what an object is by its type, else by what only one kind has.
func (o object) kindOf() kind {
	switch {
	case o.is("Manifest"):
		return manifest
	case o.is("OrderedCollection", "OrderedCollectionPage"):
		return stream
	case o.is("Collection", "CollectionPage"):
		return collection
	case len(o.types()) > 0:
		return unknown
	case o["sequences"] != nil:
		return manifest
	case o["orderedItems"] != nil:
		return stream
	case o["manifests"] != nil, o["collections"] != nil, o["members"] != nil:
		return collection
	}
	return unknown
}
