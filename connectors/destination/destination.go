// Package destination reads events, points of interest and tours as
// destination.one (destination.data, eT4) gives them out: the JSON answers of its
// search, page by page or saved, lists of items and items alone. Whatever else
// the pool holds is counted and told.
package destination

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"

	"moselle/connectors"
	"moselle/schema"
)

// Settings are a source's settings.
type Settings struct {
	Key   string   `yaml:"key" doc:"The licence key of the search; it goes with every request and into no report, as does one in the address. Not needed for files and open pools."`
	Types []string `yaml:"types" doc:"Types of items that are read: Event, POI, Tour, Gastro, Hotel. All others are passed over and counted."`
	Lang  string   `yaml:"lang" doc:"Language of the texts; empty for that which the address asks for (mkt), else the source's, else German."`
	Pages int      `yaml:"pages" doc:"How many pages of the search are read at most."`
}

// Kind returns the kind "destination".
func Kind() connectors.Kind {
	return connectors.NewKind("destination",
		"Events, points of interest and tours of destination.one: its search as JSON, page by page, and saved answers.",
		2, Settings{Types: []string{"Event", "POI", "Tour"}, Pages: 1000}, sniff, open)
}

// maxPages bounds the setting pages.
const maxPages = 10_000

// Check says what is wrong with the settings.
func (s Settings) Check() error {
	if s.Pages < 1 || s.Pages > maxPages {
		return fmt.Errorf("pages: %d is not between 1 and %d", s.Pages, maxPages)
	}
	if len(s.Types) == 0 {
		return errors.New("types: the list is empty; name what is to be read, such as Event")
	}
	for _, name := range s.Types {
		if _, ok := kindNamed(name); !ok {
			return fmt.Errorf("types: %q is none of Event, POI, Tour, Gastro, Hotel", schema.Excerpt(name))
		}
	}
	if s.Lang != "" && schema.CleanLang(s.Lang) == schema.Und {
		return fmt.Errorf("lang: %q is no language: write it as de", schema.Excerpt(s.Lang))
	}
	return nil
}

type connector struct {
	Settings
	env   connectors.Env
	lang  string // of all texts
	asked string // the type that the address asks for; "" for none
}

func open(s Settings, env connectors.Env) (connectors.Connector, error) {
	c := &connector{Settings: s, env: env}
	if key := queried(env.Location, licenceKey); key != "" { // from here on it is as secret as in the settings
		c.Key = key
	}
	c.env.Location = withoutKey(env.Location)
	c.asked = queried(env.Location, "type")
	market, _, _ := strings.Cut(queried(env.Location, "mkt"), "-")
	for _, lang := range []string{s.Lang, market, env.Lang, "de"} {
		if c.lang == "" {
			c.lang = lang
		}
	}
	return c, nil
}

// Harvest reads the location and, of an address of the search, the pages behind
// it. A source of one page carries the validator of its document as cursor; one
// of several carries none, as pages change without the first.
func (c *connector) Harvest(ctx context.Context, from connectors.Cursor) iter.Seq2[connectors.Item, error] {
	return connectors.List(c.env.Location, func(l *connectors.Listing) (connectors.Cursor, error) {
		h := &harvest{connector: c, Listing: l, ctx: ctx, other: map[string]int{}, told: map[string]bool{}}
		next, err := h.run(from)
		return next, connectors.WithoutSecret(err, c.Key)
	})
}
