// Package ldes replicates Linked Data Event Streams: it finds the view of a
// stream, follows the relations from page to page, and of each thing lets its
// newest version count. What the members are about is read by the vocabularies
// that the kind is given. Another hub's stream is read like any other.
package ldes

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"path"
	"regexp"
	"strings"

	"moselle/connectors"
	"moselle/schema/rdf"
	"moselle/schema/rdf/formats"
)

// Settings are a source's settings.
type Settings struct {
	View       string `yaml:"view" doc:"Address of the view to read when a stream has several; empty for the first."`
	Vocabulary string `yaml:"vocabulary" doc:"Name of the vocabulary that all members are read in, such as moselle; empty to choose for each member by what it says."`
	Pages      int    `yaml:"pages" doc:"How many pages are read in one run at most; the next run goes on with the others."`
}

// maxPages bounds the setting.
const maxPages = 100_000

// Check says what is wrong with the settings.
func (s *Settings) Check() error {
	if s.Pages < 1 || s.Pages > maxPages {
		return fmt.Errorf("pages: %d is not between 1 and %d", s.Pages, maxPages)
	}
	if s.View != "" && !rdf.ValidIRI(s.View) {
		return fmt.Errorf("view: %q is not a complete address: write it with https://", s.View)
	}
	return nil
}

// Kind returns the kind "ldes", which reads members in these vocabularies.
func Kind(vocabularies ...connectors.Vocabulary) connectors.Kind {
	return connectors.NewKind("ldes",
		"Event streams (LDES, TREE), as other hubs and data portals publish them.",
		1, Settings{Pages: 10_000}, sniff,
		func(s Settings, env connectors.Env) (connectors.Connector, error) {
			return open(s, env, vocabularies)
		})
}

// hypermedia is a namespace that only pages of streams use, and used is one of
// its words at work, which the beginning of a page may not reach.
var (
	hypermedia = []byte("https://w3id.org/tree#")
	events     = []byte("https://w3id.org/ldes#")
	used       = regexp.MustCompile(`\b(?:tree:(?:view|member|relation|node)\b|tree:Node\b|ldes:EventStream\b)|(?:tree#(?:view|member|relation|node|Node)|ldes#EventStream)[>"]|"@type"\s*:\s*"(?:EventStream|ldes:EventStream|tree:Node)"`)
)

// sniff takes RDF in which the words of TREE or LDES stand.
func sniff(location, mediaType string, head []byte) int {
	if !bytes.Contains(head, hypermedia) && !bytes.Contains(head, events) {
		return 0
	}
	if form := connectors.FormOf(head); form != connectors.Text && form != connectors.JSON && form != connectors.XML && form != connectors.HTML {
		return 0
	}
	if _, ok := formats.Sniff(head, mediaType, path.Ext(strings.TrimSuffix(location, ".gz"))); !ok {
		return 0
	}
	if used.Match(head) {
		return 96
	}
	return 70 // declared, and used further down
}

type connector struct {
	Settings
	env          connectors.Env
	vocabularies []connectors.Vocabulary
}

func open(s Settings, env connectors.Env, all []connectors.Vocabulary) (connectors.Connector, error) {
	if s.Vocabulary == "" {
		return &connector{s, env, all}, nil
	}
	var names []string
	for _, v := range all {
		if v.Name == s.Vocabulary {
			return &connector{s, env, []connectors.Vocabulary{v}}, nil
		}
		names = append(names, v.Name)
	}
	return nil, fmt.Errorf("vocabulary: %q is none of %s", s.Vocabulary, strings.Join(names, ", "))
}

// Harvest replicates the stream; the cursor of a run is what the next one has to
// look at.
func (c *connector) Harvest(ctx context.Context, from connectors.Cursor) iter.Seq2[connectors.Item, error] {
	return connectors.List(c.env.Location, func(l *connectors.Listing) (connectors.Cursor, error) {
		r := newRun(c, l)
		return r.run(ctx, from)
	})
}
