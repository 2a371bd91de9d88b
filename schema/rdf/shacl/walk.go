package shacl

import "moselle/schema/rdf"

// follow returns the value nodes of a path from a focus node, each once.
func (r *run) follow(p *Path, f *focus) values {
	if p.Kind == Predicate {
		return values{triples: f.of(p.IRI)}
	}
	var out termSet
	r.walk(p, f.term(), false, &out)
	return values{terms: out.list}
}

// walk adds to out what the path leads to from t; back is for going against
// the path. A set holds each node once, so that no cycle is gone round twice.
func (r *run) walk(p *Path, t rdf.Term, back bool, out *termSet) {
	if r.left--; r.left <= 0 {
		return
	}
	switch p.Kind {
	case Predicate:
		if back {
			for _, i := range r.subjects(t) {
				if i.P.Value == p.IRI {
					out.add(i.S)
				}
			}
			return
		}
		for _, v := range r.data.Subject(t) {
			if v.P.Value == p.IRI {
				out.add(v.O)
			}
		}
	case Inverse:
		r.walk(p.Steps[0], t, !back, out)
	case Sequence:
		r.sequence(p.Steps, t, back, out)
	case Alternative:
		for _, step := range p.Steps {
			r.walk(step, t, back, out)
		}
	case ZeroOrOne:
		out.add(t)
		r.walk(p.Steps[0], t, back, out)
	case ZeroOrMore, OneOrMore:
		var seen termSet
		if p.Kind == ZeroOrMore {
			seen.add(t)
		} else {
			r.walk(p.Steps[0], t, back, &seen)
		}
		for i := 0; i < len(seen.list); i++ { // grows as it goes
			r.walk(p.Steps[0], seen.list[i], back, &seen)
		}
		for _, s := range seen.list {
			out.add(s)
		}
	}
}

func (r *run) sequence(steps []*Path, t rdf.Term, back bool, out *termSet) {
	here := termSet{list: []rdf.Term{t}}
	for i := range steps {
		step := steps[i]
		if back {
			step = steps[len(steps)-1-i]
		}
		var next termSet
		for _, s := range here.list {
			r.walk(step, s, back, &next)
		}
		here = next
	}
	for _, s := range here.list {
		out.add(s)
	}
}

// subjects returns the triples that have t as their object. The first call
// makes the index, which only paths that go backwards need.
func (r *run) subjects(t rdf.Term) []rdf.Triple {
	if r.byObject == nil {
		r.byObject = map[rdf.Term][]rdf.Triple{}
		for v := range r.data.All() {
			r.byObject[v.O] = append(r.byObject[v.O], v)
		}
	}
	return r.byObject[t]
}

// termSet is a set of terms that keeps their order.
type termSet struct {
	list []rdf.Term
	seen map[rdf.Term]bool // nil while the list is short enough to be searched
}

func (s *termSet) add(t rdf.Term) {
	if s.seen == nil {
		for i := range s.list {
			if s.list[i] == t {
				return
			}
		}
		if len(s.list) == 8 {
			s.seen = make(map[rdf.Term]bool, 32)
			for _, u := range s.list {
				s.seen[u] = true
			}
		}
	} else if s.seen[t] {
		return
	}
	s.list = append(s.list, t)
	if s.seen != nil {
		s.seen[t] = true
	}
}
