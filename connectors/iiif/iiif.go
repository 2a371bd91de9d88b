// Package iiif reads what institutions publish by the International Image
// Interoperability Framework: manifests and collections of the Presentation API
// 2 to 4, and lists of changes of the Change Discovery API 1. A manifest becomes
// a Work with its media, a collection a Collection; annotations are not read.
package iiif

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"maps"
	"regexp"
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/schema"
	crosswalk "moselle/schema/crosswalk/iiif"
	wire "moselle/schema/wire/iiif"
)

// Settings are a source's settings.
type Settings struct {
	Manifests int               `yaml:"manifests" doc:"How many manifests of a collection or a list of changes are read at most."`
	Canvases  int               `yaml:"canvases" doc:"How many pictures, sounds and films of one manifest are kept at most; the manifest itself shows all."`
	Labels    map[string]string `yaml:"labels" doc:"What the source's own labels of metadata mean, such as {Sammlungsbereich: genre}; the meanings are listed below."`
	Others    bool              `yaml:"others" doc:"Whether metadata with other labels become lines of the description; if not, each is told in the report."`
}

// Bounds of the settings.
const (
	maxManifests = 200_000
	maxCanvases  = 500
)

// Check says what is wrong with the settings.
func (s *Settings) Check() error {
	if s.Manifests < 1 || s.Manifests > maxManifests {
		return fmt.Errorf("manifests: %d is not between 1 and %d", s.Manifests, maxManifests)
	}
	if s.Canvases < 0 || s.Canvases > maxCanvases {
		return fmt.Errorf("canvases: %d is not between 0 and %d", s.Canvases, maxCanvases)
	}
	for _, label := range slices.Sorted(maps.Keys(s.Labels)) {
		if meaning := s.Labels[label]; !slices.Contains(crosswalk.Meanings(), meaning) {
			return fmt.Errorf("labels: %s: %q is none of %s", label, meaning, strings.Join(crosswalk.Meanings(), ", "))
		}
	}
	return nil
}

// Kind returns the kind "iiif".
func Kind() connectors.Kind {
	return connectors.NewKind("iiif",
		"Works as IIIF manifests, in collections, or in a list of changes.",
		2, Settings{Manifests: 10_000, Canvases: 20, Others: true}, sniff, open)
}

var (
	// ours is a context of the two APIs, alone or in a list.
	ours = regexp.MustCompile(`"@context"\s*:\s*(?:"|\[[^\]]{0,600}")https?://(?:www\.)?(?:iiif\.io/api/(?:presentation|discovery)/|shared-canvas\.org/)`)
	// typed is a document of version 2 without its context, or with it behind.
	typed = regexp.MustCompile(`"@type"\s*:\s*"sc:(?:Manifest|Collection)"`)
	// bare is a manifest of version 3 of which the context stands behind, by what
	// only it lists.
	bare = regexp.MustCompile(`"type"\s*:\s*"(?:Manifest"[\s\S]*"type"\s*:\s*"(?:Canvas|Sequence)"|Collection"[\s\S]*"type"\s*:\s*"Manifest")`)
)

// sniff takes JSON with a context of the APIs, and is less sure of a type alone.
func sniff(_, _ string, head []byte) int {
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		head = bytes.ReplaceAll(head[2:], []byte{0}, nil) // UTF-16, of which the names are ASCII
	}
	switch {
	case connectors.FormOf(head) != connectors.JSON:
		return 0
	case ours.Match(head):
		return 95
	case typed.Match(head):
		return 90
	case bare.Match(head):
		return 85
	}
	return 0
}

type connector struct {
	Settings
	env    connectors.Env
	labels map[string]string // meanings by folded label, of the settings
}

func open(s Settings, env connectors.Env) (connectors.Connector, error) {
	c := &connector{Settings: s, env: env, labels: map[string]string{}}
	for label, meaning := range s.Labels {
		c.labels[schema.NameKey(label)] = meaning
	}
	return c, nil
}

// Harvest reads the location, whatever of the three it turns out to be. A single
// manifest carries the validator of its document as cursor; the others carry
// none, as manifests change without the list of them.
func (c *connector) Harvest(ctx context.Context, from connectors.Cursor) iter.Seq2[connectors.Item, error] {
	return connectors.List(c.env.Location, func(l *connectors.Listing) (connectors.Cursor, error) {
		return c.harvest(ctx, from, l)
	})
}

func (c *connector) harvest(ctx context.Context, from connectors.Cursor, l *connectors.Listing) (connectors.Cursor, error) {
	d, err := c.load(ctx, c.env.Location, from)
	if err != nil {
		return nil, err
	}
	w := &walk{connector: c, Listing: l, root: d, at: map[string]*entry{}, seen: map[string]bool{}}
	switch d.kind {
	case wire.KindManifest:
		e := &entry{key: d.key()}
		it, refusal := c.work(d, e)
		if refusal != nil {
			return nil, w.Refuse(refusal)
		}
		return d.validator, w.Hand(it)
	case wire.KindCollection:
		err = w.collections(ctx, d)
	case wire.KindChanges:
		err = w.changes(ctx, d)
	default:
		return nil, d.foreign()
	}
	if err != nil {
		return nil, err
	}
	return nil, w.manifests(ctx)
}
