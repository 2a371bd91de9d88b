// Package iiif holds the documents of the International Image Interoperability
// Framework: manifests and collections of the Presentation API, lists of changes
// of the Change Discovery API 1. They are read in any form of the versions 1 to 4
// (Object) and written in that of version 3 (Manifest, Collection, Changes). What
// they say of works is schema/crosswalk/iiif's; asking for them is their callers'.
package iiif

// Contexts of the documents that are written.
const (
	PresentationContext = "http://iiif.io/api/presentation/3/context.json"
	DiscoveryContext    = "http://iiif.io/api/discovery/1/context.json"
)

// MediaType is the media type of manifests and collections of version 3
// (Presentation API 3.0, section 6.2).
const MediaType = `application/ld+json;profile="` + PresentationContext + `"`

// ChangesType is the media type of lists of changes.
const ChangesType = "application/activity+json"

// Kind is what a document, or what a list names, is.
type Kind int

// The kinds.
const (
	KindUnknown    Kind = iota
	KindManifest        // a work
	KindCollection      // a collection, or a page of one
	KindChanges         // a list of changes, or a page of one
)
