// Package feed reads events out of feeds: RSS 0.9 to 2.0, Atom 0.3 and 1.0, and
// JSON Feed, with the extensions that say when and where something happens. An
// entry without such a date is news and no event; README.md tells what is read.
package feed

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"moselle/connectors"
	"moselle/schema"
)

// Settings are a source's settings.
type Settings struct {
	Dates      string `yaml:"dates" doc:"Where to take the date of entries whose extensions give none: title, text (title, then text) or published (the date of publication, for feeds that write the event's date there). Empty: nowhere, such entries are news."`
	Pages      int    `yaml:"pages" doc:"How many documents of a feed in several pages or with archives (RFC 5005) are read at most."`
	Lang       string `yaml:"lang" doc:"Language of texts where neither entry nor feed names one (BCP 47); empty for the source's."`
	Type       string `yaml:"type" doc:"schema.org type of every event, for example ExhibitionEvent."`
	Place      string `yaml:"place" doc:"Name of the place of events that name none."`
	Street     string `yaml:"street" doc:"Street and number of that place."`
	PostalCode string `yaml:"postal_code" doc:"Postal code of that place."`
	Locality   string `yaml:"locality" doc:"Town of that place, and of places that name none."`
	Country    string `yaml:"country" doc:"Country of places that name none (ISO 3166-1 alpha-2)."`
}

// Kind returns the kind "feed".
func Kind() connectors.Kind {
	return connectors.NewKind("feed",
		"Events in a feed: RSS, Atom or JSON Feed with dates in their extensions.",
		3, Settings{Pages: 20}, sniff, open)
}

// maxPages bounds the setting pages.
const maxPages = 1000

// Check says what is wrong with the settings.
func (s Settings) Check() error {
	switch {
	case !slices.Contains([]string{"", "title", "text", "published"}, s.Dates):
		return fmt.Errorf("dates: %q is none of title, text, published; leave it out to take only the dates that extensions give", s.Dates)
	case s.Pages < 1 || s.Pages > maxPages:
		return fmt.Errorf("pages: %d is not between 1 and %d", s.Pages, maxPages)
	case s.Type != "" && !schema.ClassNamed("Event").HasSubclass(s.Type):
		return fmt.Errorf("type: %q is no kind of event such as ExhibitionEvent", s.Type)
	case s.Country != "" && len(s.Country) != 2:
		return fmt.Errorf("country: %q is not two letters such as LU", s.Country)
	}
	return connectors.CheckLang(s.Lang)
}

type connector struct {
	Settings
	env  connectors.Env
	zone *time.Location // of times without one
}

func open(s Settings, env connectors.Env) (connectors.Connector, error) {
	if s.Lang == "" {
		s.Lang = env.Lang
	}
	s.Country = strings.ToUpper(s.Country)
	c := &connector{s, env, env.Zone}
	if c.zone == nil {
		c.zone = time.UTC
	}
	return c, nil
}

// Harvest reads the location and the pages and archives behind it, newest first.
// The cursor is the validator of the first document, in which every change shows.
func (c *connector) Harvest(ctx context.Context, from connectors.Cursor) iter.Seq2[connectors.Item, error] {
	return connectors.List(c.env.Location, func(l *connectors.Listing) (connectors.Cursor, error) {
		r := &run{connector: c, Listing: l, ctx: ctx, visited: map[string]bool{}}
		r.each = r.entry
		return r.pages(from)
	})
}
