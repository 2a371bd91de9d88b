// Package skos reads vocabularies (thesauri, classifications, lists of terms) in
// SKOS and SKOS-XL, in any RDF format: their concepts, the schemes these belong to
// and the collections that group them.
package skos

import (
	"context"
	"fmt"
	"iter"
	"regexp"

	"moselle/connectors"
	"moselle/connectors/dump"
	"moselle/schema/rdf"
)

// Settings are a source's settings.
type Settings struct {
	Scheme     string `yaml:"scheme" doc:"IRI of the scheme that concepts belong to when they name none; empty for the document's only one, else the address that their own begin with."`
	Deprecated bool   `yaml:"deprecated" doc:"Whether concepts that are marked as deprecated or replaced are kept; else they count as deleted."`
	Base       string `yaml:"base" doc:"Address that a file was published under, for the relative addresses in it."`
	Lang       string `yaml:"lang" doc:"Language of labels and notes that name none (BCP 47); empty for the source's."`
}

// Check says what is wrong with the settings.
func (s Settings) Check() error {
	if err := connectors.CheckLang(s.Lang); err != nil {
		return err
	}
	if s.Scheme != "" && !rdf.ValidIRI(s.Scheme) {
		return fmt.Errorf("scheme: %q is no IRI", s.Scheme)
	}
	if s.Base != "" && !connectors.IsWeb(s.Base) {
		return fmt.Errorf("base: %q is not an address that begins with https://", s.Base)
	}
	return nil
}

// Kind returns the kind "skos".
func Kind() connectors.Kind {
	return connectors.NewKind("skos",
		"Vocabularies as SKOS and SKOS-XL in any RDF format.",
		1, Settings{}, sniff, open)
}

var (
	spoken = regexp.MustCompile(`skos(?:/core#|:)(?:Concept|Collection|OrderedCollection|prefLabel|broader|narrower|inScheme|topConceptOf|hasTopConcept)\b`)
	others = regexp.MustCompile(`cidoc-crm|ProvidedCHO|ore/terms/|(?:\ba|type>?|"@type"\s*:[\s\[]*")\s*<?(?:https?://schema\.org/|schema:)\w|"@context":[\s\[]*"https?://schema\.org`)
)

// sniff takes RDF that speaks of concepts; where they come with things of another
// kind, it is that kind's.
func sniff(location, mediaType string, head []byte) int {
	head = dump.Head(head)
	if _, ok := dump.FormatOf(head, mediaType, location); !ok || !spoken.Match(head) {
		return 0
	}
	if others.Match(head) {
		return 30
	}
	return 88
}

type connector struct {
	Settings
	env connectors.Env
}

func open(s Settings, env connectors.Env) (connectors.Connector, error) {
	if s.Lang != "" {
		env.Lang = s.Lang
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
		if err := c.read(ctx, body, l); err != nil {
			return nil, err
		}
		return body.Validator, nil
	})
}
