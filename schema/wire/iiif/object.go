package iiif

import (
	"slices"
	"strconv"
	"strings"
)

// Object is an object of the JSON. Its methods read both versions' names and
// take one value for a list of one.
type Object map[string]any

// List returns the values under the first of the names that has any.
func (o Object) List(names ...string) []any {
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

// Objects returns the objects under the first of the names that has any. An
// address alone is an Object with nothing but it.
func (o Object) Objects(names ...string) (out []Object) {
	for _, v := range o.List(names...) {
		if n := asObject(v); n != nil {
			out = append(out, n)
		}
	}
	return out
}

func asObject(v any) Object {
	switch v := v.(type) {
	case map[string]any:
		return v
	case string:
		if v != "" {
			return Object{"id": v}
		}
	}
	return nil
}

// One returns the first object under the names; empty when there is none.
func (o Object) One(names ...string) Object {
	if all := o.Objects(names...); len(all) > 0 {
		return all[0]
	}
	return Object{}
}

// Text returns the first text under the names.
func (o Object) Text(names ...string) string {
	for _, v := range o.List(names...) {
		if s, ok := v.(string); ok {
			return strings.TrimSpace(s)
		}
	}
	return ""
}

// Number returns the number under a name, also one that stands in quotation
// marks; 0 for none.
func (o Object) Number(name string) float64 {
	switch v := o[name].(type) {
	case float64:
		return v
	case string:
		n, _ := strconv.ParseFloat(strings.TrimSpace(v), 64)
		return n
	}
	return 0
}

// ID returns the object's address as it stands there.
func (o Object) ID() string { return o.Text("id", "@id") }

// Types returns the object's types without prefixes: "Manifest" of
// "sc:Manifest", "Image" of "dctypes:Image".
func (o Object) Types() (out []string) {
	for _, v := range o.List("type", "@type") {
		if s, ok := v.(string); ok {
			out = append(out, s[strings.LastIndexAny(s, ":#/")+1:])
		}
	}
	return out
}

// Is reports whether the object is of one of the types.
func (o Object) Is(types ...string) bool {
	return slices.ContainsFunc(o.Types(), func(t string) bool { return slices.Contains(types, t) })
}

// Kind tells what an object is by its type, else by what only one kind has.
func (o Object) Kind() Kind {
	switch {
	case o.Is("Manifest"):
		return KindManifest
	case o.Is("OrderedCollection", "OrderedCollectionPage"):
		return KindChanges
	case o.Is("Collection", "CollectionPage"):
		return KindCollection
	case len(o.Types()) > 0:
		return KindUnknown
	case o["sequences"] != nil:
		return KindManifest
	case o["orderedItems"] != nil:
		return KindChanges
	case o["manifests"] != nil, o["collections"] != nil, o["members"] != nil:
		return KindCollection
	}
	return KindUnknown
}

// Version returns the version of the Presentation API that the object keeps to:
// "1" to "4".
func (o Object) Version() string {
	for _, v := range o.List("@context") {
		context, _ := v.(string)
		if _, rest, ok := strings.Cut(context, "iiif.io/api/presentation/"); ok {
			if number, _, _ := strings.Cut(rest, "/"); len(number) == 1 && number >= "1" && number <= "4" {
				return number
			}
		}
		if strings.Contains(context, "shared-canvas.org/") {
			return "1"
		}
	}
	if o["@type"] != nil || o["sequences"] != nil {
		return "2"
	}
	return "3"
}

// IsOurs reports whether the object's context is one of IIIF.
func (o Object) IsOurs() bool {
	return slices.ContainsFunc(o.List("@context"), func(v any) bool { s, _ := v.(string); return strings.Contains(s, "iiif.io/api/") })
}
