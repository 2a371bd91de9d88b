package turtle

import (
	"io"
	"maps"
	"slices"

	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

func newEncoder(prefixes []vocab.Prefix) *encoder {
	return &encoder{prefixes: prefixes, used: make([]bool, len(prefixes)), ranks: map[string]int{}}
}

func (e *encoder) writeTo(w io.Writer) error {
	if _, err := w.Write(e.head()); err != nil {
		return err
	}
	_, err := w.Write(e.buf)
	return err
}

// dataset writes the default graph and a block for each other.
func (e *encoder) dataset(quads []rdf.Quad) {
	graphs := map[rdf.Term]*rdf.Graph{}
	for _, q := range quads {
		g := graphs[q.G]
		if g == nil {
			g = &rdf.Graph{}
			graphs[q.G] = g
		}
		g.Add(q.Triple)
	}
	shared := sharedBlanks(quads)
	for _, name := range slices.SortedFunc(maps.Keys(graphs), compare) {
		if name.Kind == rdf.None {
			e.subjects(graphs[name], shared)
			continue
		}
		e.buf = append(e.buf, '\n')
		e.term(name)
		e.buf = append(e.buf, " {\n"...)
		e.indent++
		e.subjects(graphs[name], shared)
		e.indent--
		e.buf = append(e.buf, "}\n"...)
	}
}

// sharedBlanks returns the blank nodes that stand in more than one graph or
// name one, which only a label can tell.
func sharedBlanks(quads []rdf.Quad) map[rdf.Term]bool {
	home, shared := map[rdf.Term]rdf.Term{}, map[rdf.Term]bool{}
	for _, q := range quads {
		if q.G.Kind == rdf.Blank {
			shared[q.G] = true
		}
		for _, t := range [...]rdf.Term{q.S, q.O} {
			if t.Kind != rdf.Blank {
				continue
			}
			if g, known := home[t]; known && g != q.G {
				shared[t] = true
			}
			home[t] = q.G
		}
	}
	return shared
}
