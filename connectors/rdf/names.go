package rdf

import (
	"net/url"
	"strings"

	"moselle/schema/vocab"
)

// tail returns the last piece of an IRI, by which a thing that nobody names is
// called.
func tail(iri string) string {
	trimmed := strings.TrimRight(iri, "/#")
	s := trimmed[strings.LastIndexAny(trimmed, "/#:")+1:]
	if plain, err := url.PathUnescape(s); err == nil {
		s = plain
	}
	if s == "" {
		return iri
	}
	return s
}

// schemaName returns the local name of a term of schema.org.
func schemaName(iri string) (string, bool) {
	local, ok := strings.CutPrefix(iri, vocab.Schema)
	if !ok {
		local, ok = strings.CutPrefix(iri, "http://schema.org/")
	}
	return local, ok
}
