// Package kulturdaten reads the API of kulturdaten.berlin and of others that run
// its software: events, attractions, locations, organisations and tags, page by
// page from the API, as saved answers and as lists in files. An event takes from
// its attraction and its location what it only refers to.
package kulturdaten

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"moselle/connectors"
)

// Settings are a source's settings.
type Settings struct {
	With    []string `yaml:"with" doc:"Lists to look things up in that the source's own only refer to: addresses, or files beside the source's own, of attractions, locations, organisations and tags. What they list becomes no item."`
	Lookups int      `yaml:"lookups" doc:"How many attractions, locations and organisations that are referred to are asked for one by one, of an address of the API; 0 for none."`
	Pages   int      `yaml:"pages" doc:"How many pages of a list are read at most."`
	States  []string `yaml:"states" doc:"States that are taken: published, unpublished, archived. What is in any other is withdrawn."`
	Thing   string   `yaml:"thing" doc:"What the elements of a list are that do not say it: event, attraction, location, organization, tag. Empty tells it by their members, else by the name of the list or of the file."`
	Daily   bool     `yaml:"daily" doc:"Whether the times of an event of several days are those of each of its days, and not those at which it begins on the first and ends on the last."`
	Lang    string   `yaml:"lang" doc:"Language of texts that do not name theirs."`
}

// Kind returns the kind "kulturdaten".
func Kind() connectors.Kind {
	return connectors.NewKind("kulturdaten",
		"Events, attractions, locations, organisations and tags of kulturdaten.berlin: its API and saved answers.",
		1, Settings{Lookups: 500, Pages: 1000, States: []string{"published"}, Lang: "de"}, sniff, open)
}

// maxPages, maxLookups and maxWith bound the settings of these names.
const (
	maxPages   = 10_000
	maxLookups = 20_000
	maxWith    = 20
)

// states are those that the API knows.
var states = []string{"published", "unpublished", "archived"}

// Check says what is wrong with the settings.
func (s Settings) Check() error {
	switch {
	case s.Pages < 1 || s.Pages > maxPages:
		return fmt.Errorf("pages: %d is not between 1 and %d", s.Pages, maxPages)
	case s.Lookups < 0 || s.Lookups > maxLookups:
		return fmt.Errorf("lookups: %d is not between 0 and %d", s.Lookups, maxLookups)
	case len(s.With) > maxWith:
		return fmt.Errorf("with: %d lists are more than %d", len(s.With), maxWith)
	case s.Thing != "" && (!slices.Contains(things, thing(s.Thing)) || thing(s.Thing) == user):
		return fmt.Errorf("thing: %q is none of event, attraction, location, organization, tag", s.Thing)
	}
	for _, state := range s.States {
		if !slices.Contains(states, state) {
			return fmt.Errorf("states: %q is none of %s", state, strings.Join(states, ", "))
		}
	}
	return nil
}

type connector struct {
	Settings
	env connectors.Env
	api string // the address of the API itself, with a slash at its end; "" for a file
}

func open(s Settings, env connectors.Env) (connectors.Connector, error) {
	c := &connector{Settings: s, env: env}
	if c.Lang == "" {
		c.Lang = "de"
	}
	c.api, _ = split(env.Location)
	return c, nil
}

// Harvest reads the location: one list or one thing, or of the address of the
// API itself all its lists. Only a source of one document carries a cursor, the
// validator of that document.
func (c *connector) Harvest(ctx context.Context, from connectors.Cursor) iter.Seq2[connectors.Item, error] {
	return connectors.List(c.env.Location, func(l *connectors.Listing) (connectors.Cursor, error) {
		r, err := c.newRun(ctx, l)
		if err != nil {
			return nil, err
		}
		return r.all(from)
	})
}
