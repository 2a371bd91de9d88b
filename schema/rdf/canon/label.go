package canon

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"

	"moselle/schema/rdf"
)

// labeller is the canonicalization state (section 4.2). Blank nodes go by
// their number in order of appearance.
type labeller struct {
	quads  []rdf.Quad
	number map[string]int
	uses   [][]int  // by node: the quads it stands in
	first  []string // by node: hash of the quads it stands in
	issued issuer   // the canonical identifiers
	work   int      // steps left
}

// issuer gives nodes identifiers by order of asking (section 4.5).
type issuer struct {
	place map[int]int
	order []int
}

func newIssuer() issuer { return issuer{place: map[int]int{}} }

func (s *issuer) issue(node int) int {
	place, ok := s.place[node]
	if !ok {
		place = len(s.order)
		s.place[node] = place
		s.order = append(s.order, node)
	}
	return place
}

func (s *issuer) clone() issuer {
	c := issuer{place: make(map[int]int, len(s.place)+1), order: slices.Clone(s.order)}
	for node, place := range s.place {
		c.place[node] = place
	}
	return c
}

// label returns the canonical name of every blank node (section 4.4.3).
func label(quads []rdf.Quad) (map[string]string, error) {
	l := &labeller{quads: quads, number: map[string]int{}, issued: newIssuer(), work: MaxWork}
	for i := range quads {
		for _, t := range places(&quads[i]) {
			if t.Kind == rdf.Blank {
				l.use(t.Value, i)
			}
		}
	}
	l.first = make([]string, len(l.uses))
	byHash := make([]int, len(l.uses))
	for node := range l.uses {
		l.first[node] = l.hashFirst(node)
		byHash[node] = node
	}
	slices.SortStableFunc(byHash, func(a, b int) int { return cmp.Compare(l.first[a], l.first[b]) })
	var alike [][]int
	for len(byHash) > 0 {
		n := 1
		for n < len(byHash) && l.first[byHash[n]] == l.first[byHash[0]] {
			n++
		}
		if n == 1 {
			l.issued.issue(byHash[0])
		} else {
			alike = append(alike, byHash[:n])
		}
		byHash = byHash[n:]
	}
	for _, nodes := range alike {
		if err := l.separate(nodes); err != nil {
			return nil, err
		}
	}
	names := make(map[string]string, len(l.number))
	for value, node := range l.number {
		names[value] = "c14n" + strconv.Itoa(l.issued.issue(node))
	}
	return names, nil
}

// places returns where blank nodes may stand in a quad, in the order s, o, g.
func places(q *rdf.Quad) [3]*rdf.Term { return [3]*rdf.Term{&q.S, &q.O, &q.G} }

// use notes that the blank node stands in the quad.
func (l *labeller) use(value string, quad int) {
	node, ok := l.number[value]
	if !ok {
		node = len(l.uses)
		l.number[value] = node
		l.uses = append(l.uses, nil)
	}
	if u := l.uses[node]; len(u) == 0 || u[len(u)-1] != quad {
		l.uses[node] = append(u, quad)
	}
}

// hashFirst hashes the quads a node stands in, with itself as _:a and any other
// blank node as _:z (section 4.6).
func (l *labeller) hashFirst(node int) string {
	lines := make([][]byte, len(l.uses[node]))
	for i, u := range l.uses[node] {
		q := l.quads[u]
		for _, t := range places(&q) {
			if t.Kind != rdf.Blank {
				continue
			}
			if l.number[t.Value] == node {
				t.Value = "a"
			} else {
				t.Value = "z"
			}
		}
		lines[i] = rdf.AppendQuad(nil, q)
	}
	slices.SortFunc(lines, bytes.Compare)
	return hash(bytes.Join(lines, nil))
}

func hash(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
