// Package schemaorg reads what institutions publish about their events and
// works in the words of schema.org: as JSON-LD, microdata, RDFa or microformats in
// a web page and in all pages of a sitemap, or as a JSON-LD file, compact, expanded
// or a line each. It needs no network for contexts, mends the mistakes that have
// one reading and tells the others. Vocabulary reads the same in any RDF.
package schemaorg

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"moselle/connectors"
	"moselle/schema"
)

// Settings are a source's settings.
type Settings struct {
	Pages   int      `yaml:"pages" doc:"How many pages of a sitemap are read at most."`
	Match   string   `yaml:"match" doc:"Regular expression that a sitemap's page must match, such as /agenda/; empty for all."`
	Classes []string `yaml:"classes" doc:"What becomes records of its own: Event, Work, Place, Organization, Person. Places and people that an event or a work names always come with it."`
	Works   string   `yaml:"works" doc:"Id of the source that holds the works named here: a work with an identifier (its inventory number) is linked to the record under that key there, and not described again."`
	Base    string   `yaml:"base" doc:"Address that a file was published under, for the relative addresses in it."`
}

// Kind returns the kind "schemaorg".
func Kind() connectors.Kind {
	return connectors.NewKind("schemaorg",
		"Events and works of schema.org in web pages (JSON-LD, microdata, RDFa, microformats), in the pages of a sitemap, or as a JSON-LD file.",
		5, Settings{Pages: 2000, Classes: []string{"Event", "Work"}}, sniff, open)
}

// maxPages bounds the setting pages.
const maxPages = 100_000

// sniff takes a sitemap, JSON-LD that names schema.org, and a page with JSON-LD or
// with data marked up; it is less sure of JSON-LD and of a page whose beginning
// shows none.
func sniff(location, mediaType string, head []byte) int {
	low := bytes.ToLower(head)
	named := path.Ext(strings.TrimSuffix(location, ".gz")) == ".jsonld" || mediaType == "application/ld+json"
	switch form := formOf(head, mediaType); {
	case form == connectors.XML && (bytes.Contains(low, []byte("<urlset")) || bytes.Contains(low, []byte("<sitemapindex"))):
		return 90
	case form == connectors.JSON && bytes.Contains(low, []byte("schema.org")) && bytes.Contains(low, []byte(`"@`)):
		if happens.Match(low) { // whatever other vocabularies it declares
			return 89
		}
		return 85
	case form == connectors.JSON && named:
		return 60
	case form == connectors.HTML && bytes.Contains(low, []byte("application/ld+json")):
		return 80
	case form == connectors.HTML && markedUp.Match(low):
		return 75
	case form == connectors.HTML:
		return 30
	}
	return 0
}

// markedUp tells a page with microdata or RDFa of schema.org, or an event in
// microformats.
var markedUp = regexp.MustCompile(`(?:itemtype|vocab|typeof|prefix|xmlns:\w+)\s*=\s*["'][^"']*schema\.org|class\s*=\s*["']?[^"'>]*\b(?:h-event|vevent)\b`)

// happens tells JSON-LD with an event in it.
var happens = regexp.MustCompile(`"@?type"\s*:\s*(?:\[\s*)?"(?:schema:|https?://schema\.org/)?(?:[a-z]*event|eventseries|festival)"`)

// formOf tells the form of a document. One that begins with a comment of
// JavaScript is JSON, and what the server calls HTML is a page.
func formOf(head []byte, mediaType string) connectors.Form {
	form := connectors.FormOf(head)
	switch {
	case form != connectors.Text && form != connectors.XML:
		return form
	case strings.Contains(mediaType, "html"):
		return connectors.HTML
	case bytes.HasPrefix(bytes.TrimLeft(head, "\xEF\xBB\xBF \t\r\n"), []byte("/")):
		return connectors.JSON
	}
	return form
}

type connector struct {
	Settings
	env     connectors.Env
	match   *regexp.Regexp
	classes map[string]bool
	zone    *time.Location
}

func open(s Settings, env connectors.Env) (connectors.Connector, error) {
	c := &connector{Settings: s, env: env, classes: set(s.Classes...), zone: zoneOf(env)}
	if s.Pages < 1 || s.Pages > maxPages {
		return nil, fmt.Errorf("pages: %d is not between 1 and %d", s.Pages, maxPages)
	}
	var err error
	if c.match, err = regexp.Compile(s.Match); err != nil {
		return nil, fmt.Errorf("match: %q is no regular expression", s.Match)
	}
	known := []string{"Event", "Work", "Place", "Organization", "Person"}
	for _, class := range s.Classes {
		if !slices.Contains(known, class) {
			return nil, fmt.Errorf("classes: %q is none of %s", class, strings.Join(known, ", "))
		}
	}
	if u, err := url.Parse(s.Base); s.Base != "" && (err != nil || u.Host == "" || !connectors.IsWeb(s.Base)) {
		return nil, fmt.Errorf("base: %q is not an address that begins with https://", s.Base)
	}
	return c, nil
}

func zoneOf(env connectors.Env) *time.Location {
	if env.Zone == nil {
		return time.UTC
	}
	return env.Zone
}

// Harvest reads the location, whatever of the three it turns out to be. A page
// or a file carries the validator of its document as cursor; a sitemap carries
// none, as pages change without it.
func (c *connector) Harvest(ctx context.Context, from connectors.Cursor) iter.Seq2[connectors.Item, error] {
	return connectors.List(c.env.Location, func(out *connectors.Listing) (connectors.Cursor, error) {
		return c.harvest(ctx, from, out)
	})
}

// mapper returns the mapper of one document.
func (c *connector) mapper(d *document) *mapper {
	env := c.env
	env.Zone = c.zone
	m := &mapper{env: env, source: c.env.Source, zone: c.zone, license: c.env.License, classes: c.classes, doc: d, works: schema.SourceID(c.Works),
		window: c.env.Window}
	if connectors.IsWeb(c.env.Location) {
		m.origin = c.env.Location
	}
	if m.doc.lang == "" {
		m.doc.lang = c.env.Lang
	}
	m.unite()
	m.index()
	return m
}
