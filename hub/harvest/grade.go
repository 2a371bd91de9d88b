package harvest

import (
	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/quality"
)

// grader grades the items of a dry run from what they say themselves: a record
// that is linked to counts when an item embeds it.
type grader struct {
	quality.Counts
	seen map[schema.IRI]*schema.Node // records that items embedded
}

// maxSeen bounds the embedded records that are remembered.
const maxSeen = 20_000

func (g *grader) item(it connectors.Item) {
	var own *schema.Node
	for i, d := range it.Drafts {
		if i > 0 && (g.seen[d.IRI] != nil || len(g.seen) >= maxSeen) {
			continue
		}
		n := schema.NewNode(d.Graph, d.IRI, schema.ClassNamed(d.Class))
		if i == 0 {
			own = n
		} else {
			g.seen[d.IRI] = n
		}
	}
	g.Add(quality.Assess(own, func(iri schema.IRI) *schema.Node { return g.seen[iri] }, quality.Options{}), it.Where)
}
