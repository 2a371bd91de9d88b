// Package iiif turns manifests and collections of IIIF into records and records
// into them. Reader takes every form of the versions 1 to 4 that is in use; Writer
// writes version 3: works, collections and changes. The documents themselves are
// schema/wire/iiif's.
//
// What is written and read again comes back as it was, but for what a manifest has
// no room for: of a work its kind (VisualArtwork), isBasedOn, onView and
// cameraPosition; of a collection its size; of a medium its size in bytes,
// checksum, dates, player, origin and the measures of models; of people, places and
// terms all but their names, the years of a life and one address at an authority.
// A link to the record's own data leads to it. Who publishes the record provides a
// work that nobody holds, and the hub's page stands for a page of its own.
package iiif

import (
	"fmt"

	"moselle/schema"
	wire "moselle/schema/wire/iiif"
)

// Reader turns documents into records.
type Reader struct {
	Lang    string            // of texts that do not say theirs; "" for unknown
	License string            // of media whose licence nobody says; "" for none
	Media   int               // how many pictures, sounds and films of one manifest are kept
	Labels  map[string]string // what labels of metadata mean, of Meanings, by schema.NameKey
	Others  bool              // whether metadata with other labels become lines of the description; if not, each is a fault
	// Embed builds the record of something that a document names, once for each key,
	// by describe, and returns its IRI; "" when it is not to be.
	Embed func(class, key, path string, describe func(*schema.Builder)) schema.IRI
}

// Document is a manifest or a collection on its way to a record.
type Document struct {
	wire.Object
	Key    string       // the key of the record: the address under which it is listed
	At     string       // where it was read; of a file no address of the web
	Label  any          // what a list calls it, in any form of a label
	Within []schema.IRI // the collections that list it
}

// reading is the reading of one document.
type reading struct {
	*Reader
	Document
	b       *schema.Builder
	lang    string
	title   []text            // what it is called
	summary map[string]string // the description so far, by language
	license string            // of the content
	credit  []text            // to print beside it
	lifted  map[string]bool   // pairs of canvases that are the work's, by keyOf
	named   int               // people, institutions and places
}

func (r *Reader) reading(b *schema.Builder, d Document) *reading {
	m := &reading{Reader: r, Document: d, b: b, lang: r.Lang, lifted: map[string]bool{}}
	if m.lang == "" {
		m.lang = schema.Und
	}
	return m
}

// maxNamed bounds the people, institutions and places one document brings.
const maxNamed = 200

// embed is Embed within bounds; "" when the item has no room for another.
func (m *reading) embed(class, key, path string, describe func(*schema.Builder)) schema.IRI {
	if m.named++; m.named > maxNamed {
		if m.named == maxNamed+1 {
			m.fault(path, "", fmt.Sprintf("more than %d people, institutions and places; the first are kept", maxNamed))
		}
		return ""
	}
	return m.Embed(class, key, path, describe)
}

// fault notes something wrong with the document.
func (m *reading) fault(path, value, message string) {
	m.b.Fault(schema.Fault{Path: path, Value: value, Message: message})
}

// address returns an address of the web that stands in the document, made
// absolute; "" for what is none.
func (m *reading) address(ref string) string { return wire.Address(m.base(), ref) }

// base is what addresses in the document are relative to.
func (m *reading) base() string {
	if wire.IsWeb(m.At) {
		return m.At
	}
	return m.ID()
}
