package app

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"iter"

	"moselle/schema/derive"
	"moselle/schema/rdf"
	"moselle/schema/rdf/turtle"
)

// Export writes every live record to w: "nq" with the graph that says who said
// it, "ttl" or "jsonld". Memory does not grow with the hub.
func (a *App) Export(ctx context.Context, format string, w io.Writer) error {
	out := bufio.NewWriterSize(w, 64<<10)
	switch format {
	case "nq", "ttl":
	case "jsonld":
		return derive.Documents(w, a.views(ctx), a.Config.Base, a.Catalog.Context())
	default:
		return fmt.Errorf("no export is called %q; there are nq, ttl and jsonld", format)
	}
	for r, err := range a.Catalog.List(ctx, "") {
		if err != nil {
			return err
		}
		if format == "nq" {
			err = a.Catalog.WriteQuads(out, r)
		} else {
			var g *rdf.Graph
			if g, err = a.Catalog.Graph(r); err == nil {
				err = turtle.Format().Encode(out, g)
			}
		}
		if err != nil {
			return err
		}
	}
	return out.Flush()
}

// views yields the view of every live record.
func (a *App) views(ctx context.Context) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for r, err := range a.Catalog.List(ctx, "") {
			if !yield(r.View, err) {
				return
			}
		}
	}
}
