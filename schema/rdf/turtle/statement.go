package turtle

import (
	"strings"

	"moselle/schema/rdf"
)

// maxDepth bounds how deep brackets nest.
const maxDepth = 500

// maxDeclared bounds the prefixes of a document, in bytes.
const maxDeclared = 8 << 20

const fullStop = "the statement should end with a full stop"

// statement reads a directive, triples, or the beginning or end of a graph
// (statement in Turtle, directive and block in TriG).
func (p *parser) statement() error {
	if p.inGraph {
		return p.inner()
	}
	p.graph = rdf.Term{}
	if d := p.directive(); d != "" {
		return p.declare(d)
	}
	if p.graphs {
		if p.is('{') {
			p.open(rdf.Term{})
			return nil
		}
		if p.kind == word && strings.EqualFold(string(p.raw()), "graph") {
			p.next()
			if p.is('(') {
				return p.wrong("a graph's name should stand: an IRI, a prefixed name or a blank node")
			}
			g, form, err := p.subject()
			if err != nil {
				return err
			}
			if form != plain {
				return p.wrong("the name of a graph should have stood, of which nothing is said")
			}
			return p.named(g)
		}
	}
	s, form, err := p.subject()
	if err != nil {
		return err
	}
	if p.graphs && form == plain && p.is('{') {
		return p.named(s)
	}
	if err := p.triples(s, form); err != nil {
		return err
	}
	return p.want('.', fullStop)
}

// inner reads triples inside a graph, or its end.
func (p *parser) inner() error {
	if p.is('}') {
		p.inGraph = false
		p.next()
		return nil
	}
	s, form, err := p.subject()
	if err != nil {
		return err
	}
	if err := p.triples(s, form); err != nil || p.is('}') {
		return err
	}
	return p.want('.', fullStop+" or the graph with a brace")
}

// named opens the graph g, whose brace has to stand here.
func (p *parser) named(g rdf.Term) error {
	if !p.is('{') {
		return p.wrong("the triples of a graph should begin with a brace")
	}
	p.open(g)
	return nil
}

func (p *parser) open(g rdf.Term) {
	p.graph, p.inGraph = g, true
	p.next()
}

// declare reads what follows the word of a directive.
func (p *parser) declare(directive string) error {
	p.next()
	prefix, isPrefix := "", strings.HasSuffix(directive, "prefix")
	if isPrefix {
		if p.kind != name || p.start+p.colon+1 != p.pos {
			return p.wrong("a prefix with its colon should be declared")
		}
		prefix = string(p.raw()[:p.colon])
		p.next()
	}
	if p.kind != iriRef {
		return p.wrong("an IRI in angle brackets should be declared")
	}
	iri, err := p.iri(false)
	if err != nil {
		return err
	}
	if directive[0] == '@' {
		if err := p.want('.', "the directive should end with a full stop"); err != nil {
			return err
		}
	}
	clear(p.iris)
	if isPrefix {
		if p.declared += len(prefix) + len(iri); p.declared > maxDeclared {
			return p.errorAt(p.start, "more than 8 MB of prefixes are declared before this")
		}
		p.prefixes[prefix] = iri
	} else {
		p.base = iri
	}
	return nil
}

// form is how a subject is written.
type form uint8

const (
	plain      form = iota // an IRI, a label or []
	collection             // (...)
	nested                 // [...] with something in it, which may stand alone
)

func (p *parser) subject() (rdf.Term, form, error) {
	switch {
	case p.kind == iriRef || p.kind == name:
		s, err := p.iri(false)
		return rdf.NewIRI(s), plain, err
	case p.kind == blank:
		return p.label(), plain, nil
	case p.is('('):
		p.next()
		s, err := p.collection(func(rdf.Term) error { return nil })
		return s, collection, err
	case p.is('['):
		p.next()
		s := p.blanks.New()
		if p.is(']') {
			p.next()
			return s, plain, nil
		}
		return s, nested, p.properties(s)
	}
	return rdf.Term{}, plain, p.wrong("a subject should stand: an IRI, a prefixed name or a blank node")
}

// triples reads what is said of a subject.
func (p *parser) triples(s rdf.Term, f form) error {
	if f == nested && (p.is('.') || p.inGraph && p.is('}')) {
		return nil
	}
	return p.predicates(s)
}

// predicates reads a predicateObjectList.
func (p *parser) predicates(s rdf.Term) error {
	for {
		pred, err := p.verb()
		if err != nil {
			return err
		}
		for {
			if err := p.object(s, pred); err != nil {
				return err
			}
			if !p.is(',') {
				break
			}
			p.next()
		}
		if !p.is(';') {
			return nil
		}
		for p.is(';') {
			p.next()
		}
		if p.is('.') || p.is(']') || p.is('}') {
			return nil
		}
	}
}

func (p *parser) verb() (rdf.Term, error) {
	switch {
	case p.kind == iriRef || p.kind == name:
		v, err := p.iri(true)
		return rdf.NewIRI(v), err
	case p.kind == word && string(p.raw()) == "a":
		p.next()
		return rdf.NewIRI(rdf.Type), nil
	}
	return rdf.Term{}, p.wrong("a predicate should stand: an IRI, a prefixed name or the word a")
}
