package catalog

import (
	"bytes"
	"fmt"
	"io"

	"moselle/schema"
	"moselle/schema/rdf"
	"moselle/schema/rdf/ntriples"
)

// Graph returns what a record says as RDF with public addresses.
func (c *Catalog) Graph(r schema.Record) (*rdf.Graph, error) {
	g := &rdf.Graph{}
	for q, err := range ntriples.Format().Decode(bytes.NewReader(r.Triples), "") {
		if err != nil {
			return nil, fmt.Errorf("record %s: %w", r.IRI, err)
		}
		g.Add(q.Triple)
	}
	return schema.PublicGraph(g, c.Base), nil
}

// WriteQuads writes what a record says as N-Quads in the graph that is named
// after its source, so that a statement can always be led back to who made it.
func (c *Catalog) WriteQuads(w io.Writer, r schema.Record) error {
	quads, err := c.quads(r)
	if err != nil {
		return err
	}
	var buf []byte
	for _, q := range quads {
		buf = rdf.AppendQuad(buf, q)
	}
	_, err = w.Write(buf)
	return err
}

func (c *Catalog) quads(r schema.Record) ([]rdf.Quad, error) {
	g, err := c.Graph(r)
	if err != nil {
		return nil, err
	}
	name := rdf.NewIRI(r.GraphIRI().Public(c.Base))
	out := make([]rdf.Quad, 0, g.Len())
	for t := range g.All() {
		out = append(out, rdf.Quad{Triple: t, G: name})
	}
	return out, nil
}
