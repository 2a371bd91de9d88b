package iiif

import (
	"net/url"
	"strings"

	"moselle/schema"
	"moselle/schema/rdf"
)

// Resolve makes an address absolute against that of its document; what cannot be
// resolved comes back as it is.
func Resolve(base, ref string) string {
	ref = schema.CleanURL(ref)
	r, err := url.Parse(ref)
	if err != nil || r.IsAbs() {
		return ref
	}
	b, err := url.Parse(base)
	if err != nil || !b.IsAbs() {
		return ref
	}
	return b.ResolveReference(r).String()
}

// Address returns an address of the web that stands in a document, made absolute;
// "" for what is none.
func Address(base, ref string) string {
	if ref == "" {
		return ""
	}
	if s := Resolve(base, ref); IsWeb(s) && rdf.ValidIRI(s) {
		return s
	}
	return ""
}

// IsWeb reports whether an address is one of the web.
func IsWeb(address string) bool {
	return strings.HasPrefix(address, "http://") || strings.HasPrefix(address, "https://")
}
