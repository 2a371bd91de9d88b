package ldes

import (
	"fmt"
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/schema/wire/ldes"
)

// follow puts the pages that a page leads to into the queue.
func (r *run) follow(e *entry, p *ldes.Page) error {
	own := slices.ContainsFunc(p.Relations, func(rel ldes.Relation) bool { return rel.From == p.Location || rel.From == e.URL })
	found := map[string]*entry{}
	outside := 0
	for _, rel := range p.Relations {
		to, _, _ := strings.Cut(rel.Node, "#")
		if own && rel.From != p.Location && rel.From != e.URL || to == e.URL || to == p.Location {
			continue // of another page that this one speaks of, or in a circle
		}
		if !connectors.IsWeb(r.env.Location) {
			outside++
			continue
		}
		at := found[to]
		if at == nil {
			m := mark(to)
			if r.known[m] {
				continue
			}
			if len(r.known) >= maxKnown {
				return fmt.Errorf("the stream has more than %d pages", maxKnown)
			}
			at = &entry{URL: to}
			r.known[m], found[to] = true, at
			r.queue = append(r.queue, at)
		}
		from, until := rel.Bounds(r.stream.TimestampPath)
		if from.After(at.From) {
			at.From = from
		}
		if !until.IsZero() && (at.To.IsZero() || until.Before(at.To)) {
			at.To = until
		}
	}
	if outside > 0 {
		r.changes()
		return r.l.Refuse(connectors.Refuse("", connectors.Name(r.env.Location), "", "",
			"the page leads to others (relations: %d), which are not read from a file: give the address of the stream", outside))
	}
	if !r.start.IsZero() {
		r.prune()
	}
	return nil
}

// prune leaves out pages of which the relations say that all behind them is
// known from earlier runs.
func (r *run) prune() {
	r.queue = slices.DeleteFunc(r.queue, func(e *entry) bool {
		old := !e.Read && !e.To.IsZero() && !e.To.After(r.start)
		if old {
			r.done = append(r.done, mark(e.URL))
		}
		return old
	})
}
