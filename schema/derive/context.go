package derive

import (
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/vocab"
)

// term is the definition of a term in a JSON-LD context (JSON-LD 1.1, section
// 9.15.1).
type term struct {
	ID        string `json:"@id"`
	Type      string `json:"@type,omitempty"`
	Container string `json:"@container,omitempty"`
}

// Context returns the document that the hub's JSON-LD refers to as its context
// (JSON-LD 1.1, media type application/ld+json). Under it, what
// schema.Node.AppendJSON writes expands to exactly the record's graph. An IRI
// with one of the prefixes for its scheme would be taken for a short form; no
// scheme in use is among them, and "geo" is a property here.
func Context() []byte {
	terms := map[string]any{
		"@version": 1.1,
		"@vocab":   vocab.Schema,
		"id":       "@id",
		"type":     "@type",
	}
	for _, p := range prefixes() {
		terms[p.Name] = p.IRI
	}
	for _, c := range slices.Concat(schema.Classes, schema.Parts) {
		if !strings.HasPrefix(c.IRI, vocab.Schema) {
			terms[c.Name] = short(c.IRI)
		}
		for _, p := range c.Properties {
			terms[p.Name] = define(p)
		}
	}
	for _, code := range schema.OwnCodes() {
		terms[code] = short(schema.CodeIRI(code))
	}
	return indent(map[string]any{"@context": terms})
}

// define returns what a property's name means: its IRI, and how its plain
// values are to be read.
func define(p schema.Property) any {
	t := term{ID: short(p.IRI)}
	switch p.Range {
	case schema.Text:
		t.Container = "@language"
	case schema.Code:
		t.Type = "@vocab"
	case schema.URL, schema.Link, schema.Part:
		t.Type = "@id"
	case schema.String: // what a plain string is anyway
		return t.ID
	default:
		t.Type = short(p.Range.Datatype())
	}
	return t
}

// prefixes returns the prefixes whose name is not that of a property: a term
// has one meaning.
func prefixes() []vocab.Prefix {
	return slices.DeleteFunc(slices.Clone(vocab.Prefixes), func(p vocab.Prefix) bool {
		return slices.ContainsFunc(slices.Concat(schema.Classes, schema.Parts), func(c *schema.Class) bool {
			return c.Property(p.Name) != nil
		})
	})
}

// short writes an IRI with its prefix.
func short(iri string) string {
	for _, p := range prefixes() {
		if local, ok := strings.CutPrefix(iri, p.IRI); ok {
			return p.Name + ":" + local
		}
	}
	return iri
}
