package shacl

import "moselle/schema/rdf"

// The limits of one validation. What lies beyond them does not conform.
const (
	maxDepth  = 100     // shapes within shapes at one focus node
	maxSteps  = 1 << 18 // shapes and steps of paths met in all,
	moreSteps = 1 << 10 // and for each focus node as many more
	maxPairs  = 1 << 16 // values compared with each other for one constraint
)

// run is one validation of one graph.
type run struct {
	data     *rdf.Graph
	siblings map[*Shape][]*Shape
	results  []Result
	// Of what is only asked whether it conforms, the results are not kept.
	quiet, failed bool
	open          []visit // the shapes that are being checked, innermost last
	left          int     // of the steps
	runs          []stretch
	target        *focus // the focus node of the shape that is being checked
	byObject      map[rdf.Term][]rdf.Triple
	supers        map[string][]string
}

// visit is a shape being checked at a node.
type visit struct {
	shape *Shape
	node  rdf.Term
}

// focus is a node with what the graph says of it.
type focus struct {
	self    [1]rdf.Term
	triples []rdf.Triple
	props   []stretch
}

func (f *focus) term() rdf.Term { return f.self[0] }

// stretch is where the triples of one predicate stand.
type stretch struct {
	iri        string
	start, end int
}

// at returns the node t as a focus.
func (r *run) at(t rdf.Term) *focus {
	f := &focus{self: [1]rdf.Term{t}}
	if t.Kind == rdf.Literal {
		return f
	}
	f.triples = r.data.Subject(t)
	base := len(r.runs)
	for i := 0; i < len(f.triples); {
		iri, start := f.triples[i].P.Value, i
		for i++; i < len(f.triples) && f.triples[i].P.Value == iri; i++ {
		}
		r.runs = append(r.runs, stretch{iri, start, i})
	}
	f.props = r.runs[base:len(r.runs):len(r.runs)]
	return f
}

// of returns the triples of one predicate.
func (f *focus) of(iri string) []rdf.Triple {
	for i := range f.props {
		if p := &f.props[i]; p.iri == iri {
			return f.triples[p.start:p.end]
		}
	}
	return nil
}

// node checks a node shape or a property shape at a focus node.
func (r *run) node(s *Shape, f *focus) {
	if s.Deactivated {
		return
	}
	if s.Path != nil {
		vs := r.follow(s.Path, f)
		r.values(s, f, vs)
		if r.left <= 0 {
			call{r, s, tooDeep{}, f, vs}.fail(rdf.Term{})
		}
		return
	}
	r.values(s, f, values{terms: f.self[:]})
}

// values checks the constraints of a shape on the value nodes, then its property
// shapes at each of them.
func (r *run) values(s *Shape, f *focus, vs values) {
	for _, k := range s.Constraints {
		k.check(call{r, s, k, f, vs})
		if r.done() {
			return
		}
	}
	if len(s.Properties) == 0 {
		return
	}
	for i := range vs.len() {
		at := f
		if s.Path != nil {
			at = r.at(*vs.at(i))
		}
		for _, p := range s.Properties {
			if p.passes && p.Path.Kind == Predicate && len(at.of(p.Path.IRI)) == 0 {
				continue
			}
			r.within(p, at, call{r, s, tooDeep{}, f, vs})
			if r.done() {
				return
			}
		}
	}
}

// within checks the property shape p at a node that another shape led to.
func (r *run) within(p *Shape, at *focus, from call) {
	again, ok := r.enter(p, at.term())
	if again {
		return
	}
	if !ok {
		from.fail(at.term())
		return
	}
	r.node(p, at)
	r.open = r.open[:len(r.open)-1]
}

// conforms reports whether a node conforms to a shape (section 3.4.3).
func (r *run) conforms(s *Shape, t rdf.Term) bool {
	if s.Deactivated {
		return true
	}
	again, ok := r.enter(s, t)
	if again || !ok {
		return again
	}
	quiet, failed, base := r.quiet, r.failed, len(r.runs)
	r.quiet, r.failed = true, false
	r.node(s, r.at(t))
	ok = !r.failed
	r.quiet, r.failed, r.runs = quiet, failed, r.runs[:base]
	r.open = r.open[:len(r.open)-1]
	return ok
}

// enter notes that a shape is checked at a node. again means that it already is,
// further out: a shape that leads back to itself adds nothing there (section
// 3.4.3 leaves it open). ok is false beyond the limits.
func (r *run) enter(s *Shape, t rdf.Term) (again, ok bool) {
	for i := range r.open {
		if v := &r.open[i]; v.shape == s && v.node == t {
			return true, true
		}
	}
	if r.left--; r.left <= 0 || len(r.open) == maxDepth {
		return false, false
	}
	r.open = append(r.open, visit{s, t})
	return false, true
}

// done reports whether nothing more need be looked at, for what is asked is known.
func (r *run) done() bool { return r.quiet && r.failed }

func (r *run) report(res Result) {
	r.failed = true
	if !r.quiet {
		r.results = append(r.results, res)
	}
}
