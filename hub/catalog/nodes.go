package catalog

import (
	"container/list"
	"sync"

	"moselle/schema"
)

// nodes keeps the most recently used entities. What was read before a change
// is never kept after it: set drops an entity whose token is older than the
// last drop, and nothing outlives the day: which media may be shown changes with
// it.
type nodes struct {
	mu    sync.Mutex
	max   int
	byIRI map[schema.IRI]*list.Element
	order *list.List // of *Entity, the newest first
	drops uint64
	day   string // for which they are kept
}

func newNodes(max int) *nodes {
	return &nodes{max: max, byIRI: make(map[schema.IRI]*list.Element), order: list.New()}
}

func (n *nodes) get(iri schema.IRI, day string) *Entity {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.turn(day)
	el := n.byIRI[iri]
	if el == nil {
		return nil
	}
	n.order.MoveToFront(el)
	return el.Value.(*Entity)
}

func (n *nodes) token(day string) uint64 {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.turn(day)
	return n.drops
}

// turn forgets everything when the day is another.
func (n *nodes) turn(day string) {
	if day != n.day {
		n.day = day
		n.drops++
		clear(n.byIRI)
		n.order.Init()
	}
}

func (n *nodes) set(iri schema.IRI, e *Entity, token uint64) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if token != n.drops {
		return
	}
	if el := n.byIRI[iri]; el != nil {
		el.Value = e
		n.order.MoveToFront(el)
		return
	}
	n.byIRI[iri] = n.order.PushFront(e)
	for n.order.Len() > n.max {
		last := n.order.Back()
		n.order.Remove(last)
		delete(n.byIRI, last.Value.(*Entity).IRI)
	}
}

func (n *nodes) drop(iri schema.IRI) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.drops++
	if el := n.byIRI[iri]; el != nil {
		n.order.Remove(el)
		delete(n.byIRI, iri)
	}
}
