// Package linkedart reads what museums publish as Linked Art: JSON-LD of version
// 1.0 and of the drafts before it, single records, files of many, results of a
// search and lists of changes; and exports of the collection system EMu, of which
// museums make it. What it knows of CIDOC CRM also reads RDF dumps (Vocabulary).
package linkedart

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"regexp"

	"moselle/connectors"
	"moselle/connectors/markup"
)

// Settings are a source's settings.
type Settings struct {
	Lang    string `yaml:"lang" doc:"Language of texts that name none (BCP 47); empty for the source's."`
	Records int    `yaml:"records" doc:"How many records of a list of changes or of search results are asked for in a run at most."`
	Others  bool   `yaml:"others" doc:"Whether statements of a sort that has no place of its own become paragraphs of the description, under the name of their sort."`
}

// maxRecords bounds the setting records, maxPages the pages of a list.
const (
	maxRecords = 1_000_000
	maxPages   = 100_000
)

// Check says what is wrong with the settings.
func (s Settings) Check() error {
	if err := connectors.CheckLang(s.Lang); err != nil {
		return err
	}
	if s.Records < 1 || s.Records > maxRecords {
		return fmt.Errorf("records: %d is not between 1 and %d", s.Records, maxRecords)
	}
	return nil
}

// Kind returns the kind "linkedart".
func Kind() connectors.Kind {
	return connectors.NewKind("linkedart",
		"Collections in Linked Art: records, files of many, search results, lists of changes; and EMu's XML.",
		2, Settings{Records: 10_000, Others: true}, sniff, open)
}

// exts are how the documents in an archive end.
var exts = []string{".json", ".jsonld", ".ndjson", ".jsonl", ".xml"}

var (
	// contexts are those of Linked Art, which institutions also copy.
	contexts = regexp.MustCompile(`"[^"\s]*linked\.?art[^"\s]*/ns/v1[^"\s]*"|"https?://linked\.art/ns/[^"\s]*"`)
	// classes are those that only Linked Art spells so.
	classes = regexp.MustCompile(`"@?type"\s*:\s*\[?\s*"(?:(?:crm:)?(?:E22_)?(?:Human|Man)(?:MadeObject|-Made_Object)|VisualItem|LinguisticObject|PropositionalObject)"`)
	tuples  = regexp.MustCompile(`<!ELEMENT\s+tuple|<table\s+name="e[a-z]+">\s*(?:<!--[^>]*-->\s*)?<tuple>`)
	naming  = regexp.MustCompile(`"identified_by"\s*:`)
)

// sniff takes JSON with the context of Linked Art, and is less sure of its classes
// and properties alone; and exports of EMu.
func sniff(_, _ string, head []byte) int {
	head = markup.HeadOf(head, exts...)
	switch {
	case isEMu(head):
		return 90
	case connectors.FormOf(head) != connectors.JSON:
		return 0
	case contexts.Match(head):
		return 96
	case classes.Match(head):
		return 94
	case naming.Match(head) && bytes.Contains(head, []byte("vocab.getty.edu/aat/")):
		return 85
	}
	return 0
}

type connector struct {
	Settings
	env  connectors.Env
	lang string // of texts that do not say theirs
}

func open(s Settings, env connectors.Env) (connectors.Connector, error) {
	c := &connector{Settings: s, env: env, lang: s.Lang}
	if c.lang == "" {
		c.lang = env.Lang
	}
	return c, nil
}

// Harvest reads the location and what it lists. A document that holds all of its
// records carries its validator as cursor, a list of changes the time of the
// newest, up to which it is read next time.
func (c *connector) Harvest(ctx context.Context, from connectors.Cursor) iter.Seq2[connectors.Item, error] {
	return connectors.List(c.env.Location, func(l *connectors.Listing) (connectors.Cursor, error) {
		r := &run{connector: c, Listing: l, from: parseCursor(from), asked: map[string]bool{}, pages: map[string]bool{}}
		return r.harvest(connectors.WithAccept(ctx, accept))
	})
}

// accept asks for Linked Art of those who give the same address in several forms.
const accept = `application/ld+json;profile="https://linked.art/ns/v1/linked-art.json", application/ld+json;q=0.9, application/json;q=0.8`
