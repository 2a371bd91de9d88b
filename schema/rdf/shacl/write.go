package shacl

import (
	"strconv"

	"moselle/schema/rdf"
)

// Graph returns the shapes as a shapes graph, from which Parse makes the same
// shapes again. Shapes without a name get blank nodes.
func (s *Shapes) Graph() *rdf.Graph {
	w := &writer{graph: &rdf.Graph{}, written: map[*Shape]rdf.Term{}}
	for _, shape := range s.roots {
		w.shape(shape)
	}
	return w.graph
}

// writer says shapes as triples.
type writer struct {
	graph   *rdf.Graph
	written map[*Shape]rdf.Term
	blanks  int
}

var truth = rdf.NewTyped("true", rdf.XSD+"boolean")

func (w *writer) blank() rdf.Term {
	w.blanks++
	return rdf.NewBlank("n" + strconv.Itoa(w.blanks))
}

func (w *writer) add(s rdf.Term, p string, o rdf.Term) {
	w.graph.Add(rdf.Triple{S: s, P: rdf.NewIRI(p), O: o})
}

// say adds a statement with a term of the SHACL vocabulary by its local name.
func (w *writer) say(s rdf.Term, name string, o rdf.Term) { w.add(s, Namespace+name, o) }

// shape writes a shape with all it leads to, once, and returns its name.
func (w *writer) shape(s *Shape) rdf.Term {
	if id, ok := w.written[s]; ok {
		return id
	}
	id := s.ID
	if id.Kind == rdf.None {
		id = w.blank()
	}
	w.written[s] = id
	kind := nodeShape
	if s.Path != nil {
		kind = propShape
		w.add(id, shPath, w.path(s.Path))
	}
	w.add(id, rdf.Type, rdf.NewIRI(kind))
	for _, t := range s.Targets {
		if t.Kind == TargetImplicitClass {
			w.add(id, rdf.Type, rdf.NewIRI(rdfsClass))
			continue
		}
		w.add(id, targetNames[t.Kind], t.Term)
	}
	if s.Severity != "" {
		w.say(id, "severity", rdf.NewIRI(string(s.Severity)))
	}
	if s.Deactivated {
		w.say(id, "deactivated", truth)
	}
	w.texts(id, "message", s.Messages)
	w.texts(id, "name", s.Names)
	w.texts(id, "description", s.Descriptions)
	for _, p := range s.Properties {
		w.say(id, "property", w.shape(p))
	}
	for _, k := range s.Constraints {
		k.write(w, id)
	}
	return id
}

func (w *writer) texts(s rdf.Term, name string, texts map[string]string) {
	for lang, text := range texts {
		if lang == "" {
			w.say(s, name, rdf.NewString(text))
		} else {
			w.say(s, name, rdf.NewText(text, lang))
		}
	}
}

func (w *writer) qualified(s rdf.Term, q Qualified, count string) {
	w.say(s, "qualifiedValueShape", w.shape(q.Shape))
	w.say(s, count, integer(q.Count))
	if q.Disjoint {
		w.say(s, "qualifiedValueShapesDisjoint", truth)
	}
}

func (w *writer) shapeList(shapes []*Shape) rdf.Term {
	terms := make([]rdf.Term, len(shapes))
	for i, s := range shapes {
		terms[i] = w.shape(s)
	}
	return w.list(terms)
}

// list writes terms as an RDF list and returns its head.
func (w *writer) list(terms []rdf.Term) rdf.Term {
	head := rdf.NewIRI(rdfNil)
	for i := len(terms) - 1; i >= 0; i-- {
		cell := w.blank()
		w.add(cell, rdfFirst, terms[i])
		w.add(cell, rdfRest, head)
		head = cell
	}
	return head
}

func (w *writer) path(p *Path) rdf.Term {
	if p.Kind == Predicate {
		return rdf.NewIRI(p.IRI)
	}
	steps := make([]rdf.Term, len(p.Steps))
	for i, step := range p.Steps {
		steps[i] = w.path(step)
	}
	switch p.Kind {
	case Sequence:
		return w.list(steps)
	case Alternative:
		steps[0] = w.list(steps)
	}
	node := w.blank()
	w.add(node, pathNames[p.Kind], steps[0])
	return node
}
