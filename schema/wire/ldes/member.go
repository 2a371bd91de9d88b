package ldes

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// Member is one member as its page describes it: a version of a thing, an
// activity that happened to it, or the thing itself.
type Member struct {
	ID      string
	Of      string    // the thing it is about; ID when the stream keeps no versions
	When    time.Time // zero when it is not said
	Deleted bool
	Thing   rdf.Term   // what Graph is about: named Of
	Graph   *rdf.Graph // what it says of the thing; empty for a deletion
}

// ErrElsewhere says that a page lists a member and tells nothing of it.
var ErrElsewhere = errors.New("the page lists the member and says nothing of it; write its statements on the page that lists it")

// maxMember bounds the statements of one member.
const maxMember = 20_000

// The places where members say when they were added and what they are of, when
// their stream does not say where.
var (
	usualTimes = []string{vocab.ActivityStreams + "published", vocab.DCTerms + "created", vocab.PROV + "generatedAtTime", vocab.DCTerms + "modified"}
	usualOf    = []string{vocab.DCTerms + "isVersionOf", vocab.ActivityStreams + "object"}
	deletion   = vocab.ActivityStreams + "Delete"
)

// Member returns what the page says of one of its members, which belongs to s.
// Statements of the member are those of the graph that it names, else those about
// it on the page, with all that hangs on it and is no member itself (TREE, section
// 4): statements about a version become statements about its thing.
func (p *Page) Member(id rdf.Term, s Stream) (Member, error) {
	if id.Kind != rdf.IRI {
		return Member{}, fmt.Errorf("a member without an address: nobody can tell tomorrow that it is the same")
	}
	m := Member{ID: id.Value, Of: id.Value, Thing: id}
	own := p.graph.Subject(id)
	payload := p.named[id.Value]
	if len(own) == 0 && payload == nil {
		return m, ErrElsewhere
	}
	if of := one(own, s.VersionOfPath, usualOf); of.Kind == rdf.IRI {
		m.Of, m.Thing = of.Value, of
	}
	m.When, _ = Time(one(own, s.TimestampPath, usualTimes))
	if m.Deleted = deletes(own, s); m.Deleted {
		m.Graph = &rdf.Graph{}
		return m, nil
	}
	m.Graph = payload
	if payload != nil {
		if len(payload.Subject(m.Thing)) == 0 && len(payload.Subject(id)) > 0 {
			m.Graph = renamed(payload, m.ID, m.Of)
		}
		return m, nil
	}
	about := id
	if m.Of != m.ID && activity(own) && len(p.graph.Subject(m.Thing)) > 0 {
		about = m.Thing
	}
	g, err := p.closure(about, s)
	if err != nil {
		return m, err
	}
	if m.Graph = g; about != m.Thing {
		m.Graph = renamed(g, m.ID, m.Of)
	}
	return m, nil
}

// one returns the value at a path, or at the first of the usual ones that has
// any; a zero term for none.
func one(own []rdf.Triple, path string, usual []string) rdf.Term {
	paths := usual
	if path != "" {
		paths = []string{path}
	}
	for _, path := range paths {
		for _, t := range own {
			if t.P.Value == path {
				return t.O
			}
		}
	}
	return rdf.Term{}
}

// deletes reports whether a member says that its thing is gone.
func deletes(own []rdf.Triple, s Stream) bool {
	return slices.ContainsFunc(own, func(t rdf.Triple) bool {
		switch {
		case t.P.Value == rdf.Type && t.O.Value == deletion:
			return true
		case s.DeleteObject == "" || t.O.Value != s.DeleteObject:
			return false
		}
		return t.P.Value == s.DeletePath || s.DeletePath == "" && t.P.Value == rdf.Type
	})
}

// activity reports whether a member is nothing but something that happened.
func activity(own []rdf.Triple) bool {
	is := false
	for _, t := range own {
		if t.P.Value == rdf.Type {
			if is = strings.HasPrefix(t.O.Value, vocab.ActivityStreams); !is {
				return false
			}
		}
	}
	return is
}

// closure gathers what the page says of a node and of all that hangs on it.
// What the stream's own paths say is about the version and left out.
func (p *Page) closure(of rdf.Term, s Stream) (*rdf.Graph, error) {
	g := &rdf.Graph{}
	g.Grow(2 * len(p.graph.Subject(of)))
	queue, seen := []rdf.Term{of}, map[rdf.Term]bool{of: true}
	n := 0
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		for _, t := range p.graph.Subject(at) {
			if at == of && isMeta(t.P.Value, s) {
				continue
			}
			if n++; n > maxMember {
				return nil, fmt.Errorf("more than %d statements hang on one member", maxMember)
			}
			g.Add(t)
			if t.O.Kind == rdf.Literal || seen[t.O] || p.isMember[t.O] || t.P == rdfType || t.O.Value == p.Location || t.O.Value == s.IRI {
				continue
			}
			seen[t.O] = true
			queue = append(queue, t.O)
		}
	}
	return g, nil
}

func isMeta(path string, s Stream) bool {
	return path == s.VersionOfPath || path == s.TimestampPath || path == s.DeletePath ||
		s.VersionOfPath == "" && slices.Contains(usualOf, path) || s.TimestampPath == "" && slices.Contains(usualTimes, path)
}

// renamed returns the graph with the thing's name in place of the version's, also
// where parts are named after it.
func renamed(g *rdf.Graph, from, to string) *rdf.Graph {
	if from == to {
		return g
	}
	return g.Map(func(t rdf.Term) rdf.Term {
		if t.Kind == rdf.IRI {
			if t.Value == from {
				t.Value = to
			} else if rest, ok := strings.CutPrefix(t.Value, from+"#"); ok {
				t.Value = to + "#" + rest
			}
		}
		return t
	})
}
