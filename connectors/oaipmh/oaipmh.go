// Package oaipmh harvests repositories that speak OAI-PMH 2.0: record by record,
// page by page, only what changed where the repository can tell, and on from where
// a run was broken off. Saved answers are read as they stand. It carries several
// metadata formats and maps Dublin Core and MODS itself.
package oaipmh

import (
	"context"
	"fmt"
	"iter"
	"net/url"
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/connectors/markup"
	wire "moselle/schema/wire/oaipmh"
)

// Settings are a source's settings.
type Settings struct {
	Prefix   string   `yaml:"prefix" doc:"The metadata format that is asked for (metadataPrefix); empty for the best that the repository offers."`
	Sets     []string `yaml:"sets" doc:"The sets that are read (setSpec), one after the other; none for the whole repository."`
	From     string   `yaml:"from" doc:"Only records that changed on this day or later, as 2026-11-21 or 2026-11-21T12:00:00Z."`
	Until    string   `yaml:"until" doc:"Only records that changed on this day or before."`
	FullDays int      `yaml:"full_days" doc:"After how many days everything is listed anew, and only changes until then. 0 leaves it to the repository: changes only where it keeps word of deleted records for good, else everything each time."`
}

// Kind returns the kind "oaipmh", which reads records in the formats and in MODS
// and Dublin Core. Of a repository that offers several, the first counts.
func Kind(formats ...markup.Format) connectors.Kind {
	formats = append(slices.Clone(formats), modsFormat(), dcFormat())
	return connectors.NewKind("oaipmh",
		"Repositories that speak OAI-PMH, and their saved answers: Dublin Core, MODS, LIDO, EDM.",
		2, Settings{}, sniff, func(s Settings, env connectors.Env) (connectors.Connector, error) { return open(s, env, formats) })
}

// Bounds of the settings.
const (
	maxSets     = 1000
	maxFullDays = 3650
)

// Check says what is wrong with the settings.
func (s Settings) Check() error {
	for _, d := range []struct{ key, value string }{{"from", s.From}, {"until", s.Until}} {
		if d.value == "" {
			continue
		}
		if _, _, err := wire.ParseDate(d.value); err != nil {
			return fmt.Errorf("%s: %w", d.key, err)
		}
	}
	for _, set := range s.Sets {
		if set == "" || strings.ContainsAny(set, " \t,;") {
			return fmt.Errorf("sets: %q is no setSpec; ListSets names them, and each stands in an entry of its own", set)
		}
	}
	switch {
	case len(s.Sets) > maxSets:
		return fmt.Errorf("sets: %d sets are more than %d", len(s.Sets), maxSets)
	case s.FullDays < 0 || s.FullDays > maxFullDays:
		return fmt.Errorf("full_days: %d is not between 0 and %d", s.FullDays, maxFullDays)
	}
	return nil
}

type connector struct {
	Settings
	env     connectors.Env
	base    string // of requests, without the protocol's arguments
	saved   bool   // the location is a document and no repository
	formats []markup.Format
	read    []reader // one for each format
}

type reader = func(e *markup.Element, key, where string) (connectors.Item, error)

func open(s Settings, env connectors.Env, formats []markup.Format) (connectors.Connector, error) {
	c := &connector{Settings: s, env: env, base: env.Location, saved: isDocument(env.Location), formats: formats}
	if !c.saved {
		var asked url.Values
		c.base, asked = cut(env.Location)
		c.adopt(asked)
		if err := c.Check(); err != nil {
			return nil, fmt.Errorf("the location's %w", err)
		}
	}
	for _, f := range formats {
		c.read = append(c.read, f.Open(env))
	}
	return c, nil
}

// Harvest reads the repository or the saved answer.
func (c *connector) Harvest(ctx context.Context, from connectors.Cursor) iter.Seq2[connectors.Item, error] {
	return connectors.List(c.env.Location, func(l *connectors.Listing) (connectors.Cursor, error) {
		if c.saved {
			return c.harvestSaved(ctx, l, from)
		}
		return c.harvestLive(ctx, l, from)
	})
}
