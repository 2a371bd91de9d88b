package schema

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"moselle/schema/vocab"
)

// ownCodes are the values of Code properties that schema.org lacks.
var ownCodes = map[string]string{"EventTentative": vocab.Moselle + "EventTentative"}

// OwnCodes returns the local names of the values that schema.org lacks.
func OwnCodes() []string { return slices.Sorted(maps.Keys(ownCodes)) }

// CodeIRI returns the IRI of a Code property's value by its local name.
func CodeIRI(name string) string {
	if iri, ok := ownCodes[name]; ok {
		return iri
	}
	return vocab.Schema + name
}

// codeLocal is the inverse of CodeIRI; an IRI that is none stays whole.
func codeLocal(iri string) string {
	if name, ok := strings.CutPrefix(iri, vocab.Moselle); ok && ownCodes[name] != "" {
		return name
	}
	return strings.TrimPrefix(iri, vocab.Schema)
}

// codeAliases are other values of schema.org, and older spellings, for those
// that the profile takes.
var codeAliases = map[string]string{
	"eventcanceled": "EventCancelled", "onlineonly": "InStock", "instoreonly": "InStock", "backorder": "LimitedAvailability",
	"presale": "PreOrder", "outofstock": "SoldOut", "discontinued": "SoldOut", "reserved": "SoldOut", "madetoorder": "InStock",
}

// parseCode reads an enumeration's member, as its local name or its IRI, into
// its IRI.
func parseCode(p *Property, s string) (string, error) {
	name := s
	for _, ns := range []string{"http://schema.org/", vocab.Schema, vocab.Moselle, "schema:"} {
		name = strings.TrimPrefix(name, ns)
	}
	if name == "" || strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != "" {
		return "", fmt.Errorf("not a schema.org value")
	}
	if len(p.Values) == 0 {
		return CodeIRI(name), nil
	}
	if i := slices.IndexFunc(p.Values, func(v string) bool { return strings.EqualFold(v, name) }); i >= 0 {
		return CodeIRI(p.Values[i]), nil
	}
	if v := codeAliases[strings.ToLower(name)]; slices.Contains(p.Values, v) {
		return CodeIRI(v), nil
	}
	return "", fmt.Errorf("not one of %s", strings.Join(p.Values, ", "))
}
