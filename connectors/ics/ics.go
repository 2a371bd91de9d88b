// Package ics reads calendars in iCalendar (RFC 5545, with what vCalendar 1.0
// left behind): one event for each UID, with its recurrences as dates, its
// place and its organizer as records of their own. README.md tells what is
// read and what is not.
package ics

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"path"
	"strings"
	"time"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/calendar"
)

// Settings are what a source may say about its calendar.
type Settings struct {
	Zone       string   `yaml:"zone" doc:"IANA zone of times that name none; overrides what the calendar says of itself (X-WR-TIMEZONE)"`
	Lang       string   `yaml:"lang" doc:"language of texts that name none (BCP 47)"`
	Type       string   `yaml:"type" doc:"schema.org type of every event, for example ExhibitionEvent"`
	Category   string   `yaml:"category" doc:"category of events that have none"`
	Keywords   []string `yaml:"keywords" doc:"keywords added to every event"`
	Place      string   `yaml:"place" doc:"name of the place of events that name none"`
	Street     string   `yaml:"street" doc:"street and number of that place"`
	PostalCode string   `yaml:"postal_code" doc:"postal code of that place"`
	Locality   string   `yaml:"locality" doc:"town of that place, and of places that name none"`
	Country    string   `yaml:"country" doc:"country of places that name none (ISO 3166-1 alpha-2)"`
	Private    bool     `yaml:"private" doc:"whether events marked CLASS:PRIVATE or CONFIDENTIAL are read, for calendars that mark all of theirs so"`
	Back       *int     `yaml:"back" doc:"months before the present one for which recurring dates are kept, where not those of the hub"`
	Ahead      *int     `yaml:"ahead" doc:"months after the present one for which recurring dates are kept, where not those of the hub"`
}

// Kind returns the kind "ics".
func Kind() connectors.Kind {
	return connectors.NewKind("ics", "A calendar in iCalendar format (.ics): events, with recurrences.", 3,
		Settings{}, sniff, open)
}

func sniff(location, mediaType string, head []byte) int {
	head = bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\ufeff")))
	const begin = "BEGIN:VCALENDAR"
	switch {
	case len(head) >= len(begin) && bytes.EqualFold(head[:len(begin)], []byte(begin)):
		return 100
	case otherForm(head) != "":
		return 100
	case bytes.HasPrefix(head, []byte("<")), bytes.HasPrefix(head, []byte("{")):
		return 0
	case mediaType == "text/calendar":
		return 90
	}
	location, _, _ = strings.Cut(location, "?")
	switch strings.ToLower(path.Ext(strings.TrimSuffix(location, ".gz"))) {
	case ".ics", ".ical", ".vcs":
		return 80
	}
	return 0
}

type connector struct {
	Settings
	env  connectors.Env
	zone *time.Location // the setting's; nil when it is not set
}

func open(s Settings, env connectors.Env) (connectors.Connector, error) {
	c := &connector{Settings: s, env: env}
	if s.Zone != "" {
		zone, err := calendar.Zone(s.Zone)
		if err != nil {
			return nil, err
		}
		c.zone = zone
	}
	if s.Lang != "" && schema.CleanLang(s.Lang) == schema.Und {
		return nil, fmt.Errorf("lang %q: not a language tag: write it as fr or lb", s.Lang)
	}
	if s.Type != "" && !schema.ClassNamed("Event").HasSubclass(s.Type) {
		return nil, fmt.Errorf("type %q: not a kind of event: write it as ExhibitionEvent", s.Type)
	}
	if s.Country != "" && len(s.Country) != 2 {
		return nil, fmt.Errorf("country %q: two letters are expected, as LU", s.Country)
	}
	for _, months := range []struct {
		key string
		n   *int
	}{{"back", s.Back}, {"ahead", s.Ahead}} {
		if n := months.n; n != nil && (*n < 0 || *n > calendar.MaxMonths) {
			return nil, fmt.Errorf("%s %d: months from 0 to %d are expected", months.key, *n, calendar.MaxMonths)
		}
	}
	return c, nil
}

// Harvest reads the whole file, then yields its events in the order of their
// first lines.
func (c *connector) Harvest(ctx context.Context, from connectors.Cursor) iter.Seq2[connectors.Item, error] {
	return func(yield func(connectors.Item, error) bool) {
		body, err := c.env.Open(ctx, c.env.Location, from)
		if err != nil {
			yield(connectors.Item{}, connectors.At(c.env.Location, err))
			return
		}
		f, readErr := c.read(body)
		if err := body.Close(); readErr == nil && err != nil {
			readErr = err
		}
		var next connectors.Cursor
		if readErr == nil && body.Validator != nil {
			next = body.Validator
		}
		for _, r := range f.broken {
			if !yield(connectors.Item{}, r) {
				return
			}
		}
		m := c.mapper(f, c.window())
		for _, g := range f.groups {
			if err := ctx.Err(); err != nil {
				yield(connectors.Item{}, err)
				return
			}
			if !m.yield(g, next, yield) {
				return
			}
		}
		if readErr == nil && len(f.groups)+len(f.broken) == 0 {
			yield(connectors.Item{}, connectors.Nothing(c.env.Location, "the calendar holds no event%s", f.others()))
		}
		if readErr != nil {
			yield(connectors.Item{}, connectors.At(c.env.Location, readErr))
		}
	}
}

// window is the hub's, with the source's own bounds where it sets them.
func (c *connector) window() calendar.Range {
	w := c.env.Window()
	if c.Back != nil {
		w.From = calendar.Months(c.env.Now(), *c.Back, 0).From
	}
	if c.Ahead != nil {
		w.To = calendar.Months(c.env.Now(), 0, *c.Ahead).To
	}
	return w
}
