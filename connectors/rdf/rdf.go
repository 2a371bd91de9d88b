// Package rdf reads dumps in any RDF format: single documents, gzipped or several
// in a zip. Each thing goes, with what stands around it, to the vocabulary that
// knows its class; any other dump is read by the mapping in its settings.
package rdf

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"regexp"
	"strings"

	"moselle/connectors"
	"moselle/connectors/dump"
	"moselle/schema"
)

// Settings are a source's settings.
type Settings struct {
	Classes  map[string]string `yaml:"classes" doc:"What the things of a class become, by its IRI or prefix:name: a vocabulary by its name (see below), one of the hub's classes (Event, Work, Place …) read by map, or none to leave it out."`
	Map      map[string]Paths  `yaml:"map" doc:"For classes that become one of the hub's: which predicates give which properties, as in name: dc:title."`
	Prefixes map[string]string `yaml:"prefixes" doc:"Prefixes for classes and map, besides the usual ones."`
	Graphs   []string          `yaml:"graphs" doc:"Named graphs to take, by IRI; empty for everything."`
	Base     string            `yaml:"base" doc:"Address that a file was published under, for the relative addresses in it."`
	Lang     string            `yaml:"lang" doc:"Language of texts that name none (BCP 47); empty for the source's."`
	Together bool              `yaml:"together" doc:"Whether all statements about a thing stand together, as in N-Triples sorted by subject: the dump is then read thing by thing and may be of any size, but what a thing links to is not looked up."`
}

// Check says what is wrong with the settings, apart from names of vocabularies.
func (s Settings) Check() error {
	if err := connectors.CheckLang(s.Lang); err != nil {
		return err
	}
	if s.Base != "" && !connectors.IsWeb(s.Base) {
		return fmt.Errorf("base: %q is not an address that begins with https://", s.Base)
	}
	_, err := newMapping(s)
	return err
}

// Kind returns the kind "rdf", which reads the things of these vocabularies and
// descriptions of datasets (DCAT, VoID, schema.org).
func Kind(vocabularies ...connectors.Vocabulary) connectors.Kind {
	all := append(vocabularies[:len(vocabularies):len(vocabularies)], descriptions())
	return connectors.NewKind("rdf",
		"Dumps in any RDF format, of known vocabularies or by a mapping.",
		2, Settings{}, sniff, func(s Settings, env connectors.Env) (connectors.Connector, error) { return open(s, env, all) })
}

var (
	root     = regexp.MustCompile(`<(?:[\w.-]+:)?RDF[\s>]`)
	firstIs  = regexp.MustCompile(`"@type"\s*:[\s\[]*"([^"]*)"`)
	datasets = regexp.MustCompile(`(?:^|[:/#])(?:Dataset|DataCatalog)$`)
)

// sniff takes what is RDF, but leaves JSON and XML to the kinds that know more
// of what is in it, all but descriptions of datasets.
func sniff(location, mediaType string, head []byte) int {
	head = dump.Head(head)
	format, ok := dump.FormatOf(head, mediaType, location)
	switch {
	case !ok:
		return 0
	case format.Name == "rdfxml" && (!root.Match(head) || bytes.Contains(head, []byte("purl.org/rss/1.0"))):
		return 0
	case format.Name == "rdfxml":
		return 50
	case format.Name != "jsonld":
		return 70
	case datasets.Match(first(head)):
		return 88
	case bytes.Contains(head, []byte("www.w3.org/ns/dcat#")), bytes.Contains(head, []byte("rdfs.org/ns/void#")):
		return 75
	case bytes.Contains(head, []byte("schema.org")) || !bytes.Contains(head, []byte(`"@`)):
		return 0
	case mediaType == "application/ld+json", strings.HasSuffix(strings.TrimSuffix(location, ".gz"), ".jsonld"):
		return 55
	}
	return 10
}

// first returns the first class that a JSON document names.
func first(head []byte) []byte {
	if m := firstIs.FindSubmatch(head); m != nil {
		return m[1]
	}
	return nil
}

type connector struct {
	Settings
	env          connectors.Env
	mapping      *mapping
	vocabularies []connectors.Vocabulary
}

func open(s Settings, env connectors.Env, all []connectors.Vocabulary) (connectors.Connector, error) {
	m, err := newMapping(s)
	if err != nil {
		return nil, err
	}
	for class, is := range s.Classes {
		if is != nothing && schema.ClassNamed(is) == nil && vocabulary(all, is) == nil {
			return nil, fmt.Errorf("classes: %s: there is no vocabulary and no class %q; the vocabularies are: %s", class, is, names(all))
		}
	}
	if s.Lang == "" {
		s.Lang = env.Lang
	}
	env.Lang = s.Lang
	return &connector{s, env, m, all}, nil
}

func vocabulary(all []connectors.Vocabulary, name string) *connectors.Vocabulary {
	for i := range all {
		if all[i].Name == name {
			return &all[i]
		}
	}
	return nil
}

func names(all []connectors.Vocabulary) string {
	var out []string
	for _, v := range all {
		out = append(out, v.Name)
	}
	return strings.Join(out, ", ")
}

// Harvest reads the location, once; the cursor is the validator of its document.
func (c *connector) Harvest(ctx context.Context, from connectors.Cursor) iter.Seq2[connectors.Item, error] {
	return connectors.List(c.env.Location, func(l *connectors.Listing) (connectors.Cursor, error) {
		body, err := c.env.Open(ctx, c.env.Location, from)
		if err != nil {
			return nil, err
		}
		defer body.Close()
		if c.Together {
			err = c.blocks(ctx, body, l)
		} else {
			err = c.dump(ctx, body, l)
		}
		if err == nil && l.Empty() {
			err = l.Refuse(connectors.Nothing(c.env.Location, "there is no statement in the document"))
		}
		if err != nil {
			return nil, err
		}
		return body.Validator, nil
	})
}
