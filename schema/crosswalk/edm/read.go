package edm

import (
	"cmp"
	"slices"
	"strings"

	"moselle/schema"
	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// Bounds of what is read of one object.
const (
	maxContexts = 2000
	maxValues   = 2000 // of one property
	maxDepth    = 8    // of places in places and concepts under concepts
)

// Order tells where a document has its statements, as RDF knows no order: which
// of two titles comes first. nil is for a graph whose document is not known.
type Order map[rdf.Triple]int

// Objects returns the objects that a graph describes, in canonical order: all of
// class edm:ProvidedCHO, and what an ore:Aggregation aggregates that has no class
// but of which something is said, or that is all there is.
func Objects(g *rdf.Graph) (found []rdf.Term) {
	for t := range g.To(rdf.NewIRI(vocab.EDM + "ProvidedCHO")) {
		if t.P.Value == rdf.Type {
			found = append(found, t.S)
		}
	}
	classed := len(found)
	for t := range g.To(rdf.NewIRI(vocab.ORE + "Aggregation")) {
		if t.P.Value != rdf.Type {
			continue
		}
		for _, s := range g.Subject(t.S) {
			if s.P.Value == vocab.EDM+"aggregatedCHO" && s.O.Kind != rdf.Literal && (classed == 0 || isSpokenOf(g, s.O)) {
				found = append(found, s.O)
			}
		}
	}
	slices.SortFunc(found[classed:], func(a, b rdf.Term) int { return cmp.Compare(a.Value, b.Value) })
	return slices.Compact(found)
}

// isAlone reports whether a graph has one object; it does not look at all of many.
func isAlone(g *rdf.Graph) bool {
	n := 0
	for t := range g.To(rdf.NewIRI(vocab.EDM + "ProvidedCHO")) {
		if t.P.Value == rdf.Type {
			n++
		}
		if n > 1 {
			return false
		}
	}
	return len(Objects(g)) == 1
}

// isSpokenOf reports whether a graph says anything of a resource as an object: in
// a proxy, or without any class.
func isSpokenOf(g *rdf.Graph, t rdf.Term) bool {
	for _, s := range g.Subject(t) {
		if s.P.Value == rdf.Type && s.O.Value != vocab.ORE+"Proxy" && s.O.Value != vocab.EDM+"EuropeanaAggregation" {
			return false
		}
	}
	for s := range g.To(t) {
		if s.P.Value == vocab.ORE+"proxyFor" {
			return true
		}
	}
	return len(g.Subject(t)) > 0
}

// Read returns what a graph says of an object: of itself, in the proxies of its
// providers and in its aggregation. What Europeana adds in its own proxy is kept
// apart. Rights are canonical where schema knows them, and as they stand where it
// does not. What an aggregation would say is read of the object where there is none. A
// graph of one object may leave it to the reader which proxy and which
// aggregation are the object's.
func Read(g *rdf.Graph, object rdf.Term, order Order) *CHO {
	r := &source{g: g, order: order, cho: &CHO{ID: idOf(object)}, contexts: map[rdf.Term]*Context{}}
	own, added := r.proxies(object)
	own = append([]rdf.Term{object}, own...)
	r.cho.Props = r.props(own, Title, PID, 0)
	r.cho.Added = r.props(added, Title, PID, 0)
	for _, s := range own {
		for _, v := range r.objects(s, vocab.EDM+"type") {
			if kind := strings.ToUpper(strings.TrimSpace(localName(v.Value))); isKind(kind) {
				r.cho.Type = cmp.Or(r.cho.Type, kind)
			}
		}
	}
	if a, ok := r.aggregationOf(object); ok {
		r.aggregation(a)
	} else {
		r.aggregation(object) // of which some say at once what an aggregation would
	}
	r.cho.direct()
	return r.cho
}

// source reads one object.
type source struct {
	g        *rdf.Graph
	order    Order
	cho      *CHO
	contexts map[rdf.Term]*Context
}

// objects returns what a property of a subject leads to, in the document's order.
func (r *source) objects(s rdf.Term, iri string) (out []rdf.Term) {
	var found []rdf.Triple
	for _, t := range r.g.Subject(s) {
		if t.P.Value == iri && len(found) < maxValues {
			found = append(found, t)
		}
	}
	if len(found) > 1 && r.order != nil {
		slices.SortStableFunc(found, func(a, b rdf.Triple) int { return cmp.Compare(r.order[a], r.order[b]) })
	}
	for _, t := range found {
		out = append(out, t.O)
	}
	return out
}

// subjects returns what leads to an object by a property.
func (r *source) subjects(iri string, o rdf.Term) (out []rdf.Term) {
	for t := range r.g.To(o) {
		if t.P.Value == iri && len(out) < maxValues {
			out = append(out, t.S)
		}
	}
	return out
}

func (r *source) is(s rdf.Term, class string) bool {
	return slices.ContainsFunc(r.g.Subject(s), func(t rdf.Triple) bool { return t.P.Value == rdf.Type && t.O.Value == class })
}

// proxies returns who speaks of the object in a proxy: its providers, and
// Europeana.
func (r *source) proxies(object rdf.Term) (own, added []rdf.Term) {
	all := r.subjects(vocab.ORE+"proxyFor", object)
	if len(all) == 0 && isAlone(r.g) {
		all = r.subjects(rdf.Type, rdf.NewIRI(vocab.ORE+"Proxy"))
	}
	for _, p := range all {
		flag := r.objects(p, vocab.EDM+"europeanaProxy")
		switch {
		case len(flag) > 0 && strings.TrimSpace(flag[0].Value) == "true":
			added = append(added, p)
		case p != object:
			own = append(own, p)
		}
	}
	return own, added
}

// aggregationOf returns the provider's aggregation of an object, not Europeana's,
// and of several that which shows the object: the others are of those who passed
// it on.
func (r *source) aggregationOf(object rdf.Term) (rdf.Term, bool) {
	all := r.subjects(vocab.EDM+"aggregatedCHO", object)
	if len(all) == 0 && isAlone(r.g) {
		all = r.subjects(rdf.Type, rdf.NewIRI(vocab.ORE+"Aggregation"))
	}
	found, ok := rdf.Term{}, false
	for _, a := range all {
		if !r.is(a, vocab.ORE+"Aggregation") && r.is(a, vocab.EDM+"EuropeanaAggregation") {
			continue
		}
		if r.address(a, vocab.EDM+"isShownBy")+r.address(a, vocab.EDM+"isShownAt") != "" {
			return a, true
		}
		if !ok {
			found, ok = a, true
		}
	}
	return found, ok
}

// props returns the properties from first to last that any of the subjects has.
func (r *source) props(subjects []rdf.Term, first, last Property, depth int) (out []Prop) {
	for p := first; p <= last; p++ {
		var values []Value
		for _, s := range subjects {
			for _, o := range r.objects(s, p.IRI()) {
				if v, ok := r.value(p, o, depth); ok && !slices.Contains(values, v) {
					values = append(values, v)
				}
			}
		}
		if len(values) > 0 {
			out = append(out, Prop{p, values})
		}
	}
	return out
}

// value reads what a property leads to. An address that stands as a text is taken
// for a link, but where texts are what is meant.
func (r *source) value(p Property, o rdf.Term, depth int) (Value, bool) {
	if o.Kind == rdf.Literal {
		text := strings.TrimSpace(o.Value)
		if !isWords(p) && isAddress(text) {
			return r.value(p, rdf.NewIRI(text), depth)
		}
		return Value{Text: text, Lang: known(o.Lang)}, text != ""
	}
	c := r.context(o, depth+1)
	if c == nil && o.Kind == rdf.Blank {
		return Value{}, false
	}
	return Value{Ref: idOf(o), Context: c}, true
}

// isWords reports whether a property holds texts, which an address may be too.
func isWords(p Property) bool {
	switch p {
	case Title, Alternative, Description, Identifier, PID, PrefLabel, AltLabel, Note, Rights, Provenance, TableOfContents:
		return true
	}
	return false
}

func isAddress(s string) bool {
	return (strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")) && rdf.ValidIRI(s)
}

func idOf(t rdf.Term) schema.IRI {
	if t.Kind == rdf.Blank {
		return schema.IRI("_:" + t.Value)
	}
	return schema.IRI(t.Value)
}

func localName(iri string) string { return iri[strings.LastIndexAny(iri, "/#")+1:] }
