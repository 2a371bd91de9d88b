package ldes

import (
	"strconv"

	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// Quads returns what a page of the stream says of itself: the stream with its
// paths and this page or its views as views, the relations and which members it
// lists. What the members say is for the caller to add, in any order.
func (p *Page) Quads() []rdf.Quad {
	var out []rdf.Quad
	say := func(s, p, o rdf.Term) { out = append(out, rdf.Quad{Triple: rdf.Triple{S: s, P: p, O: o}}) }
	for i, s := range p.Streams {
		iri := rdf.NewIRI(s.IRI)
		say(iri, rdfType, stream)
		for _, row := range []struct {
			p    rdf.Term
			iris []string
		}{{timestampPath, []string{s.TimestampPath}}, {versionOfPath, []string{s.VersionOfPath}}, {deletePath, []string{s.DeletePath}},
			{deleteObject, []string{s.DeleteObject}}, {view, s.Views}} {
			for _, v := range row.iris {
				if v != "" {
					say(iri, row.p, rdf.NewIRI(v))
				}
			}
		}
		if i == 0 {
			for _, m := range p.Members {
				say(iri, member, m)
			}
		}
	}
	self := rdf.NewIRI(p.Location)
	say(self, rdfType, treeNode)
	if p.Immutable {
		say(self, immutable, rdf.NewTyped("true", vocab.XSD+"boolean"))
	}
	for i, r := range p.Relations {
		at := rdf.NewBlank("relation" + strconv.Itoa(i+1))
		say(self, relation, at)
		say(at, rdfType, rdf.NewIRI(vocab.TREE+r.Type))
		say(at, node, rdf.NewIRI(r.Node))
		if r.Path != "" {
			say(at, path, rdf.NewIRI(r.Path))
			say(at, value, r.Value)
		}
	}
	return out
}
