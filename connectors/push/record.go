package push

import (
	"fmt"
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/derive"
	"moselle/schema/tree"
	"moselle/schema/vocab"
)

// mapping turns records in the hub's own JSON, as its REST API and its JSON-LD
// documents give them, into drafts by walking the class tables.
type mapping struct {
	env     connectors.Env
	records *connectors.Records
	own     schema.IRI // of the record that is being read
	keeps   []schema.IRI
	depth   int    // how deep parts or embedded things lie in one another
	unknown int    // members that the class tables do not know
	skip    string // a member that holds the key
}

// The bounds of one record.
const (
	maxDepth   = 6 // the class tables need three
	maxValues  = schema.MaxOccurrences
	maxUnknown = 20
)

// other reports whether a record is JSON-LD in another context than the hub's.
func other(record tree.Node) bool {
	switch c := record.Member("@context"); c.Kind() {
	case tree.Absent, tree.Null:
		return record.Member("@graph").Kind() != tree.Absent
	case tree.String:
		return !strings.HasSuffix(c.Text(), derive.ContextPath)
	}
	return true
}

// record reads a record in the hub's own JSON.
func (m *mapping) record(n tree.Node, key, where string) (connectors.Item, error) {
	c, named := classOf(n)
	if c == nil {
		return connectors.Item{}, connectors.Refuse(key, where, "type", strings.Join(named, ", "), "write what it is: %s, or a kind of these", classes())
	}
	*m = mapping{env: m.env, skip: m.skip, records: connectors.NewRecords(m.env)}
	b, _ := m.records.Build(c.Name, key, "")
	m.own = b.IRI()
	m.identify(b, n)
	m.node(b, n)
	it, refusal := m.records.Item(key, where)
	if refusal != nil {
		return it, refusal
	}
	it.Keeps = m.keeps
	return it, nil
}

// classes lists what a record may be.
func classes() string {
	var names []string
	for _, c := range schema.Classes {
		names = append(names, c.Name)
	}
	return strings.Join(names, ", ")
}

// typesOf returns the names of a node's types, without prefix or namespace.
func typesOf(n tree.Node) []string {
	var out []string
	for _, member := range []string{"type", "@type"} {
		t := n.Member(member)
		if t.Kind() == tree.String {
			out = append(out, bare(t.Text()))
		}
		for e := range t.Children() {
			if e.Kind() == tree.String && len(out) < 20 {
				out = append(out, bare(e.Text()))
			}
		}
	}
	return out
}

// bare takes the usual prefix or namespace off a type.
func bare(name string) string {
	for _, p := range []string{vocab.Schema, "http://schema.org/", "schema:"} {
		if s, ok := strings.CutPrefix(name, p); ok {
			return s
		}
	}
	return name
}

// classOf returns the class of records that the types of a node name, nil for
// none, and the types. A class by its own name counts more than by one of its
// subclasses, which several share, and a work is what has no better name.
func classOf(n tree.Node) (found *schema.Class, types []string) {
	types = typesOf(n)
	best := 0
	for _, t := range types {
		c := schema.ClassNamed(t)
		if c == nil {
			c = schema.ClassOfType(vocab.Schema + t)
		}
		if c == nil {
			c = schema.ClassOfType(t)
		}
		rank := 1
		switch {
		case c == nil || c.Part:
			continue
		case c.Name == t || c.IRI == vocab.Schema+t && c.Name != "Work":
			rank = 3
		case c.Name != "Work":
			rank = 2
		}
		if rank > best {
			found, best = c, rank
		}
	}
	return found, types
}

// identify takes in what else the record is called: an address of its own is
// another description of the same thing.
func (m *mapping) identify(b *schema.Builder, n tree.Node) {
	id := idOf(n)
	switch iri := m.iri(id); {
	case id == "", iri == b.IRI():
	case strings.HasPrefix(string(iri), schema.Scheme):
		b.Fault(schema.Fault{Path: "id", Value: id, Message: "the address of another record of this hub; the record is kept under its key alone"})
	case strings.Contains(id, ":") && !strings.HasPrefix(id, "_:"):
		b.Put("sameAs", id)
	}
}

// beside are the members of documents that tell about a record and are no part of
// it: what the hub worked out when it gave it.
var beside = []string{"id", "@id", "type", "@type", "@context", "key", "languages", "source", "page", "document", "calendarSummary", "quality",
	"reuse", "attribution", "attributionHtml", "attributionLang", "sdDatePublished"}

// node says of a record or a part what an object says.
func (m *mapping) node(b *schema.Builder, n tree.Node) {
	c := b.Class()
	for _, t := range typesOf(n) {
		if t != c.Name && vocab.Schema+t != c.IRI && t != c.IRI && !b.Type(t) && !(c.Name == "Occurrence" && t == "Event") {
			b.Fault(schema.Fault{Path: "type", Value: t, Message: "no kind of " + c.Name + " that is known here; it is left out"})
		}
	}
	booked := c.Name == "Event" && slices.ContainsFunc(slices.Collect(n.Member("occurrence").Children()), func(o tree.Node) bool { return o.Member("availability").Kind() != tree.Absent })
	languages := n.Member("languages")
	for v := range n.Children() {
		name := v.Key()
		p := c.Property(name)
		switch {
		case slices.Contains(beside, name), p == nil && name == m.skip:
		case booked && name == "availability": // worked out of the dates again
		case v.Kind() == tree.Null:
		case p == nil:
			m.leave(b, v)
		default:
			m.values(b, p, v, languages.Member(name).Text())
		}
	}
	if c.Name == "Event" && !b.Has("startDate") {
		m.span(b, n.Member("occurrence"))
	}
}

// leave tells of a member that has no place.
func (m *mapping) leave(b *schema.Builder, v tree.Node) {
	m.unknown++
	switch {
	case m.unknown < maxUnknown:
		b.Fault(schema.Fault{Path: v.Key(), Value: v.Text(), Message: "the hub has no place for this; it is left out"})
	case m.unknown == maxUnknown:
		b.Fault(schema.Fault{Path: v.Key(), Message: "this and further members have no place here; they are left out"})
	}
}

// span says from when to when an event lasts of which only the dates are given.
func (m *mapping) span(b *schema.Builder, dates tree.Node) {
	var first, last schema.Moment
	for d := range dates.Children() {
		start, err := schema.ParseMoment(d.Member("startDate").Text(), m.zone())
		if err != nil {
			continue // told with the date itself
		}
		end, err := schema.ParseMoment(d.Member("endDate").Text(), m.zone())
		if err != nil {
			end = start
		}
		if first.IsZero() || start.Time.Before(first.Time) {
			first = start
		}
		if last.IsZero() || end.End().After(last.End()) {
			last = end
		}
	}
	b.Moment("startDate", first)
	b.Moment("endDate", last)
}

// many tells that a property has more values than are read.
func many(b *schema.Builder, p *schema.Property) {
	b.Fault(schema.Fault{Path: p.Name, Message: fmt.Sprintf("more than %d values; the first are kept", maxValues)})
}
