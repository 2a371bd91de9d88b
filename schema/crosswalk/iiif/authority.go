package iiif

import (
	"regexp"
	"strings"
)

// authority is an address by which others identify a person, a place or a
// concept too.
var authority = regexp.MustCompile(`^https?://(?:www\.)?(?:wikidata\.org/(?:entity|wiki)/Q\d+|viaf\.org/viaf/\d+|isni\.org/(?:isni/)?[\dX]+|d-nb\.info/gnd/[\dX-]+|` +
	`data\.bnf\.fr/\S+|id\.loc\.gov/(?:authorities|vocabulary)/\S+|vocab\.getty\.edu/\S+|data\.europeana\.eu/(?:concept|agent|place)/\S+|iconclass\.org/\S+|orcid\.org/[\dX-]+|ror\.org/\w+|(?:sws\.)?geonames\.org/\d+)`)

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
