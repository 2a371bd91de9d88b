package edm

import (
	"cmp"
	"fmt"
	"strings"

	"moselle/connectors"
	"moselle/connectors/markup"
	"moselle/schema"
	"moselle/schema/crosswalk/edm"
	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// Format returns EDM as a metadata format that others carry, as OAI-PMH does: an
// rdf:RDF of one object.
func Format() markup.Format {
	return markup.Format{Name: "edm", Holds: isRDF, Open: func(env connectors.Env) func(*markup.Element, string, string) (connectors.Item, error) {
		r := reader{Settings{Lang: env.Lang}, env}
		return func(e *markup.Element, key, where string) (connectors.Item, error) {
			d := graphOf(e)
			objects := edm.Objects(d.graph)
			if len(objects) == 0 {
				return connectors.Item{}, connectors.Refuse(key, where, "", "", "the record holds no object: there is no edm:ProvidedCHO and no ore:Aggregation of one in it")
			}
			it, err := r.item(d.graph, objects[0], d.order, key, where)
			it.Faults = append(it.Faults, d.faults...)
			if n := len(objects); n > 1 {
				it.Faults = append(it.Faults, schema.Fault{Message: fmt.Sprintf("the record holds %d objects; only the first is read: give each a record of its own", n)})
			}
			return it, err
		}
	}}
}

// Vocabulary returns EDM as a vocabulary that RDF describes things in.
func Vocabulary() connectors.Vocabulary {
	return connectors.Vocabulary{
		Name: "edm",
		Class: func(iri string) int {
			if iri == vocab.EDM+"ProvidedCHO" {
				return 100
			}
			return 0
		},
		Open: func(env connectors.Env) func(*rdf.Graph, rdf.Term, string) (connectors.Item, error) {
			r := reader{Settings{Lang: env.Lang}, env}
			return func(g *rdf.Graph, thing rdf.Term, where string) (connectors.Item, error) {
				return r.item(g, thing, nil, "", where)
			}
		},
	}
}

// reader reads one object after the other.
type reader struct {
	Settings
	env connectors.Env
}

// item reads an object of a graph, under its own key or, when it names none, under
// the one of what carried it.
func (r reader) item(g *rdf.Graph, object rdf.Term, order edm.Order, carried, where string) (connectors.Item, error) {
	c := edm.Read(g, object, order)
	key := keyOf(c, carried)
	page := ""
	if key == "" {
		page = absolute(c.ShownAt)
		key = page
	}
	if key == "" {
		return connectors.Item{}, connectors.Refuse("", where, "dcterms:identifier", "",
			"the object has neither an address (rdf:about) nor a dc:identifier: without one of them it cannot be recognised tomorrow")
	}
	m := &mapper{reader: r, records: connectors.NewRecords(r.env), cho: c}
	m.object(key)
	if page != "" {
		m.records.Fault(schema.Fault{Path: "dcterms:identifier", Value: page, Message: "the object has neither an address (rdf:about) nor a dc:identifier, so the address of its page stands for it: give it one that is the same tomorrow"})
	}
	it, refusal := m.records.Item(key, where)
	if refusal != nil {
		return connectors.Item{}, refusal
	}
	return it, nil
}

// keyOf returns the key of an object: its address, or its place at Europeana
// ("/dataset/object"). A name within the document says nothing tomorrow, so that
// what carried the object or its first identifier goes before it; "" for nothing.
func keyOf(c *edm.CHO, carried string) string {
	id := string(c.ID)
	ref := relative(id)
	switch {
	case strings.HasPrefix(id, "_:"), strings.HasPrefix(ref, "#"), id == base:
		id = ""
	case ref == "", strings.HasPrefix(ref, "/"):
		return cmp.Or(ref, id)
	default:
		id = ref
	}
	identifier := ""
	for _, v := range c.Values(edm.Identifier) {
		if identifier == "" {
			identifier = v.Text
		}
	}
	return cmp.Or(carried, identifier, id)
}
