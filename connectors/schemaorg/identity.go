package schemaorg

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"regexp"
	"strings"

	"moselle/schema"
)

// classOf returns the class of records a node belongs to, "" for none. A series
// of events counts as an event: see classOfEvent.
func classOf(n *node) string {
	for _, class := range []string{"Event", "Place", "Organization", "Person", "Work"} {
		for _, t := range n.types {
			if schema.ClassNamed(class).HasSubclass(t) || class == "Event" && (strings.HasSuffix(t, "Event") || t == "EventSeries") || class == "Work" && otherWorks[t] {
				return class
			}
		}
	}
	return ""
}

// otherWorks are kinds of creative works that the profile has no type of its
// own for.
var otherWorks = set("CreativeWork", "MusicAlbum", "ShortStory", "Atlas", "CoverArt", "SheetMusic", "ComicStory", "ComicIssue", "Thesis",
	"PublicationIssue", "PublicationVolume", "BookSeries", "MovieSeries", "TVSeries", "RadioSeries", "Episode", "Opera")

// isFurniture reports whether a node describes the page rather than a work: the
// generic kinds that themes and plug-ins write on every page have no name.
func isFurniture(n *node) bool {
	return len(n.types) == 1 && n.is("CreativeWork", "Article") && len(n.all("name")) == 0
}

var (
	// skolem is an address that a crawler made up for a nameless node (RDF 1.1,
	// section 3.5), or for one it met by chance: another crawl, another address.
	skolem = regexp.MustCompile(`/(?:genid|temporary)/[0-9A-Za-z-]{8,}/?$`)
	// authority is an address by which others identify a thing too.
	authority = regexp.MustCompile(`^https?://(?:www\.)?(?:wikidata\.org/(?:entity|wiki)/Q\d+|viaf\.org/viaf/\d+|isni\.org/(?:isni/)?[\dX]+|d-nb\.info/gnd/[\dX-]+|` +
		`data\.bnf\.fr/\S+|id\.loc\.gov/authorities/\S+|vocab\.getty\.edu/\S+|orcid\.org/[\dX-]+|ror\.org/\w+|(?:sws\.)?geonames\.org/\d+|` +
		`openstreetmap\.org/(?:node|way|relation)/\d+|musicbrainz\.org/[a-z]+/[0-9a-f-]+|kg\.artsdata\.ca/resource/K\S+|rkd\.nl/\S+|ark\.frantiq\.fr/\S+|n2t\.net/ark:\S+)`)
)

// stable returns the node's own @id where it names the same thing tomorrow.
func (n *node) stable() string {
	if n.id == "" || strings.HasPrefix(n.id, "_:") || skolem.MatchString(n.id) || strings.HasPrefix(schemaIRI(n.id), "https://schema.org/") {
		return ""
	}
	return n.id
}

// itemKey returns the key of an event or a work, and the address that it is
// read from when that alone tells it apart: its @id, else its own page, else
// nothing but what it says.
func (m *mapper) itemKey(n *node) (key string, fromURL bool) {
	if id := n.stable(); id != "" {
		return id, false
	}
	if u := m.address(n.all("url")); u != "" {
		return u, true
	}
	return m.doc.base + "#" + m.fingerprint(n), false
}

// fingerprint stands for a title with its start and place.
func (m *mapper) fingerprint(n *node) string {
	place := ""
	if l := n.all("location"); len(l) > 0 {
		place = m.label(l[0])
	}
	sum := sha256.Sum256([]byte(schema.NameKey(m.name(n)) + "\x00" + m.plain(n.all("startDate", "dateCreated")) + "\x00" + schema.NameKey(place)))
	return hex.EncodeToString(sum[:6])
}

// agentKey returns the key of a person or an institution: its @id, else an
// authority's address, else its name.
func (m *mapper) agentKey(n *node) string {
	if key := m.identifier(n); key != "" {
		return key
	}
	return schema.NameKey(m.name(n))
}

// placeKey returns the key of a place: its @id, else an authority's address,
// else its name with its town.
func (m *mapper) placeKey(n *node, name string) string {
	if key := m.identifier(n); key != "" {
		return key
	}
	return schema.PlaceKey(name, m.locality(n))
}

// identifier returns the @id of an embedded thing or an authority's address
// for it: of several, Wikidata's, else the first in their order as text, so that
// the choice does not hang on how a page lists them. An @id relative to its page
// names the thing nowhere else.
func (m *mapper) identifier(n *node) string {
	if id := n.stable(); id != "" && !n.relative {
		return id
	}
	best := ""
	for _, prop := range []string{"sameAs", "url"} {
		for _, v := range n.all(prop) {
			u := strings.Replace(m.address([]value{v}), "http://", "https://", 1)
			if !authority.MatchString(u) {
				continue
			}
			known := strings.Contains(u, "wikidata.org/")
			if best == "" || known && !strings.Contains(best, "wikidata.org/") || u < best && known == strings.Contains(best, "wikidata.org/") {
				best = u
			}
		}
	}
	return best
}

// samePage reports whether an address leads to the page, whatever its fragment.
func samePage(address, page string) bool {
	a, err := url.Parse(address)
	if err != nil || page == "" {
		return false
	}
	p, err := url.Parse(page)
	if err != nil {
		return false
	}
	return strings.EqualFold(a.Host, p.Host) && strings.TrimSuffix(a.Path, "/") == strings.TrimSuffix(p.Path, "/") && a.RawQuery == p.RawQuery
}
