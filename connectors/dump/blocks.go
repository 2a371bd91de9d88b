package dump

import (
	"context"

	"moselle/connectors"
	"moselle/schema/rdf"
)

// MaxBlock bounds the statements of one block.
const MaxBlock = 20_000

// Blocks reads a body of any size in which the statements about a thing stand
// together: each gets one thing after the other, with those about nodes without
// address that stand between or behind them. cut says that a block is over
// MaxBlock; its first statements are there.
func Blocks(ctx context.Context, body *connectors.Body, o Options, each func(thing rdf.Term, g *rdf.Graph, cut bool) error) error {
	var thing rdf.Term
	g, n := &rdf.Graph{}, 0
	flush := func() error {
		if n == 0 {
			return nil
		}
		err := each(thing, g, n > MaxBlock)
		g, n = &rdf.Graph{}, 0
		return err
	}
	_, err := documents(ctx, body, o, sink{take: func(q rdf.Quad) error {
		if q.S != thing && (q.S.Kind != rdf.Blank || n == 0) {
			if err := flush(); err != nil {
				return err
			}
			thing = q.S
		}
		if n++; n <= MaxBlock {
			g.Add(q.Triple)
		}
		return nil
	}})
	if err != nil {
		return err // the last thing may lack statements
	}
	return flush()
}
