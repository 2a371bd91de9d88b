package schemaorg

import (
	"slices"
	"strconv"
	"strings"

	"moselle/schema/vocab"
)

// rdfa reads the things that a page marks up as RDFa (RDFa Core 1.1, section
// 7.5, with the rules of HTML+RDFa 1.1) into a graph, statements of schema.org
// alone. Lists (inlist), the vocabularies that a prefix stands for without being
// declared, schema apart, and XML literals are not read.
type rdfa struct {
	graph      *graph
	statements []statement
	blanks     int
	notes      []note
}

// statement is a triple. The predicate "" says the type. A subject and an object
// that is a thing are an IRI, relative where the page's address is not known, or
// begin with "_:".
type statement struct {
	subject, predicate, object string
	lang                       string
	label                      string // what a link to the object shows
	literal                    bool
	nested                     bool // the object is described where it is named
	line                       int
}

// situation is what an element inherits (the evaluation context).
type situation struct {
	subject, object string
	vocab           string
	prefixes        map[string]string
	pending         []statement // whose thing is still to come (incomplete triples)
	depth           int
}

// thisPage stands for the page where its address is not known.
const thisPage = "_:page"

func (r *rdfa) read(root *element) []note {
	page := r.graph.base
	if page == "" {
		page = thisPage
	}
	s := situation{subject: page, object: page, prefixes: map[string]string{"schema": vocab.Schema}}
	for _, k := range root.kids {
		r.element(k, s)
	}
	r.build()
	return r.notes
}

func (r *rdfa) blank() string {
	r.blanks++
	return "_:" + strconv.Itoa(r.blanks)
}

// say keeps a statement.
func (r *rdfa) say(s statement) {
	if len(r.statements) < maxVisits {
		r.statements = append(r.statements, s)
	} else if len(r.notes) == 0 {
		r.notes = append(r.notes, note{s.line, "more statements than are read; those from here on are left out"})
	}
}

// element reads an element and those in it. The names are those of the
// specification's steps.
func (r *rdfa) element(e *element, s situation) {
	if e.tag == "" || !e.holds && len(s.pending) == 0 {
		return
	}
	s.declare(e)
	rel, rev := r.names(e, "rel", s), r.names(e, "rev", s)
	properties := r.names(e, "property", s)
	_, hasRel := e.has("rel")
	_, hasRev := e.has("rev")
	_, isProperty := e.has("property")
	if linked := hasRel && len(rel) > 0 || hasRev && len(rev) > 0; !linked {
		hasRel, hasRev = false, false // rel="nofollow" and its like say nothing here
	}
	_, hasContent := e.has("content")
	_, hasDatatype := e.has("datatype")
	types := r.names(e, "typeof", s)
	_, typed := e.has("typeof")
	about, hasAbout := r.resource(e, s, "about")
	target, leads := r.resource(e, s, "resource", "href", "src")

	var subject, object, typedThing string
	skip := false
	switch {
	case hasRel || hasRev:
		if hasAbout {
			subject = about
		} else {
			subject = s.object
		}
		switch {
		case leads:
			object = target
		case typed && !hasAbout:
			object = r.blank()
		}
		if typed {
			if typedThing = object; hasAbout {
				typedThing = about
			}
		}
	case isProperty && !hasContent && !hasDatatype:
		if subject = s.object; hasAbout {
			subject = about
		}
		if typed {
			switch {
			case hasAbout:
				typedThing = about
			case leads:
				typedThing = target
			default:
				typedThing = r.blank()
			}
			object = typedThing
		}
	default:
		switch {
		case hasAbout:
			subject = about
		case leads && (typed || hasResource(e) || isProperty):
			subject = target
		case typed:
			subject = r.blank()
		default:
			subject, skip = s.object, !isProperty
		}
		if typed {
			typedThing = subject
		}
	}

	for _, t := range types {
		if typedThing != "" {
			r.say(statement{subject: typedThing, object: t, literal: true, line: e.line})
		}
	}
	var pending []statement
	for _, p := range rel {
		if hasRel && object != "" {
			r.say(statement{subject: subject, predicate: p, object: object, nested: object == typedThing, line: e.line})
		} else if hasRel {
			pending = append(pending, statement{subject: subject, predicate: p, line: e.line})
		}
	}
	for _, p := range rev {
		if hasRev && object != "" {
			r.say(statement{subject: object, predicate: p, object: subject, line: e.line})
		} else if hasRev {
			pending = append(pending, statement{object: subject, predicate: p, line: e.line})
		}
	}
	if len(pending) > 0 && object == "" {
		object = r.blank()
	}
	for _, p := range properties {
		st := statement{subject: subject, predicate: p, line: e.line}
		switch {
		case typed && !hasAbout && !hasRel && !hasRev && !hasContent && !hasDatatype:
			st.object, st.nested = typedThing, true
		case leads && !hasRel && !hasRev && !hasContent && !hasDatatype && !(textual[p] && e.tag == "a" && !hasResource(e)):
			if st.object = target; linked[p] && e.tag == "a" {
				st.label, st.lang = e.content(), e.lang()
			}
		default:
			v := r.graph.literal(e, p)
			st.object, st.lang, st.literal = v.text, v.lang, true
		}
		r.say(st)
	}
	if !skip {
		for _, p := range s.pending {
			if p.subject == "" {
				p.subject = subject
			} else {
				p.object, p.nested = subject, typedThing != ""
			}
			r.say(p)
		}
	}

	below := s
	if below.depth++; below.depth > maxDepth {
		return
	}
	if !skip {
		below.subject, below.pending = subject, pending
		if below.object = object; object == "" {
			below.object = subject
		}
	}
	for _, k := range e.kids {
		r.element(k, below)
	}
}

// build turns the statements into nodes. What is only named, and never described,
// stays an address.
func (r *rdfa) build() {
	nodes := map[string]*node{}
	for _, s := range r.statements {
		if nodes[s.subject] == nil {
			id := s.subject
			if id == thisPage {
				id = ""
			}
			nodes[s.subject] = r.graph.named(id, noScope, s.line)
		}
	}
	for _, s := range r.statements {
		n, object := nodes[s.subject], nodes[s.object]
		switch {
		case s.predicate == "":
			if !slices.Contains(n.types, s.object) {
				n.types = append(n.types, s.object)
			}
			n.pos = s.line
		case object == nil && s.label != "" && !s.literal:
			thing := r.graph.named("", noScope, s.line)
			thing.used = true
			thing.add("name", value{text: s.label, lang: s.lang})
			thing.add("url", value{text: s.object})
			r.graph.say(n, s.predicate, func(string) value { return value{node: thing} })
		case s.literal || object == nil && !strings.HasPrefix(s.object, "_:"):
			r.graph.say(n, s.predicate, func(string) value { return value{text: s.object, lang: s.lang} })
		case object != nil:
			object.used = object.used || s.nested && !lists[s.predicate]
			r.graph.say(n, s.predicate, func(string) value { return value{node: object} })
		}
	}
	for _, n := range nodes {
		n.top = !n.used
	}
	for _, s := range r.statements { // a list stands before what it lists
		if object := nodes[s.object]; s.nested && lists[s.predicate] && object != nil && !nodes[s.subject].top {
			object.top = false
		}
	}
}
