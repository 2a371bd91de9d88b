package skos

import (
	"slices"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// Vocabulary returns SKOS for kinds that read RDF of any sort.
func Vocabulary() connectors.Vocabulary {
	return connectors.Vocabulary{
		Name: "skos",
		Class: func(iri string) int {
			switch kinds[iri] {
			case concept, scheme:
				return 90
			case collection:
				return 80
			}
			return 0
		},
		Open: func(env connectors.Env) func(*rdf.Graph, rdf.Term, string) (connectors.Item, error) {
			return (&reader{env: env}).item
		},
	}
}

// reader reads the things of one source.
type reader struct {
	env      connectors.Env
	keep     bool // deprecated ones too
	untagged bool // a label without language was told
}

// mapper turns one thing into its record.
type mapper struct {
	*reader
	g    *rdf.Graph
	id   rdf.Term
	recs *connectors.Records
	b    *schema.Builder
}

// item reads one thing.
func (r *reader) item(g *rdf.Graph, thing rdf.Term, where string) (connectors.Item, error) {
	m := &mapper{reader: r, g: g, id: thing, recs: connectors.NewRecords(r.env)}
	is := concept
	for t := range g.About(thing) {
		if k := kinds[t.O.Value]; t.P.Value == rdf.Type && k != none {
			is = k
		}
	}
	if gone, by := m.deprecated(); gone && !r.keep && is == concept {
		message := "marked as deprecated, so it counts as deleted"
		if by != "" {
			message = "replaced by another, so it counts as deleted"
		}
		return connectors.Item{Key: thing.Value, Where: where, Deleted: true,
			Faults: []schema.Fault{{Value: by, Message: message, Severity: schema.Info}}}, nil
	}
	switch is {
	case scheme:
		m.scheme()
	case collection:
		m.collection()
	default:
		m.concept()
	}
	it, refusal := m.recs.Item(thing.Value, where)
	if refusal != nil {
		return it, refusal
	}
	if is == collection { // a group of terms has no holder and no pictures
		it.Faults = slices.DeleteFunc(it.Faults, schema.Fault.Missing)
	}
	return it, nil
}

// build starts the record.
func (m *mapper) build(class string) {
	m.b, _ = m.recs.Build(class, m.id.Value, "")
	for t := range m.g.About(m.id) {
		if s := t.P.Value; s == vocab.OWL+"sameAs" || s == vocab.Schema+"sameAs" || s == "http://schema.org/sameAs" {
			m.b.Put("sameAs", t.O.Value)
		}
	}
	if connectors.IsWeb(m.id.Value) {
		m.b.Put("derivedFrom", m.id.Value)
	}
}

// deprecated reports whether the thing is no longer to be used, and what takes its
// place.
func (m *mapper) deprecated() (gone bool, by string) {
	for t := range m.g.About(m.id) {
		switch t.P.Value {
		case vocab.OWL + "deprecated":
			gone = gone || t.O.Value == "true" || t.O.Value == "1"
		case vocab.DCTerms + "isReplacedBy":
			gone, by = true, t.O.Value
		}
	}
	return gone, by
}
