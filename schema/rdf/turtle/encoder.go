package turtle

import (
	"cmp"
	"slices"
	"strings"

	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

type encoder struct {
	prefixes []vocab.Prefix
	used     []bool         // of prefixes, in the body so far
	ranks    map[string]int // of predicates
	buf      []byte         // the body
	indent   int            // of the line at hand, in steps
	*nodes                  // of the graph at hand
}

// head returns the declarations that the body needs.
func (e *encoder) head() []byte {
	var head []byte
	for i, p := range e.prefixes {
		if e.used[i] {
			head = append(head, "@prefix "+p.Name+": "...)
			head = append(rdf.AppendTerm(head, rdf.NewIRI(p.IRI)), " .\n"...)
		}
	}
	return head
}

func compare(a, b rdf.Term) int {
	return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Value, b.Value))
}

// subjects writes a block for each subject that is not part of another's. By
// their plain value, a record comes before its parts, which the canonical order
// would put first.
func (e *encoder) subjects(g *rdf.Graph, shared map[rdf.Term]bool) {
	e.nodes = analyse(g, shared)
	var all []rdf.Term
	for t := range g.All() {
		if n := len(all); (n == 0 || all[n-1] != t.S) && e.level[t.S] == 0 {
			all = append(all, t.S)
		}
	}
	slices.SortFunc(all, compare)
	for i, s := range all {
		if i > 0 || e.indent == 0 {
			e.buf = append(e.buf, '\n')
		}
		e.margin()
		if e.loose[s] {
			e.buf = append(e.buf, "[]"...)
		} else {
			e.term(s)
		}
		e.predicates(s)
		e.buf = append(e.buf, " .\n"...)
	}
}

func (e *encoder) margin() {
	for range e.indent {
		e.buf = append(e.buf, "    "...)
	}
}

func (e *encoder) newline() {
	e.buf = append(e.buf, '\n')
	e.margin()
}

// predicates writes what is said of s, each predicate on a line further in.
func (e *encoder) predicates(s rdf.Term) {
	triples := slices.Clone(e.g.Subject(s))
	slices.SortStableFunc(triples, func(a, b rdf.Triple) int {
		if a.P == b.P {
			return 0
		}
		return cmp.Or(cmp.Compare(e.rank(a.P.Value), e.rank(b.P.Value)), cmp.Compare(a.P.Value, b.P.Value))
	})
	e.indent++
	for i := 0; i < len(triples); {
		p := triples[i].P
		objects := triples[i:]
		if n := slices.IndexFunc(objects, func(t rdf.Triple) bool { return t.P != p }); n > 0 {
			objects = objects[:n]
		}
		if i > 0 {
			e.buf = append(e.buf, " ;"...)
		}
		i += len(objects)
		e.newline()
		if p.Value == rdf.Type {
			e.buf = append(e.buf, 'a')
		} else {
			e.term(p)
		}
		e.objects(objects, p.Value == rdf.Type)
	}
	e.indent--
}

// objects writes one object behind its predicate, and several on a line each
// unless they are types.
func (e *encoder) objects(triples []rdf.Triple, together bool) {
	together = together || len(triples) == 1
	if !together {
		e.indent++
		defer func() { e.indent-- }()
	}
	for i, t := range triples {
		if i > 0 {
			e.buf = append(e.buf, ',')
		}
		if together {
			e.buf = append(e.buf, ' ')
		} else {
			e.newline()
		}
		e.object(t.O)
	}
}

// object writes a term, or in place of a blank node what is said of it.
func (e *encoder) object(o rdf.Term) {
	switch {
	case o.Kind != rdf.Blank || e.level[o] == 0:
		e.term(o)
	case e.lists[o]:
		e.buf = append(e.buf, '(')
		for o.Kind == rdf.Blank {
			cell := e.g.Subject(o)
			e.buf = append(e.buf, ' ')
			e.object(cell[0].O)
			o = cell[1].O
		}
		e.buf = append(e.buf, " )"...)
	case len(e.g.Subject(o)) == 0:
		e.buf = append(e.buf, "[]"...)
	default:
		e.buf = append(e.buf, '[')
		e.predicates(o)
		e.newline()
		e.buf = append(e.buf, ']')
	}
}

// rank orders predicates: rdf:type, then by prefix, then the rest.
func (e *encoder) rank(iri string) int {
	if r, ok := e.ranks[iri]; ok {
		return r
	}
	r := slices.IndexFunc(e.prefixes, func(p vocab.Prefix) bool { return strings.HasPrefix(iri, p.IRI) })
	switch {
	case iri == rdf.Type:
		r = -1
	case r < 0:
		r = len(e.prefixes)
	}
	e.ranks[iri] = r
	return r
}

func (e *encoder) term(t rdf.Term) {
	switch t.Kind {
	case rdf.IRI:
		e.iri(t.Value)
	case rdf.Literal:
		e.literal(t)
	default:
		e.buf = rdf.AppendTerm(e.buf, t)
	}
}

// iri writes a prefixed name where the local part is a plain one, so that it
// needs no escapes (PN_LOCAL); else the full IRI.
func (e *encoder) iri(iri string) {
	for i, p := range e.prefixes {
		if local, ok := strings.CutPrefix(iri, p.IRI); ok && plainName(local) {
			e.used[i] = true
			e.buf = append(append(append(e.buf, p.Name...), ':'), local...)
			return
		}
	}
	e.buf = rdf.AppendTerm(e.buf, rdf.NewIRI(iri))
}

func plainName(s string) bool {
	for i := range len(s) {
		c := s[i]
		if !letter(c) && !digit(c) && c != '_' && (c != '-' || i == 0) {
			return false
		}
	}
	return s != ""
}
