package iiif

import (
	"net/url"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/rdf"
)

// target returns the key of what a document lists and what to open for it, or
// why it is not opened. Of a source that is a file, addresses below its own are
// files below its folder.
func (d *document) target(ref string) (key, location, reason string) {
	ref, _, _ = strings.Cut(strings.TrimSpace(ref), "#")
	if ref == "" {
		return "", "", "has no address: write its id"
	}
	if connectors.IsWeb(d.location) {
		full := resolve(d.location, ref)
		if !connectors.IsWeb(full) {
			return ref, "", "is not an address of the web: write it with https://"
		}
		return full, full, ""
	}
	root := d
	if d.root != nil {
		root = d.root
	}
	folder, inside := filepath.Dir(root.location), ref
	if ref = resolve(d.id(), ref); connectors.IsWeb(ref) {
		base := root.id()
		base = base[:strings.LastIndexByte(base, '/')+1]
		var ok bool
		if inside, ok = strings.CutPrefix(ref, base); !ok || base == "" {
			return ref, "", "stands on the web, while the source is a file and may read files beside it only: give the source the address of the collection"
		}
	} else if here, err := filepath.Rel(folder, filepath.Dir(d.location)); err == nil {
		inside = path.Join(filepath.ToSlash(here), inside)
		ref = inside
	}
	if name, err := url.PathUnescape(inside); err == nil {
		inside = name
	}
	if !filepath.IsLocal(filepath.FromSlash(inside)) {
		return ref, "", "is neither an address nor a file beside the source"
	}
	return ref, filepath.Join(folder, filepath.FromSlash(inside)), ""
}

// resolve makes an address absolute against that of its document; what cannot be
// resolved comes back as it is.
func resolve(base, ref string) string {
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

// address returns an address of the web that stands in the document, made
// absolute; "" for what is none.
func (d *document) address(ref string) string {
	base := d.location
	if !connectors.IsWeb(base) {
		base = d.id()
	}
	if s := resolve(base, ref); ref != "" && connectors.IsWeb(s) && rdf.ValidIRI(s) {
		return s
	}
	return ""
}

// authority is an address by which others identify a person, a place or a
// concept too.
var authority = regexp.MustCompile(`^https?://(?:www\.)?(?:wikidata\.org/(?:entity|wiki)/Q\d+|viaf\.org/viaf/\d+|isni\.org/(?:isni/)?[\dX]+|d-nb\.info/gnd/[\dX-]+|` +
	`data\.bnf\.fr/\S+|id\.loc\.gov/(?:authorities|vocabulary)/\S+|vocab\.getty\.edu/\S+|orcid\.org/[\dX-]+|ror\.org/\w+|(?:sws\.)?geonames\.org/\d+)`)

// authorityOf returns the address when it is one of an authority.
func authorityOf(address string) string {
	if authority.MatchString(address) {
		return address
	}
	return ""
}

// plainAddress leaves out what does not tell one address from another.
func plainAddress(address string) string {
	_, address, _ = strings.Cut(address, "://")
	return strings.TrimSuffix(address, "/")
}
