// Package lido is the crosswalk between works and LIDO (Lightweight Information
// Describing Objects): Read takes a lido element of LIDO 1.0 or 1.1, Write makes
// one of LIDO 1.1. XML is parsed and printed elsewhere, as elements of dom.
//
// LIDO has no room for, and Write leaves out: onView, cameraPosition,
// conditionsOfAccess and the dataset that a work is in; of people affiliation,
// description, page and pictures; of institutions all but names, identifiers and
// page; of places all but names, identifiers, position, the place around and the
// address without street and code; of media names, makers, players, sizes in bytes,
// durations, days and what only models have. sdPublisher is written as the source
// of the record and, as sdDatePublished and derivedFrom, not read: these are the
// hub's own.
package lido

import (
	"moselle/schema"
	"moselle/schema/crosswalk"
	"moselle/schema/dom"
)

// Namespace is that of LIDO 1.0 and 1.1 alike; Schema the XSD of what Write makes.
const (
	Namespace = "http://www.lido-schema.org"
	Schema    = "http://www.lido-schema.org/schema/v1.1/lido-v1.1.xsd"
)

// Reader is what is needed beside an element to read it.
type Reader struct {
	crosswalk.Reader
	LonLat bool                    // whether gml:pos gives the longitude before the latitude
	Work   func(string) schema.IRI // the record of the work that the source keeps under a key
}

// Key returns the identifier of a record (lidoRecID) and the one that it has in its
// own system (recordID); "" for one that is missing.
func Key(e *dom.Element) (id, own string) {
	return e.Child("lidoRecID").Value(), e.Child("administrativeMetadata", "recordWrap", "recordID").Value()
}
