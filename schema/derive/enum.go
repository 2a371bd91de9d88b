package derive

import (
	"maps"
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/vocab"
)

// enum is a list of values that Code properties take.
type enum struct {
	name   string // in GraphQL and in JSON Schema
	iri    string // the class of the values
	values []string
}

// enums returns the enumerations of the tables, in the order of their names.
func enums() []enum {
	found := map[string]enum{}
	for _, c := range slices.Concat(schema.Classes, schema.Parts) {
		for _, p := range c.Properties {
			if p.Range == schema.Code {
				found[p.Enum] = enum{enumName(p.Enum), vocab.Schema + p.Enum, p.Values}
			}
		}
	}
	var out []enum
	for _, name := range slices.Sorted(maps.Keys(found)) {
		out = append(out, found[name])
	}
	return out
}

// enumName leaves out what schema.org's names of enumerations end in.
func enumName(class string) string {
	return strings.TrimSuffix(strings.TrimSuffix(class, "Enumeration"), "Type")
}
