package skos

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/connectors/dump"
	"moselle/schema"
	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// around bounds the statements that come along with a thing: of a scheme those
// that name its top concepts.
const around = 100_000

// run is the reading of one vocabulary.
type run struct {
	*connector
	d        *dump.Dump
	is       []uint8 // by subject
	only     string  // the scheme of concepts that name none
	names    map[dump.ID]string
	groups   map[dump.ID][]dump.ID // collections by member, of lists
	warnings map[dump.ID][]schema.Fault
}

// read reads the whole vocabulary, then thing by thing.
func (c *connector) read(ctx context.Context, body *connectors.Body, l *connectors.Listing) error {
	d, broken := dump.Load(ctx, body, dump.Options{Base: c.Base, Refuse: l.Refuse})
	if d == nil {
		return broken
	}
	r := &run{connector: c, d: d, is: make([]uint8, d.Terms()), only: c.Scheme,
		names: map[dump.ID]string{}, groups: map[dump.ID][]dump.ID{}, warnings: map[dump.ID][]schema.Fault{}}
	r.classify()
	r.lists()
	r.cycles()
	r.duplicates()
	reader := &reader{env: c.env, keep: c.Deprecated}
	found, nameless := 0, 0
	for id := range d.Subjects() {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case r.is[id] == none || r.is[id] == label:
			continue
		case d.Kind(id) == rdf.Blank:
			nameless++
			continue
		}
		found++
		it, err := r.item(reader, id)
		if err == nil {
			err = l.Hand(it)
		} else {
			err = l.Refuse(err)
		}
		if err != nil {
			return err
		}
	}
	if nameless > 0 {
		if err := l.Refuse(connectors.Refuse("nameless", "nodes without address", "", "", "concepts or collections without an address of their own (%d), by which they could be recognised tomorrow: give each an IRI (rdf:about, @id)", nameless)); err != nil {
			return err
		}
	}
	if err := r.rest(l, found); err != nil {
		return err
	}
	return broken
}

// item reads one thing.
func (r *run) item(reader *reader, id dump.ID) (connectors.Item, error) {
	g, cut := r.d.Around(id, dump.Scope{
		Item:  func(id dump.ID) bool { return r.is[id] != none && r.is[id] != label },
		Depth: 1, Max: around, Brief: true, Incoming: incoming,
	})
	thing := r.d.Term(id)
	for _, in := range r.groups[id] {
		g.Add(rdf.Triple{S: r.d.Term(in), P: rdf.NewIRI(core + "member"), O: thing},
			rdf.Triple{S: r.d.Term(in), P: rdf.NewIRI(rdf.Type), O: rdf.NewIRI(core + "Collection")})
	}
	if r.is[id] == concept && r.only != "" && !r.belongs(id) {
		s := rdf.NewIRI(r.only)
		g.Add(rdf.Triple{S: thing, P: rdf.NewIRI(core + "inScheme"), O: s})
		if at, ok := r.d.Find(r.only); ok && r.is[at] == scheme {
			g.Add(rdf.Triple{S: s, P: rdf.NewIRI(rdf.Type), O: rdf.NewIRI(core + "ConceptScheme")})
		}
	}
	it, err := reader.item(g, thing, thing.Value)
	if err != nil || it.Deleted {
		return it, err
	}
	it.Faults = append(it.Faults, r.warnings[id]...)
	if cut {
		it.Faults = append(it.Faults, schema.Fault{Message: fmt.Sprintf("more than %d statements are made about it; the first are read", around)})
	}
	return it, nil
}

// belongs reports whether a concept names its scheme, or a scheme begins with it.
func (r *run) belongs(id dump.ID) bool {
	for p := range r.d.Out(id) {
		if inScheme[r.name(p)] {
			return true
		}
	}
	for _, p := range r.d.In(id) {
		if hasTop[r.name(p)] {
			return true
		}
	}
	return false
}

// name returns the IRI of a predicate or a class.
func (r *run) name(id dump.ID) string {
	s, ok := r.names[id]
	if !ok {
		s = r.d.Term(id).Value
		r.names[id] = s
	}
	return s
}

// maxOthers bounds how many classes are named that are not read.
const maxOthers = 10

// rest tells what else is in the document, apart from what describes vocabularies
// themselves; of a document without any concept, that it has none.
func (r *run) rest(l *connectors.Listing, found int) error {
	n := map[string]int{}
	all := 0
	for id := range r.d.Subjects() {
		if r.is[id] != none || r.d.Reached(id) || r.d.Kind(id) == rdf.Blank {
			continue
		}
		class := ""
		for _, k := range r.d.Classes(id) {
			if class == "" || strings.HasPrefix(class, vocab.OWL) {
				class = r.name(k)
			}
		}
		if class == "" {
			class = "no class"
		}
		if found == 0 || !strings.HasPrefix(class, vocab.OWL) && !strings.HasPrefix(class, vocab.RDFS) && !strings.HasPrefix(class, rdf.RDF) {
			n[class]++
			all++
		}
	}
	classes := slices.SortedFunc(maps.Keys(n), func(a, b string) int { return cmp.Or(n[b]-n[a], cmp.Compare(a, b)) })
	var shown []string
	for _, c := range classes[:min(len(classes), maxOthers)] {
		shown = append(shown, fmt.Sprintf("%s (%d)", c, n[c]))
	}
	if len(classes) > maxOthers {
		shown = append(shown, "…")
	}
	switch {
	case found == 0 && len(shown) == 0:
		return l.Refuse(connectors.Nothing(r.env.Location, "there is no concept (skos:Concept) in the document"))
	case found == 0:
		return l.Refuse(connectors.Nothing(r.env.Location, "there is no concept (skos:Concept) in the document; it describes: %s", strings.Join(shown, ", ")))
	case all > 0:
		return l.Refuse(connectors.Refuse("others", "the document", "", "", "things that are no concepts, schemes or collections are not read (%d): %s; set the source's kind to rdf to read them", all, strings.Join(shown, ", ")))
	}
	return nil
}
