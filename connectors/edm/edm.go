// Package edm reads objects of collections in the Europeana Data Model: files of
// one record or of many in RDF/XML, gzipped or several in a zip, and records in
// Turtle, N-Triples and JSON-LD. What EDM means is schema/crosswalk/edm's; here it
// becomes records. Records in XML stream: none waits for another.
package edm

import (
	"bytes"
	"context"
	"iter"

	"moselle/connectors"
	"moselle/connectors/markup"
	"moselle/schema/vocab"
)

// Settings are a source's settings.
type Settings struct {
	Lang  string `yaml:"lang" doc:"Language of texts that name none (BCP 47); empty for the source's."`
	Added bool   `yaml:"added" doc:"Whether the subjects, places, times and people that Europeana added to a record count too, and not only what its provider says."`
}

// Check says what is wrong with the settings.
func (s Settings) Check() error { return connectors.CheckLang(s.Lang) }

// Kind returns the kind "edm".
func Kind() connectors.Kind {
	return connectors.NewKind("edm",
		"Objects of collections in the Europeana Data Model: one record, a file of many, or a zip of files.",
		2, Settings{}, sniff, open)
}

// sniff takes RDF that names EDM's namespace and an object; inside an OAI-PMH
// answer it is less sure, as there EDM is one format of many, and so it is of RDF
// in which nothing but the namespace is in sight.
func sniff(_, _ string, head []byte) int {
	head = bytes.TrimLeft(markup.Head(head), " \t\r\n\ufeff")
	has := func(s string) bool { return bytes.Contains(head, []byte(s)) }
	object := has("ProvidedCHO") || has("aggregatedCHO")
	switch {
	case !has(vocab.EDM):
		return 0
	case !isXML(head):
		if form := connectors.FormOf(head); object && (form == connectors.Text || form == connectors.HTML || form == connectors.JSON && has("@context")) {
			return 85
		}
		return 0
	case !has(":RDF") && !has("<RDF"):
		return 0
	case has("<OAI-PMH"):
		return 40
	case object:
		return 95
	}
	return 60
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
		r := &run{connector: c, Listing: l, titles: map[string]int{}}
		if err := r.files(ctx, body); err != nil {
			return nil, err
		}
		if l.Empty() {
			return nil, l.Refuse(connectors.Nothing(c.env.Location, "%s", r.nothing()))
		}
		return body.Validator, nil
	})
}
