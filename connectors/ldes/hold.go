package ldes

import (
	"bytes"
	"slices"
	"time"

	"moselle/schema/rdf"
	"moselle/schema/rdf/ntriples"
	"moselle/schema/wire/ldes"
)

// maxHeld bounds what a complete listing keeps back, in bytes.
const maxHeld = 64 << 20

// hold keeps the newest version of each thing until all pages are read.
type hold struct {
	list []kept
	at   map[string]int // by thing
	size int
}

// kept is a member as it is kept, its statements as text.
type kept struct {
	of, where string
	when      time.Time
	deleted   bool
	text      []byte
}

func newHold() *hold { return &hold{at: map[string]int{}} }

// put keeps a member in place of the older version.
func (h *hold) put(m ldes.Member, where string) {
	k := kept{of: m.Of, where: where, when: m.When, deleted: m.Deleted}
	for t := range m.Graph.All() {
		k.text = rdf.AppendTriple(k.text, t)
	}
	k.text = slices.Clip(k.text)
	if i, ok := h.at[m.Of]; ok {
		h.size -= h.list[i].cost()
		h.list[i] = k
	} else {
		h.at[m.Of] = len(h.list)
		h.list = append(h.list, k)
	}
	h.size += k.cost()
}

func (k *kept) cost() int { return len(k.text) + len(k.of) + len(k.where) + 150 }

// member is the member again.
func (k *kept) member() (ldes.Member, error) {
	m := ldes.Member{ID: k.of, Of: k.of, When: k.when, Deleted: k.deleted, Thing: rdf.NewIRI(k.of), Graph: &rdf.Graph{}}
	for q, err := range ntriples.Format().Decode(bytes.NewReader(k.text), "") {
		if err != nil {
			return m, err
		}
		m.Graph.Add(q.Triple)
	}
	return m, nil
}
