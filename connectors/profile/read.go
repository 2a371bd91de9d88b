package profile

import (
	"fmt"
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/rdf"
)

// reader reads one thing with what it names.
type reader struct {
	env     connectors.Env
	g       *rdf.Graph
	records *connectors.Records
	thing   string          // the IRI of the thing that is being read
	origin  map[string]bool // the dataset and the institution that it names as where it comes from
	unknown []string        // properties and types that the class tables do not know
	lost    int             // statements with them
	depth   int             // how deep parts or embedded things lie in one another
}

// maxDepth bounds how deep parts, and things in things, are followed; the class
// tables need three.
const maxDepth = 6

func read(env connectors.Env, g *rdf.Graph, of rdf.Term, where string) (connectors.Item, error) {
	c := classOf(g, of)
	switch {
	case of.Kind != rdf.IRI:
		return connectors.Item{}, connectors.Refuse("", where, "", "", "a thing without an address of its own: nobody can tell tomorrow that it is the same")
	case c == nil:
		return connectors.Item{}, connectors.Refuse(of.Value, where, "type", typesOf(g, of), "of none of the classes that the hub keeps")
	}
	r := &reader{env: env, g: g, records: connectors.NewRecords(env), thing: of.Value, origin: map[string]bool{}}
	for _, t := range g.Subject(of) {
		if p := rowOf(c, t.P.Value); p != nil && (p.Name == "sdPublisher" || p.Name == "isPartOf" && r.isDataset(t.O)) {
			r.origin[t.O.Value] = true
		}
	}
	b, _ := r.records.Build(c.Name, of.Value, "")
	r.record(b, of)
	if r.lost > 0 {
		r.records.Fault(schema.Fault{Value: fmt.Sprintf("%d: %s", r.lost, strings.Join(r.unknown, ", ")),
			Message: "statements with properties or types that the hub has no place for; they are left out"})
	}
	it, refusal := r.records.Item(of.Value, where)
	if refusal != nil {
		return it, refusal
	}
	return it, nil
}

// typesOf lists the types of a node for a message.
func typesOf(g *rdf.Graph, of rdf.Term) string {
	var out []string
	for _, t := range g.Subject(of) {
		if t.P.Value == rdf.Type {
			out = append(out, t.O.Value)
		}
	}
	return strings.Join(out, ", ")
}

// rowOf returns the row of a class with that IRI, or nil.
func rowOf(c *schema.Class, iri string) *schema.Property {
	if i := slices.IndexFunc(c.Properties, func(p schema.Property) bool { return p.IRI == iri }); i >= 0 {
		return &c.Properties[i]
	}
	return nil
}

// record says of a record what the graph says of its node, and where it comes
// from: the origin's record is another description of the same thing, and what
// this one was made of. Its own stamp and what it was made of in turn stay with
// it: they are said there.
func (r *reader) record(b *schema.Builder, of rdf.Term) {
	if of.Kind == rdf.IRI {
		b.Put("sameAs", of.Value)
		b.Put("derivedFrom", of.Value)
	}
	r.node(b, of, func(p *schema.Property) bool {
		return p.Name == "sdDatePublished" || p.Name == "derivedFrom" || b.Class().Name == "Event" && p.Name == "availability" && r.booked(of)
	})
}

// booked reports whether any date of an event says how far it is booked: what the
// event itself says is then worked out of its dates, and no date takes it over.
func (r *reader) booked(event rdf.Term) bool {
	occurrence, availability := schema.ClassNamed("Event").Property("occurrence"), schema.ClassNamed("Event").Property("availability")
	for _, t := range r.g.Subject(event) {
		if t.P.Value != occurrence.IRI {
			continue
		}
		if slices.ContainsFunc(r.g.Subject(t.O), func(t rdf.Triple) bool { return t.P.Value == availability.IRI }) {
			return true
		}
	}
	return false
}

// node says of a record or a part what the graph says of a node, but for the rows
// to skip.
func (r *reader) node(b *schema.Builder, of rdf.Term, skip func(*schema.Property) bool) {
	c := b.Class()
	triples := r.g.Subject(of)
	for i, t := range triples {
		if t.P.Value == rdf.Type {
			r.kind(b, t.O.Value)
			continue
		}
		p := rowOf(c, t.P.Value)
		switch {
		case p == nil:
			r.leave(t.P.Value)
		case skip != nil && skip(p):
		case !p.Many && second(triples, i, p.Range):
			b.Fault(schema.Fault{Path: p.Name, Value: t.O.Value, Message: "a second value where there is room for one; the first is kept"})
		default:
			r.value(b, p, t.O)
		}
	}
}

// second reports whether the i-th triple adds a value where one is there already;
// of texts there may be one in each language.
func second(triples []rdf.Triple, i int, as schema.Range) bool {
	for k := i - 1; k >= 0 && triples[k].P == triples[i].P; k-- {
		if as != schema.Text || triples[k].O.Lang == triples[i].O.Lang {
			return true
		}
	}
	return false
}

// kind takes in one type of a node.
func (r *reader) kind(b *schema.Builder, iri string) {
	c := b.Class()
	if iri == c.IRI {
		return
	}
	if b.Type(schema.TypeName(iri)) {
		return
	}
	if c.Name == "Occurrence" && iri == schema.ClassNamed("Event").IRI {
		return // a date is an event too
	}
	r.leave(iri)
}

// leave counts a statement that has no place here.
func (r *reader) leave(iri string) {
	r.lost++
	if !slices.Contains(r.unknown, iri) && len(r.unknown) < 5 {
		r.unknown = append(r.unknown, iri)
	}
}
