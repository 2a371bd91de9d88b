package catalog

import (
	"net/url"
	"strings"

	"moselle/schema"
	"moselle/schema/derive"
)

// URLs mints every public address, so that no other place spells a path.
type URLs struct{ Base string }

// The extensions of documents, in the order they are offered.
var Extensions = []string{".html", ".jsonld", ".ttl", ".nt", ".nq", ".trig", ".rdf", ".json"}

// ID returns the thing's own address: "<base>/id/event/k3j…".
func (u URLs) ID(iri schema.IRI) string { return iri.Public(u.Base) }

// Doc returns the address of a document about the thing; ext is "" or one of
// Extensions.
func (u URLs) Doc(iri schema.IRI, ext string) string {
	class, key, ok := iri.Local()
	if !ok {
		return string(iri)
	}
	return u.Base + "/doc/" + class + "/" + key + ext
}

// Page returns the thing's page in a language.
func (u URLs) Page(lang string, iri schema.IRI) string {
	class, key, ok := iri.Local()
	if !ok {
		return string(iri)
	}
	return u.Base + "/" + lang + "/" + Plural(class) + "/" + key
}

// Web returns s when it is the address of a page or a file that a browser may
// be led to (http, https), "" for all else: sources say anything.
func Web(s string) string {
	scheme, rest, _ := strings.Cut(s, "://")
	if scheme = strings.ToLower(scheme); rest != "" && (scheme == "https" || scheme == "http") {
		return s
	}
	return ""
}

// Context returns the address of the JSON-LD context.
func (u URLs) Context() string { return u.Base + derive.ContextPath }

// Profile returns the address of the profile: what there is, and what it means.
func (u URLs) Profile() string { return u.Base + derive.ProfilePath }

// Feed returns the address of a feed of a search.
func (u URLs) Feed(ext string, query url.Values) string {
	s := u.Base + "/feeds/events." + ext
	if len(query) > 0 {
		s += "?" + query.Encode()
	}
	return s
}

// SourcePage returns a source's page in a language.
func (u URLs) SourcePage(lang, source string) string {
	return u.Base + "/" + lang + "/sources/" + url.PathEscape(source)
}

// SourceQuality returns the address of a source's quality as JSON.
func (u URLs) SourceQuality(source string) string {
	return u.Base + "/api/v1/sources/" + url.PathEscape(source) + "/quality"
}

// Plural returns a class segment as listings spell it ("event" -> "events").
func Plural(class string) string {
	switch class {
	case "person":
		return "persons"
	case "media", "eventseries":
		return class
	}
	return class + "s"
}
