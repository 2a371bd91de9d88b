package harvest

import (
	"strings"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/quality"
)

// grader grades the items of a dry run from what they say themselves: a record
// that is linked to counts when an item embeds it.
type grader struct {
	quality.Counts
	seen  map[schema.IRI]*schema.Node // records that items embedded
	twins map[string]string           // where the first event is that others may be the same as
	trial *Trial
}

// maxSeen bounds the embedded records that are remembered.
const maxSeen = 20_000

func (g *grader) item(it connectors.Item) {
	var own *schema.Node
	var with []*schema.Node
	for i, d := range it.Drafts {
		n := g.seen[d.IRI]
		if i == 0 || n == nil {
			n = schema.NewNode(d.Graph, d.IRI, schema.ClassNamed(d.Class))
		}
		switch {
		case i == 0:
			own = n
			continue
		case len(g.seen) < maxSeen:
			g.seen[d.IRI] = n
		}
		if len(g.trial.Shown) < maxShown {
			with = append(with, n)
		}
	}
	if len(g.trial.Shown) < maxShown {
		g.trial.Shown = append(g.trial.Shown, Shown{Key: it.Key, Where: it.Where, Node: own, With: with})
	}
	g.Add(quality.Assess(own, func(iri schema.IRI) *schema.Node { return g.seen[iri] }, quality.Options{}), it.Where)
	g.twin(own, it.Where)
}

// twin counts an event that has the name, the start and the place of an earlier
// one: one of the two is likely a copy, for instance from a second calendar.
func (g *grader) twin(n *schema.Node, where string) {
	title, _ := n.Title()
	start, places := n.String("startDate"), n.Refs("location")
	if n.Class.Name != "Event" || title == "" || start == "" || len(places) == 0 {
		return
	}
	if g.twins == nil {
		g.twins = map[string]string{}
	}
	key := strings.ToLower(title) + "\x00" + start + "\x00" + string(places[0])
	first, known := g.twins[key]
	switch {
	case !known && len(g.twins) < maxSeen:
		g.twins[key] = where
	case known:
		g.trial.Doubles++
		if len(g.trial.Twins) < maxTwins {
			g.trial.Twins = append(g.trial.Twins, Twin{First: first, Second: where})
		}
	}
}
