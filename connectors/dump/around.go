package dump

import (
	"moselle/schema/rdf"
)

// Scope says what comes along with a thing.
type Scope struct {
	// Item reports whether a term is a thing of its own, so that what stands
	// behind it is not this thing's any more. Never nil.
	Item func(ID) bool
	// Depth is how many links are followed; those to blank nodes do not count.
	Depth int
	// Max bounds the statements; the nearest are kept.
	Max int
	// Brief says that of other things only what they are comes along.
	Brief bool
	// Incoming are the predicates, IRIs, whose statements come along when they lead
	// to the thing; nil for all.
	Incoming map[string]bool
}

// step is a node on the way.
type step struct {
	id    ID
	depth int
	past  bool // behind another thing
}

// Around returns the statements about a thing, those that lead to it, and what
// is said of the nodes they lead to and come from. cut says that there were more
// than the scope allows.
func (d *Dump) Around(id ID, s Scope) (g *rdf.Graph, cut bool) {
	g = &rdf.Graph{}
	seen := map[ID]bool{id: true}
	queue := []step{{id: id}}
	held := 0
	for i := 0; i < len(queue) && !cut; i++ {
		at := queue[i]
		d.reached[at.id] = true
		another := at.id != id && s.Item(at.id)
		if another && s.Brief {
			d.brief(g, at.id)
			continue
		}
		subject := d.Term(at.id)
		g.Grow(int(d.from[at.id+1] - d.from[at.id]))
		n := 0
		for p, o := range d.Out(at.id) {
			if n++; n > s.Max || at.id != id && held >= s.Max {
				cut = true
				break
			}
			held++
			predicate := d.terms.common(p)
			object := d.object(predicate, o)
			g.Add(rdf.Triple{S: subject, P: predicate, O: object})
			if object.Kind == rdf.Literal || predicate.Value == rdf.Type || seen[o] || !d.Described(o) {
				continue
			}
			next := step{o, at.depth, at.past || another}
			if object.Kind == rdf.IRI {
				next.depth++
			}
			if next.depth <= s.Depth && !(next.past && s.Item(o)) {
				seen[o] = true
				queue = append(queue, next)
			}
		}
		if i == 0 {
			queue, cut = d.incoming(g, subject, id, s, seen, queue)
		}
	}
	return g, cut
}

// object returns the object of a statement; classes come again and again.
func (d *Dump) object(predicate rdf.Term, o ID) rdf.Term {
	if predicate.Value == rdf.Type {
		return d.terms.common(o)
	}
	return d.Term(o)
}

// incoming adds the statements that lead to the thing, and what they are about
// unless it is another thing.
func (d *Dump) incoming(g *rdf.Graph, thing rdf.Term, id ID, s Scope, seen map[ID]bool, queue []step) ([]step, bool) {
	n := 0
	for from, p := range d.In(id) {
		predicate := d.terms.common(p)
		if s.Incoming != nil && !s.Incoming[predicate.Value] {
			continue
		}
		if n++; n > s.Max {
			return queue, true
		}
		g.Add(rdf.Triple{S: d.Term(from), P: predicate, O: thing})
		if !seen[from] && (s.Brief || !s.Item(from)) {
			seen[from] = true
			queue = append(queue, step{id: from, depth: 1})
		}
	}
	return queue, false
}

// brief adds what a thing is, or, when nothing says so, one statement about it.
func (d *Dump) brief(g *rdf.Graph, id ID) {
	subject, any := d.Term(id), false
	for _, c := range d.Classes(id) {
		any = true
		g.Add(rdf.Triple{S: subject, P: rdf.NewIRI(rdf.Type), O: d.terms.common(c)})
	}
	for p, o := range d.Out(id) {
		if !any {
			g.Add(rdf.Triple{S: subject, P: d.terms.common(p), O: d.Term(o)})
		}
		break
	}
}

// Reached reports whether a term came along with any thing so far.
func (d *Dump) Reached(id ID) bool { return d.reached[id] }
