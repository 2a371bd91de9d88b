// Package openagenda reads events as OpenAgenda gives them out: the answers of
// its API v2, page by page or as saved files, single events, and the exports,
// multilingual or flattened, also as portals of open data pass them on. Agendas and places on their own are told
// from events and not read.
package openagenda

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"time"

	"moselle/connectors"
)

// Settings are a source's settings.
type Settings struct {
	Key    string   `yaml:"key" doc:"The API key; it goes with every request and into no report, as does one in the address. Not needed for files and exports."`
	Pages  int      `yaml:"pages" doc:"How many pages of the API's answer are read at most."`
	Lang   string   `yaml:"lang" doc:"Language of texts that do not name theirs, as in answers with monolingual; empty for the source's language."`
	States []string `yaml:"states" doc:"Moderation states that are taken: published, ready, waiting, refused. Events in any other state, drafts and private events are withdrawn."`
	Agenda string   `yaml:"agenda" doc:"What the agenda in which an event was entered is to it: contributor, organizer or none."`
	Types  []string `yaml:"types" doc:"Fields of the agenda's own that say what kind of event it is, such as types-devenement."`
	Schema string   `yaml:"schema" doc:"Address or file of the agenda's description, which names the choices of its own fields; for an address of the API empty is enough."`
}

// Kind returns the kind "openagenda".
func Kind() connectors.Kind {
	return connectors.NewKind("openagenda",
		"Events of OpenAgenda: its API v2, single events, and exports, also those of portals of open data.",
		2, Settings{Pages: 1000, States: []string{"published"}, Agenda: "contributor"}, sniff, open)
}

// maxPages bounds the setting pages, maxTypes the setting types.
const (
	maxPages = 10_000
	maxTypes = 20
)

// Check says what is wrong with the settings.
func (s Settings) Check() error {
	if s.Pages < 1 || s.Pages > maxPages {
		return fmt.Errorf("pages: %d is not between 1 and %d", s.Pages, maxPages)
	}
	for _, state := range s.States {
		if _, ok := states[state]; !ok {
			return fmt.Errorf("states: %q is none of published, ready, waiting, refused", state)
		}
	}
	if !slices.Contains([]string{"contributor", "organizer", "none"}, s.Agenda) {
		return fmt.Errorf("agenda: %q is none of contributor, organizer, none", s.Agenda)
	}
	if len(s.Types) > maxTypes {
		return fmt.Errorf("types: %d fields are more than %d", len(s.Types), maxTypes)
	}
	for _, field := range s.Types {
		if known[field] {
			return fmt.Errorf("types: %q is a field of every event and read as such; name fields of the agenda's own", field)
		}
	}
	return nil
}

type connector struct {
	Settings
	env  connectors.Env
	zone *time.Location
	lang string // of texts that do not say theirs
}

func open(s Settings, env connectors.Env) (connectors.Connector, error) {
	c := &connector{Settings: s, env: env, zone: env.Zone, lang: s.Lang}
	if c.zone == nil {
		c.zone = time.UTC
	}
	if key := queried(env.Location, "key"); key != "" { // from here on it is as secret as in the settings
		c.Key, c.env.Location = key, withoutKey(env.Location)
	}
	if c.lang == "" {
		c.lang = queried(env.Location, "monolingual")
	}
	if c.lang == "" {
		c.lang = env.Lang
	}
	return c, nil
}

// Harvest reads the location and, of an address of the API, the pages behind
// it. A source of one page carries the validator of its document as cursor; one
// of several carries none, as pages change without the first.
func (c *connector) Harvest(ctx context.Context, from connectors.Cursor) iter.Seq2[connectors.Item, error] {
	return connectors.List(c.env.Location, func(l *connectors.Listing) (connectors.Cursor, error) {
		next, err := c.harvest(ctx, from, l)
		return next, connectors.WithoutSecret(err, c.Key)
	})
}
