package iiif

import (
	"net/url"
	"path"
	"path/filepath"
	"strings"

	"moselle/connectors"
	wire "moselle/schema/wire/iiif"
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
		full := wire.Resolve(d.location, ref)
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
	if ref = wire.Resolve(d.ID(), ref); connectors.IsWeb(ref) {
		base := root.ID()
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
