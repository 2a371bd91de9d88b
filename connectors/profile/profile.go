// Package profile reads the hub's own vocabulary back: RDF as this hub or
// another one serves it becomes records with the same facts. It walks the class
// tables of the schema, so that a property added there is read here too. It
// opens nothing: kinds that read RDF are given its Vocabulary.
package profile

import (
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// Vocabulary returns the vocabulary "moselle". A thing's key is its IRI at the
// origin. Of classes that are schema.org's too it is less sure than a reader of
// schema.org may be, but certain of a thing that bears a hub's stamp.
func Vocabulary() connectors.Vocabulary {
	return connectors.Vocabulary{Name: "moselle", Class: class, Thing: thing, Open: open}
}

// class is sure of a class of ours that nobody else has, and takes what is
// schema.org's or another's for want of a better reader.
func class(iri string) int {
	c := schema.ClassOfType(iri)
	switch {
	case c == nil || c.Part:
		return 0
	case strings.HasPrefix(c.IRI, vocab.Moselle):
		return 100
	}
	return 30
}

// stamp is what every record of a hub carries and hardly anything else.
var stamp = []string{vocab.DCTerms + "identifier", vocab.Schema + "sdDatePublished"}

// thing knows a record of a hub by its stamp.
func thing(g *rdf.Graph, of rdf.Term) int {
	own := g.Subject(of)
	for _, iri := range stamp {
		if !slices.ContainsFunc(own, func(t rdf.Triple) bool { return t.P.Value == iri }) {
			return 0
		}
	}
	if classOf(g, of) == nil {
		return 0
	}
	return 99
}

// classOf returns the class of records that a node is of; nil for none. A class
// by its own name counts more than by one of its subclasses, which several share,
// and a work is what has no better name: others call pictures and maps so too.
func classOf(g *rdf.Graph, of rdf.Term) *schema.Class {
	var found *schema.Class
	best := 0
	for _, t := range g.Subject(of) {
		if t.P.Value != rdf.Type {
			continue
		}
		c := schema.ClassOfType(t.O.Value)
		rank := 1
		switch {
		case c == nil || c.Part:
			continue
		case c.IRI == t.O.Value && c.Name != "Work":
			rank = 3
		case c.Name != "Work":
			rank = 2
		}
		if rank > best {
			found, best = c, rank
		}
	}
	return found
}

func open(env connectors.Env) func(*rdf.Graph, rdf.Term, string) (connectors.Item, error) {
	return func(g *rdf.Graph, of rdf.Term, where string) (connectors.Item, error) {
		return read(env, g, of, where)
	}
}
