package rdf

import (
	"context"
	"fmt"

	"moselle/connectors"
	"moselle/connectors/dump"
	"moselle/schema"
	"moselle/schema/rdf"
)

// maxKnown bounds the different classes that are asked about while reading thing
// by thing: no vocabulary has as many.
const maxKnown = 100_000

// blocks reads thing by thing as they stand in the document.
func (c *connector) blocks(ctx context.Context, body *connectors.Body, l *connectors.Listing) error {
	readers := c.readers()
	known := map[string]int{}
	rest := leftovers{c: c}
	err := dump.Blocks(ctx, body, dump.Options{Base: c.Base, Graphs: c.Graphs, Refuse: l.Refuse}, func(thing rdf.Term, g *rdf.Graph, cut bool) error {
		best, classes := 0, []string{}
		for t := range g.About(thing) {
			if t.P.Value != rdf.Type {
				continue
			}
			classes = append(classes, t.O.Value)
			n, ok := known[t.O.Value]
			if !ok && len(known) < maxKnown {
				n = readers.of(t.O.Value)
				known[t.O.Value] = n
			}
			if readers.surer(n, best) {
				best = n
			}
		}
		which := readers.list(best)
		if which == 0 {
			rest.add(thing, classes)
			return nil
		}
		var faults []schema.Fault
		if cut {
			faults = append(faults, schema.Fault{Message: fmt.Sprintf("more than %d statements are made about it; the first are read", dump.MaxBlock)})
		}
		return readers.hand(l, which, g, thing, faults, &rest)
	})
	if err != nil {
		return err
	}
	return rest.tell(l)
}
