// Package uitdatabank reads the events, places and organisers of publiq's
// UiTdatabank: its JSON-LD documents, the pages that its search gives, and the
// older cdbxml 3.2 and 3.3. What either form says becomes the same document,
// which is mapped in one way.
package uitdatabank

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
	"moselle/schema/calendar"
)

// Settings are a source's settings.
type Settings struct {
	Classes []string `yaml:"classes" doc:"What becomes records of its own: Event, Place, Organization. Places and organisers that an event names always come with it."`
	States  []string `yaml:"states" doc:"Workflow states that are published: APPROVED, READY_FOR_VALIDATION, DRAFT. A document without a state is."`
	Pages   int      `yaml:"pages" doc:"How many pages of a search are read at most."`
	Follow  bool     `yaml:"follow" doc:"Whether documents that a search names by their address alone are asked for, one by one."`
	Zone    string   `yaml:"zone" doc:"Zone in which opening hours, days and times without an offset are meant."`
}

// Kind returns the kind "uitdatabank".
func Kind() connectors.Kind {
	return connectors.NewKind("uitdatabank",
		"Events, places and organisers of publiq's UiTdatabank, as JSON-LD, as pages of its search or as cdbxml.",
		2, Settings{
			Classes: []string{"Event", "Place", "Organization"}, States: []string{"APPROVED", "READY_FOR_VALIDATION"},
			Pages: 1000, Follow: true, Zone: "Europe/Brussels",
		}, sniff, open)
}

// maxPages bounds the setting pages.
const maxPages = 10_000

// contexts are those of documents, old and new, with slashes that may be
// escaped.
var contexts = regexp.MustCompile(`"@context"\s*:\s*"[^"]*/(contexts\\?/(event|place|organizer)|(event|place|organizer)\.jsonld)"`)

// sniff takes JSON with a context or the members that only these documents have
// together, a page of the search, and XML of the namespace of cdbxml.
func sniff(_, _ string, head []byte) int {
	has := func(s string) bool { return bytes.Contains(head, []byte(s)) }
	switch form := connectors.FormOf(head); {
	case form == connectors.JSON && has(`"@id"`) && (contexts.Match(head) ||
		(has(`"mainLanguage"`) || has(`"completedLanguages"`)) && (has(`"calendarType"`) || has(`"workflowStatus"`))):
		return 90
	case form == connectors.JSON && has(`"PagedCollection"`) && has(`"itemsPerPage"`):
		return 75
	case form == connectors.XML || form == connectors.HTML:
		if has("/CdbXSD/") || has("<cdbxml") || has("cdbid=") && (has("<event") || has("<actor")) {
			return 95
		}
	}
	return 0
}

// Check says what is wrong with settings.
func (s Settings) Check() error {
	if s.Pages < 1 || s.Pages > maxPages {
		return fmt.Errorf("pages: %d is not between 1 and %d", s.Pages, maxPages)
	}
	for _, l := range []struct {
		key        string
		has, known []string
	}{
		{"classes", s.Classes, []string{"Event", "Place", "Organization"}},
		{"states", s.States, []string{"APPROVED", "READY_FOR_VALIDATION", "DRAFT"}},
	} {
		if len(l.has) == 0 {
			return fmt.Errorf("%s: empty; name some of %s", l.key, strings.Join(l.known, ", "))
		}
		for _, name := range l.has {
			if !slices.Contains(l.known, name) {
				return fmt.Errorf("%s: %q is none of %s", l.key, name, strings.Join(l.known, ", "))
			}
		}
	}
	if _, err := calendar.Zone(s.Zone); err != nil {
		return fmt.Errorf("zone: %w", err)
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
	return &connector{s, env, zone}, nil
}

// Harvest reads the location: a document, a list of them, or a search page by
// page. A file and a single page carry the validator of their document as
// cursor; a search of several pages carries none.
func (c *connector) Harvest(ctx context.Context, from connectors.Cursor) iter.Seq2[connectors.Item, error] {
	return connectors.List(c.env.Location, func(l *connectors.Listing) (connectors.Cursor, error) {
		h := &harvest{connector: c, Listing: l, ctx: ctx, fetched: map[string]*document{}}
		return h.run(from)
	})
}
