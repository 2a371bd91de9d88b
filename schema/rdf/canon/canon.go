// Package canon gives datasets with blank nodes the canonical form of RDFC-1.0
// (RDF Dataset Canonicalization, W3C Recommendation), so that equal datasets
// have equal bytes whatever their blank nodes are called. Graphs without blank
// nodes need none of it: rdf.Graph.Canonical sorts them.
package canon

import (
	"bytes"
	"errors"
	"slices"

	"moselle/schema/rdf"
)

// MaxWork bounds the search among blank nodes that look alike, in steps of
// roughly a tenth of a microsecond. Ordinary data takes a few steps a node;
// datasets made to exhaust a reader (section 7.1) take any number.
const MaxWork = 20_000_000

// ErrWork says that a dataset's blank nodes are too alike to be told apart
// within MaxWork.
var ErrWork = errors.New("the blank nodes are too alike: telling them apart would take too long; give them IRIs")

// Dataset returns the dataset's canonical form: canonical N-Quads lines in the
// order of their code points, each once, with blank nodes named c14n0, c14n1
// and so on. It changes nothing in quads. The only error is ErrWork.
func Dataset(quads []rdf.Quad) ([]byte, error) {
	quads, doc := sorted(quads)
	if !slices.ContainsFunc(quads, hasBlank) {
		return doc, nil
	}
	names, err := label(quads)
	if err != nil {
		return nil, err
	}
	named := make([]rdf.Quad, len(quads))
	for i, q := range quads {
		for _, t := range []*rdf.Term{&q.S, &q.O, &q.G} {
			if t.Kind == rdf.Blank {
				t.Value = names[t.Value]
			}
		}
		named[i] = q
	}
	_, doc = sorted(named)
	return doc, nil
}

// Graph returns the graph's canonical form, as Dataset does.
func Graph(g *rdf.Graph) ([]byte, error) {
	blank := false
	quads := make([]rdf.Quad, 0, g.Len())
	for t := range g.All() {
		q := rdf.Quad{Triple: t}
		blank = blank || hasBlank(q)
		quads = append(quads, q)
	}
	if !blank {
		return g.Canonical(), nil
	}
	return Dataset(quads)
}

// Digest returns the digest of the dataset's canonical form. Of a graph without
// blank nodes it is that of rdf.Graph.Digest.
func Digest(quads []rdf.Quad) (rdf.Digest, error) {
	doc, err := Dataset(quads)
	if err != nil {
		return rdf.Digest{}, err
	}
	return rdf.DigestOf(doc), nil
}

func hasBlank(q rdf.Quad) bool {
	return q.S.Kind == rdf.Blank || q.O.Kind == rdf.Blank || q.G.Kind == rdf.Blank
}

// sorted returns the quads in the order of their lines, each once, and the
// lines.
func sorted(quads []rdf.Quad) ([]rdf.Quad, []byte) {
	type line struct{ start, end, quad int }
	var buf []byte
	lines := make([]line, len(quads))
	for i, q := range quads {
		start := len(buf)
		buf = rdf.AppendQuad(buf, q)
		lines[i] = line{start, len(buf), i}
	}
	text := func(l line) []byte { return buf[l.start:l.end] }
	slices.SortFunc(lines, func(a, b line) int { return bytes.Compare(text(a), text(b)) })
	lines = slices.CompactFunc(lines, func(a, b line) bool { return bytes.Equal(text(a), text(b)) })
	out, doc := make([]rdf.Quad, len(lines)), make([]byte, 0, len(buf))
	for i, l := range lines {
		out[i] = quads[l.quad]
		doc = append(doc, text(l)...)
	}
	return out, doc
}
