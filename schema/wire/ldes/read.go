package ldes

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"moselle/schema/rdf"
	"moselle/schema/rdf/jsonld"
	"moselle/schema/vocab"
)

// Limits bound what a page may hold.
type Limits struct{ Statements, Members, Relations int }

// Read reads the page that stands at location. The error is that of the
// document, or says which limit it goes over.
func Read(quads iter.Seq2[rdf.Quad, error], location string, max Limits) (*Page, error) {
	location, _, _ = strings.Cut(location, "#")
	p := &Page{Location: location, graph: &rdf.Graph{}, named: map[string]*rdf.Graph{}, isMember: map[rdf.Term]bool{}}
	n := 0
	var relations []rdf.Triple
	for q, err := range quads {
		var left *jsonld.StatementError
		if errors.As(err, &left) {
			p.LeftOut = append(p.LeftOut[:min(len(p.LeftOut), 9)], left.Message)
			continue
		}
		if err != nil {
			return nil, err
		}
		if n++; n > max.Statements {
			return nil, fmt.Errorf("more than %d statements on one page; let the stream be cut into smaller pages", max.Statements)
		}
		if q.G.Kind != rdf.None {
			g := p.named[q.G.Value]
			if g == nil {
				g = &rdf.Graph{}
				p.named[q.G.Value] = g
			}
			g.Add(q.Triple)
			continue
		}
		switch q.P {
		case member:
			if !p.isMember[q.O] {
				p.isMember[q.O] = true
				p.Members = append(p.Members, q.O)
			}
		case relation:
			relations = append(relations, q.Triple)
		}
		p.graph.Add(q.Triple)
	}
	if len(p.Members) > max.Members {
		return nil, fmt.Errorf("more than %d members on one page; let the stream be cut into smaller pages", max.Members)
	}
	if len(relations) > max.Relations {
		return nil, fmt.Errorf("more than %d relations on one page", max.Relations)
	}
	for _, t := range relations {
		p.Relations = append(p.Relations, p.relations(t)...)
	}
	p.describe()
	return p, nil
}

// relations reads what one tree:relation leads to: one page, or by mistake
// several.
func (p *Page) relations(t rdf.Triple) (out []Relation) {
	r := Relation{From: t.S.Value}
	var types []string
	for _, f := range p.graph.Subject(t.O) {
		switch f.P {
		case rdfType:
			if name, ok := strings.CutPrefix(f.O.Value, vocab.TREE); ok {
				types = append(types, name)
			}
		case path:
			if f.O.Kind == rdf.IRI {
				r.Path = f.O.Value
			}
		case value:
			r.Value = f.O
		}
	}
	for _, name := range types {
		if name != "Relation" || len(types) == 1 { // the special before the general
			r.Type = name
		}
	}
	for _, f := range p.graph.Subject(t.O) {
		if f.P == node && f.O.Kind == rdf.IRI {
			r.Node = f.O.Value
			out = append(out, r)
		}
	}
	return out
}

// describe gathers the streams and what the page says of itself.
func (p *Page) describe() {
	var iris []string
	for t := range p.graph.All() {
		if t.P == view || t.P == member || t.P == timestampPath || t.P == versionOfPath || t.P == rdfType && t.O == stream {
			if t.S.Kind == rdf.IRI && !slices.Contains(iris, t.S.Value) && len(iris) < maxStreams {
				iris = append(iris, t.S.Value)
			}
		}
		switch {
		case t.P == endpointURL && t.O.Kind == rdf.IRI && len(p.Services) < maxStreams:
			p.Services = append(p.Services, t.O.Value)
		case (t.P == immutable || t.P == treeImmutable) && t.S.Value == p.Location && (t.O.Value == "true" || t.O.Value == "1"):
			p.Immutable = true
		}
	}
	for _, iri := range iris {
		p.Streams = append(p.Streams, p.stream(iri))
	}
}

// maxStreams bounds the streams that one page describes, and their views.
const maxStreams = 100

func (p *Page) stream(iri string) Stream {
	s := Stream{IRI: iri}
	for _, t := range p.graph.Subject(rdf.NewIRI(iri)) {
		if t.P == retentionPolicy {
			s.Retention = append(s.Retention, p.retention(t.O))
		}
		if t.O.Kind != rdf.IRI {
			continue
		}
		switch t.P {
		case timestampPath:
			s.TimestampPath = t.O.Value
		case versionOfPath:
			s.VersionOfPath = t.O.Value
		case deletePath:
			s.DeletePath = t.O.Value
		case deleteObject:
			s.DeleteObject = t.O.Value
		case view:
			if len(s.Views) < maxStreams {
				s.Views = append(s.Views, t.O.Value)
			}
		}
	}
	views := s.Views
	if !slices.Contains(views, p.Location) {
		views = append([]string{p.Location}, views...)
	}
	for _, v := range views { // a policy is a view's as a rule
		p.retained(rdf.NewIRI(v), &s)
		for _, t := range p.graph.Subject(rdf.NewIRI(v)) {
			if t.P == description {
				p.retained(t.O, &s)
			}
		}
	}
	return s
}

func (p *Page) retained(by rdf.Term, s *Stream) {
	for _, t := range p.graph.Subject(by) {
		if t.P == retentionPolicy && len(s.Retention) < maxStreams {
			s.Retention = append(s.Retention, p.retention(t.O))
		}
	}
}

func (p *Page) retention(policy rdf.Term) Retention {
	r := Retention{Terms: map[string]string{}}
	for _, t := range p.graph.Subject(policy) {
		name := t.P.Value[strings.LastIndexAny(t.P.Value, "#/")+1:]
		switch {
		case t.P == rdfType:
			r.Policy = t.O.Value[strings.LastIndexAny(t.O.Value, "#/")+1:]
		case t.O.Kind != rdf.Blank:
			r.Terms[name] = t.O.Value
		}
	}
	return r
}

// IsNode reports whether the page describes itself as one of a tree, or lists
// members: it is not merely a description of a stream.
func (p *Page) IsNode() bool {
	return len(p.Members) > 0 || len(p.Relations) > 0 || slices.ContainsFunc(p.graph.Subject(rdf.NewIRI(p.Location)), func(t rdf.Triple) bool {
		return t.P == rdfType && t.O == treeNode
	})
}
