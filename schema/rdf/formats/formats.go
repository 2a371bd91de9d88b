// Package formats lists the RDF formats the hub reads and writes and finds one
// by name, media type, file extension or how a document begins. Content
// negotiation is not done here.
package formats

import (
	"slices"
	"strings"

	"moselle/schema/rdf"
	"moselle/schema/rdf/jsonld"
	"moselle/schema/rdf/nquads"
	"moselle/schema/rdf/ntriples"
	"moselle/schema/rdf/rdfxml"
	"moselle/schema/rdf/trig"
	"moselle/schema/rdf/turtle"
)

// All returns the formats, the preferred first.
func All() []rdf.Format {
	return []rdf.Format{turtle.Format(), jsonld.Format(), ntriples.Format(), nquads.Format(), trig.Format(), rdfxml.Format()}
}

// MediaTypes returns the media type of every format, the preferred first.
func MediaTypes() []string {
	var out []string
	for _, f := range All() {
		out = append(out, f.MediaType)
	}
	return out
}

// ByName returns the format called name ("turtle") or by its extension without
// the dot ("ttl"), in any case.
func ByName(name string) (rdf.Format, bool) {
	return find(func(f rdf.Format) bool {
		return strings.EqualFold(name, f.Name) || strings.EqualFold("."+name, f.Ext)
	})
}

// ByExt returns the format of files that end in ext, with its dot (".ttl"), in
// any case.
func ByExt(ext string) (rdf.Format, bool) {
	return find(func(f rdf.Format) bool { return strings.EqualFold(ext, f.Ext) })
}

// ByMediaType returns the format of a media type or one of its older names.
// Parameters such as "; charset=utf-8" are passed over.
func ByMediaType(mediaType string) (rdf.Format, bool) {
	mediaType, _, _ = strings.Cut(mediaType, ";")
	mediaType = strings.ToLower(strings.TrimSpace(mediaType))
	return find(func(f rdf.Format) bool {
		return mediaType == f.MediaType || slices.Contains(f.Aliases, mediaType)
	})
}

func find(is func(rdf.Format) bool) (rdf.Format, bool) {
	all := All()
	if i := slices.IndexFunc(all, is); i >= 0 {
		return all[i], true
	}
	return rdf.Format{}, false
}
