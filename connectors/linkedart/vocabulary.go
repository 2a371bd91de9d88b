package linkedart

import (
	"strings"

	"moselle/connectors"
	"moselle/schema/rdf"
)

// Vocabulary returns how things in CIDOC CRM are read from RDF of any sort:
// objects, people, groups, places, sets and activities, as Linked Art maps them.
func Vocabulary() connectors.Vocabulary {
	return connectors.Vocabulary{
		Name:  "Linked Art",
		Class: sure,
		Types: []string{aatBase + nationality, aatBase + cultures, aatBase + ownerships},
		Open: func(env connectors.Env) func(*rdf.Graph, rdf.Term, string) (connectors.Item, error) {
			c := &connector{Settings: Settings{Others: true}, env: env, lang: env.Lang}
			return func(g *rdf.Graph, thing rdf.Term, where string) (connectors.Item, error) {
				n := nodeOf(g, thing)
				it, refusal := c.item(n, n.id, where)
				if refusal != nil {
					return connectors.Item{}, refusal
				}
				return it, nil
			}
		},
	}
}

// sure reports how sure it is that a class of CIDOC CRM is one of things of their
// own. Productions, names, types and texts come with another thing.
func sure(iri string) int {
	if !strings.Contains(iri, "cidoc-crm.org/") && !strings.Contains(iri, "erlangen-crm.org/") && !strings.Contains(iri, "linked.art/ns/terms/") {
		return 0
	}
	switch class(iri) {
	case "HumanMadeObject":
		return 95
	case "Person", "Actor", "Set":
		return 90
	case "Group", "Place", "Activity", "Event":
		return 70
	}
	return 0
}
