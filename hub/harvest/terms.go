package harvest

import (
	"cmp"
	"maps"
	"slices"

	"moselle/hub/store"
	"moselle/schema"
	"moselle/schema/rdf"
	"moselle/schema/taxonomy"
	"moselle/schema/vocab"
)

// mapper finds the concepts of the hub's vocabularies that the terms in a
// source's records mean, and counts the terms that mean none.
type mapper struct {
	own      map[string]*taxonomy.Concept // the source's settings, by term and by its NameKey
	unmapped map[store.Term]int
}

// maxTerms bounds the different terms that are counted, maxUnmapped those that
// are reported.
const (
	maxTerms    = 5000
	maxUnmapped = 50
)

func newMapper(terms map[string]string) *mapper {
	m := &mapper{own: map[string]*taxonomy.Concept{}, unmapped: map[store.Term]int{}}
	for _, term := range slices.Sorted(maps.Keys(terms)) {
		if c := taxonomy.Find(terms[term]); c != nil {
			m.own[term], m.own[schema.NameKey(term)] = c, c
		}
	}
	return m
}

var (
	additionalType = rdf.NewIRI(vocab.Schema + "additionalType")
	genre          = rdf.NewIRI(vocab.Schema + "genre")
	audience       = rdf.NewIRI(vocab.Schema + "audience")
	accessibility  = rdf.NewIRI(vocab.Schema + "accessibilityFeature")
	sameAs         = rdf.NewIRI(vocab.Schema + "sameAs")
	termCode       = rdf.NewIRI(vocab.Schema + "termCode")
	name           = rdf.NewIRI(vocab.Schema + "name")
)

// schemeOf returns the scheme that the terms of a property are from, "" when
// they are from none.
func schemeOf(class string, property rdf.Term) string {
	switch property {
	case audience:
		return "audience"
	case accessibility:
		return "accessibility"
	case additionalType, genre:
		switch class {
		case "Event", "EventSeries":
			return "event"
		case "Place":
			return "place"
		case "Work":
			return "work"
		}
	}
	return ""
}

// concepts returns what there is to add to a draft: of each term which concept
// it is.
func (m *mapper) concepts(d schema.Draft) (add []rdf.Triple) {
	for _, t := range d.Graph.Subject(rdf.NewIRI(string(d.IRI))) {
		scheme := schemeOf(d.Class, t.P)
		if scheme == "" {
			continue
		}
		term := d.Graph.Subject(t.O)
		if len(term) == 0 || isConcept(term) {
			continue
		}
		if c := m.concept(term, scheme); c != nil {
			add = append(add, rdf.Triple{S: t.O, P: sameAs, O: rdf.NewIRI(string(c.IRI()))})
		} else if key := (store.Term{Scheme: scheme, Term: shown(term)}); len(m.unmapped) < maxTerms || m.unmapped[key] > 0 {
			m.unmapped[key]++
		}
	}
	return add
}

// isConcept reports whether a term says itself which concept it is, as one from
// another hub does.
func isConcept(term []rdf.Triple) bool {
	return slices.ContainsFunc(term, func(t rdf.Triple) bool { return t.P == sameAs && taxonomy.Find(t.O.Value) != nil })
}

// concept returns what a term means: by the source's settings, else by the
// lists that the concepts match, else by its name; nil when nothing tells.
func (m *mapper) concept(term []rdf.Triple, scheme string) *taxonomy.Concept {
	for _, look := range []func(t rdf.Triple) *taxonomy.Concept{m.ownConcept, matching, func(t rdf.Triple) *taxonomy.Concept {
		if t.P != name {
			return nil
		}
		return taxonomy.NamedIn(scheme, t.O.Value, t.O.Lang)
	}} {
		for _, t := range term {
			if c := look(t); c != nil && c.Scheme.Code == scheme {
				return c
			}
		}
	}
	return nil
}

func (m *mapper) ownConcept(t rdf.Triple) *taxonomy.Concept {
	switch {
	case len(m.own) == 0:
		return nil
	case t.P == sameAs, t.P == termCode:
		return m.own[t.O.Value]
	case t.P == name:
		return m.own[schema.NameKey(t.O.Value)]
	}
	return nil
}

func matching(t rdf.Triple) *taxonomy.Concept {
	if t.P != sameAs && t.P != termCode {
		return nil
	}
	return taxonomy.Matching(t.O.Value)
}

// shown returns how a report names a term: by its name, else its code, else its
// IRI.
func shown(term []rdf.Triple) string {
	for _, p := range []rdf.Term{name, termCode, sameAs} {
		for _, t := range term {
			if t.P == p {
				return schema.Excerpt(t.O.Value)
			}
		}
	}
	return ""
}

// left returns the terms without a concept, the most frequent first.
func (m *mapper) left() []store.Term {
	var out []store.Term
	for t, n := range m.unmapped {
		t.Count = n
		out = append(out, t)
	}
	slices.SortFunc(out, func(a, b store.Term) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Scheme, b.Scheme), cmp.Compare(a.Term, b.Term))
	})
	return out[:min(maxUnmapped, len(out)):min(maxUnmapped, len(out))]
}
