package ldes

import (
	"bufio"
	"bytes"
	"slices"
	"time"

	"moselle/schema/rdf"
	"moselle/schema/rdf/ntriples"
	"moselle/schema/wire/ldes"
)

// maxHeld bounds what is kept back, in bytes.
const maxHeld = 64 << 20

// hold keeps the newest version of each thing until all pages are read.
type hold struct {
	list []kept
	at   map[string]int // by thing
	size int
	in   *bufio.Reader // through which all are read again
}

// kept is a member as it is kept, its statements as text.
type kept struct {
	of, where string
	when      time.Time
	deleted   bool
	text      []byte
	count     int // of the statements
}

func newHold() *hold { return &hold{at: map[string]int{}} }

// put keeps a member in place of the older version.
func (h *hold) put(m ldes.Member, where string) {
	k := kept{of: m.Of, where: where, when: m.When, deleted: m.Deleted}
	for t := range m.Graph.All() {
		k.text = rdf.AppendTriple(k.text, t)
		k.count++
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
func (h *hold) member(k *kept) (ldes.Member, error) {
	if h.in == nil {
		h.in = bufio.NewReaderSize(nil, 64<<10) // as large as the decoder's own, which takes it over
	}
	h.in.Reset(bytes.NewReader(k.text))
	m := ldes.Member{ID: k.of, Of: k.of, When: k.when, Deleted: k.deleted, Thing: rdf.NewIRI(k.of), Graph: &rdf.Graph{}}
	m.Graph.Grow(k.count)
	for q, err := range ntriples.Format().Decode(h.in, "") {
		if err != nil {
			return m, err
		}
		m.Graph.Add(q.Triple)
	}
	return m, nil
}
