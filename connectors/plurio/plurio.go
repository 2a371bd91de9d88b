// Package plurio reads the XML of Plurio.net, version 1.6: what institutions fed
// it with (guide and agenda) and what it gave away (agenda). An institution that
// fed Plurio.net points its feed here as it is. Entries stream; of the guide only
// numbers and names are remembered, for the events that lead to them.
package plurio

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strings"
	"time"

	"moselle/connectors"
	"moselle/connectors/markup"
	"moselle/schema/calendar"
)

// Settings are a source's settings.
type Settings struct {
	Lang          string            `yaml:"lang" doc:"Language of names, prices and other texts that name none (BCP 47); empty for the source's, else that of the descriptions when they are all in one."`
	Zone          string            `yaml:"zone" doc:"Zone in which times are meant."`
	Roles         map[string]string `yaml:"roles" doc:"What functions mean, by code (pe03: actor): organizer, performer, actor, director, sponsor, funder, contributor or superEvent."`
	Places        map[string]string `yaml:"places" doc:"Places that are named by Plurio.net's number alone, by number: name, street, postal code and town."`
	Organisations map[string]string `yaml:"organisations" doc:"Organisations that are named by Plurio.net's number alone, by number: the name."`
	Localities    map[string]string `yaml:"localities" doc:"Towns outside Luxembourg, by Plurio.net's number: postal code and town, as in F-57000 Metz."`
	Categories    string            `yaml:"categories" doc:"Address of a list of categories as Plurio.net published it, for numbers that the hub does not know."`
	Types         string            `yaml:"types" doc:"Address of a list of functions as Plurio.net published it, which says what codes such as pe03 mean."`
}

// Kind returns the kind "plurio".
func Kind() connectors.Kind {
	return connectors.NewKind("plurio",
		"Events, places, organisations and people in the XML of Plurio.net: its import and its export form.",
		1, Settings{Zone: "Europe/Luxembourg"}, sniff, open)
}

// root tells the element that a document begins with.
var root = regexp.MustCompile(`<(?:[\w.-]+:)?plurio[\s>/]`)

// sniff takes what has Plurio.net's root element.
func sniff(_, _ string, head []byte) int {
	text := bytes.TrimLeft(markup.Head(head), " \t\r\n\ufeff")
	if !bytes.HasPrefix(text, []byte("<")) || !root.Match(text) {
		return 0
	}
	if bytes.Contains(text, []byte("<agenda")) || bytes.Contains(text, []byte("<guide")) || bytes.Contains(text, []byte("<header")) {
		return 95
	}
	return 60
}

// properties are what a function may be said to mean.
var properties = []string{"organizer", "performer", "actor", "director", "sponsor", "funder", "contributor", "superEvent"}

// Check says what is wrong with settings.
func (s Settings) Check() error {
	if err := connectors.CheckLang(s.Lang); err != nil {
		return err
	}
	if _, err := calendar.Zone(s.Zone); err != nil {
		return fmt.Errorf("zone: %w", err)
	}
	for code, property := range s.Roles {
		if !slices.Contains(properties, property) {
			return fmt.Errorf("roles: %s: %q is none of %s", code, property, strings.Join(properties, ", "))
		}
	}
	return nil
}

type connector struct {
	Settings
	env  connectors.Env
	zone *time.Location
}

func open(s Settings, env connectors.Env) (connectors.Connector, error) {
	zone, err := calendar.Zone(s.Zone)
	if err != nil {
		return nil, fmt.Errorf("zone: %w", err)
	}
	if s.Lang == "" {
		s.Lang = env.Lang
	}
	env.Zone = zone
	return &connector{s, env, zone}, nil
}

// Harvest reads the location, once; the cursor is the validator of its document.
func (c *connector) Harvest(ctx context.Context, from connectors.Cursor) iter.Seq2[connectors.Item, error] {
	return connectors.List(c.env.Location, func(l *connectors.Listing) (connectors.Cursor, error) {
		r := &run{connector: c, ctx: ctx, list: l, guide: newGuide()}
		return r.read(from)
	})
}
