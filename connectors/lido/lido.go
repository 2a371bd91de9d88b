// Package lido reads objects of collections as LIDO 1.0 and 1.1: single records,
// files of many in a lidoWrap, gzipped or several in a zip, and the records
// inside a saved OAI-PMH answer. Records stream: none waits for another.
package lido

import (
	"bytes"
	"context"
	"iter"

	"moselle/connectors"
	"moselle/connectors/markup"
)

// Settings are a source's settings.
type Settings struct {
	Lang   string `yaml:"lang" doc:"Language of texts that name none (BCP 47); empty for the source's."`
	LonLat bool   `yaml:"lon_lat" doc:"Whether positions (gml:pos) give the longitude before the latitude."`
}

// Check says what is wrong with the settings.
func (s Settings) Check() error { return connectors.CheckLang(s.Lang) }

// Kind returns the kind "lido".
func Kind() connectors.Kind {
	return connectors.NewKind("lido",
		"Objects of collections as LIDO: one record, a file of many, or a zip of files.",
		2, Settings{}, sniff, open)
}

// namespace is what all spellings of LIDO's namespace hold.
const namespace = "lido-schema.org"

// sniff takes what begins with LIDO's namespace; inside an OAI-PMH answer it is
// less sure, as there it is one format of many.
func sniff(_, _ string, head []byte) int {
	head = bytes.TrimLeft(markup.Head(head), " \t\r\n")
	switch {
	case !bytes.HasPrefix(head, []byte("<")) || !bytes.Contains(head, []byte(namespace)):
		return 0
	case bytes.Contains(head, []byte("<OAI-PMH")):
		return 40
	case bytes.Contains(head, []byte("lidoRecID")), bytes.Contains(head, []byte("lidoWrap")), bytes.Contains(head, []byte("lido:lido")):
		return 95
	}
	return 0
}

type connector struct {
	Settings
	env connectors.Env
}

func open(s Settings, env connectors.Env) (connectors.Connector, error) {
	if s.Lang == "" {
		s.Lang = env.Lang
	}
	return &connector{s, env}, nil
}

// Harvest reads the location, once; the cursor is the validator of its document.
func (c *connector) Harvest(ctx context.Context, from connectors.Cursor) iter.Seq2[connectors.Item, error] {
	return connectors.List(c.env.Location, func(l *connectors.Listing) (connectors.Cursor, error) {
		body, err := c.env.Open(ctx, c.env.Location, from)
		if err != nil {
			return nil, err
		}
		defer body.Close()
		r := &run{connector: c, Listing: l}
		if err := r.files(ctx, body); err != nil {
			return nil, err
		}
		if l.Empty() {
			return nil, l.Refuse(connectors.Nothing(c.env.Location, "this is XML of <%s> and holds no LIDO record: there is no element lido of http://www.lido-schema.org", r.root))
		}
		return body.Validator, nil
	})
}
