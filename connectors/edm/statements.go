package edm

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/crosswalk/edm"
	"moselle/schema/rdf"
	"moselle/schema/rdf/formats"
	"moselle/schema/rdf/rdfxml"
)

// maxStatements bounds a document in which nothing tells where one record ends,
// so that it is held as a whole: some 5,000 objects.
const maxStatements = 300_000

// statements reads Turtle, N-Triples, JSON-LD and their like.
func (r *run) statements(ctx context.Context, doc io.Reader, head []byte, name string, body *connectors.Body) error {
	ext := path.Ext(strings.TrimSuffix(path.Base(body.Location), ".gz"))
	format, ok := formats.Sniff(head, body.MediaType, ext)
	form := connectors.FormOf(head)
	if form == connectors.JSON && !bytes.Contains(head, []byte("europeana.eu/schemas/")) {
		ok = false
	}
	if !ok || form != connectors.Text && form != connectors.JSON && form != connectors.HTML {
		return broken{connectors.Instead(head, "EDM")}
	}
	return r.whole(ctx, doc, format, name)
}

// large reads a document anew whose one rdf:RDF holds more than a record.
func (r *run) large(ctx context.Context) error {
	body, err := r.env.Open(ctx, r.env.Location, nil)
	if err != nil {
		return err
	}
	defer body.Close()
	return r.whole(ctx, body, rdfxml.Format(), "")
}

// whole reads all statements of a document before the first object.
func (r *run) whole(ctx context.Context, doc io.Reader, format rdf.Format, name string) error {
	g, order, err := r.graph(ctx, doc, format, name)
	if err != nil {
		return err
	}
	for _, o := range edm.Objects(g) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		it, err := r.reader().item(g, o, order, "", strings.TrimSpace(name+" "+written(o)))
		if err := r.hand(it, err); err != nil {
			return err
		}
	}
	return nil
}

// written gives a term as its document does.
func written(t rdf.Term) string {
	if t.Kind == rdf.Blank {
		return "_:" + t.Value
	}
	if ref := relative(t.Value); ref != "" {
		return ref
	}
	return t.Value
}

func (r *run) graph(ctx context.Context, doc io.Reader, format rdf.Format, name string) (*rdf.Graph, edm.Order, error) {
	g, order, faults := &rdf.Graph{}, edm.Order{}, 0
	for q, err := range format.Decode(doc, base) {
		var syntax *rdf.SyntaxError
		switch {
		case errors.As(err, &syntax):
			if faults++; faults <= maxFaults {
				where := strings.TrimSpace(fmt.Sprintf("%s line %d", name, syntax.Line))
				if err := r.Refuse(connectors.Refuse("", where, "", "", "not %s: %s; this statement is left out", format.Name, syntax.Message)); err != nil {
					return nil, nil, err
				}
			}
			continue
		case err != nil && len(order) == 0:
			return nil, nil, broken{err}
		case err != nil: // what came before it stands
			r.repair = append(r.repair, schema.Fault{Message: "the document is read up to here only: " + err.Error()})
			return g, order, nil
		case len(order) == maxStatements:
			return nil, nil, broken{fmt.Errorf("the file holds more than %d statements; make several of it", maxStatements)}
		case len(order)%4096 == 0 && ctx.Err() != nil:
			return nil, nil, ctx.Err()
		}
		if _, ok := order[q.Triple]; !ok {
			order[q.Triple] = len(order)
			g.Add(q.Triple)
		}
	}
	return g, order, nil
}
