package rdf

import (
	"context"
	"fmt"
	"slices"

	"moselle/connectors"
	"moselle/connectors/dump"
	"moselle/schema"
	"moselle/schema/rdf"
)

// What comes along with a thing: an object, its production and who carried it
// out, and how that person is called, stand three links apart in CIDOC CRM.
const (
	depth     = 4
	neighbors = 2000
)

// dump reads the whole of it, then thing by thing.
func (c *connector) dump(ctx context.Context, body *connectors.Body, l *connectors.Listing) error {
	d, broken := dump.Load(ctx, body, dump.Options{Base: c.Base, Graphs: c.Graphs, Refuse: l.Refuse})
	if d == nil {
		return broken
	}
	r := &run{c: c, readers: c.readers(), d: d, known: map[dump.ID]int{}, which: make([]uint8, d.Terms())}
	for _, v := range c.vocabularies {
		for _, iri := range v.Types {
			if id, ok := d.Find(iri); ok {
				r.types = append(r.types, id)
			}
		}
	}
	for id := range d.Subjects() {
		if r.which[id] = uint8(r.classify(id)); r.which[id] > 0 && r.attribute(id) {
			r.which[id] = 0
		}
	}
	rest := leftovers{c: c}
	for id := range d.Subjects() {
		if err := ctx.Err(); err != nil {
			return err
		}
		if r.which[id] == 0 || r.part(id) {
			continue
		}
		if err := r.thing(l, id, &rest); err != nil {
			return err
		}
	}
	for id := range d.Subjects() {
		if r.which[id] == 0 && !d.Reached(id) && !r.part(id) {
			var classes []string
			for _, k := range d.Classes(id) {
				classes = append(classes, d.Term(k).Value)
			}
			rest.add(d.Term(id), classes)
		}
	}
	if err := rest.tell(l); err != nil {
		return err
	}
	return broken
}

// run is the reading of one dump.
type run struct {
	c       *connector
	readers *readers
	d       *dump.Dump
	known   map[dump.ID]int // by class: its number
	which   []uint8         // by subject: its reader; 0 for none
	types   []dump.ID       // of what is no thing of its own
}

// attribute reports whether a thing is what others have in common, and none of
// its own. What the settings say of its class goes before.
func (r *run) attribute(id dump.ID) bool {
	if len(r.types) == 0 || slices.ContainsFunc(r.d.Classes(id), func(c dump.ID) bool { return r.c.mapping.classes[r.d.Term(c).Value] != "" }) {
		return false
	}
	for _, o := range r.d.Out(id) {
		if slices.Contains(r.types, o) {
			return true
		}
	}
	return false
}

// classify returns the reader of a subject.
func (r *run) classify(id dump.ID) int {
	best := 0
	for _, class := range r.d.Classes(id) {
		n, ok := r.known[class]
		if !ok {
			n = r.readers.of(r.d.Term(class).Value)
			r.known[class] = n
		}
		if r.readers.surer(n, best) {
			best = n
		}
	}
	return r.readers.list(best)
}

// part reports whether a thing without an address is a piece of another, which
// names it.
func (r *run) part(id dump.ID) bool {
	if r.d.Kind(id) != rdf.Blank {
		return false
	}
	for from := range r.d.In(id) {
		if from != id {
			return true
		}
	}
	return false
}

// thing hands one thing on, or its refusal.
func (r *run) thing(l *connectors.Listing, id dump.ID, rest *leftovers) error {
	g, cut := r.d.Around(id, dump.Scope{
		Item:  func(id dump.ID) bool { return r.which[id] > 0 && r.d.Kind(id) == rdf.IRI },
		Depth: depth, Max: neighbors,
	})
	var faults []schema.Fault
	if cut {
		faults = append(faults, schema.Fault{Message: fmt.Sprintf("more than %d statements stand around it; the nearest are read", neighbors)})
	}
	return r.readers.hand(l, int(r.which[id]), g, r.d.Term(id), faults, rest)
}

// hand lets the reader of a number, or a closer one, read a thing.
func (r *readers) hand(l *connectors.Listing, which int, g *rdf.Graph, thing rdf.Term, faults []schema.Fault, rest *leftovers) error {
	g, address, ok := named(g, thing)
	if !ok {
		rest.nameless(thing, classesOf(g, thing))
		return nil
	}
	it, err := r.closer(g, address, r.open[which-1])(g, address, address.Value)
	if err != nil {
		return l.Refuse(err)
	}
	it.Faults = append(it.Faults, faults...)
	return l.Hand(it)
}
